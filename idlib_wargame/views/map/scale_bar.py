"""The bar that says how far is far: how long it is, and in which corner it stands."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from idlib_wargame.views.map.label_places import Room
from idlib_wargame.views.map.projection import Frame
from idlib_wargame.words.mapping import kilometres_words

LENGTHS = (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000)
BEFORE, BETWEEN = 6.0, 8.0  # from the plate's edge to the bar, and from the bar to its words


class ScaleBar(NamedTuple):
    """Where its plate stands, how long the bar is, and what it says."""

    room: Room
    length: float
    text: str

    @property
    def ends(self) -> tuple[float, float]:
        """Where the bar begins and ends, from the left."""
        start = self.room.left + BEFORE
        return start, start + self.length

    @property
    def words_left(self) -> float:
        """Where its words begin."""
        return self.ends[1] + BETWEEN


@dataclass(frozen=True, slots=True)
class ScaleLook:
    """How a drawing sets such a bar, in its own units.

    ``measure`` gives the width and height of words, ``over`` is the room over and under them;
    ``margins`` are those of the paper, across and down, that the plate keeps off.
    """

    measure: Callable[[str], tuple[float, float]]
    longest: float
    over: float
    margins: tuple[float, float]


def scale_bar(frame: Frame, seen: Room, signs: Sequence[Room], look: ScaleLook) -> ScaleBar:
    """The longest round length that fits, in the first corner of what is seen that has no signs.

    That is the lower left where it can be, and where none is free.
    """
    fitting = [each for each in LENGTHS if frame.pixels(each) <= look.longest]
    kilometres = fitting[-1] if fitting else LENGTHS[0]
    text, length = kilometres_words(kilometres), frame.pixels(kilometres)
    wide, high = look.measure(text)
    wide, high = 2 * BEFORE + length + BETWEEN + wide, high + 2 * look.over
    across, down = look.margins
    corners = [
        Room(left, top, wide, high)
        for top in (seen.bottom - down - high, seen.top + down)
        for left in (seen.left + across, seen.right - across - wide)
    ]
    free = (each for each in corners if not any(map(each.meets, signs)))
    return ScaleBar(next(free, corners[0]), length, text)
