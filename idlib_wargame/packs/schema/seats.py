"""seats.yaml: who plays."""

from __future__ import annotations

from typing import Annotated, Any, ClassVar

from pydantic import AfterValidator, ValidationInfo

from idlib_wargame.packs.problem import Fault
from idlib_wargame.packs.schema.kinds import (
    Brief,
    Colour,
    Grounded,
    Id,
    Making,
    Name,
    OrdersOrNone,
    SeatIds,
    TableFile,
    Text,
    Truth,
    not_empty,
    refuse,
)
from idlib_wargame.rules.pack.seats import Seat
from idlib_wargame.words.language import _, fill


def _not_itself(allies: tuple[str, ...], info: ValidationInfo) -> tuple[str, ...]:
    own = info.data.get("id")
    if own in allies:
        found = fill(_("the seat '{own}' among its own allies"), own=own)
        raise refuse(Fault(found, _("other seats"), inside=(allies.index(own),)))
    return allies


class SeatRow(Grounded):
    """A seat of a player or of the white cell."""

    noun: ClassVar[str] = "seat"
    id: Id
    name: Name
    colour: Colour
    control: Truth = False
    orders: OrdersOrNone | None = None
    summary: Text = ""
    brief: Brief = ""
    allies: Annotated[SeatIds, AfterValidator(_not_itself)] = ()

    def build(self, making: Making) -> Seat:
        """The seat, as the rules have it, with the text of its brief."""
        return Seat(
            id=self.id,
            name=self.name,
            colour=self.colour,
            control=self.control,
            orders=self.orders,
            allies=frozenset(self.allies),
            summary=self.summary,
            brief=making.text(self.brief),
        )


class SeatFile(TableFile):
    """seats.yaml."""

    noun: ClassVar[str] = "table of seats"
    seats: Annotated[tuple[SeatRow, ...], AfterValidator(not_empty)]
    public_brief: Brief = ""

    def fields(self, making: Making) -> dict[str, Any]:
        """What the file says, as the rules have it."""
        return {
            "seats": tuple(seat.build(making) for seat in self.seats),
            "public_brief": making.text(self.public_brief),
        }
