"""A capital at the start of a sentence, where the first word is ours."""

from __future__ import annotations

from collections.abc import Iterator

from idlib_wargame.rules.pack.scenario import Scenario


def begun(scenario: Scenario, sentence: str) -> str:
    """The sentence with a capital first; a name of the pack at its start stays as it is written."""
    if any(sentence.startswith(name) for name in _names(scenario)):
        return sentence
    return f"{sentence[:1].upper()}{sentence[1:]}"


def _names(scenario: Scenario) -> Iterator[str]:
    """What a sentence about the situation may begin with."""
    yield from (track.name for track in scenario.tracks)
    yield from (clock.name for clock in scenario.clocks)
    yield from (clause.name for clause in scenario.clauses)
    yield from (seat.name for seat in scenario.seats)
    yield from scenario.flag_groups.values()
    yield from scenario.actor_names.values()
