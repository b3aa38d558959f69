"""Which program this is, for whoever asks or reports a fault."""

from __future__ import annotations

import platform

from idlib_wargame import PROGRAM, __version__
from idlib_wargame.words.help_texts import HelpText
from idlib_wargame.words.language import _, fill

ABOUT = "about"


def version_words() -> str:
    """The program and its version: "Idlib wargame 0.2.0"."""
    return fill(_("{program} {version}"), program=PROGRAM, version=__version__)


def about_text(qt: str) -> HelpText:
    """What it runs on and whose work is in it; ``qt`` is the version of Qt."""
    text = _(
        "Runs, records and replays seminar wargames. Free to use, change and pass on (MIT). "
        "Letters by Inter (SIL Open Font License), icons by Phosphor (MIT). "
        "Here with Python {python} and Qt {qt}, on {system}."
    )
    system = f"{platform.system()} {platform.release()}"
    said = fill(text, python=platform.python_version(), qt=qt, system=system)
    return HelpText(ABOUT, version_words(), said)
