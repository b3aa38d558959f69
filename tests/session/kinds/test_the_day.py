"""The day: its plan, minutes given to a phase, breaks, and the line on handling."""

from __future__ import annotations

from dataclasses import replace

import pytest

from idlib_wargame.rules.audience import CONTROL
from idlib_wargame.session.acts import Act
from idlib_wargame.session.day import DayPlan, PlannedBreak, is_hour
from idlib_wargame.session.kinds.break_begun import TakeBreak
from idlib_wargame.session.kinds.closed import CloseTurn
from idlib_wargame.session.kinds.day_planned import PlanDay
from idlib_wargame.session.kinds.handling_set import SetHandling
from idlib_wargame.session.kinds.minutes_given import GiveMinutes
from idlib_wargame.session.kinds.note import TakeNote
from idlib_wargame.session.kinds.phase import MoveOn
from idlib_wargame.session.kinds.redone import Redo
from idlib_wargame.session.kinds.reopened import Reopen
from idlib_wargame.session.kinds.timer import SetTimer
from idlib_wargame.session.kinds.undone import Undo
from idlib_wargame.session.session import Session
from idlib_wargame.session.timer import TimerState
from tests.session.exercises import (
    READERS,
    do,
    last_line,
    read_back,
    refusal,
    to_orders,
    to_results,
    told_to,
)

LUNCH = PlannedBreak(1, 45, "Lunch")


def test_a_plan_says_only_what_changes(session: Session) -> None:
    """Talks are shorter from now on; the other phases stay as the pack has them."""
    day = DayPlan({"talks": 7}, 25, "16:30", (LUNCH,))
    do(session, PlanDay(day))
    assert session.play.minutes == 7
    assert session.play.day == replace(day, minutes={**session.scenario.minutes, "talks": 7})
    assert last_line(session) == "The day was planned anew, to end at 16:30."
    assert told_to(session) == {CONTROL}
    assert read_back(session) == session.play


@pytest.mark.parametrize(
    ("hour", "fits"),
    [("16:30", True), ("00:00", True), ("24:00", False), ("9:30", False), ("16.30", False)],
)
def test_an_hour_is_written_with_two_figures_each(hour: str, fits: bool) -> None:
    """So that nobody wonders whether it is morning."""
    assert is_hour(hour) is fits


@pytest.mark.parametrize(
    ("day", "said"),
    [
        (DayPlan(ends_at="25:00"), "25:00 stands where an hour such as 16:30, or nothing was"),
        (DayPlan({"siesta": 5}), "siesta stands where a phase of the pack was"),
        (DayPlan(hot_wash=9999), "9999 stands where a whole number from 0 to 600 was"),
        (DayPlan(breaks=(LUNCH._replace(minutes=0),)), "0 stands where a whole number from 1"),
    ],
)
def test_a_plan_that_cannot_be_is_refused(session: Session, day: DayPlan, said: str) -> None:
    """With what was found and what was expected."""
    assert said in refusal(session, PlanDay(day))


def test_minutes_are_given_to_this_phase_of_this_turn_alone(session: Session) -> None:
    """Five more, one fewer; orders have what the pack gives them, and an undo leaves it alone."""
    do(session, GiveMinutes(5), GiveMinutes(-1), TakeNote("A slip"), Undo())
    assert session.play.minutes == 14
    assert [each.text for each in session.log()][-4:-2] == [
        "Talks has 5 minutes more.",
        "Talks has 1 minute fewer.",
    ]
    assert read_back(session) == session.play
    to_orders(session)
    assert session.play.minutes == 8


@pytest.mark.parametrize(
    ("act", "said"),
    [
        (GiveMinutes(0), "No minutes were given, so the phase stays as long as it was."),
        (GiveMinutes(-10), "The phase has 10 minutes in all, and one must be left."),
        (GiveMinutes(600), "A phase has 600 minutes at most."),
        (TakeBreak(0, 0), "A break has 1 to 600 minutes, not 0."),
        (SetHandling("x" * 121), "The line has 121 characters; it has room for 120."),
    ],
)
def test_what_makes_no_sense_is_refused(session: Session, act: Act, said: str) -> None:
    """With a sentence that says why."""
    assert refusal(session, act) == said
    assert refusal(session, act, "astra") == "Only the facilitator may do that."


def test_a_break_stops_the_clock_until_it_goes_on(session: Session) -> None:
    """Everybody is told of it; a second break waits for the end of the first."""
    do(session, SetTimer(TimerState.RUNNING, 0), TakeBreak(45, 130, " Lunch "))
    assert last_line(session) == "A break of 45 minutes: Lunch."
    assert told_to(session) == set(READERS)
    taken = session.play.on_break
    assert taken is not None
    assert (taken.minutes, taken.name, taken.since) == (45, "Lunch", session.entries[-1].at)
    assert session.play.timer.state is TimerState.PAUSED
    assert refusal(session, TakeBreak(5, 0)) == (
        "There is a break already; have the timer go on first."
    )
    assert read_back(session) == session.play
    do(session, SetTimer(TimerState.RUNNING, 130))
    assert session.play.on_break is None
    assert session.play.timer.used == 130


def test_the_next_phase_ends_a_break(session: Session) -> None:
    """Nobody has to remember to end it."""
    assert refusal(session, TakeBreak(15, 0)) == (
        "The exercise has not begun, so there is nothing to have a break from."
    )
    do(session, SetTimer(TimerState.RUNNING, 0), TakeBreak(15, 0), MoveOn())
    assert session.play.on_break is None


def test_a_break_ended_by_the_next_phase_is_over_for_good(session: Session) -> None:
    """Undoing the phase sends nobody back to it: that people came back is an entry of its own."""
    do(session, SetTimer(TimerState.RUNNING, 0), TakeBreak(15, 30), MoveOn())
    assert [each.text for each in session.log()][-2:] == [
        "Timer goes on with 9:30 left.",
        "Turn 1: Orders open.",
    ]
    do(session, Undo())
    assert session.play.on_break is None
    assert (session.play.phase, session.play.timer.used) == ("talks", 30)
    assert read_back(session) == session.play
    do(session, TakeBreak(15, 40))
    entries = len(session.entries)
    assert refusal(session, CloseTurn())
    assert len(session.entries) == entries
    assert session.play.on_break is not None


def test_a_reopened_turn_leaves_a_break_as_it_is(session: Session) -> None:
    """People are out of the room or they are not: neither re-opening nor undo changes that."""
    to_results(session)
    do(session, CloseTurn())
    do(session, TakeBreak(45, 20, "Lunch"), Reopen(1))
    assert session.play.phase == "orders"
    assert session.play.on_break is not None
    do(session, Undo())
    assert session.play.phase == "report"
    assert session.play.on_break is not None
    do(session, Redo())
    assert session.play.on_break is not None
    assert read_back(session) == session.play
    do(session, SetTimer(TimerState.RUNNING, 0), TakeNote("Back"), Undo(), Undo())
    assert session.play.phase == "report"
    assert session.play.on_break is None
    assert session.play.timer.state is TimerState.RUNNING
    assert read_back(session) == session.play


def test_a_planned_break_that_was_begun_is_no_longer_to_come(session: Session) -> None:
    """One that nobody planned leaves the plan as it is, whatever it is called."""
    tea = PlannedBreak(2, 15, "Tea")
    do(session, SetTimer(TimerState.RUNNING, 0), PlanDay(DayPlan(breaks=(LUNCH, tea))))
    do(session, TakeBreak(15, 0, "Tea"), SetTimer(TimerState.RUNNING, 0))
    assert session.play.day.breaks == (LUNCH, tea)
    do(session, TakeBreak(45, 0, "Lunch", after_turn=1))
    assert list(session.play.day.breaks) == [tea]
    assert read_back(session) == session.play


def test_the_plan_before_is_kept(session: Session) -> None:
    """Without a break that has begun since; a practice that is over makes no other plan."""
    do(session, PlanDay(DayPlan({"talks": 7}, breaks=(LUNCH,), practice=10)))
    do(session, PlanDay(DayPlan({"talks": 5}, breaks=(LUNCH,), practice=10)))
    do(session, PlanDay(replace(session.play.day, practice=0)), SetTimer(TimerState.RUNNING, 0))
    before = session.play.day_before
    assert before is not None
    assert (before.minutes["talks"], before.breaks, before.practice) == (7, (LUNCH,), 0)
    do(session, TakeBreak(45, 0, "Lunch", after_turn=1))
    assert session.play.day_before == before.without(LUNCH)
    assert read_back(session) == session.play


def test_a_plan_of_the_phase_in_play_takes_the_place_of_what_was_given(session: Session) -> None:
    """Nobody has to reckon; and no phase is so short that its clock goes away."""
    do(session, GiveMinutes(-7), PlanDay(DayPlan({"talks": 7})))
    assert session.play.minutes == 7
    do(session, GiveMinutes(-6), PlanDay(DayPlan({"orders": 5})))
    assert session.play.minutes == 1
    assert read_back(session) == session.play


def test_an_undo_into_the_phase_before_takes_no_time_along(session: Session) -> None:
    """The break goes on; what was used of the phase that is gone was used of that."""
    do(session, SetTimer(TimerState.RUNNING, 0), MoveOn(), TakeBreak(15, 77), Undo())
    assert session.play.on_break is not None
    assert (session.play.phase, session.play.timer.used) == ("talks", 0)


def test_the_handling_line_is_one_line_for_everybody(session: Session) -> None:
    """It may be set, changed and taken away at any moment."""
    do(session, SetHandling(" Exercise.\n Chatham  House rule "))
    assert session.play.setup.handling == "Exercise. Chatham House rule"
    assert told_to(session) == set(READERS)
    do(session, SetHandling("Exercise \u202ealone\u2066"))
    assert session.play.setup.handling == "Exercise alone"
    assert last_line(session) == "To be handled so: Exercise alone"
    do(session, SetHandling(""))
    assert session.play.setup.handling == ""
    assert last_line(session) == "No line says any longer how this is to be handled."
    assert read_back(session) == session.play
