"""Where each order took each track: the value before it and after it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from idlib_wargame.rules.dice import Address, ChanceAddress
from idlib_wargame.rules.pack.scenario import Scenario
from idlib_wargame.rules.result import After, Card, TurnResult
from idlib_wargame.rules.state import State
from idlib_wargame.words.figures import from_to
from idlib_wargame.words.language import _, fill
from idlib_wargame.words.situation import cell_name


class Trail(NamedTuple):
    """One track, before and after one order."""

    track: str
    before: int
    after: int

    def words(self, scenario: Scenario) -> str:
        """ "Turkish force 3 → 5"."""
        name, change = cell_name(scenario, self.track), from_to(self.before, self.after)
        return fill(_("{track} {change}"), track=name, change=change)


Trails = Mapping[Address | ChanceAddress, tuple[Trail, ...]]


def trails(scenario: Scenario, opening: State, result: TurnResult) -> Trails:
    """By a card's address, the tracks it moved, in the order the pack resolves them.

    Orders of one step act together; here each takes up where the one before it on the page left
    the track, so that the last value read is the one the turn went on with.
    """
    return _followed(_in_order(scenario, result), opening.to_dict())


def known_trails(scenario: Scenario, opening: Mapping[str, int], cards: Sequence[Card]) -> Trails:
    """The same for somebody who knows these cards alone, and these values of the opening.

    What others did unseen to the same tracks is left out of the values, as it must be.
    """
    known = (card for step in scenario.steps for card in cards if card.step == step)
    return _followed(known, dict(opening))


def _followed(rows: Iterable[Card | After], now: dict[str, int]) -> Trails:
    found: dict[Address | ChanceAddress, tuple[Trail, ...]] = {}
    for row in rows:
        moved = []
        for line in row.effects:
            if line.through:
                moved.append(Trail(line.track, now[line.track], now[line.track] + line.through))
                now[line.track] += line.through
        if row.address is not None:
            found[row.address] = tuple(moved)
    return found


def _in_order(scenario: Scenario, result: TurnResult) -> Iterator[Card | After]:
    for step in scenario.steps:
        yield from (card for card in result.cards if card.step == step)
        yield from (row for row in result.after if row.address and row.address.step == step)
