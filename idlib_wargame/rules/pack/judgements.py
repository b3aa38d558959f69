"""In which turns a pack has its seats say what they expect, and of what."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

# Turns by a word, which stands for one in an exercise of any length.
WORDED_TURNS: Mapping[str, Callable[[int], int]] = {
    "first": lambda turns: 1,
    "middle": lambda turns: (turns + 1) // 2,
    "last": lambda turns: turns,
}


@dataclass(frozen=True, slots=True)
class Judgements:
    """``turns`` are numbers, or words of ``WORDED_TURNS``; with none, only the facilitator asks.

    ``endings`` are the outcomes that are asked about, by id, and so told to every seat by name;
    None leaves it at those that everybody may know. ``rung`` says whether the rung is asked.
    """

    turns: tuple[int | str, ...] = ()
    endings: tuple[str, ...] | None = None
    rung: bool = True

    def is_due(self, turn: int, turns: int) -> bool:
        """Whether they are asked in that turn of an exercise of so many."""
        return any(turn == _number(each, turns) for each in self.turns)


def _number(turn: int | str, turns: int) -> int:
    return WORDED_TURNS[turn](turns) if isinstance(turn, str) else turn
