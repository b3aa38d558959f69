"""Lengths of time, as a timer shows them."""

from __future__ import annotations

import pytest

from idlib_wargame.words.durations import minutes_and_seconds


@pytest.mark.parametrize(
    ("seconds", "shown"), [(0, "0:00"), (5, "0:05"), (60, "1:00"), (754, "12:34"), (7205, "120:05")]
)
def test_minutes_and_seconds(seconds: int, shown: str) -> None:
    """Seconds have two figures, and hours are told in minutes."""
    assert minutes_and_seconds(seconds) == shown
