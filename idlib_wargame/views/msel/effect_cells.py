"""What an inject does, as a cell of a list has it: "Calm −1; Trust +2 (up to 8)"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from idlib_wargame.rules.names import Prefix
from idlib_wargame.rules.pack.scenario import Scenario
from idlib_wargame.rules.pack.tracks import Effect, Effects
from idlib_wargame.views.finding import words_of
from idlib_wargame.words.situation import cell_name

_ONE = re.compile(
    r"(?P<what>.+?)[\s:=]*(?P<by>[+\-−–]\s*\d{1,6})"
    r"(?:\s*\(?\s*(?P<way>up|down)[\s_]to\s*(?P<bound>[+\-−]?\d{1,6})\s*\)?)?",
    re.IGNORECASE,
)


def effects_cell(scenario: Scenario, effects: Sequence[Effect]) -> str:
    """The effects as a cell; ``read_effects`` reads it again."""
    return "; ".join(_one(scenario, each) for each in effects)


def _one(scenario: Scenario, effect: Effect) -> str:
    name = movable(scenario)[effect.track]
    said = f"{name} {effect.by:+d}"
    if effect.up_to is not None:
        said += f" (up to {effect.up_to})"
    if effect.down_to is not None:
        said += f" (down to {effect.down_to})"
    return said


def read_effects(scenario: Scenario, cell: str) -> Effects | str:
    """The effects that a cell names, or the part of it that is none."""
    by_name = {words_of(name): track for track, name in movable(scenario).items()}
    by_name |= {words_of(track.replace(".", " ")): track for track in movable(scenario)}
    found: list[Effect] = []
    for part in re.split(r"[;\n]", cell):
        if not part.strip() or part.strip() in ("-", "–", "—"):
            continue
        match = _ONE.fullmatch(part.strip())
        track = by_name.get(words_of(match["what"].replace(".", " "))) if match else None
        if match is None or track is None:
            return part.strip()
        bound = _whole(match["bound"]) if match["bound"] else None
        is_up = (match["way"] or "").lower() == "up"
        up, down = (bound, None) if is_up else (None, bound)
        found.append(Effect(track, _whole(match["by"]), up, down))
    return tuple(found)


def movable(scenario: Scenario) -> dict[str, str]:
    """The name of everything that an inject may move: tracks, counters and the days of clocks."""
    tracks = {track.id: track.name for track in scenario.tracks}
    clocks = {Prefix.DAYS_LEFT.of(clock.id) for clock in scenario.clocks}
    return {**tracks, **{name: cell_name(scenario, name) for name in clocks}}


def _whole(figures: str) -> int:
    return int(re.sub(r"[−–]", "-", figures).replace(" ", ""))
