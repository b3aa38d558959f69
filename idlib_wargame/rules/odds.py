"""Two dice against a target: the bands, and how often each comes up."""

from __future__ import annotations

from enum import IntEnum


class Band(IntEnum):
    """How an order came out, worst first."""

    BACKFIRE = 0
    FAILURE = 1
    PARTIAL = 2
    SUCCESS = 3
    STRONG = 4


STRONG_MARGIN = 3
PARTIAL_MARGIN = -2
MOST_SHIFT = 3
LOWEST_TARGET, HIGHEST_TARGET = 2, 12

# How many of the 36 throws of two dice come to each total.
WAYS = {total: 6 - abs(7 - total) for total in range(2, 13)}


def band_of(total: int, need: int) -> Band:
    """The band of a throw of two dice (2 to 12) against a need (target less shift).

    A natural 2 backfires; a natural 12 is never worse than success.
    """
    if total == 2:
        return Band.BACKFIRE
    margin = total - need
    if margin >= STRONG_MARGIN:
        return Band.STRONG
    if margin >= 0 or total == 12:
        return Band.SUCCESS
    return Band.PARTIAL if margin >= PARTIAL_MARGIN else Band.FAILURE


def ways_of(need: int) -> dict[Band, int]:
    """In how many of the 36 throws each band comes up."""
    ways = dict.fromkeys(Band, 0)
    for total, count in WAYS.items():
        ways[band_of(total, need)] += count
    return ways


def chance_of_success(need: int) -> float:
    """The chance, 0 to 1, of success or better."""
    ways = ways_of(need)
    return (ways[Band.SUCCESS] + ways[Band.STRONG]) / 36


def most_probable(need: int) -> Band:
    """The band that comes up most often; of equals, the better. Used where no dice are thrown."""
    ways = ways_of(need)
    return max(Band, key=lambda band: (ways[band], band))
