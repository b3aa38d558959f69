"""Injects: which are due, what sending one does, and what orders it adds to the turn."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from copy import copy
from typing import NamedTuple

from idlib_wargame.rules.conditions.compiling import Test, compile_test
from idlib_wargame.rules.names import TURN, Prefix
from idlib_wargame.rules.pack.injects import Inject
from idlib_wargame.rules.pack.scenario import Scenario
from idlib_wargame.rules.result import EffectLine, Order
from idlib_wargame.rules.state import Layout, State
from idlib_wargame.rules.turn.settle import Ask, Settlement


class Sent(NamedTuple):
    """The situation once an inject was sent, and what its effects came to."""

    state: State
    effects: tuple[EffectLine, ...]


class Messages:
    """The MSEL of a pack, made ready to play.

    An inject that was written in an exercise has no cell: whether it was sent is for whoever plays
    to know.
    """

    def __init__(self, scenario: Scenario, layout: Layout, settlement: Settlement) -> None:
        self._layout = layout
        self._settlement = settlement
        self._rows = [self._row(inject) for inject in scenario.injects]

    def _row(self, inject: Inject) -> tuple[Inject, Test, int | None]:
        index = self._layout.index
        return inject, compile_test(inject.when, index), index.get(Prefix.INJECT.of(inject.id))

    def with_injects(self, injects: Iterable[Inject]) -> Messages:
        """The same with more injects after the pack's, none of which has a cell."""
        more = copy(self)
        more._rows = [*self._rows, *(self._row(each) for each in injects)]
        return more

    def due(self, state: State) -> tuple[Inject, ...]:
        """Injects of the pack whose condition holds and that were not sent, in its order."""
        row = state.row
        return tuple(
            inject
            for inject, test, cell in self._rows
            if cell is not None and not row[cell] and test(row)
        )

    def holding(self, state: State) -> tuple[Inject, ...]:
        """Injects whose condition holds, sent or not: the pack's in its order, then the others."""
        row = state.row
        return tuple(inject for inject, test, _cell in self._rows if test(row))

    def send(self, state: State, inject: Inject, in_place_of: Iterable[str] = ()) -> Sent:
        """The situation after an inject: its effects at once, and the turn noted in its cell.

        It is noted too in those of the injects that it goes out in place of.
        """
        row = list(state.row)
        asks = [Ask(0, effect) for effect in inject.effects]
        lines = self._settlement.settle(row, state.row, asks)
        for sent in (inject.id, *in_place_of):
            cell = self._layout.index.get(Prefix.INJECT.of(sent))
            if cell is not None:
                row[cell] = state[TURN]
        return Sent(State(self._layout, tuple(row)), tuple(lines.get(0, ())))

    def orders(
        self, state: State, without_cells: Collection[str] = (), but_for: Collection[str] = ()
    ) -> tuple[tuple[Order, str], ...]:
        """What the injects sent this turn make control play, each with the inject's id.

        ``without_cells`` are those sent this turn that have no cell, ``but_for`` those that others
        went out in place of. An order that several of them give is played once, on the word of
        the first.
        """
        turn = state[TURN]
        found: dict[Order, str] = {}
        for inject, _, cell in self._rows:
            noted = state.row[cell] == turn if cell is not None else inject.id in without_cells
            if noted and inject.id not in but_for:
                for order in inject.orders:
                    found.setdefault(Order(order.seat, order.move, order.choice), inject.id)
        return tuple(found.items())
