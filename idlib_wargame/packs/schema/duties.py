"""duties.yaml: what a seat is told that it has to see to, in the turns in which it has."""

from __future__ import annotations

from typing import Any, ClassVar

from idlib_wargame.packs.schema.conditions import EarlyWhen
from idlib_wargame.packs.schema.kinds import Grounded, Id, Making, SomeSeatIds, TableFile, Words
from idlib_wargame.rules.pack.seats import Duty


class DutyRow(Grounded):
    """Something that some seats have to see to in a turn."""

    noun: ClassVar[str] = "duty"
    id: Id
    seats: SomeSeatIds
    when: EarlyWhen
    text: Words

    def build(self) -> Duty:
        """The duty, as the rules have it."""
        return Duty(self.id, tuple(self.seats), self.when, self.text, self.basis)


class DutyFile(TableFile):
    """duties.yaml."""

    noun: ClassVar[str] = "table of duties"
    duties: tuple[DutyRow, ...]

    def fields(self, making: Making) -> dict[str, Any]:
        """What the file says, as the rules have it."""
        return {"duties": tuple(row.build() for row in self.duties)}
