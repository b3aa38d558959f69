"""(f) What grows with the record: an act, the desk, looks, memory, and opening, long over short."""

from __future__ import annotations

import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

from benchmarks.report import Finding, Goal, Reading, Skipped
from benchmarks.worker import ROOT, Unmeasurable, ours

SHORT, LONG, LONGEST = 20, 10_000, 100_000
REPEATS, DESKS, OPENINGS = 31, 5, 3
KINDS = ("adjudicated", "injected")
AT_SHORT = f"at {SHORT}"
ACT = Goal("f", f"A note at {LONG:,} entries", "ms", AT_SHORT, "at most", 1.5)
SHOWN = Goal("f", f"The same with the desk shown, at {LONG:,}", "ms", AT_SHORT, "at most", 1.5)
READ = Goal("f", f"The same with the log in front, at {LONG:,}", "ms", AT_SHORT, "at most", 1.5)
BUILT = Goal("f", f"A desk opened at {LONG:,} entries", "ms", AT_SHORT, "at most", 2)
MANY_INJECTS = 300
INJECTS = Goal("f", f"A desk opened with {MANY_INJECTS} injects", "ms", "with the pack's own")
LATE_TURN = 26
LOOKS = {
    whose: Goal("f", f"A look {how} in turn {LATE_TURN}, at 8 agreements a turn", "ms", "turn 1")
    for whose, how in (("seat", "from a seat"), ("desk", "from the desk"))
}
MEMORY = Goal("f", f"Memory of a note, up to {LONG:,}", "bytes", "4 KB", "at most", 1)
GROWTH = Goal("f", f"Memory of a note from {LONG // 2:,} on", "bytes", "before", "at most", 1.1)
HEAVY = tuple(
    Goal("f", f"Memory of an entry {kind}", "bytes", "its own", "at most", 4) for kind in KINDS
)
OPENING = Goal("f", f"Opening {LONGEST:,} entries", "s", f"opening {LONG:,}", "at most", 10)


def measure() -> Iterator[Finding]:
    """Acts and desks at both lengths, by turns; then memory; then the longest."""
    for goal, what, repeats in (
        (ACT, "act", REPEATS),
        (SHOWN, "shown", REPEATS),
        (READ, "read", REPEATS),
        (BUILT, "built", DESKS),
    ):
        yield _asked(goal, repeats, what, str(SHORT), str(LONG))
    yield _asked(INJECTS, DESKS, "injects", str(MANY_INJECTS))
    for whose, goal in LOOKS.items():
        yield _asked(goal, REPEATS, whose, str(LATE_TURN), module="looks_at_agreements")
    yield _asked(MEMORY, 1, "memory", str(LONG))
    yield _asked(GROWTH, 1, "growth", str(LONG))
    for goal, kind in zip(HEAVY, KINDS, strict=True):
        yield _asked(goal, 1, kind)
    with tempfile.TemporaryDirectory() as folder:
        yield _opened(Path(folder))


def _asked(goal: Goal, repeats: int, *arguments: str, module: str = "long_record") -> Finding:
    try:
        with ours("our session", module, *arguments) as session:
            if repeats > 1:
                session.ask()
            return Reading(goal, tuple(tuple(session.ask()) for _ in range(repeats)))
    except Unmeasurable as why:
        return Skipped(goal, str(why))


def _opened(folder: Path) -> Finding:
    paths = [folder / f"{count}.wargame" for count in (LONG, LONGEST)]
    try:
        for path, count in zip(paths, (LONG, LONGEST), strict=True):
            _write(path, count)
        return Reading(OPENING, tuple(_opening(paths) for _ in range(OPENINGS)))
    except Unmeasurable as why:
        return Skipped(OPENING, str(why))


def _write(path: Path, count: int) -> None:
    command = [
        sys.executable,
        "-m",
        "benchmarks.children.long_record",
        "write",
        str(path),
        str(count),
    ]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    if done.returncode:
        said = done.stderr.strip().splitlines() or ["no reason given"]
        raise Unmeasurable(f"A record of {count:,} entries could not be written: {said[-1]}")


def _opening(paths: Sequence[Path]) -> tuple[float, float]:
    """Each opened by a process of its own, so that neither finds the other's memory."""
    seconds = []
    for path in paths:
        with ours("opening", "long_record", "open", path) as session:
            seconds.append(float(session.ask()))
    short, longest = seconds
    return longest, short
