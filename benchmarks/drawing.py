"""(e) A redraw of the escalation chart."""

from __future__ import annotations

from collections.abc import Iterator

from benchmarks.report import Finding, Goal, Reading, Skipped
from benchmarks.worker import Unmeasurable, ours

REPEATS, POINTS = 41, 1000
WHAT = "A chart redraw of twelve series of 1,000 points"
BARS = Goal("e", WHAT, "ms", "bare pyqtgraph, a line and bars", "at most", 1.3)
LINES = Goal("e", WHAT, "ms", "bare pyqtgraph, twelve lines", "at most", 1.3)


def measure() -> Iterator[Finding]:
    """Our chart and a bare one in one process, in turns."""
    for goal, kind in ((BARS, "bars"), (LINES, "lines")):
        try:
            with ours("our chart", "chart_redraws", kind, str(POINTS)) as charts:
                charts.ask()
                charts.ask()
                yield Reading(goal, tuple(tuple(charts.ask()) for _ in range(REPEATS)))
        except Unmeasurable as why:
            yield Skipped(goal, str(why))
