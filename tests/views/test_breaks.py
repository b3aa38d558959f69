"""A break by the clock on the wall: until when, and how much of it is left."""

from __future__ import annotations

from datetime import datetime, timedelta

from idlib_wargame.session.play import Break
from idlib_wargame.views.breaks import ends_at, left_words, minutes_left, until_words


def test_what_is_left_and_the_wall_come_to_when_it_ends() -> None:
    """In whichever second it was begun, and whenever somebody looks."""
    looked = 0
    for second in (0, 20, 40, 59):
        begun = datetime(2031, 3, 3, 12, 30, second).astimezone()
        taken = Break(9, begun.isoformat(), 45, "Lunch")
        assert until_words(taken) == "Lunch until 13:15"
        for later in range(0, 4000, 37):
            now = begun + timedelta(seconds=later)
            wall = now.replace(second=0)
            assert wall + timedelta(minutes=minutes_left(taken, now)) == ends_at(taken)
            looked += 1
        assert minutes_left(taken, begun) == 45
    assert looked == 436


def test_what_is_left_is_told_in_short() -> None:
    """And how long people have been away past it."""
    assert [left_words(left) for left in (12, 0, -3)] == ["12 min", "0 min", "3 min over"]
