"""(a) A committed turn: how often the disk is flushed, and how long it takes."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

from benchmarks.peer_homes import HOMES
from benchmarks.report import Finding, Goal, Reading, Skipped
from benchmarks.worker import ROOT, Unmeasurable, ours

TURNS = 40
MARKER = "getpriority("
TRACED = "fsync,fdatasync,sync,syncfs,sync_file_range,msync,getpriority"
FLUSHES = Goal("a", "Device flushes for a committed turn", "", "one turn", "exactly", 1)
TIME = Goal(
    "a",
    "A turn of twelve orders adjudicated, encoded and on disk",
    "ms",
    "an append of its bytes with fdatasync",
    "at most",
    2.0,
)


def measure() -> Iterator[Finding]:
    """Flushes counted by a tracer, then times without one, on the disk of this project."""
    HOMES.mkdir(exist_ok=True)
    for goal, taken in ((FLUSHES, _flushes), (TIME, _times)):
        with tempfile.TemporaryDirectory(dir=HOMES) as folder:
            try:
                yield Reading(goal, taken(Path(folder)))
            except Unmeasurable as why:
                yield Skipped(goal, str(why))


def _flushes(folder: Path) -> tuple[tuple[float, float], ...]:
    tracer = shutil.which("strace")
    if tracer is None:
        raise Unmeasurable("strace counts the flushes, and it is not installed here.")
    trace = folder / "trace"
    command = [tracer, "-f", "-e", f"trace={TRACED}", "-o", trace, sys.executable]
    command += ["-m", "benchmarks.children.committed_turns", folder, "--flushes", str(TURNS)]
    done = subprocess.run(
        [str(part) for part in command], cwd=ROOT, capture_output=True, text=True, check=False
    )
    if done.returncode:
        said = done.stderr.strip().splitlines() or ["no reason given"]
        raise Unmeasurable(f"The flushes could not be traced: {said[-1]}")
    counts = counted_between_markers(trace.read_text(encoding="utf-8").splitlines())
    if len(counts) != TURNS:
        raise Unmeasurable(f"The trace shows {len(counts)} turns where {TURNS} were played.")
    return tuple((float(count), 1.0) for count in counts)


def counted_between_markers(lines: Sequence[str]) -> list[int]:
    """How many flushes a trace has between each marker that opens and the one that closes."""
    counts: list[int] = []
    inside = False
    for line in lines:
        if MARKER in line:
            inside = not inside
            if inside:
                counts.append(0)
        elif inside and "sync" in line and "resumed>" not in line:
            counts[-1] += 1
    return counts


def _times(folder: Path) -> tuple[tuple[float, float], ...]:
    if not hasattr(os, "fdatasync"):
        raise Unmeasurable("This system has no fdatasync to compare with.")
    with ours("our session", "committed_turns", folder) as session:
        session.ask()
        return tuple(
            (1000 * turn, 1000 * plain) for turn, plain in (session.ask() for _ in range(TURNS))
        )
