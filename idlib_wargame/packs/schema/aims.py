"""aims.yaml: what each seat wants and keeps to itself."""

from __future__ import annotations

from typing import Any, ClassVar

from idlib_wargame.packs.schema.conditions import LateWhen
from idlib_wargame.packs.schema.kinds import Grounded, Id, Making, SeatId, TableFile, Words
from idlib_wargame.rules.pack.seats import Aim


class AimRow(Grounded):
    """A seat's private aim."""

    noun: ClassVar[str] = "aim"
    id: Id
    seat: SeatId
    text: Words
    when: LateWhen

    def build(self) -> Aim:
        """The aim, as the rules have it."""
        return Aim(self.id, self.seat, self.text, self.when, self.basis)


class AimFile(TableFile):
    """aims.yaml."""

    noun: ClassVar[str] = "table of aims"
    aims: tuple[AimRow, ...]

    def fields(self, making: Making) -> dict[str, Any]:
        """What the file says, as the rules have it."""
        return {
            "aims": tuple(row.build() for row in self.aims),
        }
