"""Where the shapes of holders stand on a map, and what tells holders apart without colour."""

from __future__ import annotations

from idlib_wargame.packs.reader import PackReading, load
from idlib_wargame.views.map.holder_signs import SHAPES, area_at, holder_rooms, marks
from idlib_wargame.views.map.projection import Frame
from idlib_wargame.views.map.region import Holder
from idlib_wargame.views.map.shapes import distance, length
from idlib_wargame.views.map.shown import MapShown
from tests.scenarios.rows import PACK
from tests.views.map.bank import bank, shown, state


def _frame(map_shown: MapShown) -> Frame:
    region = map_shown.region
    return Frame.fitting(region.play, 900, 700, region.whole.squeeze)


def test_no_two_holders_of_a_pack_look_alike() -> None:
    """Until there are more of them than shapes and hatchings together make."""
    holders = [Holder(str(number), str(number), "#000000") for number in range(24)]
    found = marks(holders)
    assert len(set(found.values())) == len(holders)
    assert len({found[each.id].shape for each in holders[: len(SHAPES)]}) == len(SHAPES)


def test_a_shape_stands_on_each_road_that_is_long_enough() -> None:
    """In its middle, for whoever holds it."""
    pack = load(PACK)
    drawn = shown(pack, state(pack))
    frame = _frame(drawn)
    found = [*holder_rooms(drawn.region, frame, drawn.standings, 4)]
    lines = {
        each.feature.id: ([frame.to_screen(*point) for point in each.feature.points], each.holder)
        for each in drawn.standings
        if each.feature.kind == "road" and each.holder
    }
    carrying = [(line, holder) for line, holder in lines.values() if length(line) >= 46]
    assert 0 < len(carrying) < len(lines)
    for (line, whose), (holder, room) in zip(carrying, found, strict=True):
        assert holder == whose
        assert distance(room.middle, line) < 0.001


def test_where_there_are_no_roads_it_stands_on_ground(harbour: PackReading) -> None:
    """On the holder's own, where nothing covers it."""
    scenario = bank(harbour)
    drawn = shown(scenario, state(scenario))
    frame = _frame(drawn)
    found = [*holder_rooms(drawn.region, frame, drawn.standings, 4)]
    assert found
    for holder, room in found:
        area = area_at(drawn.standings, frame.to_earth(*room.middle))
        assert area is not None
        assert area.holder == holder
