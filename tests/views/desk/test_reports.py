"""Reports at the desk: held and released, worded anew, and worded before a turn was re-opened."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from idlib_wargame.packs.reader import PackReading, read_pack
from idlib_wargame.rules.audience import CONTROL, ROOM, Reader
from idlib_wargame.session.kinds.adjudicated import Adjudicate
from idlib_wargame.session.kinds.by_hand import TakeInHand
from idlib_wargame.session.kinds.closed import CloseTurn
from idlib_wargame.session.kinds.desk_draft import DraftAtDesk
from idlib_wargame.session.kinds.reopened import Reopen
from idlib_wargame.session.kinds.report_edited import EditReport
from idlib_wargame.session.kinds.report_released import ReleaseReport
from idlib_wargame.session.play import Length, ReportText
from idlib_wargame.session.session import Session
from idlib_wargame.views.desk.reports import (
    DeskReport,
    desk_report,
    half_worded,
    held_words,
    place_of,
    report_papers,
)
from idlib_wargame.views.seat import seat_view
from idlib_wargame.views.situation_report import SituationReport, report_text
from tests.conftest import HARBOUR
from tests.session.exercises import begun, do, to_results

PAGE = ReportText(1, "room", Length.PAGE)
READERS = (ROOM, Reader("astra"), Reader("borea"))


@pytest.fixture(scope="module")
def full() -> PackReading:
    """The harbour pack with injects and agreements."""
    return read_pack(HARBOUR.with_name("harbour_full"))


@pytest.fixture
def session(full: PackReading) -> Iterator[Session]:
    """Turn 1 closed, its reports held."""
    session = begun(full)
    to_results(session)
    do(session, TakeInHand("reports"), CloseTurn())
    yield session
    session.close()


def read(session: Session, reader: Reader, length: Length = Length.PAGE) -> SituationReport:
    """What a reader may read of turn 1."""
    return report_text(session.referee, session.play, reader, 1, length)


def at_desk(session: Session, which: ReportText = PAGE) -> DeskReport:
    """A report as the desk has it."""
    found = desk_report(session, which)
    assert found is not None
    return found


def test_a_report_that_is_held_is_read_by_nobody_but_control(session: Session) -> None:
    """Seats are told that it is not out yet; released, all have it in both lengths."""
    assert [read(session, reader).text for reader in READERS] == ["", "", ""]
    assert read(session, CONTROL).text.startswith("#")
    view = seat_view(session, "astra").report
    assert view == ("", "", "The report of turn 1 has not been released yet.")
    assert (
        held_words(session, PAGE)
        == "Held: seats and room read the results, and not this report yet"
    )
    do(session, ReleaseReport(1))
    assert all(read(session, each, length).text for each in READERS for length in Length)
    assert seat_view(session, "astra").report.held == ""
    assert held_words(session, PAGE).startswith("Released at ")


def test_a_wording_is_read_by_those_it_is_for(session: Session) -> None:
    """In that length alone, and marked; everybody else reads what was written."""
    before = {each: read(session, each).text for each in READERS}
    assert set(before.values()) == {""}
    do(session, ReleaseReport(1))
    written = {each: read(session, each).text for each in READERS}
    do(session, EditReport(PAGE, "# All is well\n"))
    worded = read(session, ROOM)
    assert worded.text == "# All is well\n\n*Worded by the facilitator.*\n"
    assert worded.is_edited
    assert {each: read(session, each).text for each in READERS[1:]} == {
        each: written[each] for each in READERS[1:]
    }
    assert not read(session, ROOM, Length.MINUTE).is_edited
    assert "Worded by the facilitator" in held_words(session, PAGE)
    assert at_desk(session).wording == "# All is well\n"
    assert at_desk(session).written == written[ROOM]


def test_a_wording_of_a_turn_that_was_re_opened_is_offered_again(session: Session) -> None:
    """It is in force no longer, and not lost; nor is one that was left for the program’s words."""
    do(session, EditReport(PAGE, "# All is well\n"))
    assert at_desk(session).before == ""
    do(session, Reopen(1))
    assert desk_report(session, PAGE) is None
    do(session, Adjudicate(), CloseTurn())
    assert not read(session, CONTROL).is_edited
    assert at_desk(session).before == "# All is well\n"
    assert at_desk(session, PAGE._replace(reader="astra")).before == ""
    do(session, EditReport(PAGE, "# Calm\n"), EditReport(PAGE, ""))
    assert at_desk(session).before == "# Calm\n"


def test_what_is_half_worded_is_named_at_every_other_report(session: Session) -> None:
    """By reader and length, so that it is found again."""
    minute = ReportText(1, "astra", Length.MINUTE)
    do(session, DraftAtDesk(place_of(minute), "# Half"))
    assert at_desk(session, minute).typed == "# Half"
    assert half_worded(session, minute) == ""
    assert half_worded(session, PAGE) == "Half worded: For Astra, a minute"


def test_every_seats_report_is_a_paper_of_its_own(session: Session) -> None:
    """With a name of its own, whose it is, and the head of the record."""
    papers = report_papers(session, PAGE, all_seats=True)
    assert [paper.head.people for paper in papers] == [
        f"For {seat.name}" for seat in session.scenario.seats
    ]
    assert len({paper.head.file for paper in papers}) == len(papers)
    assert all("Record fingerprint when turn 1 was closed" in paper.text for paper in papers)
    (own,) = report_papers(session, PAGE._replace(length=Length.MINUTE), all_seats=False)
    assert own.head.file == "Grey Bank, B, room, minute-1"
