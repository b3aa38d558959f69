"""An order that a seat writes itself, in place of a move of the pack."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any, NamedTuple

MOST_REASONS = 3


class FreeOrder(NamedTuple):
    """What a seat does, to what end, and up to three reasons why it should come off."""

    what: str
    aim: str = ""
    reasons: tuple[str, ...] = ()

    def to_body(self) -> dict[str, Any]:
        """Plain values for the record."""
        return {"what": self.what, "aim": self.aim, "reasons": list(self.reasons)}

    @classmethod
    def from_body(cls, body: Mapping[str, Any] | None) -> FreeOrder | None:
        """What ``to_body`` wrote; None for an order of the tables."""
        return cls(body["what"], body["aim"], tuple(body["reasons"])) if body else None


def is_free_id(id: str, turn: int, seat: str) -> bool:
    """Whether it is an id that ``free_id`` gives for that turn and seat."""
    head, number = f"F{turn}_{seat}_", id.rpartition("_")[2]
    return id == f"{head}{number}" and number.isascii() and number.isdigit() and len(number) < 4


def free_id(turn: int, seat: str, taken: Collection[str]) -> str:
    """What an order of that turn and seat is known by: as a move, once it has a row.

    It counts that seat's own, so that nobody learns how many others have written. A pack's ids have
    no capitals.
    """
    number = 1
    while (found := f"F{turn}_{seat}_{number}") in taken:
        number += 1
    return found
