"""The facilitator goes on to the next phase, or to the next turn."""

from __future__ import annotations

import pytest

from idlib_wargame.packs.reader import PackReading
from idlib_wargame.session.kinds.adjudicated import Adjudicate
from idlib_wargame.session.kinds.closed import CloseTurn
from idlib_wargame.session.kinds.draft import DraftOrders
from idlib_wargame.session.kinds.kind import Folding
from idlib_wargame.session.kinds.phase import PHASE, MoveOn
from idlib_wargame.session.session import Session
from tests.session.exercises import (
    PROTEST,
    READERS,
    altered,
    begun,
    do,
    last_line,
    read_back,
    refusal,
    to_orders,
    to_results,
    told_to,
)


def test_the_phases_of_a_turn_follow_one_another(full_session: Session) -> None:
    """From injects to talks to orders, each with its line, which everyone reads."""
    said = []
    for _ in range(2):
        do(full_session, MoveOn())
        said.append(last_line(full_session))
        assert told_to(full_session) == set(READERS)
    do(full_session, Adjudicate(), CloseTurn(), MoveOn())
    said.append(last_line(full_session))
    assert said == ["Turn 1: Talks open.", "Turn 1: Orders open.", "Turn 2: Injects."]


def test_a_new_turn_begins_with_empty_sheets(session: Session) -> None:
    """What was drafted and sealed was for the turn before."""
    session.submit(DraftOrders("astra", PROTEST), "astra")
    do(session, MoveOn())
    assert session.play.drafts == {"astra": PROTEST}
    to_results(session)
    do(session, CloseTurn(), MoveOn())
    play = session.play
    assert (play.turn, play.phase, play.drafts, play.sealed) == (2, "talks", {}, {})
    assert play.phase_since == session.entries[-1].at
    assert read_back(session) == play


def test_the_phase_has_lasted_since_its_entry(session: Session) -> None:
    """The timer counts from there, within a turn as at its beginning."""
    before = session.play
    do(session, MoveOn())
    entry = session.entries[-1]._replace(at="later")
    assert PHASE.fold(before, entry, Folding(session.referee)).phase_since == "later"


def test_nobody_moves_past_orders_or_results(session: Session) -> None:
    """Orders are adjudicated, and results accepted, by acts of their own."""
    to_orders(session)
    orders = "The phase is orders; turn its orders into results first."
    assert refusal(session, MoveOn()) == orders
    do(session, Adjudicate())
    results = "The results of turn 1 are not accepted yet; close the turn first."
    assert refusal(session, MoveOn()) == results


def test_no_turn_follows_the_last(harbour: PackReading) -> None:
    """After it there is only the finish."""
    session = begun(harbour, turns=1)
    to_results(session)
    do(session, CloseTurn())
    assert refusal(session, MoveOn()) == "Turn 1 was the last; finish the exercise."


def test_a_seat_may_not_move_on(session: Session) -> None:
    """The facilitator keeps the time, and may take a step back."""
    assert refusal(session, MoveOn(), "astra") == "Only the facilitator may do that."
    assert PHASE.undoable


@pytest.mark.parametrize(
    ("phase", "line"), [("report", "Turn 3: Report."), ("adjudication", "Turn 3: Adjudication.")]
)
def test_other_phases_go_by_their_name(session: Session, phase: str, line: str) -> None:
    """A pack may put its phases in another order."""
    do(session, MoveOn())
    entry = altered(session.entries[-1], turn=3, phase=phase)
    assert PHASE.line(session.scenario, entry) == line
