"""Every row of a pack whose part in play can be told from the results, with a name for people."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from idlib_wargame.rehearsal.tally import RowKey
from idlib_wargame.rules.odds import Band
from idlib_wargame.rules.pack.interactions import Contradiction
from idlib_wargame.rules.pack.scenario import Scenario
from idlib_wargame.rules.pack.tracks import Effects


class Kind(NamedTuple):
    """A kind of row in words: one, several, and what one, or several, never did.

    A pack is at fault where a row that ``must`` show never does; the rest may well be guard rails.
    """

    one: str
    many: str
    never_one: str
    never_many: str
    must: bool = False


KINDS = {
    "inject": Kind("inject", "injects", "was never due", "were never due", True),
    "upkeep": Kind("upkeep row", "upkeep rows", "never fired", "never fired", True),
    "conversion": Kind("conversion", "conversions", "never fired", "never fired", True),
    "chance": Kind("chance", "chances", "was never thrown for", "were never thrown for", True),
    "chance_came": Kind("chance", "chances", "never came off", "never came off"),
    "flag": Kind("flag", "flags", "was never lit", "were never lit", True),
    "rung": Kind("rung", "rungs", "was never reached", "were never reached", True),
    "clause": Kind("clause", "clauses", "was never kept in full", "were never kept in full"),
    "principals": Kind(
        "joint decision", "joint decisions", "never had all its principals", "never had them all"
    ),
    "joint": Kind("joint row", "joint rows", "never counted", "never counted"),
    "contest": Kind("contest", "contests", "was never fought out", "were never fought out"),
    "contradiction": Kind("contradiction", "contradictions", "never counted", "never counted"),
    "limit": Kind("limit", "limits", "never held anything", "never held anything"),
    "shift": Kind("shift", "shifts", "never counted", "never counted"),
    "modifier": Kind("modifier of a move", "modifiers of moves", "never counted", "never counted"),
}


class Row(NamedTuple):
    """A row of the pack and what people call it."""

    kind: str
    id: str
    name: str

    @property
    def key(self) -> RowKey:
        """What tallies count it by."""
        return self.kind, self.id


def rows_of(scenario: Scenario) -> tuple[Row, ...]:
    """Every such row, by kind and then in the pack's order."""
    return tuple(Row(*each) for each in _rows(scenario))


def modifier_id(move: str, number: int) -> str:
    """What a modifier is called that has no id of its own: its move and its place from 1."""
    return f"{move} {number}"


def key_of(row: str) -> RowKey:
    """The key under which a row is counted, from its name: "modifier.raid.2" counts as "raid 2"."""
    kind, _, place = row.partition(".")
    return kind, place.replace(".", " ")


def _rows(scenario: Scenario) -> Iterator[tuple[str, str, str]]:
    yield from (("inject", each.id, each.title) for each in scenario.injects)
    yield from (("upkeep", each.id, each.why) for each in scenario.upkeep)
    yield from (("conversion", each.id, each.why) for each in scenario.conversions)
    yield from (("chance", each.id, each.why) for each in scenario.chances)
    yield from (("chance_came", each.id, each.why) for each in scenario.chances)
    yield from (("flag", each.id, each.name) for each in scenario.flags)
    yield from (("rung", str(each.number), each.name) for each in scenario.ladder)
    yield from (("clause", each.id, each.name) for each in scenario.clauses)
    for principals in scenario.principals:
        yield "principals", principals.move, scenario.move_by_id[principals.move].name
    yield from (("joint", str(n), each.why) for n, each in enumerate(scenario.joints, 1))
    yield from (("contest", each.id, each.why) for each in scenario.contests)
    for row in scenario.contradictions:
        if leaves_a_trace(scenario, row):
            yield "contradiction", row.id, row.why
    yield from (("limit", each.id, each.why) for each in scenario.limits)
    yield from (("shift", each.id, each.why) for each in scenario.shifts)
    for move in scenario.moves:
        for n, modifier in enumerate(move.modifiers, 1):
            yield "modifier", modifier_id(move.id, n), f"{move.name}: {modifier.why}"


def leaves_a_trace(scenario: Scenario, row: Contradiction) -> bool:
    """Whether a result can show it: it has effects, or there is a gain for it to halve."""
    return bool(row.effects) or any(
        effect.by > 0 and effect.track in row.halves
        for move in scenario.moves
        for effects in _ways_out(scenario, move.id)
        for effect in effects
    )


def _ways_out(scenario: Scenario, move: str) -> Iterator[Effects]:
    """What the move may do, in any band, by any seat, with any choice."""
    row = scenario.move_by_id[move]
    for by_band in (row.effects, *row.by_seat.values(), *(each.effects for each in row.choices)):
        yield from (by_band.get(band, ()) for band in Band)
