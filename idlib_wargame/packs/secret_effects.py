"""Which consequences tell outsiders that there is an agreement which they may not know of."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import product
from typing import NamedTuple

from idlib_wargame.rules.agreements.fitness import may_be_party
from idlib_wargame.rules.offer import Secrecy
from idlib_wargame.rules.pack.bargain import Bargain, Consequence, On
from idlib_wargame.rules.pack.scenario import Scenario
from idlib_wargame.rules.sight import sees_track


class SeenSecret(NamedTuple):
    """A consequence, the tracks that it moves before outsiders' eyes, and the actors who see it."""

    consequence: Consequence
    tracks: tuple[str, ...]
    outsiders: tuple[str, ...]


def seen_secrets(scenario: Scenario) -> tuple[SeenSecret, ...]:
    """What a designer may want to know of; a leak in the numbers may well be meant."""
    bargain = scenario.bargain
    rows = bargain.consequences if bargain else ()
    told = (_seen(scenario, bargain, row) for row in rows if bargain)
    return tuple(each for each in told if each.tracks)


def _seen(scenario: Scenario, bargain: Bargain, row: Consequence) -> SeenSecret:
    outside = _outsiders(scenario, bargain, row)
    tracks = dict.fromkeys(effect.track for effect in row.effects)
    seen = {track: [*_who_see(scenario, track, outside)] for track in tracks}
    seeing = {actor for actors in seen.values() for actor in actors}
    return SeenSecret(
        row,
        tuple(track for track, actors in seen.items() if actors),
        tuple(actor for actor in scenario.actors if actor in seeing),
    )


def _who_see(scenario: Scenario, track: str, outside: Iterable[str]) -> Iterator[str]:
    row = scenario.track_by_id.get(track)
    for actor in outside:
        if row is None or sees_track(row, frozenset({actor})):
            yield actor


def _outsiders(scenario: Scenario, bargain: Bargain, row: Consequence) -> set[str]:
    """The players' actors that may be outside an agreement of which the row follows."""
    if row.on is On.FOUND_OUT:
        return set()
    players = {seat.actor for seat in scenario.seats if not seat.control}
    secret = [
        each
        for each in bargain.templates
        if each.id in row.templates and each.secrecy is not Secrecy.PUBLIC
    ]
    if row.templates:
        return {actor for each in secret for actor in players - {*each.parties, each.guarantor}}
    parties = [actor for actor in scenario.actors if may_be_party(scenario, actor)]
    pairs = product(row.by or parties, row.to or parties)
    return {actor for one, other in pairs if one != other for actor in players - {one, other}}
