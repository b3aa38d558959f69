"""Placing labels so that none overlaps: the weightiest first, each where it finds room."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import hypot

from PySide6.QtCore import QLineF, QPointF, QRectF

APART = 2.0


@dataclass(frozen=True, slots=True)
class Label:
    """A label that wants a place. ``rooms`` are its possible places, best first.

    ``of`` is the middle of the sign it names, if it names one: it must not stand nearer to
    another. ``apart_from_same`` keeps it that far from a label of the same text, in pixels.
    """

    text: str
    style: str
    rooms: tuple[QRectF, ...]
    of: QPointF | None = None
    apart_from_same: float = 0.0


@dataclass(frozen=True, slots=True)
class Placed:
    """A label and where it stands."""

    text: str
    style: str
    rect: QRectF


def placed(
    labels: Iterable[Label],
    taken: Sequence[QRectF],
    paper: QRectF,
    named: Sequence[QPointF] = (),
    lines: Sequence[QLineF] = (),
) -> list[Placed]:
    """Those labels that found room on the paper, clear of what is taken and of each other.

    ``named`` are the middles of all signs that could be taken for a label's own. ``lines`` are
    crossed only by a label that finds no other room.
    """
    busy = list(taken)
    found: list[Placed] = []
    for label in labels:
        rooms = [
            room
            for room in label.rooms
            if paper.contains(room)
            and _is_clear(room, busy)
            and not _near_same(label, room, found)
            and not _misleads(label, room, named)
        ]
        if rooms:
            clear = (room for room in rooms if not any(_crosses(room, line) for line in lines))
            room = next(clear, rooms[0])
            busy.append(room)
            found.append(Placed(label.text, label.style, room))
    return found


def _is_clear(room: QRectF, busy: Iterable[QRectF]) -> bool:
    grown = room.adjusted(-APART, -APART, APART, APART)
    return not any(grown.intersects(each) for each in busy)


def _crosses(room: QRectF, line: QLineF) -> bool:
    """Whether a line runs through a room: what is left of it between each two sides."""
    start, end = 0.0, 1.0
    for place, step, low, high in (
        (line.x1(), line.dx(), room.left(), room.right()),
        (line.y1(), line.dy(), room.top(), room.bottom()),
    ):
        if step == 0:
            if not low <= place <= high:
                return False
            continue
        one, other = sorted(((low - place) / step, (high - place) / step))
        start, end = max(start, one), min(end, other)
    return start <= end


def _near_same(label: Label, room: QRectF, found: Iterable[Placed]) -> bool:
    return label.apart_from_same > 0 and any(
        each.text == label.text
        and _apart(each.rect.center(), room.center()) < label.apart_from_same
        for each in found
    )


def _misleads(label: Label, room: QRectF, named: Iterable[QPointF]) -> bool:
    if label.of is None:
        return False
    own = _from(label.of, room)
    return any(sign != label.of and _from(sign, room) < own + APART for sign in named)


def _from(place: QPointF, room: QRectF) -> float:
    """How far a place is from a rectangle."""
    across = max(room.left() - place.x(), place.x() - room.right(), 0.0)
    down = max(room.top() - place.y(), place.y() - room.bottom(), 0.0)
    return hypot(across, down)


def _apart(one: QPointF, other: QPointF) -> float:
    return max(abs(one.x() - other.x()), abs(one.y() - other.y()))


def around(middle: QPointF, radius: float, width: float, height: float) -> tuple[QRectF, ...]:
    """Eight places for a label about a sign, the usual first: right, left, then the corners."""
    x, y = middle.x(), middle.y()
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
    return tuple(QRectF(at_x, at_y, width, height) for at_x, at_y in tops)
