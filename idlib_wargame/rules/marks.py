"""How the terms of agreements stood at a turn's close."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import Any, NamedTuple

from idlib_wargame.rules.order import Order

Json = dict[str, Any]


class Mark(StrEnum):
    """How a term stood at a turn's close."""

    WAITING = "waiting"  # for the term that it hangs on
    DUE = "due"
    KEEPING = "keeping"  # held to this turn, and not over yet
    KEPT = "kept"  # in this turn, for good
    DONE = "done"  # kept in an earlier turn
    BROKEN = "broken"  # in this turn
    LATE = "late"  # its day has passed, and it may still be done
    OVER = "over"  # broken once, and nothing more is asked
    VOID = "void"


class TermMark(NamedTuple):
    """What a turn's close found of one term.

    ``orders`` are those it was found by, ``score`` what the clause or the free words stood at.
    ``idle`` says that being kept earns nothing: it was met before, could not have been broken,
    came after its day, or is owed to nobody but those who play the debtor too.
    """

    case: str
    term: int
    mark: Mark
    orders: tuple[Order, ...] = ()
    score: int | None = None
    idle: bool = False

    def to_json(self) -> Json:
        """Plain values for the record."""
        orders = [order._asdict() for order in self.orders]
        return {**self._asdict(), "mark": str(self.mark), "orders": orders}

    @classmethod
    def from_json(cls, body: Mapping[str, Any]) -> TermMark:
        """The mark that ``to_json`` wrote."""
        orders = tuple(Order(o["seat"], o["move"], o["choice"]) for o in body["orders"])
        mark = Mark(body["mark"])
        return cls(body["case"], body["term"], mark, orders, body["score"], body["idle"])
