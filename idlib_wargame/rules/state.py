"""Where each number of the situation stands in its row, and the row as a frozen value.

Only the counts that some condition of the pack reads get a cell.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from idlib_wargame.rules.conditions.condition import Condition, names_in
from idlib_wargame.rules.names import (
    ALONE,
    LAST_TURN,
    ORDERED,
    THIS_TURN,
    Count,
    Prefix,
    is_bargained,
)
from idlib_wargame.rules.pack.scenario import Scenario


def conditions_of(scenario: Scenario) -> Iterator[Condition]:
    """Every condition of a pack."""
    for move in scenario.moves:
        yield from (move.needs, move.only_if)
        yield from (modifier.when for modifier in move.modifiers)
        yield from (choice.needs for choice in move.choices)
    for rows in (
        scenario.shifts,
        scenario.contradictions,
        scenario.chances,
        scenario.upkeep,
        scenario.conversions,
        scenario.limits,
        scenario.flags,
        scenario.ladder,
        scenario.outcomes,
        scenario.injects,
        scenario.aims,
    ):
        yield from (row.when for row in rows)
    yield from (when for chance in scenario.chances for when, _ in chance.targets)
    for feature in scenario.map:
        yield feature.shown
        yield from (holding.when for holding in feature.holdings)
    for clause in scenario.clauses:
        yield from (clause.full, clause.intermediate, clause.minimal)
    for habit in scenario.habits:
        yield from (pick.when for picks in habit.seats.values() for pick in picks)
        for manner in habit.bargains.values():
            for leanings in (manner.offers, manner.answers, manner.ends):
                yield from (row.when for row in leanings)
    if scenario.bargain is not None:
        for told in (
            scenario.bargain.consequences,
            scenario.bargain.vagueness,
            scenario.bargain.discoveries,
        ):
            yield from (row.when for row in told)
        yield from scenario.bargain.delivered.values()


def two_ways(name: str) -> tuple[str, str]:
    """A name and the same with its two actors the other way round; itself twice for others."""
    prefix, *actors = name.split(".")
    return name, ".".join((prefix, *reversed(actors))) if is_bargained(name) else name


class Layout:
    """The names of a pack's cells, in order, and the cell of each."""

    def __init__(self, scenario: Scenario) -> None:
        names = [track.id for track in scenario.tracks]
        names += [Prefix.FLAG.of(flag.id) for flag in scenario.flags]
        names += [Prefix.LIT.of(group) for group in scenario.flag_groups]
        names += [Prefix.CLAUSE.of(clause.id) for clause in scenario.clauses]
        names += [Prefix.DAYS_LEFT.of(clock.id) for clock in scenario.clocks]
        names += [Prefix.INJECT.of(inject.id) for inject in scenario.injects]
        names += ALONE
        read = dict.fromkeys(
            name for condition in conditions_of(scenario) for name in names_in(condition)
        )
        counts = [count for name in read if (count := Count.from_name(name))]
        running = [count._replace(scope=THIS_TURN) for count in counts if count.scope == LAST_TURN]
        counts = list(dict.fromkeys([*counts, *running]))
        bargained: dict[str, None] = {}
        for name in filter(is_bargained, read):
            if bargained.keys().isdisjoint(two_ways(name)):
                bargained[name] = None
        self.bargained: tuple[str, ...] = tuple(bargained)
        self.names: tuple[str, ...] = (*names, *bargained, *(count.to_name() for count in counts))
        self.index: dict[str, int] = {name: cell for cell, name in enumerate(self.names)}
        # Between two actors it does not matter who is named first.
        for name in bargained:
            self.index[two_ways(name)[1]] = self.index[name]
        self.counts: tuple[tuple[int, Count], ...] = tuple(
            (self.index[count.to_name()], count) for count in counts
        )
        self.carried: tuple[tuple[int, int], ...] = tuple(
            (cell, self.index[count._replace(scope=THIS_TURN).to_name()])
            for cell, count in self.counts
            if count.scope == LAST_TURN
        )
        self.emptied: tuple[int, ...] = tuple(
            cell for cell, count in self.counts if count.scope in (THIS_TURN, ORDERED)
        )

    def __eq__(self, other: object) -> bool:
        return self is other or (isinstance(other, Layout) and self.names == other.names)

    def __hash__(self) -> int:
        return hash(self.names)


@dataclass(frozen=True, slots=True, repr=False)
class State:
    """The situation: one row of integers, read by name."""

    layout: Layout
    row: tuple[int, ...]

    def __getitem__(self, name: str) -> int:
        return self.row[self.layout.index[name]]

    def __repr__(self) -> str:
        return f"State({self.to_dict()!r})"

    def to_dict(self) -> dict[str, int]:
        """Every cell by name, in the pack's order."""
        return dict(zip(self.layout.names, self.row, strict=True))

    @classmethod
    def from_dict(cls, layout: Layout, values: Mapping[str, int]) -> State:
        """The state of those values. Raises KeyError where a cell has none."""
        return cls(layout, tuple(values[name] for name in layout.names))
