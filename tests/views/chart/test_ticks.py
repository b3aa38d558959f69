"""Where the axes of a chart carry numbers."""

from __future__ import annotations

import pytest

from idlib_wargame.views.chart.ticks import carries_words, every_so_many, round_numbers


@pytest.mark.parametrize(
    ("low", "high", "most", "expected"),
    [
        (-10, 190, 3, [0, 100]),
        (-10, 211, 3, [0, 100, 200]),
        (0, 10, 3, [0, 5, 10]),
        (-13, 21, 3, [0, 20]),
        (0, 3, 9, [0, 1, 2, 3]),
    ],
)
def test_scales_have_round_numbers(
    low: float, high: float, most: int, expected: list[float]
) -> None:
    """As many round numbers as there is room for, nought among them."""
    assert round_numbers(low, high, most) == expected


@pytest.mark.parametrize(
    ("wide", "column", "every"),
    [(20, 40, 1), (40, 40, 1), (41, 40, 2), (90, 40, 5), (900, 1, 1000)],
)
def test_words_stand_clear_of_each_other(wide: float, column: float, every: int) -> None:
    """Words wider than their column stand at every second turn, fifth, tenth…"""
    assert every_so_many(wide, column) == every


def test_which_turns_carry_words() -> None:
    """Short steps count from turn 1, long ones from 0, and none stands close to the one set off."""
    assert [turn for turn in range(9) if carries_words(turn, 1, held=3)] == [0, 1, 2, 4, 5, 6, 7, 8]
    assert [turn for turn in range(9) if carries_words(turn, 2, held=0)] == [3, 5, 7]
    assert [turn for turn in range(21) if carries_words(turn, 5, held=12)] == [0, 5, 20]
