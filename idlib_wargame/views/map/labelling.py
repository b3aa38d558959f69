"""Which names a map asks for, and where they find room: on a window's map and on a page's."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from idlib_wargame.views.map.label_places import Label, Placed, Room, around, placed
from idlib_wargame.views.map.projection import Box, Frame
from idlib_wargame.views.map.shapes import XY, Edge, along, inside, is_ring, rooms
from idlib_wargame.views.map.signs import RING
from idlib_wargame.views.map.standing import SIGNS, Change, Feature, Standing
from idlib_wargame.words.mapping import short_name

GREAT_TOWNS = 5  # a pack names its greatest towns first
NAMED = ("town", "base", "crossing")
# By style, how far the same words stand apart at least, at the usual size of text.
SAME_APART = {"road": 130.0, "area": 170.0, "sign": 170.0}
MARGIN = 3.0


@dataclass(frozen=True, slots=True)
class Lettering:
    """How large a drawing sets what it says, in its own units.

    ``measure`` gives the width and height of words in a style: "great", "town", "sign", "road",
    "area", "country" or "water". ``radius`` is half the width of the sign of a kind, or of a
    "great" town's. ``scale`` is times the usual size of text.
    """

    measure: Callable[[str, str], tuple[float, float]]
    radius: Callable[[str], float]
    scale: float = 1.0


def sign_room(frame: Frame, feature: Feature, radius: Callable[[str], float]) -> Room:
    """Where a sign is drawn."""
    side = 2 * radius(feature.kind)
    return Room.about(frame.to_screen(*feature.points[0]), side, side)


@dataclass(frozen=True, slots=True)
class Labelling:
    """Finds places for the names of one picture.

    ``paper`` is what is seen of it; where it is a ``close_up``, posts and camps have names too, as
    they always have on a map of nothing else that has one.
    """

    frame: Frame
    paper: Room
    lettering: Lettering
    close_up: bool = False

    def place(self, standings: Sequence[Standing], taken: Sequence[Room]) -> list[Placed]:
        """The names that found room, clear of each other and of the signs."""
        features = [each.feature for each in standings if each.change is not Change.GONE]
        signs = [feature for feature in features if feature.kind in SIGNS]
        radius = self.lettering.radius
        busy = [*taken, *(sign_room(self.frame, feature, radius) for feature in signs)]
        named = [self._middle(feature) for feature in signs if feature.kind in NAMED]
        lines = [line for each in features if each.kind == "road" for line in self._lines(each)]
        return placed(self._wanted(features), busy, self.paper.grown(-MARGIN), named, lines)

    def _lines(self, road: Feature) -> Iterator[Edge]:
        yield from pairwise(self._on_paper(road))

    def _on_paper(self, feature: Feature) -> list[XY]:
        return [self.frame.to_screen(*point) for point in feature.points]

    def _middle(self, feature: Feature) -> XY:
        return self.frame.to_screen(*feature.points[0])

    def _wanted(self, features: Sequence[Feature]) -> Iterator[Label]:
        """The weightiest first."""
        of = {
            kind: [feature for feature in features if feature.kind == kind and feature.name]
            for kind in ("town", "road", "area", "base", "crossing", "camp", "post", "coast")
        }
        yield from (self._beside(town, "great") for town in of["town"][:GREAT_TOWNS])
        yield from map(self._shield, of["road"])
        yield from (self._beside(base, "sign") for base in of["base"])
        # Ground that may change hands is known by its roads and towns, where it has any.
        told = {each.track for each in (*of["road"], *of["town"]) if each.track}
        areas = [area for area in of["area"] if area.track not in told or not _may_change(area)]
        neighbours = [area for area in areas if not area.holdings and not area.schematic]
        yield from (self._within(area, "country", of["area"]) for area in neighbours)
        seas = [sea for sea in of["coast"] if is_ring(sea.points)]
        yield from (self._within(sea, "water", of["area"]) for sea in seas)
        yield from (self._beside(town, "town") for town in of["town"][GREAT_TOWNS:])
        others = [area for area in areas if area not in neighbours]
        yield from (self._within(area, "area", of["area"]) for area in others)
        yield from (self._beside(each, "sign") for each in of["crossing"])
        if self.close_up or not (of["town"] or of["road"]):
            yield from (self._beside(each, "sign") for each in (*of["camp"], *of["post"]))

    def _beside(self, feature: Feature, style: str) -> Label:
        text, middle = short_name(feature.name), self._middle(feature)
        radius = self.lettering.radius("great" if style == "great" else feature.kind)
        if feature.kind == "post":
            radius *= RING
        places = around(middle, radius, *self.lettering.measure(text, style))
        return Label(text, style, places, middle, self._apart(style))

    def _shield(self, feature: Feature) -> Label:
        text = short_name(feature.name)
        wide, high = self.lettering.measure(text, "road")
        line = self._on_paper(feature)
        middles = (along(line, share) for share in (0.5, 0.35, 0.65, 0.2, 0.8))
        places = tuple(Room.about(middle, wide + 8, high + 2) for middle in middles)
        return Label(text, "road", places, apart_from_same=self._apart("road"))

    def _within(self, feature: Feature, style: str, areas: Sequence[Feature]) -> Label:
        """Nearest to the middle of what is seen of the area, and nowhere outside it.

        What is drawn over it, that is what follows it among ``areas``, hides it.
        """
        text = short_name(feature.name)
        wide, high = self.lettering.measure(text, style)
        over = areas[areas.index(feature) + 1 :] if feature in areas else areas
        hiding = [
            (Box.around(area.points), area.points)
            for area in over
            if area.holdings or not area.schematic
        ]
        seen = (self.frame.width, self.frame.height)
        middles = rooms(self._on_paper(feature), wide + 12, high, seen)
        found = (Room.about(middle, wide, high) for middle in middles)
        places = [room for room in found if not any(self._covers(*each, room) for each in hiding)]
        return Label(text, style, tuple(places), apart_from_same=self._apart(style))

    def _covers(self, box: Box, ring: Sequence[XY], room: Room) -> bool:
        middle, level = room.middle
        places = (self.frame.to_earth(x, level) for x in (room.left, middle, room.right))
        return any(box.holds(place) and inside(place, ring) for place in places)

    def _apart(self, style: str) -> float:
        return SAME_APART.get(style, 0.0) * self.lettering.scale


def _may_change(area: Feature) -> bool:
    return len({each.by for each in area.holdings}) > 1
