"""A small scenario made in code, so that a test of the rules shows all that it rests on."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from idlib_wargame.rules.conditions.condition import ALWAYS, Condition
from idlib_wargame.rules.conditions.parsing import parse
from idlib_wargame.rules.odds import Band
from idlib_wargame.rules.pack.course import Clock, Rung
from idlib_wargame.rules.pack.moves import Modifier, Move, Severity, Table
from idlib_wargame.rules.pack.scenario import Scenario
from idlib_wargame.rules.pack.seats import Seat
from idlib_wargame.rules.pack.tracks import Effect, Effects, Track


def when(text: str = "") -> Condition:
    """A condition from its text."""
    return parse(text) if text else ALWAYS


def does(**changes: int) -> Effects:
    """Effects by track."""
    return tuple(Effect(track, by) for track, by in changes.items())


def bands(
    success: Effects = (), strong: Effects = (), partial: Effects = (), failure: Effects = ()
) -> Mapping[Band, Effects]:
    """Effects by band, complete as the reader makes them."""
    return {
        Band.SUCCESS: success,
        Band.STRONG: success + strong,
        Band.PARTIAL: partial,
        Band.FAILURE: failure,
        Band.BACKFIRE: failure,
    }


def move(
    move_id: str,
    *seats: str,
    step: str = "talk",
    target: int = 7,
    needs: str = "",
    modifiers: tuple[tuple[str, int], ...] = (),
    tags: tuple[str, ...] = (),
    **more: Any,
) -> Move:
    """A move with everything a test does not care about filled in."""
    return Move(
        id=move_id,
        code=move_id.upper(),
        name=move_id.replace("_", " ").capitalize(),
        table=more.pop("table", "diplomatic"),
        step=step,
        seats=seats,
        target=target,
        severity=more.pop("severity", "calm"),
        needs=when(needs),
        modifiers=tuple(
            Modifier(when(test), shift, f"because {test}") for test, shift in modifiers
        ),
        tags=frozenset(tags),
        **more,
    )


def track(track_id: str, low: int = 0, high: int = 10, start: int = 5, **more: Any) -> Track:
    """A track."""
    return Track(track_id, track_id.capitalize(), low, high, start, **more)


def scenario(*moves: Move, **more: Any) -> Scenario:
    """Three seats, north and south allied; steps talk and fight; tracks peace, arms and trade."""
    base = Scenario(
        id="small",
        title="Small",
        version="1",
        start=date(2020, 1, 26),
        turn_days=7,
        turns=4,
        orders_per_turn=2,
        steps=("talk", "fight"),
        tables=(Table("diplomatic", "Diplomatic actions"), Table("military", "Military pressure")),
        seats=(
            Seat("north", "North", "#336699", allies=frozenset({"south"})),
            Seat("south", "South", "#993366", allies=frozenset({"north"})),
            Seat("east", "East", "#669933"),
        ),
        tracks=(track("peace"), track("arms"), track("trade")),
        moves=moves or (move("wait", "north"),),
        severities=(Severity("calm", "Calm", -2), Severity("violent", "Violent", 28)),
        ladder=(Rung(0, "Calm", ALWAYS), Rung(1, "Tense", parse("peace <= 3"))),
        clocks=(Clock("winter", "Winter", date(2020, 2, 10)),),
    )
    return replace(base, **more)
