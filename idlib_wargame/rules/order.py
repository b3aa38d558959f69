"""An order: a seat's chosen move."""

from __future__ import annotations

from typing import NamedTuple


class Order(NamedTuple):
    """A seat's chosen move; ``choice`` is empty where the move has none."""

    seat: str
    move: str
    choice: str = ""
