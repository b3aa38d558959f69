"""Which ending a session came to, how near the others were, and which private aims were met."""

from __future__ import annotations

from typing import NamedTuple

from idlib_wargame.rules.conditions.compiling import compile_test
from idlib_wargame.rules.conditions.condition import Condition, parts_of
from idlib_wargame.rules.pack.course import Outcome
from idlib_wargame.rules.pack.scenario import Scenario
from idlib_wargame.rules.pack.seats import Aim
from idlib_wargame.rules.state import Layout, State


class Nearness(NamedTuple):
    """How many of an outcome's tests hold, of how many, and which do not."""

    outcome: Outcome
    met: int
    tests: int
    unmet: tuple[Condition, ...]


class Endings:
    """The outcome rows of a pack, made ready to read."""

    def __init__(self, scenario: Scenario, layout: Layout) -> None:
        self._rows = [
            (
                outcome,
                compile_test(outcome.when, layout.index),
                [(part, compile_test(part, layout.index)) for part in parts_of(outcome.when)],
            )
            for outcome in scenario.outcomes
        ]

    def outcome(self, state: State) -> Outcome | None:
        """The first outcome whose condition holds; None where the pack has none."""
        return next((outcome for outcome, test, _ in self._rows if test(state.row)), None)

    def holding(self, state: State) -> tuple[str, ...]:
        """Every outcome whose condition holds, in the pack's order; the first is the session's."""
        return tuple([outcome.id for outcome, test, _ in self._rows if test(state.row)])

    def nearness(self, state: State) -> tuple[Nearness, ...]:
        """Every outcome with the tests that hold and those that do not, in the pack's order."""
        found = []
        for outcome, _, parts in self._rows:
            unmet = tuple(part for part, test in parts if not test(state.row))
            found.append(Nearness(outcome, len(parts) - len(unmet), len(parts), unmet))
        return tuple(found)


class Aims:
    """The private aims of a pack, made ready to read."""

    def __init__(self, scenario: Scenario, layout: Layout) -> None:
        self._rows = [(aim, compile_test(aim.when, layout.index)) for aim in scenario.aims]

    def met(self, state: State) -> tuple[Aim, ...]:
        """The aims that are met as things stand, in the pack's order."""
        return tuple(aim for aim, test in self._rows if test(state.row))
