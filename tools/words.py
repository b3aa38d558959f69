"""Gathers the sentences of the program and compiles their translations: ``make words``.

Writes the template ``build/messages.pot``, brings every catalogue up to date with it, and compiles
each. ``make words ARGS=tr`` begins the catalogue of a language.
"""

from __future__ import annotations

import argparse
import io
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from string import Formatter

from babel import Locale, UnknownLocaleError
from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

from idlib_wargame import __version__
from idlib_wargame.words.languages import CATALOGUES, DOMAIN

PROJECT = "idlib-wargame"
ROOT = Path(__file__).parents[1]
SOURCE = ROOT / "idlib_wargame"
TEMPLATE = ROOT / "build" / f"{DOMAIN}.pot"
MARKS = {"_": None, "ngettext": (1, 2), "pgettext": ((1, "c"), 2)}
REMARK = "Translators:"  # a comment that begins so is shown beside the sentence
# They change whenever the tool runs.
DATES = ("POT-Creation-Date", "PO-Revision-Date")


def template(source: Path = SOURCE) -> Catalog:
    """Every marked sentence of a folder, with where it stands."""
    catalog = Catalog(project=PROJECT, version=__version__, charset="utf-8", fuzzy=False)
    found = extract_from_dir(
        source,
        [("**.py", "python"), ("**.html", "jinja2")],
        {"**.html": {"silent": "false"}},  # a template that cannot be read is a fault
        MARKS,
        comment_tags=[REMARK],
        strip_comment_tags=True,
    )
    for file, _line, message, comments, context in sorted(found, key=lambda each: each[:2]):
        # No line numbers: they would change in every catalogue with each line of code.
        catalog.add(message, None, [(file, 0)], auto_comments=comments, context=context)
    return catalog


def read_catalogue(file: Path, language: str) -> Catalog:
    """The catalogue of the language that its folder names.

    A file without the header ``Language`` would else compile with the plurals of English, in
    silence. Raises ValueError where the header names another language.
    """
    with file.open("rb") as stream:
        catalog = read_po(stream, locale=language, domain=DOMAIN)
    if str(catalog.locale) != str(Locale.parse(language)):
        raise ValueError(f"{file} says that it is in {catalog.locale}, expected {language}.")
    return catalog


def faults(catalog: Catalog) -> Iterator[str]:
    """Translations that would fail or leave something out when their places are filled."""
    for message in catalog:
        if not message.id or message.fuzzy:
            continue
        wanted = set().union(*map(_places, _texts(message.id)))
        for text in filter(None, _texts(message.string)):
            try:
                strange = _places(text) - wanted
            except ValueError:
                yield f"{text!r} has braces that do not match."
                continue
            if strange:
                yield f"{text!r} has places that the sentence has not: {', '.join(strange)}."
            elif not isinstance(message.id, tuple) and _places(text) != wanted:
                yield f"{text!r} leaves out {', '.join(wanted - _places(text))}."


def bring_up_to_date(folder: Path, source: Catalog) -> list[str]:
    """Updates and compiles a language's catalogue; what keeps it from being compiled."""
    file = folder / "LC_MESSAGES" / f"{DOMAIN}.po"
    catalog = read_catalogue(file, folder.name)
    catalog.update(source, no_fuzzy_matching=True)
    _write(file, catalog)
    found = list(faults(catalog))
    if not found:
        with file.with_suffix(".mo").open("wb") as stream:
            write_mo(stream, catalog)
    return found


def begin(language: str, catalogues: Path) -> None:
    """An empty catalogue of a new language; one that is there stays. Raises UnknownLocaleError."""
    file = catalogues / language / "LC_MESSAGES" / f"{DOMAIN}.po"
    locale = Locale.parse(language)
    if not file.exists():
        file.parent.mkdir(parents=True)
        _write(file, Catalog(locale, DOMAIN, project=PROJECT, charset="utf-8", fuzzy=False))


def _write(file: Path, catalog: Catalog) -> None:
    """Writes a catalogue where it changed, other than in its dates."""
    for message in catalog:
        # We fill places with str.format: a "% o" in "58% of sessions" is no place.
        message.flags.discard("python-format")
    buffer = io.BytesIO()
    write_po(buffer, catalog, width=100, include_lineno=False)
    old = file.read_bytes() if file.exists() else b""
    if _undated(old) != _undated(buffer.getvalue()):
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(buffer.getvalue())


def _undated(text: bytes) -> list[bytes]:
    dates = tuple(f'"{name}'.encode() for name in DATES)
    return [line for line in text.splitlines() if not line.startswith(dates)]


def _texts(text: str | Sequence[str] | None) -> tuple[str, ...]:
    """A sentence in all its forms; a message without a translation has none."""
    return (text,) if isinstance(text, str) else tuple(text or ())


def _places(text: str) -> set[str]:
    return {name for _text, name, _spec, _how in Formatter().parse(text) if name}


def main() -> int:
    """Writes the template and every catalogue; 1 where a translation has to be mended first."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("begin", nargs="*", help="codes of languages to begin, such as tr or pt_BR")
    parser.add_argument("--catalogues", type=Path, default=CATALOGUES)
    parser.add_argument("--source", type=Path, default=SOURCE)
    parser.add_argument("--template", type=Path, default=TEMPLATE)
    asked = parser.parse_args()
    source = template(asked.source)
    _write(asked.template, source)
    print(f"{len(source)} sentences in {asked.template}")
    try:
        for language in asked.begin:
            begin(language, asked.catalogues)
        folders = sorted(file.parents[1] for file in asked.catalogues.glob(f"*/*/{DOMAIN}.po"))
        found = {folder.name: bring_up_to_date(folder, source) for folder in folders}
    except (UnknownLocaleError, ValueError) as fault:
        print(fault, file=sys.stderr)
        return 1
    for language, said in found.items():
        for line in said:
            print(f"{language}: {line}", file=sys.stderr)
        print(f"{language}: {'not compiled' if said else 'compiled'}")
    return 1 if any(found.values()) else 0


if __name__ == "__main__":
    sys.exit(main())
