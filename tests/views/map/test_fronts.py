"""Lines where holders meet, and none within one holder's ground."""

from __future__ import annotations

from itertools import pairwise

import pytest

from idlib_wargame.packs.reader import PackReading
from idlib_wargame.rules.pack.map import Feature
from idlib_wargame.views.map.fronts import Fronts, bounded_sides
from idlib_wargame.views.map.shapes import chained, inside, spans
from idlib_wargame.views.map.standing import Change, Ground, Standing
from tests.views.map.bank import FEATURES, bank, box, held, state

SHARED = ((11.0, 50.0), (11.0, 52.0))
FRONTIER = ((12.0, 50.0), (12.0, 52.0))


def fronts(harbour: PackReading, **tracks: int) -> Fronts:
    """The lines of the bank with some tracks set otherwise, against the opening."""
    scenario = bank(harbour)
    standings = Ground(scenario).standings(state(scenario, **tracks), state(scenario))
    return Fronts.of(standings, bounded_sides(scenario.map))


def sides(lines: tuple[tuple[tuple[float, float], ...], ...]) -> set[object]:
    """Each two neighbours of the lines, in one order."""
    return {tuple(sorted(pair)) for line in lines for pair in pairwise(line)}


def test_a_front_runs_once_where_two_holders_meet(harbour: PackReading) -> None:
    """The shore that two seats share is drawn, as schematic, and not the frontier again."""
    found = fronts(harbour)
    assert SHARED in sides(found.schematic)
    assert FRONTIER not in sides(found.schematic)
    assert found.surveyed == ()


def test_no_front_runs_within_one_holders_ground(harbour: PackReading) -> None:
    """When one seat holds both shores, the line between them is gone."""
    found = fronts(harbour, calm=3)
    assert SHARED not in sides(found.schematic)
    assert found.schematic != ()


def test_ground_that_changed_hands_is_outlined(harbour: PackReading) -> None:
    """The whole edge of what was taken, and nothing when nothing was."""
    assert sides(fronts(harbour, calm=3).changed) == sides((FEATURES[3].points,))
    assert fronts(harbour).changed == ()


def test_a_plan_is_an_outline(harbour: PackReading) -> None:
    """An area that nobody holds shows as planned once it shows at all."""
    assert fronts(harbour).plans == ()
    assert sides(fronts(harbour, lines=1).plans) == sides((FEATURES[4].points,))


def test_a_front_under_a_later_area_is_hidden() -> None:
    """What is drawn over ground hides its lines."""
    low = Standing(Feature("a", "area", "", box(0, 0, 2, 2), held(("x", ""))), "x", "x")
    high = Standing(Feature("b", "area", "", box(1, -1, 3, 3), held(("y", ""))), "y", "y")
    found = sides(Fronts.of([low, high], frozenset()).surveyed)
    assert ((2, 0), (2, 2)) not in found
    assert ((0, 0), (0, 2)) in found


def test_standings_say_what_became_of_a_feature(harbour: PackReading) -> None:
    """New, gone, or in other hands."""
    scenario = bank(harbour)
    before, now = state(scenario), state(scenario, lines=1, held=0, talks=2)
    found = {each.feature.id: each.change for each in Ground(scenario).standings(now, before)}
    assert found["plan"] is Change.NEW
    assert found["light"] is Change.GONE
    assert found["quay_2"] is Change.TAKEN
    assert found["quay_1"] is Change.NONE


def test_sides_chain_into_long_lines() -> None:
    """Sides in any order join; a fork ends a line."""
    square = [((0.0, 0.0), (0.0, 1.0)), ((0.0, 1.0), (1.0, 1.0)), ((0.0, 0.0), (1.0, 1.0))]
    assert [len(line) for line in chained(square)] == [4]
    fork = [((0.0, 0.0), (1.0, 0.0)), ((1.0, 0.0), (2.0, 1.0)), ((1.0, 0.0), (2.0, -1.0))]
    assert sorted(len(line) for line in chained(fork)) == [2, 2, 2]


def test_inside_and_spans_agree() -> None:
    """A place is inside a ring where a level line through it runs inside."""
    ring = ((0.0, 0.0), (4.0, 0.0), (4.0, 4.0), (2.0, 1.0), (0.0, 4.0))
    assert [pytest.approx(span) for span in spans(ring, 2.0)] == [(0.0, 4 / 3), (8 / 3, 4.0)]
    assert inside((1.0, 2.0), ring)
    assert not inside((2.0, 2.0), ring)
