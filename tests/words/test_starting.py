"""The start window in sentences."""

from __future__ import annotations

from datetime import datetime

import pytest

from idlib_wargame.words.starting import last_used_words, stands_words, title_of, where_words


@pytest.mark.parametrize(
    ("exercise", "group", "title"),
    [
        ("Staff course", "Group B", "Staff course · Group B"),
        ("", "Group B", "Group B"),
        ("", "", ""),
    ],
)
def test_a_session_is_called_by_what_it_has(exercise: str, group: str, title: str) -> None:
    """Its exercise and its group, whichever there is."""
    assert title_of(exercise, group) == title


def test_how_far_it_came() -> None:
    """Its turn, that it is over, or that its file is gone."""
    assert stands_words(3, 8, finished=False) == "turn 3 of 8"
    assert where_words("The Grey Bank", stands_words(8, 8, finished=True), missing=False) == (
        "The Grey Bank · finished"
    )
    assert where_words("The Grey Bank", "finished", missing=True) == (
        "The Grey Bank · its file is no longer there"
    )


def test_when_it_was_last_used() -> None:
    """On this machine's clock, with the month in full."""
    moment = datetime(2031, 3, 3, 14, 5).astimezone()
    assert last_used_words(moment.isoformat()) == "3 March 2031, 14:05"


def test_a_moment_that_cannot_be_read_is_left_out() -> None:
    """A damaged date takes nothing else from its card."""
    assert last_used_words("yesterday") == ""
