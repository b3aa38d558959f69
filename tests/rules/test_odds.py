"""Two dice: bands at every margin, and words for every target."""

from __future__ import annotations

import itertools

import pytest

from idlib_wargame.rules.odds import (
    WAYS,
    Band,
    band_of,
    chance_of_success,
    most_probable,
    odds_word,
    ways_of,
)


@pytest.mark.parametrize(
    ("total", "need", "band"),
    [
        (10, 7, Band.STRONG),
        (9, 7, Band.SUCCESS),
        (7, 7, Band.SUCCESS),
        (6, 7, Band.PARTIAL),
        (5, 7, Band.PARTIAL),
        (4, 7, Band.FAILURE),
        (2, 2, Band.BACKFIRE),
        (2, -1, Band.BACKFIRE),
        (12, 15, Band.SUCCESS),
        (12, 9, Band.STRONG),
    ],
)
def test_margin_gives_the_band(total: int, need: int, band: Band) -> None:
    """Three over is strong, two under is partial, a natural 2 backfires, a 12 never fails."""
    assert band_of(total, need) == band


def test_ways_are_the_thirty_six_throws() -> None:
    """The count of ways to each total is what throwing two dice gives."""
    totals = [a + b for a, b in itertools.product(range(1, 7), repeat=2)]
    assert {total: totals.count(total) for total in range(2, 13)} == WAYS


@pytest.mark.parametrize(
    ("need", "word", "percent"),
    [
        (2, "almost certain", 97),
        (3, "almost certain", 97),
        (4, "almost certain", 92),
        (5, "highly likely", 83),
        (6, "likely", 72),
        (7, "likely", 58),
        (8, "realistic possibility", 42),
        (9, "unlikely", 28),
        (10, "highly unlikely", 17),
        (11, "remote chance", 8),
        (12, "remote chance", 3),
        (15, "remote chance", 3),
    ],
)
def test_each_target_has_its_word_and_chance(need: int, word: str, percent: int) -> None:
    """Words follow the yardstick; the chance is that of the dice, natural 2 and 12 included."""
    assert (odds_word(need), round(100 * chance_of_success(need))) == (word, percent)


@pytest.mark.parametrize("need", range(16))
def test_bands_share_out_all_throws(need: int) -> None:
    """Whatever the need, the five bands share the thirty-six throws."""
    assert sum(ways_of(need).values()) == 36


@pytest.mark.parametrize(
    ("need", "band"),
    [(4, Band.STRONG), (6, Band.SUCCESS), (7, Band.SUCCESS), (9, Band.FAILURE), (11, Band.FAILURE)],
)
def test_expected_value_takes_the_likeliest_band(need: int, band: Band) -> None:
    """Without dice an order gets the band that comes up most often."""
    assert most_probable(need) == band
