"""What stays the same from turn to turn on a pack's map: its extent, and who may hold what."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from idlib_wargame.rules.conditions.condition import ALWAYS
from idlib_wargame.rules.pack.map import Feature
from idlib_wargame.rules.pack.scenario import Scenario
from idlib_wargame.views.map.fronts import bounded_sides
from idlib_wargame.views.map.projection import Box
from idlib_wargame.views.map.shapes import Edge, is_ring

PLACES = ("town", "post", "camp", "base", "crossing")
BARE_MARGIN = 0.12  # of a map's longer side: about places that no ground is drawn below
EDGE = 0.03  # of the same: no sign stands nearer to the edge


class Holder(NamedTuple):
    """Somebody who may hold something. ``colour`` is the pack's, "#rrggbb"."""

    id: str
    name: str
    colour: str


@dataclass(frozen=True)
class Region:
    """What a map covers. ``play`` is what it shows at first: what the pack says, or else every
    place, and whatever can change hands, come and go or shows a track.

    ``holders`` begin with those who may hold most areas. ``bounded`` are the sides of areas that a
    coast or border draws; ``kinds`` are those of which there ever is something on the map.
    """

    title: str
    whole: Box
    play: Box
    holders: tuple[Holder, ...]
    bounded: frozenset[Edge]
    kinds: frozenset[str]

    @classmethod
    def of(cls, scenario: Scenario) -> Region:
        """That of a pack that has a map."""
        whole = _whole(scenario.map)
        named = [each for each in scenario.map if each.id in scenario.map_view]
        shown = named or [each for each in scenario.map if _matters(each)]
        points = [point for each in shown for point in each.points]
        return cls(
            title=scenario.title,
            whole=whole,
            play=Box.around(points).padded(0.02) if points else whole,
            holders=_holders(scenario),
            bounded=bounded_sides(scenario.map),
            kinds=frozenset(feature.kind for feature in scenario.map),
        )


def _whole(features: tuple[Feature, ...]) -> Box:
    """All there is, with ground about signs that lie at its edge, or they would be cut off."""
    box = Box.around(point for feature in features for point in feature.points)
    if not any(each.kind in ("area", "coast") and is_ring(each.points) for each in features):
        return box.padded(BARE_MARGIN)
    signs = [each.points[0] for each in features if each.kind in PLACES]
    edge = EDGE * max(box.east - box.west, box.north - box.south)
    return Box(
        west=min([box.west, *(east - edge for east, _ in signs)]),
        south=min([box.south, *(north - edge for _, north in signs)]),
        east=max([box.east, *(east + edge for east, _ in signs)]),
        north=max([box.north, *(north + edge for _, north in signs)]),
    )


def _matters(feature: Feature) -> bool:
    """Whether it is more than the ground on which the others lie."""
    conditions = (feature.shown, *(holding.when for holding in feature.holdings))
    return (
        feature.kind in PLACES
        or bool(feature.track)
        or any(condition != ALWAYS for condition in conditions)
    )


def _holders(scenario: Scenario) -> tuple[Holder, ...]:
    counts: dict[str, int] = {}
    for feature in scenario.map:
        for holding in feature.holdings:
            weight = 100 if feature.kind == "area" else 1
            counts[holding.by] = counts.get(holding.by, 0) + weight
    ordered = sorted(counts, key=lambda holder: -counts[holder])
    return tuple(
        Holder(each, scenario.actor_name(each), _colour(scenario, each)) for each in ordered
    )


def _colour(scenario: Scenario, actor: str) -> str:
    """An actor's colour, whether one seat plays it or several."""
    return next(
        (seat.colour for seat in scenario.seats if actor in (seat.id, seat.actor)), "#888888"
    )
