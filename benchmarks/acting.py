"""(g) Each act of the desk, from press to painting: late in a long exercise, over turn 1."""

from __future__ import annotations

from collections.abc import Iterator

from benchmarks.report import Finding, Goal, Skipped, Slowest
from benchmarks.worker import Unmeasurable, Worker, in_turns, ours

LATE_TURN = 26
REPEATS = 21  # of each act, so that the 95th percentile is the slowest but one
MOST = 1.5


def measure() -> Iterator[Finding]:
    """Act after act, in the order of a turn, the two desks by turns."""
    try:
        with _desk(LATE_TURN) as late, _desk(1) as early:
            acts = early.ask("acts")
            late.ask("acts")
            for act in acts:
                pairs = in_turns(late, early, REPEATS, act)
                yield Slowest(_goal(act), pairs)
    except Unmeasurable as why:
        yield Skipped(_goal("An act of the desk"), str(why))


def _desk(turn: int) -> Worker:
    return ours(f"a desk in turn {turn}", "desk_acts", str(turn))


def _goal(act: str) -> Goal:
    return Goal("g", f"{act}, turn {LATE_TURN}, median / p95", "ms", "turn 1", "at most", MOST)
