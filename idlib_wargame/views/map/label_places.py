"""Placing names on a drawing so that none overlaps: the weightiest first, where each finds room."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import hypot
from typing import NamedTuple

from idlib_wargame.views.map.shapes import XY, Edge

APART = 2.0


class Room(NamedTuple):
    """A rectangle."""

    left: float
    top: float
    width: float
    height: float

    @classmethod
    def about(cls, middle: XY, width: float, height: float) -> Room:
        """One with that middle."""
        return cls(middle[0] - width / 2, middle[1] - height / 2, width, height)

    @property
    def right(self) -> float:
        """Its right edge."""
        return self.left + self.width

    @property
    def bottom(self) -> float:
        """Its lower edge."""
        return self.top + self.height

    @property
    def middle(self) -> XY:
        """Its middle."""
        return self.left + self.width / 2, self.top + self.height / 2

    def grown(self, by: float) -> Room:
        """It, larger on each side."""
        return Room(self.left - by, self.top - by, self.width + 2 * by, self.height + 2 * by)

    def holds(self, other: Room) -> bool:
        """Whether another lies in it."""
        return (
            self.left <= other.left
            and self.top <= other.top
            and other.right <= self.right
            and other.bottom <= self.bottom
        )

    def meets(self, other: Room) -> bool:
        """Whether another lies over it."""
        return (
            self.left < other.right
            and other.left < self.right
            and self.top < other.bottom
            and other.top < self.bottom
        )

    def within(self, other: Room) -> Room:
        """The part of it that lies in another."""
        left, top = max(self.left, other.left), max(self.top, other.top)
        right, bottom = min(self.right, other.right), min(self.bottom, other.bottom)
        return Room(left, top, max(right - left, 0.0), max(bottom - top, 0.0))

    def gap(self, place: XY) -> float:
        """How far a place is from it."""
        across = max(self.left - place[0], place[0] - self.right, 0.0)
        down = max(self.top - place[1], place[1] - self.bottom, 0.0)
        return hypot(across, down)

    def is_crossed(self, line: Edge) -> bool:
        """Whether a line runs through it: what is left of it between each two sides."""
        start, end = 0.0, 1.0
        for place, step, low, high in (
            (line[0][0], line[1][0] - line[0][0], self.left, self.right),
            (line[0][1], line[1][1] - line[0][1], self.top, self.bottom),
        ):
            if step == 0:
                if not low <= place <= high:
                    return False
                continue
            one, other = sorted(((low - place) / step, (high - place) / step))
            start, end = max(start, one), min(end, other)
        return start <= end


@dataclass(frozen=True, slots=True)
class Label:
    """Words that want a place; ``rooms`` are those it could have, best first.

    ``of`` is the middle of the sign that it names, if any: it must not stand nearer to another.
    ``apart_from_same`` keeps it so far from the same words.
    """

    text: str
    style: str
    rooms: tuple[Room, ...]
    of: XY | None = None
    apart_from_same: float = 0.0


class Placed(NamedTuple):
    """Words and where they stand."""

    text: str
    style: str
    room: Room


def placed(
    labels: Iterable[Label],
    taken: Sequence[Room],
    paper: Room,
    named: Sequence[XY] = (),
    lines: Sequence[Edge] = (),
) -> list[Placed]:
    """Those that found room on the paper, clear of what is taken and of each other.

    ``named`` are the middles of signs that could be taken for a label's own; ``lines`` are crossed
    only by a label that finds no other room.
    """
    busy, found = list(taken), list[Placed]()
    for label in labels:
        rooms = [room for room in label.rooms if _is_free(label, room, paper, busy, found, named)]
        if rooms:
            clear = (room for room in rooms if not any(map(room.is_crossed, lines)))
            room = next(clear, rooms[0])
            busy.append(room)
            found.append(Placed(label.text, label.style, room))
    return found


def _is_free(
    label: Label,
    room: Room,
    paper: Room,
    busy: Iterable[Room],
    found: Iterable[Placed],
    named: Iterable[XY],
) -> bool:
    return (
        paper.holds(room)
        and not any(map(room.grown(APART).meets, busy))
        and not any(_is_near_same(label, room, each) for each in found)
        and not _misleads(label, room, named)
    )


def _is_near_same(label: Label, room: Room, other: Placed) -> bool:
    if label.apart_from_same <= 0 or other.text != label.text:
        return False
    (x, y), (to_x, to_y) = room.middle, other.room.middle
    return max(abs(x - to_x), abs(y - to_y)) < label.apart_from_same


def _misleads(label: Label, room: Room, named: Iterable[XY]) -> bool:
    if label.of is None:
        return False
    own = room.gap(label.of)
    return any(sign != label.of and room.gap(sign) < own + APART for sign in named)


def around(middle: XY, radius: float, width: float, height: float) -> tuple[Room, ...]:
    """Eight places beside a sign, the usual first: right, left, then the corners."""
    x, y = middle
    beside, corner = radius + APART + 1, radius * 0.5
    left, over, under = x - beside - width, y - beside - height, y + beside
    tops = (
        (x + beside, y - height / 2),
        (left, y - height / 2),
        (x + corner, over),
        (x + corner, under),
        (x - corner - width, over),
        (x - corner - width, under),
        (x - width / 2, over),
        (x - width / 2, under),
    )
    return tuple(Room(at_x, at_y, width, height) for at_x, at_y in tops)
