"""All that was rehearsed of a pack: its runs side by side, with names for people."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from idlib_wargame.rehearsal.batches import Run
from idlib_wargame.rehearsal.tally import Tally
from idlib_wargame.rules.pack.scenario import Scenario
from idlib_wargame.words.rehearsing import outcome_words, run_name


@dataclass(frozen=True)
class Rehearsals:
    """A pack and what each run of it came to, in the order in which the runs are told.

    ``complete`` is False where somebody stopped them before their end.
    """

    scenario: Scenario
    tallies: Mapping[Run, Tally]
    complete: bool = True

    @cached_property
    def all(self) -> Tally:
        """Every session of every run."""
        total = Tally()
        for tally in self.tallies.values():
            total += tally
        return total

    @cached_property
    def base(self) -> dict[Run, Tally]:
        """The runs from the pack's own starting point."""
        return {run: tally for run, tally in self.tallies.items() if not run.start}

    @property
    def whole(self) -> bool:
        """Whether every habit was played out, so that what never showed may be called a fault."""
        played = {run.habit for run in self.tallies}
        return self.complete and played.issuperset(self.scenario.habit_by_id)

    def name(self, run: Run) -> str:
        """The run as people read it: “Habit”, or “Habit” from “Start”."""
        starts = {each.id: each.name for each in self.scenario.starts}
        return run_name(self.scenario.habit_by_id[run.habit], starts.get(run.start, ""))

    @property
    def players(self) -> tuple[str, ...]:
        """Seats that people sit at and may order."""
        return tuple(
            seat.id
            for seat in self.scenario.seats
            if not seat.control and self.scenario.orders_of(seat.id) > 0
        )

    def outcome_name(self, outcome: str) -> str:
        """An outcome as people read it; the empty id is that of none."""
        names = {each.id: each.name for each in self.scenario.outcomes}
        return outcome_words(names[outcome] if outcome else "")
