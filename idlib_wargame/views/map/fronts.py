"""The lines on the ground: where holders meet, what is only planned, what changed hands. No Qt."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from idlib_wargame.rules.pack.map import Feature
from idlib_wargame.views.map.projection import Box
from idlib_wargame.views.map.shapes import XY, Edge, chained, edges, inside, is_near, is_ring
from idlib_wargame.views.map.standing import Change, Standing

ON_A_LINE = 0.0015  # degrees; a side this near to a coast or border is drawn by that line

Lines = tuple[tuple[XY, ...], ...]


@dataclass(frozen=True)
class Fronts:
    """Lines in degrees. ``schematic`` fronts and ``plans`` are drawn by judgement."""

    surveyed: Lines = ()
    schematic: Lines = ()
    plans: Lines = ()
    changed: Lines = ()

    @classmethod
    def of(cls, standings: Sequence[Standing], bounded: frozenset[Edge]) -> Fronts:
        """The lines of what stands; ``bounded`` are sides that a coast or border draws."""
        areas = [
            each
            for each in standings
            if each.feature.kind == "area" and each.change is not Change.GONE
        ]
        held = [each for each in areas if each.holder]
        planned = [each for each in areas if not each.holder and each.feature.schematic]
        meeting = _meeting(held, bounded)
        return cls(
            surveyed=_lines(edge for edge, schematic in meeting.items() if not schematic),
            schematic=_lines(edge for edge, schematic in meeting.items() if schematic),
            plans=tuple(line for each in planned for line in _outline(each, bounded)),
            changed=_changed(held),
        )


def bounded_sides(features: Iterable[Feature]) -> frozenset[Edge]:
    """The sides of areas that run along a coast or a border, and so are drawn by it."""
    features = tuple(features)
    lines = [
        (Box.around(each.points).padded(0.0), each.points)
        for each in features
        if each.kind in ("coast", "border") and not is_ring(each.points)
    ]
    sides = {edge for each in features if each.kind == "area" for edge in edges(each.points)}
    return frozenset(
        edge
        for edge in sides
        if any(
            box.holds(edge[0])
            and box.holds(edge[1])
            and is_near(edge[0], line, ON_A_LINE)
            and is_near(edge[1], line, ON_A_LINE)
            for box, line in lines
        )
    )


def _meeting(held: Sequence[Standing], bounded: frozenset[Edge]) -> dict[Edge, bool]:
    """Each side where a holder's ground ends, and whether it is schematic."""
    sides: dict[Edge, list[int]] = {}
    for place, each in enumerate(held):
        for edge in edges(each.feature.points):
            if edge not in bounded:
                sides.setdefault(edge, []).append(place)
    boxes = [Box.around(each.feature.points) for each in held]
    return {
        edge: any(held[place].feature.schematic for place in of)
        for edge, of in sides.items()
        if len({held[place].holder for place in of}) == len(of)
        and not _hidden(edge, max(of), held, boxes)
    }


def _hidden(edge: Edge, last: int, held: Sequence[Standing], boxes: Sequence[Box]) -> bool:
    """Whether a side lies under an area that is drawn later."""
    (from_x, from_y), (to_x, to_y) = edge
    middle = ((from_x + to_x) / 2, (from_y + to_y) / 2)
    return any(
        boxes[place].holds(middle) and inside(middle, held[place].feature.points)
        for place in range(last + 1, len(held))
    )


def _outline(standing: Standing, bounded: frozenset[Edge]) -> Lines:
    return _lines(edge for edge in edges(standing.feature.points) if edge not in bounded)


def _changed(held: Iterable[Standing]) -> Lines:
    """One outline about all ground that changed hands to the same holder."""
    by_holder: dict[str, dict[Edge, int]] = {}
    for each in held:
        if each.change is not Change.NONE:
            counts = by_holder.setdefault(each.holder, {})
            for edge in edges(each.feature.points):
                counts[edge] = counts.get(edge, 0) + 1
    return tuple(
        line
        for counts in by_holder.values()
        for line in _lines(edge for edge, count in counts.items() if count == 1)
    )


def _lines(sides: Iterable[Edge]) -> Lines:
    return tuple(tuple(line) for line in chained(sides))
