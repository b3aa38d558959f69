"""What people decide about a turn's orders, beside the tables and the dice."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from idlib_wargame.rules.dice import Address
from idlib_wargame.rules.order import Order
from idlib_wargame.rules.result import Ruling


@dataclass(frozen=True, slots=True)
class Decisions:
    """``rulings`` stand in place of the table's band, by a card's address.

    ``needs`` are what two dice must come to in place of what the tables give, 2 to 12, and
    ``undiced`` get their likeliest result; both by the order, of those that roll together any.
    """

    rulings: Mapping[Address, Ruling] = field(default_factory=dict)
    needs: Mapping[Order, int] = field(default_factory=dict)
    undiced: frozenset[Order] = frozenset()

    def need_of(self, orders: Sequence[Order]) -> int | None:
        """What was decided that orders which roll together need; None where the tables say it."""
        return next((self.needs[order] for order in orders if order in self.needs), None)

    def throws(self, orders: Sequence[Order]) -> bool:
        """Whether dice are thrown for orders which roll together."""
        return self.undiced.isdisjoint(orders)


AS_IT_FALLS = Decisions()
