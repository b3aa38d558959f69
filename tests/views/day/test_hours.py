"""Hours as people type them."""

from __future__ import annotations

import pytest

from idlib_wargame.views.day.hours import hour_typed, to_five_minutes
from tests.views.day.days import at


@pytest.mark.parametrize(
    ("typed", "hour"),
    [
        ("16:30", "16:30"),
        (" 16.30 ", "16:30"),
        ("16h30", "16:30"),
        ("1630", "16:30"),
        ("930", "09:30"),
        ("9", "09:00"),
        ("", ""),
        ("24:00", None),
        ("12:60", None),
        ("noon", None),
        ("\u0661\u0662", "12:00"),
        ("\u0661\u0666:\u0663\u0660", "16:30"),
        ("\u00b2", None),
        ("16:3", None),
    ],
)
def test_an_hour_is_read_as_it_is_written_here_or_there(typed: str, hour: str | None) -> None:
    """With a colon, a point or nothing between; what is no hour is none."""
    assert hour_typed(typed) == hour


@pytest.mark.parametrize(
    ("now", "begins"), [("09:00", "09:00"), ("09:01", "09:05"), ("23:58", "00:00")]
)
def test_nobody_begins_at_an_odd_minute(now: str, begins: str) -> None:
    """The next that a clock on the wall shows."""
    assert f"{to_five_minutes(at(now)):%H:%M}" == begins
