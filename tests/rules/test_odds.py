"""Two dice: bands at every margin."""

from __future__ import annotations

import itertools

import pytest

from idlib_wargame.rules.odds import (
    WAYS,
    Band,
    band_of,
    most_probable,
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
