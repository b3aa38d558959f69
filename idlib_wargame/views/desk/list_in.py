"""A list that is being taken in at the desk: what its headings stand for, and what it comes to.

What the facilitator says once of headings and addressees is kept in a small file of theirs.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from idlib_wargame.files.settings import read_settings
from idlib_wargame.files.whole import write_whole
from idlib_wargame.session.session import Session
from idlib_wargame.views.msel.addressees import Names, name_key
from idlib_wargame.views.msel.columns import Column, heading_of
from idlib_wargame.views.msel.merging import Merged, merged, summary
from idlib_wargame.views.msel.sheet import Sheet, sheet_of, to_remember
from idlib_wargame.views.msel.table_text import NotAList
from idlib_wargame.views.msel.taking_in import take_in
from idlib_wargame.words.disk_reasons import disk_reason
from idlib_wargame.words.language import _, fill

MOST_BYTES = 200_000  # of what is remembered
MOST_FAULTS = 40  # named one by one
_COLUMNS = frozenset(column.value for column in Column)


class Remembered(NamedTuple):
    """What headings stand for, folded, and who addressees are, by pack."""

    columns: Mapping[str, Column]
    names: Mapping[str, Names]

    @classmethod
    def read(cls, file: Path | None) -> Remembered:
        """What a file holds; nothing where there is none."""
        found = read_settings(file, MOST_BYTES) if file is not None else None
        held = found if isinstance(found, dict) else {}
        columns, names = held.get("columns"), held.get("names")
        return cls(
            {
                heading: Column(column)
                for heading, column in (columns.items() if isinstance(columns, dict) else ())
                if column in _COLUMNS
            },
            {
                pack: {
                    name: tuple(actor for actor in actors if isinstance(actor, str))
                    for name, actors in each.items()
                    if isinstance(actors, list)
                }
                for pack, each in (names.items() if isinstance(names, dict) else ())
                if isinstance(each, dict)
            },
        )

    def write(self, file: Path | None) -> None:
        """Keep it there. Raises OSError."""
        if file is None:
            return
        file.parent.mkdir(parents=True, exist_ok=True)
        held = {
            "columns": {heading: column.value for heading, column in self.columns.items()},
            "names": {
                pack: {name: list(actors) for name, actors in each.items()}
                for pack, each in self.names.items()
            },
        }
        write_whole(file, json.dumps(held, ensure_ascii=False, indent=1).encode())


class ListIn:
    """One list, as its headings and addressees are understood so far.

    ``used`` are the seconds of playing time that have gone by in the phase.
    """

    def __init__(
        self, session: Session, path: Path, data: bytes, known: Remembered, used: int = 0
    ) -> None:
        self._session, self._known, self._used = session, known, used
        self.name = path.name
        self.sheet: Sheet = sheet_of(data, known.columns)
        self.columns: dict[int, Column] = dict(self.sheet.columns)
        pack = session.scenario.id
        kept = known.names.get(pack, {})
        actors = set(session.scenario.actors)
        self.names: dict[str, tuple[str, ...]] = {
            name: whom for name, whom in kept.items() if actors.issuperset(whom)
        }
        self.unknown: list[str] = []
        self.found = self._work_out()
        self._look_for_names()

    def map_column(self, place: int, column: Column) -> None:
        """That heading stands for this; whatever stood for it before is only kept."""
        self.columns = {at: each for at, each in self.columns.items() if each is not column}
        self.columns.pop(place, None)
        if column is not Column.KEEP:
            self.columns[place] = column
        self._again()

    def map_name(self, name: str, actors: tuple[str, ...] | None) -> None:
        """That addressee is these actors, none of them for all; with None rows for it stay out."""
        if actors is None:
            self.names.pop(name_key(name), None)
        else:
            self.names[name_key(name)] = actors
        self._again()

    def _again(self) -> None:
        self.sheet = self.sheet.with_columns(self.columns)
        self.found = self._work_out()
        self._look_for_names()

    def _work_out(self) -> Merged:
        session = self._session
        taken = take_in(self.sheet, session.scenario, session.play, self.name, self.names)
        self._strangers = taken.unknown
        return merged(session, taken, self._used)

    def _look_for_names(self) -> None:
        self.unknown += [name for name in self._strangers if name not in self.unknown]

    @property
    def said(self) -> tuple[str, ...]:
        """What taking it in comes to, in sentences."""
        if not self.sheet.is_usable:
            return (_("Say which heading stands for the text that is read out."),)
        return tuple(summary(self.found))

    @property
    def faults(self) -> tuple[str, ...]:
        """The rows that cannot be taken, a sentence each."""
        reasons = [fault.reason for fault in self.found.faults]
        if len(reasons) <= MOST_FAULTS:
            return tuple(reasons)
        more = fill(_("And {count} more."), count=len(reasons) - MOST_FAULTS)
        return (*reasons[:MOST_FAULTS], more)

    def example(self, place: int) -> str:
        """What stands first under a heading."""
        cells = (row.cells[place] for row in self.sheet.rows if place < len(row.cells))
        return " ".join(next((cell for cell in cells if cell.strip()), "").split())[:80]

    def remembered(self) -> Remembered:
        """What is known from now on."""
        columns = {**self._known.columns, **to_remember(self.sheet, self.columns)}
        names = {**self._known.names, self._session.scenario.id: self.names}
        return Remembered(columns, names)


def column_choices() -> tuple[Column, ...]:
    """What a heading may stand for, the thing that is only kept first."""
    return (Column.KEEP, *(each for each in Column if each not in (Column.KEEP, Column.STATE)))


def heading_words(heading: str, place: int) -> str:
    """A heading as the form shows it, and one that has no words by its place."""
    return heading.strip() or fill(_("Column {place}"), place=place + 1)


def column_words(column: Column) -> str:
    """What a heading stands for, as the form offers it."""
    return heading_of(column)


def not_a_list_words(name: str, fault: NotAList | OSError) -> str:
    """Why a file cannot be taken in."""
    if isinstance(fault, OSError):
        said = _("{file} cannot be read: {why}")
        return fill(said, file=name, why=disk_reason(fault))
    if fault.kind == "empty":
        return fill(_("{file} is empty."), file=name)
    if fault.kind == "large":
        return fill(_("{file} is larger than any list of injects."), file=name)
    said = _("{file} is no list in text. Save it as CSV in your spreadsheet, and take that in.")
    return fill(said, file=name)


def lists_kept(session: Session) -> tuple[str, ...]:
    """The lists that were taken in, by the names of their files, each once."""
    written = session.play.msel.written.values()
    return tuple(dict.fromkeys(each.came_from for each in written if each.cells))
