"""Where each order took each track: the value before it and after it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from idlib_wargame.rules.dice import Address, ChanceAddress
from idlib_wargame.rules.names import Prefix
from idlib_wargame.rules.pack.scenario import Scenario
from idlib_wargame.rules.result import After, Card, TurnResult
from idlib_wargame.rules.sight import Sight
from idlib_wargame.rules.state import State
from idlib_wargame.words.movements import change_words, went_words


class Trail(NamedTuple):
    """One track, before and after one order.

    ``is_placed`` is False where the reader knows how far it went, and not from where: others moved
    it unseen in the same turn, so that values made of known orders alone would be untrue.
    """

    track: str
    before: int
    after: int
    is_placed: bool = True

    def words(self, scenario: Scenario, numbers: bool = True) -> str:
        """ "Turkish force 3 → 5", or "+2" where it is not known from where to where."""
        if not self.is_placed:
            return change_words(scenario, self.track, self.after - self.before, numbers)
        return went_words(scenario, self.track, self.before, self.after, numbers)


Trails = Mapping[Address | ChanceAddress, tuple[Trail, ...]]


def in_order(scenario: Scenario, result: TurnResult) -> Iterator[Card | After]:
    """All that moved something in a turn, in the order in which it did.

    Orders of one step act together, and stand here as the record has them; then its chances. What
    the turn's end brings follows.
    """
    for step in scenario.steps:
        yield from (card for card in result.cards if card.step == step)
        yield from (row for row in result.after if row.address and row.address.step == step)
    yield from (row for row in result.after if row.address is None)


def trails(scenario: Scenario, opening: State, result: TurnResult) -> Trails:
    """By a card's address, the tracks it moved, each once, in the order the pack resolves them.

    Orders of one step act together; here each takes up where the one before it on the page left
    the track, so that the last value read is the one the turn went on with.
    """
    return _followed(in_order(scenario, result), opening.to_dict())


def known_trails(sight: Sight, opening: State, result: TurnResult) -> Trails:
    """The same for a reader to whom ``result`` was cut.

    Where what they know does not add up to how far a track came, or would leave its scale, no
    value in between is told.
    """
    scenario, before = sight.scenario, known_values(sight, opening)
    found = _followed(in_order(scenario, result), dict(before))
    after = known_values(sight, result.state)
    untrue = {name for name in before if before[name] + _known_sum(name, result) != after[name]}
    for trail in (each for row in found.values() for each in row):
        track = scenario.track_by_id.get(trail.track)
        if track and not track.low <= trail.after <= track.high:
            untrue.add(trail.track)
    return {
        address: tuple(each._replace(is_placed=each.track not in untrue) for each in row)
        for address, row in found.items()
    }


def known_values(sight: Sight, state: State) -> dict[str, int]:
    """The values of the tracks that a reader sees, and of the clocks, which everybody does."""
    clocks = (Prefix.DAYS_LEFT.of(clock.id) for clock in sight.scenario.clocks)
    return {name: state[name] for name in (*(track.id for track in sight.tracks), *clocks)}


def _known_sum(name: str, result: TurnResult) -> int:
    rows: Iterable[Card | After] = (*result.cards, *result.after)
    lines = (*result.read_off, *(line for row in rows for line in row.effects))
    return sum(line.through for line in lines if line.track == name)


def _followed(rows: Iterable[Card | After], now: dict[str, int]) -> Trails:
    found: dict[Address | ChanceAddress, tuple[Trail, ...]] = {}
    for row in rows:
        moved: dict[str, Trail] = {}
        for line in row.effects:
            if line.through:
                before = moved[line.track].before if line.track in moved else now[line.track]
                now[line.track] += line.through
                moved[line.track] = Trail(line.track, before, now[line.track])
        if row.address is not None:
            found[row.address] = tuple(moved.values())
    return found
