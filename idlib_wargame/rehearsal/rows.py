"""Every row of a pack whose part in play can be told from the results, with a name for people."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, NamedTuple

from idlib_wargame.rehearsal.tally import RowKey
from idlib_wargame.rules.odds import Band
from idlib_wargame.rules.pack.bargain import Bargain
from idlib_wargame.rules.pack.interactions import Contradiction
from idlib_wargame.rules.pack.scenario import Scenario
from idlib_wargame.rules.pack.tracks import Effects
from idlib_wargame.words.never_shown import modifier_words_of

# In the order in which they are told.
KINDS: Final = (
    *("inject", "upkeep", "conversion", "chance", "chance_came", "flag", "rung", "clause"),
    *("principals", "joint", "contest", "contradiction", "limit", "shift", "modifier"),
    *("template", "consequence", "vagueness", "discovery"),
)
# A pack is at fault where such a row never shows; the rest may well be guard rails.
MUST_SHOW: Final = frozenset({"inject", "upkeep", "conversion", "chance", "flag", "rung"})


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
            yield "modifier", modifier_id(move.id, n), modifier_words_of(move.name, modifier.why)
    if scenario.bargain is not None:
        yield from _of_bargain(scenario.bargain)


def _of_bargain(bargain: Bargain) -> Iterator[tuple[str, str, str]]:
    yield from (("template", each.id, each.name) for each in bargain.templates)
    yield from (("consequence", each.id, each.why) for each in bargain.consequences)
    yield from (("vagueness", each.id, each.name) for each in bargain.vagueness)
    yield from (("discovery", each.id, each.why) for each in bargain.discoveries)


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
