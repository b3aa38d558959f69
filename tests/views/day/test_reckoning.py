"""When the day ends at this pace, and how much of it has gone by."""

from __future__ import annotations

from dataclasses import replace

import pytest

from idlib_wargame.session.day import Going, PlannedBreak
from idlib_wargame.session.session import Session
from idlib_wargame.views.day.gone_by import pace
from idlib_wargame.views.day.parts import Kind, When
from idlib_wargame.views.day.reckoning import Reckoning, due_at, reckoned
from idlib_wargame.words.dates import hour_words
from tests.views.day.days import at, on_break, played, turns, utc, waiting

LUNCH, TEA = PlannedBreak(2, 45, "Lunch"), PlannedBreak(3, 15, "Tea")
PLAYED, PAUSED, LEFT = Going.PLAYED, Going.PAUSED, Going.LEFT


def _told(day: Reckoning) -> list[tuple[str, float, When]]:
    """Each part by its turn or its name, with its minutes."""
    return [
        (str(part.turn) if part.turn else part.name or part.kind.value, part.minutes, part.when)
        for part in day.parts
    ]


def test_before_it_begins_the_whole_day_is_still_to_come(session: Session) -> None:
    """Practice turn, four turns of half an hour, lunch after the second, and the hot wash."""
    play = waiting(session.play, practice=10, breaks=(LUNCH,))
    day = reckoned(session.scenario, play, at("09:00"), used=0)
    assert _told(day) == [
        ("practice", 10, When.TO_COME),
        ("1", 30, When.TO_COME),
        ("2", 30, When.TO_COME),
        ("Lunch", 45, When.TO_COME),
        ("3", 30, When.TO_COME),
        ("4", 30, When.TO_COME),
        ("hot_wash", 20, When.TO_COME),
    ]
    assert (day.now_at, hour_words(day.ends)) == (0, "12:15")


@pytest.mark.parametrize(
    ("gone", "now", "used", "ends"),
    [
        # Turn 1, three minutes into talks: 27 minutes, three turns and the hot wash to come.
        ([(1, "talks", "09:00", PLAYED)], "09:03", 180, "11:20"),
        # Talks run over by five minutes: the end moves with the clock.
        ([(1, "talks", "09:00", PLAYED)], "09:15", 900, "11:25"),
        ([(1, "talks", "09:00", PLAYED)], "09:16", 960, "11:26"),
        # The first turn took what was planned.
        ([*turns("09:00", 30), (2, "talks", "09:30", PLAYED)], "09:30", 0, "11:20"),
        # It took a fifth more, and so will the others, but not the talks that have begun.
        ([*turns("09:00", 36), (2, "talks", "09:36", PLAYED)], "09:36", 0, "11:42"),
        # Three times as long: no pace is believed that is slower than half as much again.
        ([*turns("09:00", 90), (2, "talks", "10:30", PLAYED)], "10:30", 0, "13:00"),
        # Half as long: nor one that is faster than three quarters.
        ([*turns("09:00", 15), (2, "talks", "09:15", PLAYED)], "09:15", 0, "10:45"),
    ],
)
def test_it_ends_at_the_pace_of_the_turns_so_far(
    session: Session, gone: list[tuple[int, str, str, Going]], now: str, used: int, ends: str
) -> None:
    """What has begun takes the minutes it has; what has not, as many as turns took so far."""
    play = played(session.play, gone)
    assert hour_words(reckoned(session.scenario, play, at(now), used).ends) == ends


def test_pauses_and_an_empty_desk_are_no_pace(session: Session) -> None:
    """A turn with a pause of ten minutes in it was not played slowly. What a pause took is in the
    length of the turn; a night with nobody at the desk is in nothing."""
    gone = [
        *turns("09:00", 30)[:3],
        (1, "report", "09:25", PLAYED),
        (1, "report", "09:27", PAUSED),
        (1, "report", "09:37", LEFT),
        (1, "report", "10:37", PLAYED),
        (2, "talks", "10:40", PLAYED),
    ]
    play = played(session.play, gone)
    day = reckoned(session.scenario, play, at("10:40"), used=0)
    assert pace(play, at("10:40")) == 1
    assert _told(day)[:2] == [("1", 40, When.OVER), ("2", 30, When.NOW)]
    assert hour_words(day.ends) == "12:30"


def test_a_break_splits_the_turn_that_it_lies_in(session: Session) -> None:
    """Ten minutes into a break of fifteen, five of it are to come, and then the rest of the turn.
    One that was planned and taken early is not taken twice."""
    play = played(session.play, [(1, "talks", "09:00", PLAYED)], breaks=(TEA,))
    play = on_break(play, "09:04", 15, "Tea")
    day = reckoned(session.scenario, play, at("09:14"), used=240)
    assert _told(day)[:4] == [
        ("1", 4, When.OVER),
        ("Tea", 15, When.NOW),
        ("1", 26, When.TO_COME),
        ("2", 30, When.TO_COME),
    ]
    assert [part.name for part in day.parts].count("Tea") == 1
    late = reckoned(session.scenario, play, at("09:24"), used=240)
    assert _told(late)[1] == ("Tea", 20, When.NOW)
    assert (hour_words(day.ends), hour_words(late.ends)) == ("11:35", "11:40")


def test_two_breaks_of_one_name_are_two(session: Session) -> None:
    """Tea after the first turn was taken; tea after the third is still to come."""
    teas = (PlannedBreak(1, 15, "Tea"), TEA)
    gone = turns("09:00", 30)
    play = on_break(played(session.play, gone, breaks=teas), "09:28", 15, "Tea")
    day = reckoned(session.scenario, play, at("09:30"), used=180)
    assert [(part.name, part.when) for part in day.parts if part.kind is Kind.BREAK] == [
        ("Tea", When.NOW),
        ("Tea", When.TO_COME),
    ]


def test_a_break_that_was_passed_over_is_still_to_come(session: Session) -> None:
    """Lunch was planned after turn two, and people played on into turn three: it counts until it
    is begun or taken out of the plan, and so does one after a turn that is not played any more."""
    gone = [*turns("09:00", 30, 30), (3, "talks", "10:00", PLAYED)]
    play = played(session.play, gone, breaks=(LUNCH, PlannedBreak(9, 10, "Tea")))
    day = reckoned(session.scenario, play, at("10:00"), 0)
    assert [(part.turn, part.name) for part in day.parts[2:]] == [
        (3, ""),
        (0, "Lunch"),
        (4, ""),
        (0, "Tea"),
        (0, ""),
    ]
    assert hour_words(day.ends) == "12:15"


def test_minutes_given_to_a_phase_count_for_it_alone(session: Session) -> None:
    """Five more for these talks."""
    play = replace(
        played(session.play, [(1, "talks", "09:00", PLAYED)]), minutes_given={(1, "talks"): 5}
    )
    assert hour_words(reckoned(session.scenario, play, at("09:00"), 0).ends) == "11:25"


def test_a_practice_turn_comes_before_the_day(session: Session) -> None:
    """While it is played, all turns are still to come."""
    play = played(session.play, [(1, "talks", "09:00", PLAYED)], practice=10)
    play = replace(play, setup=replace(play.setup, practice=True))
    day = reckoned(session.scenario, play, at("09:04"), used=240)
    assert _told(day)[:2] == [("practice", 10, When.NOW), ("1", 30, When.TO_COME)]
    assert hour_words(day.ends) == "11:30"


@pytest.mark.parametrize(
    ("hour", "now", "due"),
    [
        ("16:30", "09:00", "03 16:30"),
        ("16:30", "20:00", "03 16:30"),
        ("01:00", "22:00", "04 01:00"),
        ("23:00", "00:30", "02 23:00"),
    ],
)
def test_an_hour_is_the_nearest_one_that_the_clock_tells(hour: str, now: str, due: str) -> None:
    """Whoever plays into the night means that night."""
    found = due_at(hour, at(now))
    assert found is not None
    assert f"{found:%d %H:%M}" == due


def test_the_hot_wash_begins_as_the_exercise_is_finished(session: Session) -> None:
    """And has all its minutes, however late it is."""
    gone = [*turns("09:00", 30, 30, 30, 30), (4, "finished", "11:00", PLAYED)]
    day = reckoned(session.scenario, played(session.play, gone, ends_at="11:00"), at("11:08"), 0)
    assert _told(day)[-1] == ("hot_wash", 20, When.NOW)
    assert (hour_words(day.ends), day.late, day.is_late) == ("11:20", 20, True)
    assert utc("11:00").startswith("2031-03-03T09:00")
