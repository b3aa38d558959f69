"""(b) Random turns a second."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

from benchmarks import peer_homes
from benchmarks.report import Finding, Goal, Reading, Skipped
from benchmarks.worker import Unmeasurable, Worker, in_turns, ours

REPEATS = 9
TURNS = "Random turns of six seats × two orders"
PHASES = Goal("b", TURNS, "/s", "random phases of diplomacy 1.1.2", "at least", 20)
STEPS = Goal("b", TURNS, "/s", "steps that collect as much, of mesa", "at least", 0.5)
BAREST = Goal("b", TURNS, "/s", "steps of one number an agent, of mesa")


def measure() -> Iterator[Finding]:
    """Ours against each peer in turns."""
    yield _against(PHASES, peer_homes.diplomacy)
    yield _with_version(_against(STEPS, lambda: peer_homes.mesa("like")))
    yield _with_version(_against(BAREST, lambda: peer_homes.mesa("barest")))


def _against(goal: Goal, peer: Callable[[], Worker]) -> Finding:
    try:
        with peer() as theirs, ours("our engine", "random_turns") as engine:
            return Reading(goal, in_turns(engine, theirs, REPEATS))
    except Unmeasurable as why:
        return Skipped(goal, str(why))


def _with_version(finding: Finding) -> Finding:
    if isinstance(finding, Skipped):
        return finding
    against = f"{finding.goal.against} {peer_homes.mesa_version()}"
    return replace(finding, goal=replace(finding.goal, against=against))
