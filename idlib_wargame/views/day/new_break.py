"""The break that is proposed where somebody adds one: how long, and after which turn."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import datetime, timedelta
from typing import NamedTuple

from idlib_wargame.rules.pack.scenario import Scenario
from idlib_wargame.session.day import DayPlan, PlannedBreak
from idlib_wargame.session.play import Play
from idlib_wargame.views.day.parts import Kind
from idlib_wargame.views.day.reckoning import reckoned
from idlib_wargame.words.day import lunch_name

BREAK, LUNCH = 10, 45  # minutes
NOON = (12, 30)  # when people eat


class Course(NamedTuple):
    """When an exercise begins, or where it is, and when each turn from then on is over.

    ``turns`` are their numbers with those times, by the laptop's clock, first to last.
    """

    begins: datetime
    turns: Sequence[tuple[int, datetime]] = ()


def planned_course(turns: int, plan: DayPlan, begins: datetime) -> Course:
    """The course of a day that begins then and is played as planned."""
    over, a_turn, found = begins + timedelta(minutes=plan.practice), sum(plan.minutes.values()), []
    for turn in range(1, turns + 1):
        over += timedelta(minutes=a_turn)
        found.append((turn, over))
        had = (each.minutes for each in plan.breaks if min(each.after_turn, turns) == turn)
        over += timedelta(minutes=sum(had))
    return Course(begins, found)


def course_ahead(scenario: Scenario, play: Play, now: datetime, used: int) -> Course:
    """The course of the rest of a day, at the pace of the turns so far."""
    over = {
        part.turn: part.begins + timedelta(minutes=part.minutes)
        for part in reckoned(scenario, play, now, used).parts
        if part.kind is Kind.TURN and part.turn >= play.turn
    }
    return Course(now, tuple(over.items()))


def new_break(course: Course, taken: Collection[int] = ()) -> PlannedBreak:
    """Ten minutes at half the exercise, after a turn that has no break yet where there is one."""
    free = [turn for turn, _over in _between(course) if turn not in taken]
    return PlannedBreak(_nearest(course, _half(course), free), BREAK)


def new_lunch(course: Course) -> PlannedBreak:
    """Lunch, after the turn that is over nearest to half past twelve.

    At half the exercise where all of it lies before or after.
    """
    noon = course.begins.replace(hour=NOON[0], minute=NOON[1], second=0, microsecond=0)
    holds_noon = bool(course.turns) and course.begins <= noon <= course.turns[-1][1]
    turn = _nearest(course, noon if holds_noon else _half(course))
    return PlannedBreak(turn, LUNCH, lunch_name())


def _between(course: Course) -> Sequence[tuple[int, datetime]]:
    """The turns after which there is another."""
    return course.turns[:-1] or course.turns


def _half(course: Course) -> datetime:
    ends = course.turns[-1][1] if course.turns else course.begins
    return course.begins + (ends - course.begins) / 2


def _nearest(course: Course, when: datetime, only: Collection[int] = ()) -> int:
    turns = [each for each in _between(course) if not only or each[0] in only]
    return min(turns, key=lambda each: abs(each[1] - when), default=(1, when))[0]
