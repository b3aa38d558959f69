"""clauses.yaml: the terms of an agreement and how each is scored."""

from __future__ import annotations

from typing import Any, ClassVar

from idlib_wargame.packs.schema.conditions import When
from idlib_wargame.packs.schema.kinds import (
    Grounded,
    Id,
    Making,
    Name,
    SomeSeatIds,
    TableFile,
    Text,
)
from idlib_wargame.rules.pack.course import Clause


class ClauseRow(Grounded):
    """A term of an agreement."""

    noun: ClassVar[str] = "clause"
    id: Id
    name: Name
    debtors: SomeSeatIds
    creditors: SomeSeatIds
    due: Text = ""
    full: When
    intermediate: When
    minimal: When

    def build(self) -> Clause:
        """The clause, as the rules have it."""
        return Clause(
            id=self.id,
            name=self.name,
            debtors=tuple(self.debtors),
            creditors=tuple(self.creditors),
            full=self.full,
            intermediate=self.intermediate,
            minimal=self.minimal,
            due=self.due,
            basis=self.basis,
        )


class ClauseFile(TableFile):
    """clauses.yaml."""

    noun: ClassVar[str] = "table of clauses"
    clauses: tuple[ClauseRow, ...]

    def fields(self, making: Making) -> dict[str, Any]:
        """What the file says, as the rules have it."""
        return {
            "clauses": tuple(row.build() for row in self.clauses),
        }
