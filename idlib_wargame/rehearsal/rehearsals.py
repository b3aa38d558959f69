"""All that was rehearsed of a pack: its runs side by side, with names for people."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from idlib_wargame.rehearsal.batches import Run
from idlib_wargame.rehearsal.tally import Tally
from idlib_wargame.rules.pack.moves import Move
from idlib_wargame.rules.pack.scenario import Scenario


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
        habit = f"“{self.scenario.habit_by_id[run.habit].name}”"
        start = next((each for each in self.scenario.starts if each.id == run.start), None)
        return f"{habit} from “{start.name}”" if start else habit

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
        return f"“{names[outcome]}”" if outcome else "none of the pack's outcomes"


def move_name(move: Move) -> str:
    """A move as people read it: its code and its name."""
    return f"{move.code} “{move.name}”"


def percent(share: float) -> str:
    """A share of 0 to 1 as a whole percentage, never rounded to none or to all."""
    if 0 < share < 0.005:
        return "under 1%"
    if 0.995 <= share < 1:
        return "over 99%"
    return f"{share:.0%}"


def listed(parts: list[str]) -> str:
    """Parts as a list in a sentence."""
    return parts[0] if len(parts) == 1 else f"{', '.join(parts[:-1])} and {parts[-1]}"
