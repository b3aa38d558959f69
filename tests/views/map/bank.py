"""A small chart of the fishing bank: two coasts, a plan, a road, a light that may be cut off."""

from __future__ import annotations

from dataclasses import replace

from idlib_wargame.packs.reader import PackReading
from idlib_wargame.rules.conditions.parsing import parse
from idlib_wargame.rules.pack.map import Feature, Holding
from idlib_wargame.rules.pack.scenario import Scenario
from idlib_wargame.rules.result import TurnResult
from idlib_wargame.rules.state import State
from idlib_wargame.rules.turn.referee import Referee
from idlib_wargame.session.play import Play, Setup, Turn
from idlib_wargame.views.map.shown import Maps, MapShown

Points = tuple[tuple[float, float], ...]


def held(*rows: tuple[str, str]) -> tuple[Holding, ...]:
    """Holdings from seats and the texts of their conditions."""
    return tuple(Holding(by, parse(when)) for by, when in rows)


def box(west: float, south: float, east: float, north: float) -> Points:
    """A closed ring around a rectangle."""
    return ((west, south), (east, south), (east, north), (west, north), (west, south))


FEATURES = (
    Feature("water", "coast", "Grey Sea", box(9.0, 50.0, 10.0, 52.0)),
    Feature("isle", "area", "Dunland", box(12.0, 50.0, 12.5, 52.0)),
    Feature(
        "west", "area", "West shore", box(10.0, 50.0, 11.0, 52.0), held(("astra", "")),
        schematic=True,
    ),
    Feature(
        "east", "area", "East shore", box(11.0, 50.0, 12.0, 52.0),
        held(("borea", "calm >= 5"), ("astra", "")), schematic=True, track="calm",
    ),
    Feature(
        "plan", "area", "Closed ground, as drafted", box(10.2, 51.2, 10.8, 51.8),
        shown=parse("lines >= 1"), schematic=True, track="lines",
    ),
    Feature("frontier", "border", "Frontier", ((12.0, 50.0), (12.0, 52.0))),
    Feature(
        "quay_1", "road", "Q1, Port to Ferry", ((10.2, 50.4), (11.0, 50.4)),
        held(("astra", "talks >= 1"), ("borea", "")), track="talks",
    ),
    Feature(
        "quay_2", "road", "Q1, Ferry to Farness", ((11.0, 50.4), (11.8, 50.8)),
        held(("astra", "talks >= 2"), ("borea", "")), track="talks", schematic=True,
    ),
    Feature(
        "light", "post", "Light, on the bank", ((11.5, 51.5),),
        held(("borea", "patrols >= 10"), ("caldis", "")), parse("held >= 1"),
        schematic=True, track="held",
    ),
    Feature("port", "town", "Port", ((10.2, 50.4),), held(("astra", ""))),
    Feature("ferry", "town", "Ferry", ((11.0, 50.4),)),
)  # fmt: skip


def bank(harbour: PackReading) -> Scenario:
    """The harbour pack with this chart for its map."""
    assert harbour.scenario is not None
    return replace(harbour.scenario, map=FEATURES)


def turn(scenario: Scenario, now: State, before: State, number: int = 1) -> Turn:
    """A turn without orders that led from one situation to the other."""
    rung = scenario.ladder[0].number
    return Turn(before, before, (), TurnResult(number, (), (), now, (), rung, {}, {}), 4)


def shown(
    scenario: Scenario, now: State, before: State | None = None, numbers: bool = True
) -> MapShown:
    """The map as control sees it after a turn that led from ``before`` to ``now``."""
    closed = (turn(scenario, now, before),) if before is not None else ()
    setup = Setup("Grey Bank", "A", 4, numbers=numbers)
    return Maps(scenario).of(Play(setup, now, turn=1, closed=closed))


def state(scenario: Scenario, **tracks: int) -> State:
    """The opening, with some tracks set otherwise."""
    opening = Referee(scenario).opening(4)
    return State.from_dict(opening.layout, {**opening.to_dict(), **tracks})
