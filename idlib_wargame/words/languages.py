"""Which languages there are, and choosing one at the start of the program.

English is the language of the source and has no catalogue. Another language is a folder
``catalogues/LANG/LC_MESSAGES`` with ``messages.po``, which people edit, and ``messages.mo``, which
``make words`` compiles of it and the program reads. Two more are made up as they are spoken, to try
the windows (see ``pseudo``).
"""

from __future__ import annotations

import gettext
from pathlib import Path

from idlib_wargame.words.language import use

VARIABLE = "IDLIB_WARGAME_LANGUAGE"  # of the environment; the option --language goes before it
ENGLISH, ACCENTED, MIRRORED = "en", "xa", "xr"
CATALOGUES = Path(__file__).parent / "catalogues"
DOMAIN = "messages"
# ISO 639 codes of languages that are written from right to left, whatever the country.
RIGHT_TO_LEFT = frozenset({"ar", "ckb", "dv", "fa", "he", "ku", "ps", "sd", "ug", "ur", "yi"})


class UnknownLanguage(LookupError):
    """A code that is no language of the program: ``code``, and which ``known`` there are."""

    def __init__(self, code: str, known: tuple[str, ...]) -> None:
        super().__init__(code)
        self.code = code
        self.known = known


def languages(catalogues: Path = CATALOGUES) -> tuple[str, ...]:
    """The codes that ``use_language`` knows: English first, the made-up ones last."""
    compiled = catalogues.glob(f"*/LC_MESSAGES/{DOMAIN}.mo")
    return (ENGLISH, *sorted(path.parts[-3] for path in compiled), ACCENTED, MIRRORED)


def use_language(code: str, catalogues: Path = CATALOGUES) -> None:
    """Speak this language from now on; call it before any window is made.

    The code is "tr" or "pt_BR" ("pt-BR" will do); where there is no catalogue of the country's, the
    language's own is taken. Raises UnknownLanguage, and changes nothing, where there is neither.
    """
    known = languages(catalogues)
    wanted = code.replace("-", "_")
    found = next((each for each in (wanted, wanted.partition("_")[0]) if each in known), "")
    if not found:
        raise UnknownLanguage(code, known)
    if found == ENGLISH:
        use(gettext.NullTranslations())
    elif found in (ACCENTED, MIRRORED):
        from idlib_wargame.words.pseudo import accented, mirrored

        use(accented() if found == ACCENTED else mirrored(), found == MIRRORED)
    else:
        catalogue = gettext.translation(DOMAIN, catalogues, [found])
        use(catalogue, found.partition("_")[0] in RIGHT_TO_LEFT, found)
