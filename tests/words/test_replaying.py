"""What a replay says."""

from __future__ import annotations

from datetime import datetime

import pytest

from idlib_wargame.packs.reader import PackReading
from idlib_wargame.words.replaying import (
    line_words,
    marks_words,
    messages_words,
    moment_words,
    results_words,
    speed_words,
    with_key,
)

AT = datetime(2031, 3, 3, 14, 3, 22).astimezone().isoformat()


def test_which_moment_this_is(harbour: PackReading) -> None:
    """Its turn, days, phase and time, and its place among all moments."""
    assert harbour.scenario is not None
    said = moment_words(harbour.scenario, 1, 4, "talks", AT, 3, 40)
    assert said == "Turn 1 of 4 · 3–16 Mar 2031 · Talks · 14:03:22 · 3 of 40"


def test_a_struck_line_says_so() -> None:
    """For those who do not see the stroke."""
    assert line_words(AT, "Note: A slip", struck=True) == "14:03:22 Note: A slip (struck)"
    assert line_words(AT, "Turn 1: Talks open.", struck=False) == "14:03:22 Turn 1: Talks open."


@pytest.mark.parametrize(
    ("rulings", "messages", "words"),
    [
        (True, True, "◆ a ruling   ○ a message from the facilitator   ▲ ▼ the ladder moved"),
        (True, False, "◆ a ruling   ▲ ▼ the ladder moved"),
        (False, False, "▲ ▼ the ladder moved"),
    ],
)
def test_only_marks_that_are_there_are_explained(rulings: bool, messages: bool, words: str) -> None:
    """The line under the slider names what is on it."""
    assert marks_words(rulings, messages) == words


def test_what_stands_over_the_panes() -> None:
    """Results name their turn, messages how many there are."""
    assert (results_words(None), results_words(2)) == ("Results", "Results of turn 2")
    assert (messages_words(0), messages_words(3)) == ("Messages", "Messages (3)")


def test_what_the_buttons_say() -> None:
    """A speed in words, and an action with its key."""
    assert (speed_words(1), speed_words(8)) == ("Plain speed", "8 times as fast")
    assert with_key("Play", "Space") == "Play (Space)"
