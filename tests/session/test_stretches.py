"""How the time of an exercise went by, as its record tells it."""

from __future__ import annotations

from idlib_wargame.session.day import DayPlan, Going, Stretch
from idlib_wargame.session.kinds.adjudicated import Adjudicate
from idlib_wargame.session.kinds.break_begun import TakeBreak
from idlib_wargame.session.kinds.day_planned import PlanDay
from idlib_wargame.session.kinds.note import TakeNote
from idlib_wargame.session.kinds.phase import MoveOn
from idlib_wargame.session.kinds.reopened import Reopen
from idlib_wargame.session.kinds.timer import SetTimer
from idlib_wargame.session.kinds.undone import Undo
from idlib_wargame.session.session import Session
from idlib_wargame.session.timer import TimerState
from tests.session.exercises import do, read_back, to_orders


def _told(session: Session) -> list[tuple[int, str, Going]]:
    return [(each.turn, each.phase, each.going) for each in session.play.stretches]


def test_no_time_goes_by_before_the_exercise_begins(session: Session) -> None:
    """A setup made the week before is no part of the day."""
    do(session, TakeNote("The room is full"))
    assert _told(session) == []
    do(session, SetTimer(TimerState.RUNNING, 0))
    (begun,) = session.play.stretches
    assert begun == Stretch(1, "talks", session.entries[-1].at, planned=10)


def test_pauses_breaks_and_an_empty_desk_are_told_apart(session: Session) -> None:
    """Whatever is done at a desk that was closed says that somebody is there again."""
    do(session, SetTimer(TimerState.RUNNING, 0), SetTimer(TimerState.PAUSED, 60))
    do(session, SetTimer(TimerState.RUNNING, 60), TakeBreak(45, 70, "Lunch"))
    do(session, SetTimer(TimerState.RUNNING, 70), SetTimer(TimerState.LEFT, 80))
    do(session, TakeNote("Back"), TakeNote("Still here"))
    assert [each.going for each in session.play.stretches] == [
        Going.PLAYED,
        Going.PAUSED,
        Going.PLAYED,
        Going.BREAK,
        Going.PLAYED,
        Going.LEFT,
        Going.PLAYED,
    ]
    lunch = session.play.stretches[3]
    assert (lunch.minutes, lunch.name) == (45, "Lunch")
    assert read_back(session) == session.play


def test_each_stretch_knows_what_was_planned_for_it(session: Session) -> None:
    """A plan that changes later says nothing of what was."""
    do(session, SetTimer(TimerState.RUNNING, 0), PlanDay(DayPlan({"talks": 4, "orders": 5})))
    to_orders(session)
    assert [(each.phase, each.planned) for each in session.play.stretches] == [
        ("talks", 10),
        ("orders", 5),
    ]


def test_a_turn_that_is_re_opened_goes_on_where_it_was(session: Session) -> None:
    """What an undo or a re-opening took away counts for the phase that people were in again."""
    do(session, SetTimer(TimerState.RUNNING, 0), MoveOn(), Undo(), TakeNote("Not yet"), MoveOn())
    assert _told(session) == [(1, "talks", Going.PLAYED), (1, "orders", Going.PLAYED)]
    do(session, Adjudicate())
    assert _told(session)[-1] == (1, "adjudication", Going.PLAYED)
    do(session, Reopen(1))
    assert _told(session) == [(1, "talks", Going.PLAYED), (1, "orders", Going.PLAYED)]
    assert read_back(session) == session.play
