"""How holders are told apart without colour on every map, and where their shapes stand."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice
from typing import NamedTuple

from idlib_wargame.views.map.label_places import Room
from idlib_wargame.views.map.projection import Frame, LonLat
from idlib_wargame.views.map.region import Holder, Region
from idlib_wargame.views.map.shapes import XY, along, inside, length, rooms
from idlib_wargame.views.map.standing import Change, Standing

# The directions of hatching, in degrees; the commonest holders get those furthest apart.
SLANTS = (45, 135, 0, 90, 20, 110, 65, 155)
SHAPES = ("circle", "square", "diamond", "cross", "hexagon", "bar")
DISC = 1.75  # radii of a shape, for the disc that it stands on
LEAST_FOR_SHAPE = 46.0  # of a road on the drawing; shorter ones carry no shape


class Marks(NamedTuple):
    """The direction of a holder's hatching, in degrees, and the name of their shape."""

    slant: int
    shape: str


def marks(holders: Sequence[Holder]) -> dict[str, Marks]:
    """Those of everyone who may hold something, by id; in their order."""
    return {
        each.id: Marks(SLANTS[at % len(SLANTS)], SHAPES[at % len(SHAPES)])
        for at, each in enumerate(holders)
    }


def area_at(standings: Sequence[Standing], place: LonLat) -> Standing | None:
    """The topmost area at a place, leaving out ground that nobody contests."""
    for each in reversed(standings):
        feature = each.feature
        if feature.kind == "area" and each.change is not Change.GONE:
            telling = feature.holdings or feature.schematic
            if telling and inside(place, feature.points):
                return each
    return None


def holder_rooms(
    region: Region, frame: Frame, standings: Sequence[Standing], radius: float
) -> Iterator[tuple[str, Room]]:
    """Each holder's shape in the middle of each road of theirs that is long enough.

    On a map that never has roads, ground carries it: not everybody tells colours apart.
    """
    known = {each.id for each in region.holders}
    kind = "road" if "road" in region.kinds else "area"
    side = 2 * radius * DISC
    for each in standings:
        if each.feature.kind == kind and each.holder in known and each.change is not Change.GONE:
            line = [frame.to_screen(*point) for point in each.feature.points]
            middles = _on_road(line) if kind == "road" else _on_ground(each, line, frame, standings)
            yield from ((each.holder, Room.about(middle, side, side)) for middle in middles)


def _on_road(line: Sequence[XY]) -> Iterator[XY]:
    if length(line) >= LEAST_FOR_SHAPE:
        yield along(line, 0.5)


def _on_ground(
    area: Standing, ring: Sequence[XY], frame: Frame, standings: Sequence[Standing]
) -> Iterator[XY]:
    """Where it has room for a shape and is not covered by another, if it is anywhere."""
    side = LEAST_FOR_SHAPE / 2
    middles = rooms(ring, side, side, (frame.width, frame.height))
    bare = (each for each in middles if area_at(standings, frame.to_earth(*each)) is area)
    yield from islice(bare, 1)
