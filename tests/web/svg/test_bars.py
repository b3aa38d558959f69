"""Bars on a page: each as high as its number, piled up and down from nought."""

from __future__ import annotations

from xml.etree import ElementTree

from idlib_wargame.web.svg.bars import Series, bars_drawing
from tests.web.svg.reading import named, styled, words


def drawn(*series: Series, numbers: bool = True) -> str:
    """Bars over four turns."""
    return bars_drawing("Severity", series, 4, 360, 110, numbers=numbers)


def edges(bar: ElementTree.Element) -> tuple[float, float]:
    """Top and bottom."""
    top = float(bar.get("y", "0"))
    return top, top + float(bar.get("height", "0"))


def test_every_number_but_nought_has_a_bar_in_its_turn() -> None:
    """By the value and turn that it stands for."""
    picture = drawn(Series("#0072B2", (4, 0, 12)), Series("#D55E00", (0, -2, 28)))
    bars = [(e.get("data-turn"), e.get("data-value")) for e in named(picture, "rect")]
    assert bars == [("1", "4"), ("3", "12"), ("2", "-2"), ("3", "28")]
    assert styled(picture) == []


def test_bars_are_as_high_as_their_numbers_and_pile_up() -> None:
    """28 is seven times 4; what is below nought hangs from it."""
    picture = drawn(Series("#0072B2", (4, 0, 4)), Series("#D55E00", (28, -4, 28)))
    four, other, twenty_eight, below, _last = map(edges, named(picture, "rect"))
    assert abs((twenty_eight[1] - twenty_eight[0]) / (four[1] - four[0]) - 7) < 0.1
    assert abs(twenty_eight[1] - four[0]) <= 0.11, "the second stands on the first"
    assert abs(four[1] - other[1]) <= 0.11
    assert abs(below[0] - four[1]) <= 0.11, "a gain hangs from nought"


def test_a_scale_has_numbers_unless_the_exercise_is_told_in_words_alone() -> None:
    """Turns have theirs all the same."""
    with_numbers = words(drawn(Series("", (4, 12, 28))))
    assert {"0", "10", "20", "30"} & set(with_numbers)
    assert words(drawn(Series("", (4, 12, 28)), numbers=False)) == ["1", "2", "3", "4"]


def test_without_a_turn_there_is_a_scale_and_no_bar() -> None:
    """As an exercise opens."""
    picture = drawn()
    assert list(named(picture, "rect")) == []
    assert "0" in words(picture)
