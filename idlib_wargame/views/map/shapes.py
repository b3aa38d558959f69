"""Lines and rings as lists of points: what lies near, what lies inside, where to write. No Qt."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from math import hypot

XY = tuple[float, float]  # in pixels or in degrees: nothing here minds which
Points = Sequence[XY]
Edge = tuple[XY, XY]
ROWS = 14  # levels at which room for writing is looked for


def is_ring(points: Points) -> bool:
    """Whether a line ends where it began, and so bounds an area."""
    return len(points) > 3 and points[0] == points[-1]


def closed(points: Points) -> Points:
    """The ring, its first point repeated at its end."""
    return points if points[0] == points[-1] else (*points, points[0])


def distance(place: XY, points: Points) -> float:
    """How far a place is from the nearest part of a line."""
    if len(points) == 1:
        return hypot(place[0] - points[0][0], place[1] - points[0][1])
    return min(_from_edge(place, start, end) for start, end in pairwise(points))


def is_near(place: XY, points: Points, within: float) -> bool:
    """Whether a place lies nearer to a line than that. Most parts of a line are plainly too far."""
    x, y = place
    for start, end in pairwise(points):
        (from_x, from_y), (to_x, to_y) = start, end
        if (from_x > x + within and to_x > x + within) or (
            from_x < x - within and to_x < x - within
        ):
            continue
        if (from_y > y + within and to_y > y + within) or (
            from_y < y - within and to_y < y - within
        ):
            continue
        if _from_edge(place, start, end) < within:
            return True
    return False


def _from_edge(place: XY, start: XY, end: XY) -> float:
    (x, y), (from_x, from_y), (to_x, to_y) = place, start, end
    along_x, along_y = to_x - from_x, to_y - from_y
    length = along_x * along_x + along_y * along_y
    share = ((x - from_x) * along_x + (y - from_y) * along_y) / length if length else 0.0
    share = min(max(share, 0.0), 1.0)
    return hypot(x - from_x - share * along_x, y - from_y - share * along_y)


def inside(place: XY, ring: Points) -> bool:
    """Whether a place lies within a ring."""
    x, y = place
    found = False
    for (from_x, from_y), (to_x, to_y) in pairwise(closed(ring)):
        if (from_y > y) != (to_y > y):
            crossing = from_x + (y - from_y) / (to_y - from_y) * (to_x - from_x)
            found ^= x < crossing
    return found


def length(points: Points) -> float:
    """How long a line is."""
    return sum(
        hypot(to_x - from_x, to_y - from_y) for (from_x, from_y), (to_x, to_y) in pairwise(points)
    )


def along(points: Points, share: float) -> XY:
    """The place a share (0 to 1) of the way along a line."""
    left = share * length(points)
    for (from_x, from_y), (to_x, to_y) in pairwise(points):
        step = hypot(to_x - from_x, to_y - from_y)
        if step and left <= step:
            part = left / step
            return from_x + part * (to_x - from_x), from_y + part * (to_y - from_y)
        left -= step
    return points[-1]


def spans(ring: Points, y: float) -> Iterator[tuple[float, float]]:
    """Where a level line runs inside a ring: from, to."""
    crossings = sorted(
        from_x + (y - from_y) / (to_y - from_y) * (to_x - from_x)
        for (from_x, from_y), (to_x, to_y) in pairwise(closed(ring))
        if (from_y > y) != (to_y > y)
    )
    yield from zip(crossings[::2], crossings[1::2], strict=True)


def rooms(ring: Points, width: float, height: float, frame: tuple[float, float]) -> list[XY]:
    """Where inside a ring writing of that size finds room: its middles, the most central first.

    ``frame`` is the width and height of what is seen.
    """
    wide, high = frame
    top = max(min(y for _, y in ring), 0.0) + height
    bottom = min(max(y for _, y in ring), high) - height
    found = []
    for row in range(ROWS + 1 if bottom >= top else 0):
        y = top + (bottom - top) * row / ROWS
        for start, end in _common(ring, y - height / 2, y, y + height / 2):
            start, end = max(start, 0.0), min(end, wide)
            if end - start >= width:
                found.append(((start + end) / 2, y))
    return sorted(found, key=lambda middle: abs(middle[1] - (top + bottom) / 2))


def _common(ring: Points, *levels: float) -> Iterator[tuple[float, float]]:
    """Where the level lines all run inside."""
    common = list(spans(ring, levels[0]))
    for level in levels[1:]:
        common = [
            (max(start, other), min(end, until))
            for start, end in common
            for other, until in spans(ring, level)
            if max(start, other) < min(end, until)
        ]
    yield from common


def edges(ring: Points) -> Iterator[Edge]:
    """The sides of a ring, each with its ends in one order, so that neighbours share them."""
    for start, end in pairwise(closed(ring)):
        if start != end:
            yield (start, end) if start < end else (end, start)


def chained(sides: Iterable[Edge]) -> list[list[XY]]:
    """Sides joined end to end into lines as long as can be."""
    at: dict[XY, list[Edge]] = {}
    for side in sides:
        for end in side:
            at.setdefault(end, []).append(side)
    used: set[Edge] = set()
    lines: list[list[XY]] = []
    # Lines that end somewhere are begun at an end; what is left after them runs in circles.
    for start in [*(place for place in at if len(at[place]) != 2), *at]:
        lines.extend(_followed(start, side, at, used) for side in at[start] if side not in used)
    return lines


def _followed(start: XY, side: Edge, at: dict[XY, list[Edge]], used: set[Edge]) -> list[XY]:
    line = [start]
    following: Edge | None = side
    while following is not None:
        used.add(following)
        line.append(following[1] if following[0] == line[-1] else following[0])
        ways = [way for way in at[line[-1]] if way not in used]
        following = ways[0] if len(at[line[-1]]) == 2 and ways else None
    return line
