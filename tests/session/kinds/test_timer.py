"""The timer of a phase is paused, goes on, or is left by a desk that is closed."""

from __future__ import annotations

from dataclasses import replace

import pytest

from idlib_wargame.packs.reader import PackReading
from idlib_wargame.rules.audience import CONTROL
from idlib_wargame.session.kinds.adjudicated import Adjudicate
from idlib_wargame.session.kinds.closed import CloseTurn
from idlib_wargame.session.kinds.finished import Finish
from idlib_wargame.session.kinds.note import TakeNote
from idlib_wargame.session.kinds.phase import MoveOn
from idlib_wargame.session.kinds.redone import Redo
from idlib_wargame.session.kinds.reopened import Reopen
from idlib_wargame.session.kinds.shapes import MOST
from idlib_wargame.session.kinds.timer import TIMER, SetTimer
from idlib_wargame.session.kinds.undone import Undo
from idlib_wargame.session.session import Session
from idlib_wargame.session.timer import Timer, TimerState
from tests.session.exercises import (
    begun,
    do,
    last_line,
    read_back,
    refusal,
    to_orders,
    to_results,
    told_to,
)

RUNNING, PAUSED, LEFT = TimerState.RUNNING, TimerState.PAUSED, TimerState.LEFT


def test_a_pause_is_in_the_record_and_for_the_facilitator_alone(session: Session) -> None:
    """What was used of the phase and that it stands still is what a reopened desk needs."""
    do(session, SetTimer(PAUSED, 120))
    assert session.entries[-1].body == {
        "turn": 1, "phase": "talks", "state": "paused", "used": 120, "minutes": 10, "begins": False,
    }  # fmt: skip
    assert session.play.timer == Timer(session.entries[-1].number, 120, PAUSED)
    assert told_to(session) == {CONTROL}
    assert read_back(session) == session.play


@pytest.mark.parametrize(
    ("state", "used", "line"),
    [
        (PAUSED, 120, "Timer paused with 8:00 left."),
        (RUNNING, 120, "Timer goes on with 8:00 left."),
        (LEFT, 121, "Desk closed while the timer ran, with 7:59 left."),
        (PAUSED, 600, "Timer paused with 0:00 left."),
        (PAUSED, 665, "Timer paused, 1:05 over."),
        (RUNNING, 665, "Timer goes on, 1:05 over."),
        (LEFT, 7800, "Desk closed while the timer ran, 120:00 over."),
    ],
)
def test_its_line_says_what_is_left_of_the_phase(
    session: Session, state: TimerState, used: int, line: str
) -> None:
    """The pack gives talks ten minutes."""
    do(session, SetTimer(RUNNING, 0))
    assert last_line(session) == "The exercise begins."
    do(session, SetTimer(state, used))
    assert last_line(session) == line


def test_an_exercise_that_has_begun_waits_no_more(session: Session) -> None:
    """It would show the welcome again, and count as if nobody had played."""
    do(session, SetTimer(RUNNING, 0))
    assert refusal(session, SetTimer(TimerState.WAITING, 0)) == (
        "An exercise waits only until it begins; pause the timer instead."
    )


def test_a_phase_without_minutes_has_no_timer(harbour: PackReading, session: Session) -> None:
    """Packs need not give minutes; a finished exercise has none; and no seat may pause."""
    assert refusal(session, SetTimer(PAUSED, 1), "astra") == "Only the facilitator may do that."
    assert harbour.scenario is not None
    untimed = replace(harbour, scenario=replace(harbour.scenario, minutes={"orders": 8}))
    said = "There are no minutes for the phase Talks, so it has no timer."
    assert refusal(begun(untimed), SetTimer(PAUSED, 1)) == said


def test_no_time_is_too_long_to_be_read_again(session: Session) -> None:
    """A desk left open for weeks writes nothing that its own program would find strange."""
    do(session, SetTimer(PAUSED, 10 * MOST))
    assert session.play.timer.used == MOST
    do(session, SetTimer(PAUSED, -1))
    assert session.play.timer.used == 0
    assert read_back(session) == session.play


def test_each_phase_starts_afresh_and_runs(session: Session) -> None:
    """A pause does not last into the next phase."""
    phases = []
    to_results(session)
    for act in (CloseTurn(), MoveOn(), MoveOn(), Adjudicate(), CloseTurn(), Finish()):
        do(session, SetTimer(PAUSED, 60))
        do(session, act)
        phases.append(session.play.phase)
        assert session.play.timer == Timer(session.entries[-1].number)
    assert phases == ["report", "talks", "orders", "adjudication", "report", "finished"]


def test_an_undo_counts_it_not_and_a_redo_stays_possible(session: Session) -> None:
    """Pausing after a mistake is seen does not keep the mistake from being undone."""
    assert not TIMER.undoable
    do(session, TakeNote("Wrong"), SetTimer(PAUSED, 60))
    undoable = session.undoable()
    assert undoable is not None
    assert undoable.text == "Note: Wrong"
    do(session, Undo(), SetTimer(RUNNING, 60))
    assert len(session.play.notes) == 0
    do(session, Redo())
    assert [note.text for note in session.play.notes] == ["Wrong"]
    assert session.play.timer.state is RUNNING


def test_an_undo_brings_a_paused_phase_back_paused(session: Session) -> None:
    """Orders opened by mistake during the break, and taken back."""
    do(session, SetTimer(PAUSED, 120))
    paused = session.play.timer
    to_orders(session)
    do(session, SetTimer(PAUSED, 30), Undo())
    assert (session.play.phase, session.play.timer) == ("talks", paused)
    do(session, Redo())
    assert (session.play.phase, session.play.timer.used) == ("orders", 30)
    assert read_back(session) == session.play


def test_a_re_opened_turn_has_the_time_of_its_orders_again(session: Session) -> None:
    """What was used of them the first time is over; taking the re-opening back takes that too."""
    to_orders(session)
    do(session, SetTimer(PAUSED, 300), Adjudicate(), SetTimer(PAUSED, 60))
    before = session.play
    do(session, Reopen(1))
    entry = session.entries[-1]
    assert (session.play.phase, session.play.timer) == ("orders", Timer(entry.number))
    assert session.play.phase_since == entry.at
    assert read_back(session) == session.play
    do(session, SetTimer(PAUSED, 20), Undo())
    assert session.play == before


def test_a_re_opening_strikes_no_pause(session: Session) -> None:
    """It is a fact of the room."""
    to_results(session)
    do(session, SetTimer(PAUSED, 60))
    number = session.entries[-1].number
    do(session, Reopen(1))
    assert number not in session.struck
