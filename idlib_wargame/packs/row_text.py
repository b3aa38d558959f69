"""A row that was written in an exercise, as the pack's author would write it in a moves file."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import yaml

from idlib_wargame.rules.odds import Band
from idlib_wargame.rules.pack.moves import Move
from idlib_wargame.rules.pack.scenario import Scenario
from idlib_wargame.rules.pack.tracks import Effect, Effects

Json = dict[str, Any]
CAPPED = "{by} {way} to {cap}"  # as packs/schema/effects.py reads it
WIDTH = 100  # characters a line


def row_text(scenario: Scenario, move: Move, id: str, seats: Iterable[str]) -> str:
    """A whole file in YAML with that one move: its table, and what each result does.

    ``id`` is what the row is to be called, ``seats`` the actors that are to order it. What a
    table adds to a backfire is left out, as the table adds it again.
    """
    row: Json = {
        "id": id,
        "code": id,
        "name": move.name,
        "seats": list(seats),
        "step": move.step,
        "target": move.target,
        "severity": move.severity,
        "modifiers": [
            {"when": str(each.when), "shift": each.shift, "why": each.why}
            for each in move.modifiers
        ],
        "tags": sorted(move.tags),
        **_bands(move, scenario.table_by_id[move.table].backfire),
        "events": [
            {
                "cameo": event.cameo,
                "name": event.name,
                "goldstein": event.goldstein / 100,
                "targets": list(event.targets),
            }
            for event in move.events
        ],
        "seen_by": sorted(move.seen_by) if move.seen_by is not None else None,
        "judgement": True,
    }
    told = {key: value for key, value in row.items() if value not in (None, [], {})}
    whole = {"table": move.table, "moves": [told]}
    return yaml.safe_dump(whole, sort_keys=False, allow_unicode=True, width=WIDTH)


def _bands(move: Move, table_backfire: Effects) -> Json:
    """A strong success holds the success in a pack, and a backfire the failure."""
    at = {band: _by_track(move.effects.get(band, ())) for band in Band}
    backfire = _less(at[Band.BACKFIRE], at[Band.FAILURE])
    told = {
        "success": at[Band.SUCCESS],
        "strong": _less(at[Band.STRONG], at[Band.SUCCESS]),
        "partial": at[Band.PARTIAL],
        "failure": at[Band.FAILURE],
        "backfire": backfire if _less(backfire, _by_track(table_backfire)) else {},
    }
    return {name: {t: _change(each) for t, each in band.items()} for name, band in told.items()}


def _by_track(effects: Effects) -> dict[str, Effect]:
    """The effects by track; of several on one the sum, with the bound of the last that has any."""
    found: dict[str, Effect] = {}
    for effect in effects:
        before = found.get(effect.track)
        by = effect.by + (before.by if before else 0)
        found[effect.track] = Effect(effect.track, by, effect.up_to, effect.down_to)
    return found


def _less(effects: dict[str, Effect], held: dict[str, Effect]) -> dict[str, Effect]:
    """What is left of effects once those are taken off that stand elsewhere already."""
    left = {}
    for track in dict.fromkeys((*effects, *held)):
        mine = effects.get(track, Effect(track, 0))
        by = mine.by - (held[track].by if track in held else 0)
        if by:
            left[track] = Effect(track, by, mine.up_to, mine.down_to)
    return left


def _change(effect: Effect) -> str:
    by, up, down = f"{effect.by:+d}", effect.up_to, effect.down_to
    if up is not None and effect.by > 0:
        return CAPPED.format(by=by, way="up", cap=up)
    return CAPPED.format(by=by, way="down", cap=down) if down is not None else by
