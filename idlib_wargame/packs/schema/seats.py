"""seats.yaml: who plays."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, ClassVar

from pydantic import AfterValidator, ValidationInfo

from idlib_wargame.packs.names import Fault
from idlib_wargame.packs.schema.kinds import (
    Brief,
    Colour,
    Grounded,
    Id,
    OrdersOrNone,
    Row,
    SeatIds,
    Text,
    Truth,
    Words,
    not_empty,
    refuse,
)
from idlib_wargame.rules.pack.seats import Seat


def _not_itself(allies: tuple[str, ...], info: ValidationInfo) -> tuple[str, ...]:
    own = info.data.get("id")
    if own in allies:
        found = f"the seat '{own}' among its own allies"
        raise refuse(Fault(found, "other seats", inside=(allies.index(own),)))
    return allies


class SeatRow(Grounded):
    """A seat of a player or of the white cell."""

    noun: ClassVar[str] = "seat"
    id: Id
    name: Words
    colour: Colour
    control: Truth = False
    orders: OrdersOrNone | None = None
    summary: Text = ""
    brief: Brief = ""
    allies: Annotated[SeatIds, AfterValidator(_not_itself)] = ()

    def build(self, files: Mapping[str, str]) -> Seat:
        """The seat, as the rules have it, with the text of its brief."""
        return Seat(
            id=self.id,
            name=self.name,
            colour=self.colour,
            control=self.control,
            orders=self.orders,
            allies=frozenset(self.allies),
            summary=self.summary,
            brief=files[self.brief] if self.brief else "",
        )


class SeatFile(Row):
    """seats.yaml."""

    noun: ClassVar[str] = "table of seats"
    seats: Annotated[tuple[SeatRow, ...], AfterValidator(not_empty)]
    public_brief: Brief = ""
