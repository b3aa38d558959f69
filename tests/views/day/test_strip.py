"""The day on one strip, and what it comes to in words."""

from __future__ import annotations

from dataclasses import replace

import pytest

from idlib_wargame.session.day import Going, PlannedBreak
from idlib_wargame.session.play import Play
from idlib_wargame.session.session import Session
from idlib_wargame.views.day.cuts import cuts
from idlib_wargame.views.day.parts import Kind, When
from idlib_wargame.views.day.strip import DayStrip, day_strip, plan_told
from tests.views.day.days import at, on_break, played, turns, waiting

LUNCH = PlannedBreak(2, 45, "Lunch")
PLAYED = Going.PLAYED
FINISHED = [*turns("09:00", 30, 30, 30, 30), (4, "finished", "11:00", PLAYED)]


def _strip(session: Session, play: Play, now: str, used: int = 0) -> DayStrip:
    strip = day_strip(session.scenario, play, at(now), used)
    assert strip is not None
    return strip


def test_blocks_lie_side_by_side_in_proportion(session: Session) -> None:
    """Now lies in the second turn; what is late lies after the hour at which all should leave."""
    gone = [*turns("09:00", 30), (2, "talks", "09:30", PLAYED)]
    play = played(session.play, gone, ends_at="11:50", breaks=(LUNCH,))
    strip = _strip(session, play, "09:35", 300)
    assert [(each.name, each.begins, each.ends, each.part.when) for each in strip.blocks] == [
        ("Turn 1", 0, 30, When.OVER),
        ("Turn 2", 30, 60, When.NOW),
        ("Lunch", 60, 105, When.TO_COME),
        ("Turn 3", 105, 135, When.TO_COME),
        ("Turn 4", 135, 165, When.TO_COME),
        ("Hot wash", 165, 185, When.TO_COME),
    ]
    assert (strip.now_at, strip.due, strip.length) == (35, 170, 185)
    assert [each.late_from for each in strip.blocks[-2:]] == [165, 170]
    assert strip.blocks[1].told == (
        "Turn 2, 09:30 to 10:00 · talks 10 min · orders 8 min · adjudication 7 min · report 5 min"
    )
    assert strip.line == "Ends about 12:05 · 15 minutes late · Lunch about 10:00"
    assert strip.told == (
        "The day: Turn 2 · talks · Ends about 12:05 · 15 minutes late · Lunch about 10:00"
    )
    assert strip.is_late


@pytest.mark.parametrize(
    ("hour", "said"),
    [
        ("", "Ends about 11:20"),
        ("11:20", "Ends about 11:20 · on time"),
        ("11:18", "Ends about 11:20 · on time"),
        ("11:17", "Ends about 11:20 · 3 minutes late"),
        ("12:00", "Ends about 11:20 · 40 minutes to spare"),
    ],
)
def test_it_says_how_late_we_shall_be(session: Session, hour: str, said: str) -> None:
    """Two minutes are nobody's trouble."""
    play = played(session.play, [(1, "talks", "09:00", PLAYED)], ends_at=hour)
    assert _strip(session, play, "09:00").line == said


def test_free_time_is_drawn_and_no_more_than_a_quarter(session: Session) -> None:
    """An exercise of two hours that may last until the evening fills its strip all the same."""
    gone = [(1, "talks", "09:00", PLAYED)]
    near = _strip(session, played(session.play, gone, ends_at="11:40"), "09:00")
    far = _strip(session, played(session.play, gone, ends_at="16:30"), "09:00")
    assert (near.due, near.length) == (160, 160)
    assert (far.due, far.length) == (None, 140)


def test_before_it_begins_it_says_when_it_would_end(session: Session) -> None:
    """As if the first turn began now; nothing is gone by yet."""
    strip = _strip(session, waiting(session.play, practice=10), "09:00")
    assert strip.line == "Begun now, ends about 11:30"
    assert (strip.blocks[0].part.kind, strip.blocks[0].name) == (Kind.PRACTICE, "Practice turn")
    assert {each.part.when for each in strip.blocks} == {When.TO_COME}


def test_a_break_says_how_much_of_it_is_left(session: Session) -> None:
    """Or how long people have been away past it."""
    play = played(session.play, turns("09:00", 30, 30), breaks=(LUNCH,))
    play = on_break(play, "10:00", 45, "Lunch")
    assert _strip(session, play, "10:33").line == "Lunch: 12 minutes left · Ends about 12:10"
    assert _strip(session, play, "10:48").line == "Lunch: 3 minutes over · Ends about 12:13"
    assert _strip(session, play, "10:45").line.startswith("Lunch: its minutes are up")
    almost = day_strip(session.scenario, play, at("10:44", 36), 0)
    assert almost is not None
    assert almost.line.startswith("Lunch: 1 minute left")


def test_a_day_that_runs_late_says_by_what_it_is_reckoned(session: Session) -> None:
    """The turns took forty minutes instead of thirty: so will the others, at this pace. Lunch that
    was passed over counts, and what skipping it would come to names where it would be."""
    gone = [*turns("09:00", 40, 40), (3, "talks", "10:20", PLAYED)]
    play = played(session.play, gone, ends_at="12:15", breaks=(LUNCH,))
    assert _strip(session, play, "10:20").line == (
        "At this pace, ends about 12:42 · 27 minutes late · Lunch about 10:57"
    )
    said = [each.words for each in cuts(session.scenario, play, at("10:20"), 0)]
    assert "Skip Lunch after turn 3: ends about 11:57" in said


def test_a_day_without_minutes_says_so(session: Session) -> None:
    """A pack need not say how long its phases take."""
    strip = _strip(session, waiting(session.play, minutes={}), "09:00")
    assert strip.blocks == ()
    assert strip.line == (
        "Nobody has said how long the phases take, so nobody knows when the day ends."
    )


def test_a_finished_exercise_has_no_strip(session: Session) -> None:
    """What is left is the hot wash, which has a line of its own."""
    play = played(session.play, FINISHED)
    assert day_strip(session.scenario, play, at("11:00"), 0) is None


def test_a_plan_is_told_its_end_before_it_is_made(session: Session) -> None:
    """By the pace so far, and how late that is; nothing of one without minutes."""
    play = played(session.play, turns("09:00", 30)[:1], ends_at="12:00")

    def told(**day: object) -> str:
        plan = replace(play.day, **day)  # type: ignore[arg-type]
        return plan_told(session.scenario, play, plan, at("09:00"), 0)

    strip = day_strip(session.scenario, play, at("09:00"), 0)
    assert strip is not None
    assert told() == strip.line
    assert told(hot_wash=80) != told()
    assert "minutes late" in told(hot_wash=200)
    assert told(minutes={}) == ""
