"""habits/*.yaml: how a bot plays each seat."""

from __future__ import annotations

from typing import ClassVar

from pydantic import Field

from idlib_wargame.packs.schema.conditions import EarlyWhen
from idlib_wargame.packs.schema.kinds import (
    Grounded,
    Id,
    MoveId,
    SeatId,
    Text,
    Truth,
    Weight,
    Words,
)
from idlib_wargame.rules.conditions.condition import ALWAYS
from idlib_wargame.rules.pack.habits import Habit, Pick

AT_RANDOM = Habit("random", "At random", "Any legal order, each as likely as the next.")


class PickRow(Grounded):
    """A leaning to a move."""

    noun: ClassVar[str] = "pick"
    move: MoveId
    choice: Id = ""
    weight: Weight
    when: EarlyWhen = ALWAYS

    def build(self) -> Pick:
        """The pick, as the rules have it."""
        return Pick(self.move, self.weight, self.choice, self.when)


class HabitFile(Grounded):
    """A file of habits/."""

    noun: ClassVar[str] = "habit"
    id: Id
    name: Words
    summary: Text = ""
    default: Truth = False
    seats: dict[SeatId, tuple[PickRow, ...]] = Field(default_factory=dict)

    def build(self) -> Habit:
        """The habit, as the rules have it."""
        picks = {seat: tuple(row.build() for row in rows) for seat, rows in self.seats.items()}
        return Habit(self.id, self.name, self.summary, picks)
