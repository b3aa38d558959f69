"""The levels of a ladder that a drawing has room for, as bands; the others are counted, not cut."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from idlib_wargame.words.language import fill, ngettext


class Band(NamedTuple):
    """A level by its place in the ladder, and where its band lies from the drawing's top."""

    place: int
    top: float
    height: float

    @property
    def bottom(self) -> float:
        """Where it ends."""
        return self.top + self.height

    @property
    def middle(self) -> float:
        """Where the line runs that stands on it."""
        return self.top + self.height / 2


class LadderBands(NamedTuple):
    """The bands, the highest first, and what is said of the levels left out above and below."""

    shown: tuple[Band, ...]
    above: str
    below: str

    def level(self, place: int) -> float:
        """Where the line runs that stands at a place: on its band, or on the nearest shown."""
        highest, lowest = self.shown[0].place, self.shown[-1].place
        return self.shown[highest - max(lowest, min(place, highest))].middle


def ladder_bands(
    needs: Sequence[float], held: int, room: float, remark: float, top: float = 0.0
) -> LadderBands:
    """Those that have room, given what each level needs from the lowest up.

    That which the line stands on now (``held``), and then those next to it, are kept. ``remark`` is
    what a line about levels left out needs. All heights are in the drawing's units; what is to
    spare is shared out.
    """

    def needed() -> float:
        left_out = (first > 0) + (last < len(needs) - 1)
        return sum(needs[first : last + 1]) + remark * left_out

    first, last = 0, len(needs) - 1
    while first < last and needed() > room:
        if held - first >= last - held:
            first += 1
        else:
            last -= 1
    above, below = len(needs) - 1 - last, first
    more = max(room - needed(), 0.0) / (last - first + 1)
    top += remark if above else 0.0
    found = []
    for place in range(last, first - 1, -1):
        found.append(Band(place, top, needs[place] + more))
        top = found[-1].bottom
    return LadderBands(tuple(found), _above(above), _below(below))


def _above(count: int) -> str:
    said = ngettext("{count} level above these", "{count} levels above these", count)
    return fill(said, count=count) if count else ""


def _below(count: int) -> str:
    said = ngettext("{count} level below these", "{count} levels below these", count)
    return fill(said, count=count) if count else ""
