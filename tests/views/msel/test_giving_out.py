"""Lists given out: as they were taken in, and whole."""

from __future__ import annotations

from dataclasses import replace

import pytest

from idlib_wargame.session.msel import Plan, Written
from idlib_wargame.session.session import Session
from idlib_wargame.views.msel.giving_out import Listed, list_as_taken, whole_list
from idlib_wargame.views.msel.merging import left_out_words, merged, summary
from idlib_wargame.views.msel.sheet import sheet_of
from idlib_wargame.views.msel.taking_in import take_in
from tests.views.msel.conftest import LISTS
from tests.views.msel.test_taking_in import taken

NAMES = sorted(path.name for path in LISTS.iterdir())


def listed(row: Written) -> Listed:
    """A row as it was taken in, still to come."""
    return Listed(row.row(), Plan(row.turn, row.minute), "Planned", written=row)


@pytest.mark.parametrize("name", NAMES)
def test_a_list_taken_in_and_given_back_is_unchanged(exercise: Session, name: str) -> None:
    """Every cell of every row that was taken, also of columns that are not known."""
    came = sheet_of((LISTS / name).read_bytes())
    found = taken(exercise, name)
    left_out = {fault.line for fault in found.faults}
    given = list_as_taken(exercise.scenario, map(listed, found.rows), name)
    back = sheet_of(given)
    wide = len(came.headings)
    assert back.headings == came.headings
    assert back.delimiter == came.delimiter
    assert [row.cells for row in back.rows] == [
        (row.cells + ("",) * wide)[:wide] for row in came.rows if row.number not in left_out
    ]


def test_only_what_was_changed_since_is_written_anew(exercise: Session) -> None:
    """Its cell says the new thing, every other stays as it stood."""
    rows = list(taken(exercise, "hseep.csv").rows)
    rows[1] = rows[1]._replace(to=("astra",), turn=3, changed=("to", "turn"))
    given = sheet_of(list_as_taken(exercise.scenario, map(listed, rows), "hseep.csv"))
    second = given.rows[1].cells
    assert (second[1], second[4], second[6]) == ("Turn 3", "Astra", "Newspaper")
    assert given.rows[0].cells[1] == "03/03/2031 09:00"


def test_the_whole_list_has_the_columns_that_people_expect(exercise: Session) -> None:
    """And it is read again as what it was, with what came along."""
    pack = [Listed(each, Plan(2), "Planned", waits="") for each in exercise.scenario.injects]
    own = [listed(row) for row in taken(exercise, "hseep.csv").rows]
    data = whole_list(exercise.scenario, [*pack, *own])
    sheet = sheet_of(data)
    assert sheet.headings == (
        "Event number", "Turn", "Scenario date", "Event time", "Minute of the phase",
        "Scenario event", "Inject text", "Sender", "Recipient", "Means", "Effects",
        "Expected action", "Objective", "Responsible controller", "Who sends", "State",
        "Condition", "Notes",
    )  # fmt: skip
    assert sheet.rows[2].cells[-1] == 'Bring the "old" chart'
    again = take_in(sheet, exercise.scenario, exercise.play, "whole.csv")
    assert again.faults == ()
    spring = again.rows[0]
    inject = exercise.scenario.inject_by_id["cold_spring"]
    assert spring.row() == replace(inject, id="", when=spring.row().when, basis=spring.row().basis)
    assert [row.text for row in again.rows[2:]] == [row.written.text for row in own if row.written]


def test_every_inject_is_saved_as_the_list_that_came_in_was(exercise: Session) -> None:
    """Divided by its sign, with its dates as they stood; a list of our own by the habit of here."""
    table = "No;Date;Time;Text\r\n1;05.03.2031;;Fog\r\n2;31.02.;;Ice\r\n"
    found = take_in(sheet_of(table.encode()), exercise.scenario, exercise.play, "mine.csv")
    assert [fault.line for fault in found.faults] == [3]
    sheet = sheet_of(whole_list(exercise.scenario, map(listed, found.rows)))
    assert (sheet.delimiter, sheet.rows[0].cells[2]) == (";", "05.03.2031")
    counted = merged(exercise, found)
    assert list(summary(counted))[-1].endswith("it is left out, also as the list is saved again.")
    assert left_out_words(counted) == "1 row was left out."
    pack = [Listed(each, Plan(2), "Planned") for each in exercise.scenario.injects]
    assert sheet_of(whole_list(exercise.scenario, pack, ";")).delimiter == ";"
