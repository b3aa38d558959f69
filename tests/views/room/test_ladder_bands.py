"""The levels of a ladder that a drawing has room for."""

from __future__ import annotations

from itertools import pairwise

import pytest

from idlib_wargame.views.room.ladder_bands import ladder_bands

NEEDS = [20.0] * 9 + [50.0]


def test_what_is_to_spare_is_shared_out() -> None:
    """With room for all, the bands fill it from the highest level down, and nothing is said."""
    bands = ladder_bands(NEEDS, 3, sum(NEEDS) + 100, 16, top=5)
    assert [band.place for band in bands.shown] == [*reversed(range(10))]
    assert (bands.above, bands.below) == ("", "")
    assert bands.shown[0].top == 5
    assert bands.shown[-1].bottom == pytest.approx(5 + sum(NEEDS) + 100)
    assert all(higher.bottom == lower.top for higher, lower in pairwise(bands.shown))
    assert {band.height - NEEDS[band.place] for band in bands.shown} == {10}


@pytest.mark.parametrize(
    ("held", "places", "above", "below"),
    [
        (4, [6, 5, 4, 3], "3 levels above these", "3 levels below these"),
        (0, [4, 3, 2, 1, 0], "5 levels above these", ""),
        (9, [9, 8, 7], "", "7 levels below these"),
    ],
)
def test_those_about_where_the_line_stands_are_kept(
    held: int, places: list[int], above: str, below: str
) -> None:
    """The others are counted, each side by itself, and there is room for saying so."""
    bands = ladder_bands(NEEDS, held, 120, 16)
    assert [band.place for band in bands.shown] == places
    assert (bands.above, bands.below) == (above, below)
    assert bands.shown[0].top == (16 if above else 0)
    assert bands.shown[-1].bottom + (16 if below else 0) == pytest.approx(120)


def test_a_line_that_stood_on_a_level_left_out_runs_along_the_nearest() -> None:
    """It stays on the drawing."""
    bands = ladder_bands(NEEDS, 4, 120, 16)
    assert bands.level(4) == next(band.middle for band in bands.shown if band.place == 4)
    assert bands.level(9) == bands.shown[0].middle
    assert bands.level(0) == bands.shown[-1].middle
