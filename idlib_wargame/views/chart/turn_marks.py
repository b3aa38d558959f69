"""What a chart marks under a turn, beside what was ordered in it."""

from __future__ import annotations

from enum import Enum
from typing import NamedTuple


class Became(Enum):
    """What became of an agreement in a turn, or of who plays."""

    SIGNED = "signed"
    BROKEN = "broken"
    OVER = "over"
    SEATED = "seated"


class TurnMark(NamedTuple):
    """One such thing, with a line for the turn in words."""

    turn: int
    became: Became
    words: str
