"""Situation reports that are worded anew and released, and what the desk has half typed."""

from __future__ import annotations

import pytest

from idlib_wargame.rules.audience import CONTROL
from idlib_wargame.rules.odds import Band
from idlib_wargame.session.acts import Act
from idlib_wargame.session.kinds.adjudicated import Adjudicate
from idlib_wargame.session.kinds.by_hand import TakeInHand
from idlib_wargame.session.kinds.closed import CloseTurn
from idlib_wargame.session.kinds.desk_draft import DraftAtDesk
from idlib_wargame.session.kinds.phase import MoveOn
from idlib_wargame.session.kinds.redone import Redo
from idlib_wargame.session.kinds.reopened import Reopen
from idlib_wargame.session.kinds.report_edited import EditReport
from idlib_wargame.session.kinds.report_released import ReleaseReport
from idlib_wargame.session.kinds.ruling import Decide
from idlib_wargame.session.kinds.undone import Undo
from idlib_wargame.session.play import Length, ReportText
from idlib_wargame.session.session import Session
from tests.session.exercises import (
    READERS,
    do,
    last_line,
    read_back,
    refusal,
    to_results,
    told_to,
)

PAGE = ReportText(1, "room", Length.PAGE)


def test_a_report_goes_by_itself_unless_it_is_held(session: Session) -> None:
    """Held, it waits until the facilitator releases it, and everybody reads that it is there."""
    to_results(session)
    do(session, CloseTurn())
    assert session.play.released == {1}
    do(session, Undo(), TakeInHand("reports"), CloseTurn())
    assert session.play.released == frozenset()
    do(session, ReleaseReport(1))
    assert session.play.released == {1}
    assert last_line(session) == "The report of turn 1 may be read."
    assert told_to(session) == set(READERS)
    assert read_back(session) == session.play


@pytest.mark.parametrize(
    ("act", "said"),
    [
        (ReleaseReport(1), "The report of turn 1 can be read already."),
        (ReleaseReport(2), "Turn 2 is not closed, so it has no report yet."),
        (EditReport(PAGE._replace(turn=2), "x"), "Turn 2 is not closed, so it has no report yet."),
        (
            EditReport(PAGE._replace(reader="nowhere"), "x"),
            "There is no seat “nowhere” in this exercise.",
        ),
        (TakeInHand("weather"), "Nothing called “weather” goes by itself."),
        (TakeInHand("injects", False), "It is so already."),
    ],
)
def test_what_cannot_be_released_or_edited(session: Session, act: Act, said: str) -> None:
    """It is said why."""
    to_results(session)
    do(session, CloseTurn())
    assert refusal(session, act) == said
    assert refusal(session, act, "astra") == "Only the facilitator may do that."


def test_an_edited_report_goes_and_comes_back_with_its_turn(session: Session) -> None:
    """What was worded of results that no longer stand is not read; a redo brings it back."""
    to_results(session)
    do(session, CloseTurn(), EditReport(PAGE, "# All is well"))
    assert session.play.reports == {PAGE: "# All is well"}
    assert last_line(session) == "The report of turn 1 for the room was worded anew."
    assert told_to(session) == {CONTROL}
    do(session, Reopen(1))
    assert session.play.reports == {}
    assert session.play.released == frozenset()
    do(session, Undo())
    assert session.play.reports == {PAGE: "# All is well"}
    assert session.play.released == {1}
    do(session, Redo(), Undo(), EditReport(PAGE, " "))
    assert session.play.reports == {}
    assert last_line(session) == "A report of turn 1 reads as it was written again."
    assert read_back(session) == session.play


def test_a_report_held_by_hand_is_held_again_once_its_turn_is_closed_with_other_results(
    session: Session,
) -> None:
    """The close was undone and a result ruled otherwise: nobody reads the wording of the first."""
    to_results(session)
    do(session, TakeInHand("reports"), CloseTurn())
    do(session, EditReport(PAGE, "# All is well"), ReleaseReport(1), Undo())
    assert not session.play.reports
    assert not session.play.released
    do(session, Redo())
    assert session.play.reports == {PAGE: "# All is well"}
    assert session.play.released == {1}
    assert session.play.pending is None
    do(session, Undo())
    assert session.play.pending is not None
    card = session.play.pending.result.cards[0]
    do(session, Decide(card.address, Band.FAILURE, "They were drunk"), CloseTurn())
    assert not session.play.reports
    assert not session.play.released
    assert refusal(session, Redo()).startswith("There is nothing to redo")
    assert read_back(session) == session.play


def test_a_report_of_an_earlier_turn_stays_as_it_was_worded(session: Session) -> None:
    """It was released while a later turn was played, and that turn is re-opened."""
    to_results(session)
    do(session, TakeInHand("reports"), CloseTurn(), MoveOn(), MoveOn(), Adjudicate())
    do(session, EditReport(PAGE, "# All is well"), ReleaseReport(1), Reopen(2))
    assert session.play.reports == {PAGE: "# All is well"}
    assert session.play.released == {1}


def test_what_is_half_typed_at_the_desk_is_kept_by_its_place(session: Session) -> None:
    """An empty text takes it away; nobody reads of it, and no undo touches it."""
    do(session, DraftAtDesk("note", "Half a th"), DraftAtDesk("tell", "Good mor"))
    assert session.play.desk_drafts == {"note": "Half a th", "tell": "Good mor"}
    assert last_line(session) != "Half a th"
    assert session.undoable() is None
    assert refusal(session, DraftAtDesk("note", "Half a th")) == (
        "It is kept as it stands already."
    )
    assert refusal(session, DraftAtDesk("note", "x" * 150_001)) == (
        "What is half typed has 150001 characters; at most 150000 are kept."
    )
    do(session, DraftAtDesk("note", ""))
    assert session.play.desk_drafts == {"tell": "Good mor"}
    assert read_back(session) == session.play
