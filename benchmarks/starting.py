"""(c) From the start of the process to a window, and to a chart, that is painted."""

from __future__ import annotations

import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

from benchmarks.report import Finding, Goal, Reading, Skipped
from benchmarks.worker import ROOT, Unmeasurable, warm_environment
from idlib_wargame.files import places
from tests.no_screen import platform_of_qt

REPEATS = 11
SAMPLE = ROOT / "assets" / "sample.wargame"
BARE = ("window", "benchmarks.children.bare_window")
START = ("window", "idlib_wargame")
CHART = ("chart", "idlib_wargame", "open", str(SAMPLE), "--replay")
AGAINST = "a bare QMainWindow"
GOALS = (
    (Goal("c", "Start to first painted window", "ms", AGAINST, "at most", 2.3), START),
    (Goal("c", "Start to a usable chart in replay", "ms", AGAINST, "at most", 5.5), CHART),
)


def measure() -> Iterator[Finding]:
    """The bare program, the start window and the chart, one after another, again and again."""
    with tempfile.TemporaryDirectory() as home:
        for goal, program in GOALS:
            try:
                yield Reading(goal, _in_turns(program, Path(home)))
            except Unmeasurable as why:
                yield Skipped(goal, str(why))


def _in_turns(program: Sequence[str], home: Path) -> tuple[tuple[float, float], ...]:
    _milliseconds(program, home)
    _milliseconds(BARE, home)
    pairs = []
    for repeat in range(REPEATS):
        if repeat % 2:
            bare = _milliseconds(BARE, home)
            pairs.append((_milliseconds(program, home), bare))
        else:
            pairs.append((_milliseconds(program, home), _milliseconds(BARE, home)))
    return tuple(pairs)


def _milliseconds(program: Sequence[str], home: Path) -> float:
    """From before the process is made to its paint."""
    begun = time.monotonic()
    done = subprocess.run(
        [sys.executable, "-m", "benchmarks.children.first_paint", *program],
        cwd=ROOT,
        env={**warm_environment(), **_a_home(home), **platform_of_qt()},
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        said = done.stderr.strip().splitlines() or ["no reason given"]
        raise Unmeasurable(f"{program[1]} showed nothing: {said[-1]}")
    return 1000 * (float(done.stdout.splitlines()[-1]) - begun)


def _a_home(home: Path) -> dict[str, str]:
    """A home of its own, so that what the user opened last neither counts nor changes."""
    names = ("HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", places.VARIABLE)
    return dict.fromkeys(names, str(home))
