"""What every row of a pack is called, for readers of results that name rows by id only."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple, Protocol

from idlib_wargame.rules.names import Prefix
from idlib_wargame.rules.pack.bargain import Bargain
from idlib_wargame.rules.pack.moves import Move
from idlib_wargame.rules.pack.own_rows import OwnRows
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


def names_of(scenario: Scenario) -> tuple[Name, ...]:
    """Every row of the pack as it is played, table by table; no two have the same ``row``.

    Rows that carry no name go by why they are there.
    """
    return (
        *_table(scenario),
        *_moves(scenario.moves),
        *_by_row((row, event.name) for row, event in scenario.event_by_row.items()),
        *_by_row((row, found.why) for row, found in scenario.rows.items()),
        *_course(scenario),
        *_agreements(scenario.bargain),
        *_choices_at_setup(scenario),
    )


def names_of_rows(scenario: Scenario, own: OwnRows) -> tuple[Name, ...]:
    """The names of the rows that were written in an exercise, of a pack that has them."""
    moves = {move.id for move in own.moves}
    injects = {inject.id for inject in own.injects}
    rows = {Prefix.INJECT.of(inject) for inject in injects}
    return tuple(
        name
        for name in names_of(scenario)
        if name.row in rows or any(part in moves for part in name.id.split("."))
    )


def _by_name(kind: str, rows: Iterable[_Named]) -> Iterator[Name]:
    return (Name(kind, row.id, row.name) for row in rows)


def _by_row(names: Iterable[tuple[str, str]]) -> Iterator[Name]:
    """Rows that go by the text that results name them by: kind, dot, the rest."""
    for row, name in names:
        kind, _dot, id = row.partition(".")
        yield Name(kind, id, name)


def _table(scenario: Scenario) -> Iterator[Name]:
    """Who sits at the table, and what a situation is made of."""
    yield from _by_name("track", scenario.tracks)
    yield from _by_name("seat", scenario.seats)
    for actor in dict.fromkeys(scenario.actor_of.values()):
        yield Name("actor", actor, scenario.actor_name(actor))
    yield from (Name("duty", duty.id, duty.text) for duty in scenario.duties)
    yield from (Name("aim", aim.id, aim.text) for aim in scenario.aims)
    yield from _by_name("table", scenario.tables)
    yield from _by_name("severity", scenario.severities)
    for step in scenario.steps:
        yield Name("step", step, scenario.step_names.get(step, step))


def _moves(moves: Iterable[Move]) -> Iterator[Name]:
    for move in moves:
        yield Name("move", move.id, move.name)
        yield from (Name("choice", f"{move.id}.{each.id}", each.name) for each in move.choices)


def _course(scenario: Scenario) -> Iterator[Name]:
    """What is read at each turn's end, and the messages on the way."""
    yield from _by_name("flag", scenario.flags)
    yield from (Name("flag_group", group, name) for group, name in scenario.flag_groups.items())
    yield from _by_name("clock", scenario.clocks)
    yield from _by_name("clause", scenario.clauses)
    yield from (Name("rung", str(rung.number), rung.name) for rung in scenario.ladder)
    yield from _by_name("outcome", scenario.outcomes)
    yield from (Name("inject", inject.id, inject.title) for inject in scenario.injects)


def _agreements(bargain: Bargain | None) -> Iterator[Name]:
    """What agreements are made of, and what becomes of them; what follows goes by why it does."""
    if bargain is not None:
        yield from _by_name("template", bargain.templates)
        yield from _by_name("restraint", bargain.restraints)
        yield from _by_name("vagueness", bargain.vagueness)
        yield from (Name("discovery", row.id, row.why) for row in bargain.discoveries)


def _choices_at_setup(scenario: Scenario) -> Iterator[Name]:
    # A record is read in any language: what the program itself would name goes by its id.
    yield from (Name("habit", habit.id, habit.name or habit.id) for habit in scenario.habits)
    yield from _by_name("start", scenario.starts)
    yield from _by_name("option", scenario.options)
    yield from _by_name("arrangement", scenario.arrangements)
