"""Files that were to be a pack's own, and lie elsewhere or are called otherwise."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from pathlib import PurePosixPath

from idlib_wargame.packs.problem import FIRST, Problem
from idlib_wargame.packs.registry import TABLES, TableEntry, table_of
from idlib_wargame.packs.text.file_names import (
    file_of,
    has_rows_of,
    meant_by,
    nearest_table,
    table_in,
)
from idlib_wargame.words.language import _, fill
from idlib_wargame.words.lists import either


def whole(name: str, found: str, expected: str, nearest: str = "") -> Problem:
    """A problem with a file, or with the pack, as a whole."""
    return Problem(name, 0, 0, found, expected, nearest, rank=FIRST)


def check_name(name: str, files: Mapping[str, str], wanted: Collection[str]) -> Iterator[Problem]:
    """What is wrong with a file for how it is called; nobody finds the ``wanted`` briefs."""
    own = table_of(name)
    if own is not None:
        yield from _of_another_table(name, own, files[name])
        return
    meant = meant_by(name, files[name], wanted)
    if name.endswith(".yaml"):
        folders = either([table.file for table in TABLES if table.is_folder])
        expected = fill(_("one of the tables of a pack, or a table in {folders}"), folders=folders)
        yield whole(name, _("a table of no known name"), expected, meant or nearest_table(name))
    elif meant and meant not in files:
        yield not_read(name, meant)


def _of_another_table(name: str, own: TableEntry, text: str) -> Iterator[Problem]:
    """Rows of aims in a file of moves would be three problems of a move."""
    held = table_in(text) if name.endswith(".yaml") and not has_rows_of(own, text) else None
    if held is not None and held is not own:
        found = fill(_("the rows of {table}"), table=held.file)
        expected = fill(_("the rows of {table}"), table=own.file)
        yield whole(name, found, expected, file_of(held, name))


def beside(name: str, top: str, meant: str) -> Problem:
    """A file that lies beside the folder of the pack, ``top``, and was to be one of its files."""
    expected = fill(_("it in the folder of the pack, {folder}"), folder=top)
    return whole(name, _("a file beside the pack"), expected, top + meant)


def not_read(name: str, meant: str) -> Problem:
    """A file that is none of a pack's as it is called, and was to be one."""
    there, here = PurePosixPath(meant), PurePosixPath(name)
    if there.suffix != here.suffix:
        expected = fill(_("a name that ends in {ending}"), ending=there.suffix)
    elif name.casefold() == meant.casefold():
        expected = _("the name of a file that packs have, in small letters")
    elif there.name.casefold() == here.name.casefold():
        folder = meant.removesuffix(there.name)
        expected = _("it beside pack.yaml")
        expected = fill(_("it in {folder}"), folder=folder) if folder else expected
    else:
        expected = _("the name of a file that packs have")
    return whole(name, _("a file that is passed over"), expected, meant)
