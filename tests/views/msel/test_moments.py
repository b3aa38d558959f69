"""When an inject is planned, as people and spreadsheets write it."""

from __future__ import annotations

from datetime import date

import pytest

from idlib_wargame.views.msel.moments import Moment, day_comes_first, read_moment, read_turn

DAY = date(2020, 1, 26)
WRITTEN = {
    "": Moment(),
    "2020-01-26": Moment(date=DAY),
    "2020-01-26T09:30": Moment(date=DAY, minute=570),
    "26/01/2020 09:30": Moment(date=DAY, minute=570),
    "26.1.20": Moment(date=DAY),
    "01/26/2020": Moment(date=DAY),
    "26 January 2020": Moment(date=DAY),
    "26-Jan-20": Moment(date=DAY),
    "January 26th, 2020": Moment(date=DAY),
    "26. März 2020": Moment(date=date(2020, 3, 26)),
    "26 août 2020 14h30": Moment(date=date(2020, 8, 26), minute=870),
    "261530Z JAN 20": Moment(date=DAY, minute=930),
    "43856": Moment(date=DAY),
    "43856.395833333": Moment(date=DAY, minute=570),
    "43856,5": Moment(date=DAY, minute=720),
    "0.395833333": Moment(minute=570),
    "9:30": Moment(minute=570),
    "09:30:00": Moment(minute=570),
    "9.30": Moment(minute=570),
    "9:30 PM": Moment(minute=1290),
    "12 am": Moment(minute=0),
    "0930": Moment(minute=570),
    "0930Z": Moment(minute=570),
    "1430 hrs": Moment(minute=870),
    "T+00:15": Moment(after=15),
    "+45": Moment(after=45),
    "STARTEX +1:10": Moment(after=70),
    "15 min": Moment(after=15),
    "15": Moment(after=15),
    "Turn 3": Moment(turn=3),
    "Move 2, 09:30": Moment(turn=2, minute=570),
    "Day 2 09:30": Moment(day=2, minute=570),
    "D+2": Moment(day=2),
}


@pytest.mark.parametrize("cell", WRITTEN)
def test_a_moment_is_read_as_people_write_it(cell: str) -> None:
    """Dates and hours in figures and names, a spreadsheet's serials, so long after the start."""
    assert read_moment(cell) == WRITTEN[cell]


@pytest.mark.parametrize("cell", ["soon", "32/13/2020", "2020-02-31", "TBD"])
def test_what_is_no_moment_is_none(cell: str) -> None:
    """And is not taken for one."""
    assert read_moment(cell) is None


def test_a_column_of_turns_holds_turns() -> None:
    """A bare figure is one there."""
    cells = ("3", "3.0", "Turn 3", "T3", "Zug 3", "Day 3", "")
    found = [read_turn(cell) for cell in cells]
    assert [each.turn if each else None for each in found] == [3, 3, 3, 3, 3, 3, None]


def test_a_list_tells_which_figure_is_the_month() -> None:
    """By any date of it that can be read in one way alone."""
    assert day_comes_first(["03/04/2020", "26/01/2020"])
    assert not day_comes_first(["03/04/2020", "01/26/2020"])
    assert read_moment("03/04/2020", day_first=False) == Moment(date=date(2020, 3, 4))
