"""The bar of a map's scale: how long it is, and where it stands."""

from __future__ import annotations

from idlib_wargame.views.map.label_places import Room
from idlib_wargame.views.map.projection import KILOMETRES_A_DEGREE, Frame
from idlib_wargame.views.map.scale_bar import ScaleLook, scale_bar

SEEN = Room(0, 0, 400, 300)
LOOK = ScaleLook(lambda text: (7.0 * len(text), 12.0), longest=90, over=3, margins=(8, 10))


def _frame(pixels_a_kilometre: float) -> Frame:
    return Frame(0, 0, pixels_a_kilometre * KILOMETRES_A_DEGREE, SEEN.width, SEEN.height, 1)


def test_it_is_the_longest_round_length_that_fits() -> None:
    """And as long on the map as it says, in its plate with its words."""
    bar = scale_bar(_frame(2), SEEN, [], LOOK)
    start, end = bar.ends
    assert "20" in bar.text
    assert round(end - start, 6) == round(bar.length, 6) == 40
    assert bar.room.left < start
    assert end < bar.words_left < bar.words_left + 7 * len(bar.text) < bar.room.right


def test_it_stands_lower_left_unless_a_sign_does() -> None:
    """Then in the next corner that is free; where none is, lower left after all."""
    bar = scale_bar(_frame(2), SEEN, [], LOOK)
    assert (bar.room.left, SEEN.bottom - bar.room.bottom) == (8, 10)
    beside = scale_bar(_frame(2), SEEN, [bar.room.grown(-5)], LOOK)
    assert (SEEN.right - beside.room.right, SEEN.bottom - beside.room.bottom) == (8, 10)
    assert scale_bar(_frame(2), SEEN, [SEEN], LOOK).room == bar.room
