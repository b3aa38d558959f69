"""What every row of a pack is called, for readers of results that name rows by id only."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple, Protocol

from idlib_wargame.rules.pack.moves import Move
from idlib_wargame.rules.pack.scenario import Scenario


class Name(NamedTuple):
    """What a row of a pack is called, in the pack's own words.

    ``id`` is the row's own; of a row without one it says where the row stands: its number from 1,
    or its move's id and the number in that move.
    """

    kind: str
    id: str
    name: str

    @property
    def row(self) -> str:
        """The row as results name it: ``modifier.call_talks.1``."""
        return f"{self.kind}.{self.id}"


class _Named(Protocol):
    @property
    def id(self) -> str: ...
    @property
    def name(self) -> str: ...


class _Reasoned(Protocol):
    @property
    def id(self) -> str: ...
    @property
    def why(self) -> str: ...


def names_of(scenario: Scenario) -> tuple[Name, ...]:
    """Every row of the pack as it is played, table by table; no two have the same ``row``.

    Rows that carry no name go by why they are there.
    """
    return (
        *_table(scenario),
        *_moves(scenario.moves),
        *_interactions(scenario),
        *_course(scenario),
        *_choices_at_setup(scenario),
    )


def _by_name(kind: str, rows: Iterable[_Named]) -> Iterator[Name]:
    return (Name(kind, row.id, row.name) for row in rows)


def _by_reason(kind: str, rows: Iterable[_Reasoned]) -> Iterator[Name]:
    return (Name(kind, row.id, row.why) for row in rows)


def _table(scenario: Scenario) -> Iterator[Name]:
    """Who sits at the table, and what a situation is made of."""
    yield from _by_name("track", scenario.tracks)
    yield from _by_name("seat", scenario.seats)
    for actor in dict.fromkeys(scenario.actor_of.values()):
        yield Name("actor", actor, scenario.actor_name(actor))
    yield from (Name("aim", aim.id, aim.text) for aim in scenario.aims)
    yield from _by_name("table", scenario.tables)
    yield from _by_name("severity", scenario.severities)
    for step in scenario.steps:
        yield Name("step", step, scenario.step_names.get(step, step))


def _moves(moves: Iterable[Move]) -> Iterator[Name]:
    for move in moves:
        yield Name("move", move.id, move.name)
        yield from (Name("choice", f"{move.id}.{each.id}", each.name) for each in move.choices)
        for number, modifier in enumerate(move.modifiers, 1):
            yield Name("modifier", f"{move.id}.{number}", modifier.why)
        for number, event in enumerate(move.events, 1):
            yield Name("event", f"{move.id}.{number}", event.name)


def _interactions(scenario: Scenario) -> Iterator[Name]:
    yield from _by_reason("shift", scenario.shifts)
    yield from (Name("joint", str(n), row.why) for n, row in enumerate(scenario.joints, 1))
    yield from (Name("principals", row.move, row.why) for row in scenario.principals)
    yield from _by_reason("contradiction", scenario.contradictions)
    yield from _by_reason("contest", scenario.contests)
    yield from _by_reason("chance", scenario.chances)


def _course(scenario: Scenario) -> Iterator[Name]:
    """What follows by itself, and what it comes to."""
    yield from _by_reason("upkeep", scenario.upkeep)
    yield from _by_reason("conversion", scenario.conversions)
    yield from _by_reason("limit", scenario.limits)
    yield from _by_name("flag", scenario.flags)
    yield from (Name("flag_group", group, name) for group, name in scenario.flag_groups.items())
    yield from _by_name("clock", scenario.clocks)
    yield from _by_name("clause", scenario.clauses)
    yield from (Name("rung", str(rung.number), rung.name) for rung in scenario.ladder)
    yield from _by_name("outcome", scenario.outcomes)
    yield from (Name("inject", inject.id, inject.title) for inject in scenario.injects)


def _choices_at_setup(scenario: Scenario) -> Iterator[Name]:
    yield from _by_name("habit", scenario.habits)
    yield from _by_name("start", scenario.starts)
    yield from _by_name("option", scenario.options)
    yield from _by_name("arrangement", scenario.arrangements)
