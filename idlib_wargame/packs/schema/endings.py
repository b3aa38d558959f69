"""escalation.yaml and outcomes.yaml: the ladder of the situation, and how a session ends."""

from __future__ import annotations

from typing import Any, ClassVar

from idlib_wargame.packs.schema.conditions import LateWhen, When
from idlib_wargame.packs.schema.kinds import (
    Grounded,
    Id,
    Making,
    Name,
    NotNegative,
    TableFile,
    Text,
)
from idlib_wargame.rules.conditions.condition import ALWAYS
from idlib_wargame.rules.pack.course import Outcome, Rung


class RungRow(Grounded):
    """A rung of the ladder."""

    noun: ClassVar[str] = "rung"
    rung: NotNegative
    name: Name
    when: When
    why: Text = ""

    def build(self) -> Rung:
        """The rung, as the rules have it."""
        return Rung(self.rung, self.name, self.when, self.why, self.basis)


class LadderFile(TableFile):
    """escalation.yaml."""

    noun: ClassVar[str] = "ladder"
    ladder: tuple[RungRow, ...]

    def fields(self, making: Making) -> dict[str, Any]:
        """What the file says, as the rules have it."""
        return {
            "ladder": tuple(row.build() for row in self.ladder),
        }


class OutcomeRow(Grounded):
    """An ending."""

    noun: ClassVar[str] = "outcome"
    id: Id
    name: Name
    when: LateWhen = ALWAYS
    text: Text = ""

    def build(self) -> Outcome:
        """The outcome, as the rules have it."""
        return Outcome(self.id, self.name, self.when, self.text, self.basis)


class OutcomeFile(TableFile):
    """outcomes.yaml."""

    noun: ClassVar[str] = "table of outcomes"
    outcomes: tuple[OutcomeRow, ...]

    def fields(self, making: Making) -> dict[str, Any]:
        """What the file says, as the rules have it."""
        return {
            "outcomes": tuple(row.build() for row in self.outcomes),
        }
