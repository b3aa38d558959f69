"""All that was rehearsed of a pack: its runs side by side, with names for people."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from idlib_wargame.rehearsal.runs import Run
from idlib_wargame.rehearsal.tally import Tally
from idlib_wargame.rules.pack.scenario import Scenario
from idlib_wargame.rules.variants import Variant, other_variants
from idlib_wargame.words import rehearsing
from idlib_wargame.words.never_shown import row_words


@dataclass(frozen=True)
class Rehearsals:
    """A pack and what each run of it came to, in the order in which the runs are told.

    ``trials`` are the runs by other ways to set the pack up, a few sessions each. ``complete`` is
    False where somebody stopped the play before its end.
    """

    scenario: Scenario
    tallies: Mapping[Run, Tally]
    complete: bool = True
    trials: Mapping[Run, Tally] = field(default_factory=dict)

    @cached_property
    def all(self) -> Tally:
        """Every session of every run."""
        return _together((*self.tallies.values(), *self.trials.values()))

    @cached_property
    def base(self) -> dict[Run, Tally]:
        """The runs by the way of the first, which is the pack's own unless another was asked for.

        Their seats are those of ``stage``.
        """
        first = next(iter(self.tallies)).variant
        return {run: tally for run, tally in self.tallies.items() if run.variant == first}

    @cached_property
    def by_variant(self) -> dict[Variant, Tally]:
        """What the trials of each way came to, whatever their habit."""
        found: dict[Variant, list[Tally]] = {}
        for run, tally in self.trials.items():
            found.setdefault(run.variant, []).append(tally)
        return {way: _together(tallies) for way, tallies in found.items()}

    @property
    def every_habit(self) -> bool:
        """Whether every habit of the pack was played."""
        played = {run.habit for run in self.tallies}
        return played.issuperset(self.scenario.habit_by_id)

    @property
    def whole(self) -> bool:
        """Whether every habit and every way was played out.

        Only then may what never showed be called a fault.
        """
        ways = {run.variant for run in (*self.tallies, *self.trials)}
        every_variant = ways.issuperset((Variant(), *other_variants(self.scenario)))
        return self.complete and self.every_habit and every_variant

    def played(self, run: Run) -> Scenario:
        """The pack as the run plays it."""
        if run.variant not in self._played:
            self._played[run.variant] = run.variant.played(self.scenario)
        return self._played[run.variant]

    @cached_property
    def _played(self) -> dict[Variant, Scenario]:
        return {}

    @property
    def stage(self) -> Scenario:
        """The pack as the first run plays it."""
        return self.played(next(iter(self.tallies)))

    def name(self, run: Run) -> str:
        """The run as people read it: “Habit”, or “Habit” from “Start”."""
        habit = self.scenario.habit_by_id[run.habit]
        return rehearsing.run_name(habit, self.scenario, run.variant)

    @property
    def players(self) -> tuple[str, ...]:
        """Seats that people sit at and may order."""
        return tuple(
            seat.id
            for seat in self.stage.seats
            if not seat.control and self.stage.orders_of(seat.id) > 0
        )

    def outcome_name(self, outcome: str) -> str:
        """An outcome as people read it, with its id where two share a name; "" is none."""
        if not outcome:
            return rehearsing.no_outcome()
        names = {each.id: each.name for each in self.scenario.outcomes}
        shared = list(names.values()).count(names[outcome]) > 1
        return row_words(names[outcome], outcome if shared else "")


def _together(tallies: Iterable[Tally]) -> Tally:
    total = Tally()
    for tally in tallies:
        total += tally
    return total
