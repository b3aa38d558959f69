"""Where the axes of a chart carry numbers."""

from __future__ import annotations

import math

ROUND_STEPS = (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10000)


def round_numbers(low: float, high: float, most: int) -> list[float]:
    """At most so many (two or more) round numbers from ``low`` to ``high``, nought among them.

    They are apart by 1, 2 or 5 times a power of ten, upwards. ``low`` is nought or less, ``high``
    nought or more.
    """
    size = 1.0
    while True:
        for factor in (1, 2, 5):
            step = size * factor
            first, last = math.ceil(low / step), math.floor(high / step)
            if last - first < most:
                return [step * n for n in range(first, last + 1)]
        size *= 10


def every_so_many(wide: float, column: float) -> int:
    """Every how many turns words so wide stand clear of each other, in columns so wide (pixels)."""
    needed = wide / column
    return next((step for step in ROUND_STEPS if step >= needed), ROUND_STEPS[-1])


def carries_words(turn: int, every: int, held: int) -> bool:
    """Whether a turn's words stand: at every so many, and clear of the one set off (``held``)."""
    # Turn 1 is the first that was played, so short steps count from it and long ones from 0.
    regular = turn == 0 or (turn - 1) % every == 0 if every <= 2 else turn % every == 0
    return regular and abs(turn - held) >= every
