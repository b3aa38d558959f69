"""The break that is proposed where somebody adds one."""

from __future__ import annotations

import pytest

from idlib_wargame.session.day import DayPlan, Going, PlannedBreak
from idlib_wargame.session.session import Session
from idlib_wargame.views.day.new_break import (
    Course,
    course_ahead,
    new_break,
    new_lunch,
    planned_course,
)
from tests.views.day.days import MINUTES, at, played, turns


@pytest.mark.parametrize(
    ("begins", "count", "lunch", "rest"),
    [
        ("09:00", 4, 2, 2),  # three hours in the morning: both at half of it
        ("10:00", 8, 5, 4),  # turn five is over at half past twelve
        ("10:10", 8, 5, 4),  # turn four is over at 12:10, the next at 12:40
        ("13:00", 6, 3, 3),  # all of it after lunch
        ("12:00", 1, 1, 1),  # there is no other place
    ],
)
def test_lunch_is_at_half_past_twelve_and_a_break_at_half(
    begins: str, count: int, lunch: int, rest: int
) -> None:
    """Forty-five minutes and ten; turns of half an hour each, after ten of practice or none."""
    course = planned_course(count, DayPlan(MINUTES, practice=10 if count == 4 else 0), at(begins))
    assert new_lunch(course) == PlannedBreak(lunch, 45, "Lunch")
    assert new_break(course) == PlannedBreak(rest, 10)


def test_a_second_break_lies_elsewhere() -> None:
    """After the turn next to the half that has none, and where all have one, at the half."""
    course = planned_course(4, DayPlan(MINUTES, breaks=(PlannedBreak(2, 45),)), at("09:00"))
    assert course.turns[2] == (3, at("11:15"))
    assert new_break(course, [2]).after_turn == 1
    assert new_break(course, [1, 2, 3]).after_turn == 2
    assert new_break(Course(at("09:00"))).after_turn == 1


def test_on_the_day_it_follows_the_pace(session: Session) -> None:
    """Turns took forty minutes each instead of thirty: the third is over nearest to half past."""
    gone = [*turns("10:30", 40), (2, "talks", "11:10", Going.PLAYED)]
    play = played(session.play, gone)
    course = course_ahead(session.scenario, play, at("11:10"), 0)
    assert [turn for turn, _over in course.turns] == [2, 3, 4]
    assert new_lunch(course).after_turn == 3
