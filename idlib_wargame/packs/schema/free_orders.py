"""The key `free_orders` of pack.yaml: who may write orders of their own."""

from __future__ import annotations

from typing import Annotated, ClassVar

from pydantic import PlainValidator

from idlib_wargame.packs.schema.kinds import Grounded, SeatIds, whole
from idlib_wargame.rules.pack.free_orders import MOST_FREE, FreeOrders


class FreeOrdersRow(Grounded):
    """How many orders of their own seats may write in a turn, and which seats."""

    noun: ClassVar[str] = "row of free orders"
    most: Annotated[int, PlainValidator(whole(0, MOST_FREE))]
    seats: SeatIds = ()

    def build(self) -> FreeOrders:
        """The same, as the rules have it."""
        return FreeOrders(self.most, self.seats)
