"""Which bands a move can come out in, as its row and the rows that bear on it stand."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from idlib_wargame.rules.odds import MOST_SHIFT, Band, ways_of
from idlib_wargame.rules.pack.moves import Move
from idlib_wargame.rules.pack.scenario import Scenario
from idlib_wargame.rules.pack.tracks import Effects


def bands_due(scenario: Scenario, move: Move) -> frozenset[Band]:
    """The bands that play ought to show: those some throw can give, and those the row writes of."""
    return bands_within_reach(scenario, move) | bands_written(move)


def bands_within_reach(scenario: Scenario, move: Move) -> frozenset[Band]:
    """The bands that some throw gives at some sum of the shifts that may bear on the move."""
    shifts = list(_shifts(scenario, move))
    best = min(MOST_SHIFT, sum(shift for shift in shifts if shift > 0))
    worst = max(-MOST_SHIFT, sum(shift for shift in shifts if shift < 0))
    needs = range(move.target - best, move.target - worst + 1)
    found = {band for need in needs for band, ways in ways_of(need).items() if ways}
    words = _words(move)
    if any(words & {contest.attack, contest.defence} for contest in scenario.contests):
        found.add(Band.PARTIAL)
    return frozenset(found)


def bands_written(move: Move) -> frozenset[Band]:
    """The bands that the row gives an effect of their own."""
    written = {Band.SUCCESS}
    for effects in (
        move.effects,
        *move.by_seat.values(),
        *(choice.effects for choice in move.choices),
    ):
        written |= {band for band in Band if _of_its_own(effects, band)}
    return frozenset(written)


def _of_its_own(effects: Mapping[Band, Effects], band: Band) -> bool:
    """A strong success holds what a success does, and a backfire what a failure does."""
    plainer = {Band.STRONG: Band.SUCCESS, Band.BACKFIRE: Band.FAILURE}.get(band)
    return effects.get(band, ()) != (effects.get(plainer, ()) if plainer is not None else ())


def _shifts(scenario: Scenario, move: Move) -> Iterator[int]:
    words = _words(move)
    yield from (modifier.shift for modifier in move.modifiers)
    yield from (shift.shift for shift in scenario.shifts if shift.on & words)
    yield from (joint.shift for joint in scenario.joints if move.id in joint.on)


def _words(move: Move) -> frozenset[str]:
    return move.tags.union({move.id}, *(choice.tags for choice in move.choices))
