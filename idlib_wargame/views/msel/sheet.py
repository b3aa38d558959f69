"""A list read from a file: where its headings stand, what they stand for, and its rows."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from idlib_wargame.views.msel.columns import Column, folded, recognised
from idlib_wargame.views.msel.moments import read_moment
from idlib_wargame.views.msel.table_text import Cut, Line, cuts_of, text_of

_HEADINGS_WITHIN = 15  # lines; a title, a date and who made it may stand above


class Sheet(NamedTuple):
    """The headings of a list and its rows, no empty ones among them.

    ``columns`` says by place what is recognised; ``delimiter`` divided its cells. ``broken`` is the
    line from which on nothing could be read, 0 for none. A diary without headings has empty ones.
    """

    headings: tuple[str, ...]
    columns: Mapping[int, Column]
    rows: tuple[Line, ...]
    delimiter: str = ","
    broken: int = 0

    def place_of(self, column: Column) -> int | None:
        """Where a column stands."""
        return next((place for place, each in self.columns.items() if each is column), None)

    def cell(self, row: Line, column: Column) -> str:
        """What a row says there; "" where it has no such column, or is shorter."""
        place = self.place_of(column)
        return row.cells[place].strip() if place is not None and place < len(row.cells) else ""

    def with_columns(self, columns: Mapping[int, Column]) -> Sheet:
        """The same, as the facilitator says what its headings stand for."""
        return self._replace(columns=dict(sorted(columns.items())))

    @property
    def is_usable(self) -> bool:
        """Whether something in it can be read out."""
        return bool({Column.TEXT, Column.TITLE} & set(self.columns.values()))


def sheet_of(data: bytes, remembered: Mapping[str, Column] | None = None) -> Sheet:
    """The list that a file holds. Raises NotAList where it holds none."""
    found = [_sheet(cut, remembered or {}) for cut in cuts_of(text_of(data))]
    return max(found, key=_likeliness)


def _likeliness(sheet: Sheet) -> tuple[int, int, int]:
    """Cut at the right sign, most headings are known, and most rows have as many cells."""
    wide = len(sheet.headings)
    return (
        len(sheet.columns),
        wide > 1,
        sum(len(row.cells) == wide for row in sheet.rows) if wide > 1 else 0,
    )


def _sheet(cut: Cut, remembered: Mapping[str, Column]) -> Sheet:
    lines = [line for line in cut.lines if not line.is_empty]
    best, place = 0, 0
    for at, line in enumerate(lines[:_HEADINGS_WITHIN]):
        known = len(_recognised(line.cells, remembered))
        if known > best:
            best, place = known, at
    headings = _trimmed(lines[place].cells) if lines else ()
    rows = lines[place + 1 :]
    if best < 2 and _is_diary(lines):
        wide = max(len(line.cells) for line in lines)
        headings, rows = ("",) * wide, lines
        columns = {0: Column.TIME, wide - 1: Column.TEXT}
    else:
        columns = _recognised(headings, remembered)
    return Sheet(headings, columns, tuple(rows), cut.delimiter, cut.broken)


def _recognised(cells: Sequence[str], remembered: Mapping[str, Column]) -> dict[int, Column]:
    return recognised([cell if len(cell) < 80 else "" for cell in cells], remembered)


def _trimmed(cells: Sequence[str]) -> tuple[str, ...]:
    """Headings without the empty ones at their end."""
    wide = max((place for place, cell in enumerate(cells, 1) if cell.strip()), default=0)
    return tuple(cells[:wide])


def _is_diary(lines: Sequence[Line]) -> bool:
    """Whether it is "time; what" from its first line on, with no headings."""
    if not lines or not all(2 <= len(line.cells) <= 3 for line in lines):
        return False
    moments = [read_moment(line.cells[0]) for line in lines]
    understood = [moment for moment in moments if moment is not None]
    return len(understood) == len(moments) and not understood[0].is_empty


def to_remember(sheet: Sheet, columns: Mapping[int, Column]) -> dict[str, Column]:
    """Of what the facilitator says that headings stand for, what is not recognised without them."""
    plain = recognised(sheet.headings)
    return {
        name: columns.get(place, Column.KEEP)
        for place, heading in enumerate(sheet.headings)
        if (name := folded(heading)) and columns.get(place) is not plain.get(place)
    }
