"""A row that was written in an exercise, as the pack's author would write it in a moves file."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator

from idlib_wargame.rules.odds import Band
from idlib_wargame.rules.pack.moves import Move
from idlib_wargame.rules.pack.scenario import Scenario
from idlib_wargame.rules.pack.tracks import Effect, Effects


def row_text(scenario: Scenario, move: Move, id: str, seats: Iterable[str]) -> str:
    """A whole file in YAML with that one move: its table, and what each result does.

    ``id`` is what the row is to be called, ``seats`` the actors that are to order it. What a
    table adds to a backfire is left out, as the table adds it again.
    """
    backfire = scenario.table_by_id[move.table].backfire
    lines = [
        f"table: {move.table}",
        "moves:",
        f"  - id: {id}",
        f"    code: {id}",
        f"    name: {_quoted(move.name)}",
        f"    seats: [{', '.join(seats)}]",
        f"    step: {move.step}",
        f"    target: {move.target}",
        f"    severity: {move.severity}",
        *_modifiers(move),
        *([f"    tags: [{', '.join(sorted(move.tags))}]"] if move.tags else []),
        *_bands(move, backfire),
        *_events(move),
        *(
            [f"    seen_by: [{', '.join(sorted(move.seen_by))}]"]
            if move.seen_by is not None
            else []
        ),
        "    judgement: true",
    ]
    return "\n".join(lines) + "\n"


def _modifiers(move: Move) -> Iterator[str]:
    if move.modifiers:
        yield "    modifiers:"
    for each in move.modifiers:
        why = _quoted(each.why)
        yield f"      - {{when: {_quoted(str(each.when))}, shift: {each.shift:+d}, why: {why}}}"


def _bands(move: Move, table_backfire: Effects) -> Iterator[str]:
    """A strong success holds the success in a pack, and a backfire the failure."""
    at = {band: _by_track(move.effects.get(band, ())) for band in Band}
    own_backfire = _less(_less(at[Band.BACKFIRE], at[Band.FAILURE]), _by_track(table_backfire))
    told = {
        "success": at[Band.SUCCESS],
        "strong": _less(at[Band.STRONG], at[Band.SUCCESS]),
        "partial": at[Band.PARTIAL],
        "failure": at[Band.FAILURE],
    }
    if own_backfire:
        told["backfire"] = _less(at[Band.BACKFIRE], at[Band.FAILURE])
    for name, effects in told.items():
        if effects:
            changes = ", ".join(f"{each.track}: {_change(each)}" for each in effects.values())
            yield f"    {name}: {{{changes}}}"


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
    if effect.up_to is not None and effect.by > 0:
        return f"'{effect.by:+d} up to {effect.up_to}'"
    if effect.down_to is not None and effect.by < 0:
        return f"'{effect.by:+d} down to {effect.down_to}'"
    return f"{effect.by:+d}"


def _events(move: Move) -> Iterator[str]:
    if move.events:
        yield "    events:"
    for event in move.events:
        weight = f"{event.goldstein / 100:g}"
        targets = ", ".join(event.targets)
        yield (
            f'      - {{cameo: "{event.cameo}", name: {_quoted(event.name)}, '
            f"goldstein: {weight}, targets: [{targets}]}}"
        )


def _quoted(text: str) -> str:
    """A text in double quotes, as YAML and JSON both read it."""
    return json.dumps(text, ensure_ascii=False)
