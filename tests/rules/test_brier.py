"""The score of a judgement in words, and the words it is made of."""

from __future__ import annotations

from itertools import pairwise

import pytest

from idlib_wargame.rules.brier import brier, shares, total
from idlib_wargame.rules.yardstick import YARDSTICK

EVEN = dict.fromkeys("abcd", "realistic")


def test_the_yardstick_goes_up_in_ranges_that_do_not_touch() -> None:
    """Seven words from nothing to all, each counting for the middle of its range."""
    assert [(word.low, word.high) for word in YARDSTICK] == [
        (0, 5),
        (10, 20),
        (25, 35),
        (40, 50),
        (55, 75),
        (80, 90),
        (95, 100),
    ]
    assert all(one.high < other.low for one, other in pairwise(YARDSTICK))
    assert [word.middle for word in YARDSTICK] == [2.5, 15, 30, 45, 65, 85, 97.5]


def test_words_are_shared_out_to_all_that_can_come() -> None:
    """What they add up to does not matter, only what each is beside the others."""
    words = {"peace": "likely", "war": "unlikely", "drift": "remote"}
    assert total(words.values()) == 97.5
    assert sum(shares(words).values()) == pytest.approx(1)
    assert shares(words)["peace"] == pytest.approx(65 / 97.5)


@pytest.mark.parametrize(
    ("words", "came", "score"),
    [
        ({"peace": "almost_certain", "war": "remote"}, "peace", 0.0),
        ({"peace": "almost_certain", "war": "remote"}, "war", 1.9),
        ({"peace": "realistic", "war": "realistic"}, "war", 0.5),
        (EVEN, "a", 0.75),
        ({"peace": "likely", "war": "unlikely", "drift": "remote"}, "peace", 0.21),
        ({"peace": "almost_certain"}, "another", 2.0),
    ],
)
def test_a_score_worked_out_by_hand(words: dict[str, str], came: str, score: float) -> None:
    """Squared differences added up over all endings: 0 is best, 2 is worst."""
    assert brier(words, came) == score


def test_even_words_score_as_the_author_is_told() -> None:
    """Whoever gives each of four endings the same word has 0.75, of ten endings 0.9."""
    scores = {brier(dict.fromkeys("abcd", word.id), "b") for word in YARDSTICK}
    assert scores == {0.75}
    assert brier(dict.fromkeys("abcdefghij", "unlikely"), "b") == 0.9
