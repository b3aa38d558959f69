"""Whether seats may write orders of their own, beside the moves of the tables."""

from __future__ import annotations

from typing import NamedTuple

MOST_FREE = 10  # a seat and turn


class FreeOrders(NamedTuple):
    """Who may write orders of their own: ``most`` a seat and turn, 0 for none.

    ``seats`` are those that may; empty for all that give orders.
    """

    most: int = 0
    seats: tuple[str, ...] = ()

    def allowed_to(self, seat: str) -> int:
        """How many a seat may write in a turn."""
        return self.most if not self.seats or seat in self.seats else 0


NO_FREE_ORDERS = FreeOrders()
