"""Lists as people keep them, made into injects of the exercise."""

from __future__ import annotations

from pathlib import Path

import pytest

from idlib_wargame.packs.reader import read_pack
from idlib_wargame.session.msel import Written
from idlib_wargame.session.session import Session
from idlib_wargame.views.msel.addressees import strangers_in
from idlib_wargame.views.msel.columns import Column, recognised
from idlib_wargame.views.msel.sheet import sheet_of, to_remember
from idlib_wargame.views.msel.taking_in import TakenIn, take_in
from tests.views.msel.conftest import LISTS


def taken(
    exercise: Session, name: str, mapped: dict[str, tuple[str, ...]] | None = None
) -> TakenIn:
    """What a sample list comes to."""
    sheet = sheet_of((LISTS / name).read_bytes())
    return take_in(sheet, exercise.scenario, exercise.play, name, mapped)


def told(row: Written) -> tuple[object, ...]:
    """Where a row goes, and when."""
    return (row.code, row.turn, row.minute, row.to, row.optional)


def test_an_hseep_list_is_read(exercise: Session) -> None:
    """With a title above its headings, American dates and cells of several lines."""
    found = taken(exercise, "hseep.csv")
    assert [told(row) for row in found.rows] == [
        ("1", 1, 0, ("astra", "borea"), False),
        ("2", 1, 0, (), False),
        ("3", 2, 0, ("caldis",), False),
    ]
    first = found.rows[0]
    assert (first.sender, first.means, first.responsible) == ("Harbour master", "Radio", "P. Lane")
    assert (first.objective, first.expected[:17]) == (
        "Operational communications",
        "Each capital asks",
    )
    assert found.rows[1].text == (
        "=Catch of the week= is printed without the northern grounds.\nNobody says why."
    )


def test_what_cannot_be_taken_is_named_with_its_line_and_the_rest_is_kept(
    exercise: Session,
) -> None:
    """A calm sentence each: a date outside of the exercise, somebody who does not play."""
    found = taken(exercise, "hseep.csv")
    assert [fault.reason for fault in found.faults] == [
        "Line 9: “06/01/2032 10:00” lies outside of the exercise, which has turns 1 to 4.",
        "Line 10: It goes to “The Fleet”, and there is nobody called so: expected Astra, Borea, "
        "Caldis and Press.",
    ]
    assert found.unknown == ("The Fleet",)
    again = taken(exercise, "hseep.csv", {"the fleet": ("borea",)})
    assert told(again.rows[-1]) == ("5", 3, 0, ("borea",), False)


def test_a_list_of_events_by_the_clock_is_read(exercise: Session) -> None:
    """Its times are counted from its first by the minutes of a turn; one without waits."""
    found = taken(exercise, "conducttr.txt")
    assert [told(row) for row in found.rows] == [
        ("", 1, 0, (), False),
        ("", 1, 2, ("astra",), False),
        ("", 2, 2, ("astra", "caldis"), False),
        ("", 0, 0, (), True),
    ]
    assert [row.title for row in found.rows][:2] == ["Fog over the whole bank.", "Quota letter"]
    assert found.faults == ()


def test_a_plain_diary_is_read(exercise: Session) -> None:
    """A time and what happens, with no headings at all."""
    found = taken(exercise, "diary.csv")
    assert [(row.turn, row.text) for row in found.rows] == [
        (1, "Guests arrive, coffee in the hall"),
        (1, "A fisherman rings the paper: nets were cut in the night"),
        (2, "The café on the quay closes “until further notice”"),
        (3, "Word comes that the minister is on his way"),
    ]


def test_a_list_in_another_language_is_read(exercise: Session) -> None:
    """German headings, semicolons, Windows-1252; turns and dates mixed."""
    found = taken(exercise, "german.csv")
    assert [(row.code, row.turn, row.to) for row in found.rows] == [
        ("A-01", 1, ()),
        ("A-02", 2, ("borea", "caldis")),
        ("A-03", 2, ()),
    ]
    assert [fault.line for fault in found.faults] == [5, 6]


def test_serials_and_effects_are_read(exercise: Session) -> None:
    """As a spreadsheet writes dates that lost their format, and as we write effects."""
    found = taken(exercise, "spreadsheet_serials.csv")
    first, second = found.rows
    assert [(each.track, each.by) for each in first.effects] == [("stocks", -1)]
    assert [(e.track, e.by, e.down_to) for e in second.effects] == [
        ("stocks", -2, 1),
        ("days_left.season", -3, None),
    ]
    assert (first.turn, second.turn) == (1, 2)
    assert "no effect" in found.faults[0].reason


@pytest.mark.parametrize(
    ("headings", "columns"),
    [
        ("EVENT #|event time|Zzz", "number|time|"),
        ("Événement|Destinataire|Expéditeur|Heure", "text|to|sender|time"),
        ("Seq No.|Date/Time Delivered|Originator (From)|Recipient (To)", "number|time|sender|to"),
        ("Inject #|Inject|Method", "number|text|means"),
        ("Event|Time", "text|time"),
        ("Time|From|To|Subject|Message", "time|sender|to|title|text"),
    ],
)
def test_headings_are_recognised(headings: str, columns: str) -> None:
    """Whatever their case, accents and signs."""
    names = headings.split("|")
    found = recognised(names)
    said = [found[place].value if place in found else "" for place in range(len(names))]
    assert "|".join(said) == columns


def test_a_heading_that_was_mapped_once_is_known_from_then_on() -> None:
    """And one that was put aside stays aside."""
    sheet = sheet_of(b"No;Zulu;Inject;Text\n1;09:00;by ship;Hello\n")
    assert Column.TIME not in sheet.columns.values()
    mapped = {0: Column.NUMBER, 1: Column.TIME, 3: Column.TEXT}
    remembered = to_remember(sheet, mapped)
    assert remembered == {"zulu": Column.TIME}
    again = sheet_of(b"ZULU;Text;No\n09:00;Hello;1\n", remembered)
    assert again.columns == {0: Column.TIME, 1: Column.TEXT, 2: Column.NUMBER}


def test_a_list_in_german_is_understood_and_asks_about_every_stranger_at_once(
    exercise: Session,
) -> None:
    """Not one name after the other, each as the one before was answered."""
    heads = "Nr;Überschrift;Meldung;An"
    table = f"{heads}\n1;Nebel;Er wird dichter.;Türkei, Libanon\n2;Eis;Es hält.;Astra\n"
    sheet = sheet_of(table.encode())
    assert sheet.columns[1] is Column.TITLE
    found = take_in(sheet, exercise.scenario, exercise.play, "liste.csv")
    assert [row.title for row in found.rows] == ["Eis"]
    assert found.unknown == ("Türkei", "Libanon")


def test_actors_are_known_by_their_names_in_other_languages_and_by_their_capitals() -> None:
    """As people write them who play a pack in English in a German room."""
    scenario = read_pack(Path("scenarios/idlib-2020")).scenario
    assert scenario is not None
    for name in ("USA", "Türkei", "Russland", "Damaskus", "Presse"):
        assert strangers_in(scenario, name, {}) == (), name
