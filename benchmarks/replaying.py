"""(d) Replay of a long session: verifying it, and seeking in it."""

from __future__ import annotations

import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from benchmarks import peer_homes
from benchmarks.report import Finding, Goal, Reading, Skipped
from benchmarks.worker import ROOT, Unmeasurable, in_turns, ours

REPEATS, SEEKS = 5, 25
TURNS, ORDERS_A_TURN = 1010, 12
NEAR, FAR = 10, 1000
VERIFIED = "Orders replayed and verified"
CLIENT = Goal("d", VERIFIED, "/s", "boardgame.io 0.50, log to a fresh client", "at least", 5)
REDUCER = Goal("d", VERIFIED, "/s", "boardgame.io 0.50, log to the bare reducer")
SEEK = Goal("d", "Seeking to turn 1,000", "ms", "seeking to turn 10", "at most", 1.2)


def measure() -> Iterator[Finding]:
    """Write a long session, then verify it and seek in it."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "long.wargame"
        try:
            _write(path)
        except Unmeasurable as why:
            yield from (Skipped(goal, str(why)) for goal in (CLIENT, REDUCER, SEEK))
            return
        yield _verified(CLIENT, path, "client")
        yield _verified(REDUCER, path, "reducer")
        yield _sought(path)


def _write(path: Path) -> None:
    command = [sys.executable, "-m", "benchmarks.children.long_session", str(path), str(TURNS)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    if done.returncode:
        said = done.stderr.strip().splitlines() or ["no reason given"]
        raise Unmeasurable(f"The long session could not be written: {said[-1]}")


def _verified(goal: Goal, path: Path, how: str) -> Finding:
    try:
        with (
            peer_homes.boardgame(TURNS * ORDERS_A_TURN, how) as theirs,
            ours("our verification", "verified_replay", path) as verification,
        ):
            return Reading(goal, in_turns(verification, theirs, REPEATS))
    except Unmeasurable as why:
        return Skipped(goal, str(why))


def _sought(path: Path) -> Finding:
    try:
        with ours("our replay", "seeks", path, str(NEAR), str(FAR)) as replay:
            replay.ask()
            return Reading(SEEK, tuple(tuple(replay.ask()) for _ in range(SEEKS)))
    except Unmeasurable as why:
        return Skipped(SEEK, str(why))
