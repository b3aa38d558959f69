"""Where each order took each track: the value before it and after it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from idlib_wargame.report.words import cell_name, plain
from idlib_wargame.rules.layout import State
from idlib_wargame.rules.result import After, Card, TurnResult
from idlib_wargame.rules.scenario import Scenario


class Trail(NamedTuple):
    """One track, before and after one order."""

    track: str
    before: int
    after: int

    def words(self, scenario: Scenario) -> str:
        """ "Turkish force 3 → 5"."""
        return f"{cell_name(scenario, self.track)} {plain(self.before)} → {plain(self.after)}"


Trails = Mapping[str, tuple[Trail, ...]]


def trails(scenario: Scenario, opening: State, result: TurnResult) -> Trails:
    """By a card's address, the tracks it moved, in the order the pack resolves them.

    Orders of one step act together; here each takes up where the one before it on the page left
    the track, so that the last value read is the one the turn went on with.
    """
    now = opening.to_dict()
    found: dict[str, tuple[Trail, ...]] = {}
    for row in _in_order(scenario, result):
        moved = []
        for line in row.effects:
            if line.through:
                moved.append(Trail(line.track, now[line.track], now[line.track] + line.through))
                now[line.track] += line.through
        found[row.address] = tuple(moved)
    return found


def _in_order(scenario: Scenario, result: TurnResult) -> Iterator[Card | After]:
    for step in scenario.steps:
        yield from (card for card in result.cards if card.step == step)
        place = f"turn {result.turn}/{step}/chance/"
        yield from (row for row in result.after if row.address.startswith(place))
