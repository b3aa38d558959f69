"""injects.yaml: what control sends into the exercise, and when."""

from __future__ import annotations

from typing import Any, ClassVar

from idlib_wargame.packs.schema.conditions import EarlyWhen
from idlib_wargame.packs.schema.effects import Changes
from idlib_wargame.packs.schema.kinds import (
    Grounded,
    Id,
    Making,
    MoveId,
    Name,
    NotNegative,
    Row,
    SeatId,
    SeatIds,
    TableFile,
    Text,
    Truth,
    Words,
)
from idlib_wargame.rules.pack.injects import Inject, InjectOrder


class InjectOrderRow(Row):
    """An order that control plays on account of an inject."""

    noun: ClassVar[str] = "order of the facilitator"
    seat: SeatId
    move: MoveId
    choice: Id = ""

    def build(self) -> InjectOrder:
        """The order, as the rules have it."""
        return InjectOrder(self.seat, self.move, self.choice)


class InjectRow(Grounded):
    """A message from control."""

    noun: ClassVar[str] = "inject"
    id: Id
    code: Name
    title: Name
    when: EarlyWhen
    to: SeatIds = ()
    sender: Name
    means: Name
    text: Words
    expected: Text = ""
    objective: Text = ""
    effects: Changes = ()
    orders: tuple[InjectOrderRow, ...] = ()
    optional: Truth = False
    minute: NotNegative = 0

    def build(self) -> Inject:
        """The inject, as the rules have it."""
        return Inject(
            id=self.id,
            code=self.code,
            title=self.title,
            when=self.when,
            sender=self.sender,
            means=self.means,
            text=self.text,
            to=self.to,
            expected=self.expected,
            objective=self.objective,
            effects=self.effects,
            orders=tuple(order.build() for order in self.orders),
            optional=self.optional,
            minute=self.minute,
            basis=self.basis,
        )


class InjectFile(TableFile):
    """injects.yaml."""

    noun: ClassVar[str] = "table of injects"
    injects: tuple[InjectRow, ...]

    def fields(self, making: Making) -> dict[str, Any]:
        """What the file says, as the rules have it."""
        return {
            "injects": tuple(row.build() for row in self.injects),
        }
