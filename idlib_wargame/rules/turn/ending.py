"""How a turn ends by itself: upkeep, conversions, clauses, agreements, flags, ladder."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from idlib_wargame.rules.agreements.bargaining import Closing
from idlib_wargame.rules.conditions.compiling import compile_test
from idlib_wargame.rules.names import EVEN_TURN, RUNG, TURN, Prefix
from idlib_wargame.rules.pack.course import Upkeep
from idlib_wargame.rules.pack.row_names import RowKind
from idlib_wargame.rules.pack.scenario import Scenario
from idlib_wargame.rules.result import After, EffectLine
from idlib_wargame.rules.state import Layout
from idlib_wargame.rules.turn.settle import Ask, Settlement


class Closed(NamedTuple):
    """How a turn closed: its rung, every rung whose condition holds, the flags lit, what fired.

    ``read_off`` has a line for each score, flag, rung and clock that is another now.
    """

    rung: int
    rungs: tuple[int, ...]
    flags: tuple[str, ...]
    fired: tuple[After, ...]
    closing: Closing
    read_off: tuple[EffectLine, ...]


class Ending:
    """The rows of a pack that are read at each turn's end."""

    def __init__(self, scenario: Scenario, layout: Layout, settlement: Settlement) -> None:
        index = layout.index
        self._layout = layout
        self._settlement = settlement
        self._upkeep = [(compile_test(row.when, index), row) for row in scenario.upkeep]
        self._conversions = [(compile_test(row.when, index), row) for row in scenario.conversions]
        self._clauses = [
            (
                index[Prefix.CLAUSE.of(clause.id)],
                [
                    (3, compile_test(clause.full, index)),
                    (2, compile_test(clause.intermediate, index)),
                    (1, compile_test(clause.minimal, index)),
                ],
            )
            for clause in scenario.clauses
        ]
        self._flags = [
            (
                index[Prefix.FLAG.of(flag.id)],
                compile_test(flag.when, index),
                index[Prefix.LIT.of(flag.group)] if flag.group else None,
                flag.id,
            )
            for flag in scenario.flags
        ]
        self._groups = [index[Prefix.LIT.of(group)] for group in scenario.flag_groups]
        highest_first = sorted(scenario.ladder, key=lambda rung: -rung.number)
        self._ladder = [(rung.number, compile_test(rung.when, index)) for rung in highest_first]
        self._lowest = highest_first[-1].number
        clocks = [Prefix.DAYS_LEFT.of(clock.id) for clock in scenario.clocks]
        self._clocks = [index[name] for name in clocks]
        self._turn_days = scenario.turn_days
        self._days_pass = tuple(
            EffectLine(name, -scenario.turn_days, -scenario.turn_days) for name in clocks
        )
        self._turn, self._even, self._rung = (index[n] for n in (TURN, EVEN_TURN, RUNG))
        # What is read off the situation, which no effect may move.
        self._read = [
            *(cell for cell, _ in self._clauses),
            *(cell for cell, _, _, _ in self._flags),
            self._rung,
        ]

    def close(
        self, row: list[int], base: Sequence[int], agreed: Callable[[list[int]], Closing]
    ) -> Closed:
        """Bring ``row`` to where the next turn begins, agreements apart.

        ``agreed`` tests them once the clauses are scored, and lets their effects follow.
        """
        fired = (*self._upkeep_fired(row, base), *self._conversions_fired(row, base))
        before = [row[cell] for cell in self._read]
        self._score(row)
        closing = agreed(row)
        rungs = self._light(row)
        read_off = (*self._read_off(row, before), *self._days_pass)
        rung = row[self._rung]
        flags = tuple(name for cell, _, _, name in self._flags if row[cell])
        self._roll_on(row)
        return Closed(rung, rungs, flags, (*fired, *closing.after), closing, read_off)

    def read(self, row: list[int]) -> tuple[int, ...]:
        """Score the clauses, then light the flags, then find the rung: the highest that holds.

        Every rung whose condition holds, the highest first.
        """
        self._score(row)
        return self._light(row)

    def _score(self, row: list[int]) -> None:
        for cell, scores in self._clauses:
            row[cell] = next((score for score, test in scores if test(row)), 0)

    def _light(self, row: list[int]) -> tuple[int, ...]:
        lit = [test(row) for _, test, _, _ in self._flags]
        for cell in self._groups:
            row[cell] = 0
        for (cell, _, group, _), on in zip(self._flags, lit, strict=True):
            row[cell] = int(on)
            if on and group is not None:
                row[group] += 1
        rungs = tuple([number for number, test in self._ladder if test(row)])
        row[self._rung] = rungs[0] if rungs else self._lowest
        return rungs

    def _read_off(self, row: Sequence[int], before: Sequence[int]) -> Iterator[EffectLine]:
        for cell, stood in zip(self._read, before, strict=True):
            by = row[cell] - stood
            if by:
                yield EffectLine(self._layout.names[cell], by, by)

    def _upkeep_fired(self, row: list[int], base: Sequence[int]) -> list[After]:
        due = [upkeep for test, upkeep in self._upkeep if test(row)]
        asks = [Ask(n, effect) for n, upkeep in enumerate(due) for effect in upkeep.effects]
        lines = self._settlement.settle(row, base, asks)
        return [_after(RowKind.UPKEEP, each, lines.get(n, [])) for n, each in enumerate(due)]

    def _conversions_fired(self, row: list[int], base: Sequence[int]) -> list[After]:
        fired = []
        for test, conversion in self._conversions:
            if test(row):
                asks = [Ask(0, effect) for effect in conversion.effects]
                lines = self._settlement.settle(row, base, asks)
                fired.append(_after(RowKind.CONVERSION, conversion, lines.get(0, [])))
        return fired

    def _roll_on(self, row: list[int]) -> None:
        for last, turn in self._layout.carried:
            row[last] = row[turn]
        for cell in self._layout.emptied:
            row[cell] = 0
        for cell in self._clocks:
            row[cell] -= self._turn_days
        row[self._turn] += 1
        row[self._even] = int(row[self._turn] % 2 == 0)


def _after(kind: RowKind, row: Upkeep, lines: Sequence[EffectLine]) -> After:
    return After(kind.of(row.id), tuple(lines))
