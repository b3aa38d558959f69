"""Words for every target on the probability yardstick."""

from __future__ import annotations

import pytest

from idlib_wargame.rules.odds import chance_of_success
from idlib_wargame.words.odds import odds_word


@pytest.mark.parametrize(
    ("need", "word", "percent"),
    [
        (2, "Almost certain", 97),
        (3, "Almost certain", 97),
        (4, "Almost certain", 92),
        (5, "Highly likely", 83),
        (6, "Likely", 72),
        (7, "Likely", 58),
        (8, "Realistic possibility", 42),
        (9, "Unlikely", 28),
        (10, "Highly unlikely", 17),
        (11, "Remote chance", 8),
        (12, "Remote chance", 3),
        (15, "Remote chance", 3),
    ],
)
def test_each_target_has_its_word_and_chance(need: int, word: str, percent: int) -> None:
    """Words follow the yardstick; the chance is that of the dice, natural 2 and 12 included."""
    assert (odds_word(need), round(100 * chance_of_success(need))) == (word, percent)
