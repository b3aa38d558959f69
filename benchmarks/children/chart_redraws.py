"""Redraws of the escalation chart, and of a bare pyqtgraph one with the same series and points.

Twelve series: the ladder, severity points of ten seats, and the Goldstein flow. The bare chart
draws them in three plots of pyqtgraph's own items: "bars" draws a step line and stacked bars as
our chart does, "lines" draws every series as a plain line. Each redraw takes new figures in and
paints the whole widget; which chart goes first takes turns. Arguments: "bars" or "lines", and the
number of points. Each answer is the milliseconds of ours and of the bare one.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from dataclasses import replace

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QApplication, QWidget

from benchmarks.random_orders import the_pack
from benchmarks.worker import serve
from idlib_wargame.rules.pack.scenario import Scenario
from idlib_wargame.views.chart.figures import Figures, Floats, stack_feet
from idlib_wargame.windows.chart.plot import EscalationPlot
from idlib_wargame.windows.look import theme
from idlib_wargame.windows.own_language import speak_own_language

SEATS = 10
SIZE = QSize(1280, 720)


def ten_seats(scenario: Scenario) -> Scenario:
    """The pack with its first seat ten times over, each in a colour of its own."""
    first = scenario.seats[0]
    return replace(
        scenario,
        seats=tuple(
            replace(first, id=f"seat{n}", colour=f"#{40 + 20 * n:02x}7080") for n in range(SEATS)
        ),
    )


def random_figures(scenario: Scenario, points: int, seed: int) -> Figures:
    """Figures of a session that wanders over the ladder."""
    rng = np.random.default_rng(seed)
    return Figures(
        rungs=rng.integers(0, len(scenario.ladder), points).astype(np.float64),
        seats=tuple(seat.id for seat in scenario.seats),
        severity=rng.choice([-2.0, 0.0, 4.0, 12.0, 28.0, 60.0], (SEATS, points)),
        worse=rng.uniform(-10, 10, points),
    )


class OurChart:
    """The escalation chart."""

    def __init__(self, scenario: Scenario) -> None:
        self.widget: QWidget = EscalationPlot(scenario)
        self._plot = self.widget

    def take(self, figures: Figures) -> None:
        """Show these figures."""
        assert isinstance(self._plot, EscalationPlot)
        self._plot.draw(figures, figures.turns)


class BareBars:
    """Three plots of a step line and stacked bars."""

    def __init__(self) -> None:
        layout = pg.GraphicsLayoutWidget()
        self.widget: QWidget = layout
        self._line = layout.addPlot(0, 0).plot([0, 1], [0], stepMode="center")
        severity, flow = layout.addPlot(1, 0), layout.addPlot(2, 0)
        self._bars = [_bars(severity, pg.intColor(seat, SEATS)) for seat in range(SEATS)]
        self._flow = _bars(flow, pg.mkColor("gray"))

    def take(self, figures: Figures) -> None:
        """Show these figures."""
        places = np.arange(len(figures.rungs))
        self._line.setData(np.arange(len(places) + 1) - 0.5, figures.rungs)
        feet = stack_feet(figures.severity)
        for bars, foot, height in zip(self._bars, feet, figures.severity, strict=True):
            bars.setOpts(x=places, y0=foot, height=height, width=0.7)
        self._flow.setOpts(x=places, y0=0, height=figures.worse, width=0.7)


def _bars(plot: pg.PlotItem, colour: object) -> pg.BarGraphItem:
    bars = pg.BarGraphItem(x=[0], y0=0, height=[1], width=0.7, brush=colour, pen=None)
    plot.addItem(bars)
    return bars


class BareLines:
    """Three plots of plain lines."""

    def __init__(self) -> None:
        layout = pg.GraphicsLayoutWidget()
        self.widget: QWidget = layout
        plots = [layout.addPlot(row, 0) for row in range(3)]
        owners = [plots[0], *[plots[1]] * SEATS, plots[2]]
        self._lines = [plot.plot(pen=pg.intColor(n, 12)) for n, plot in enumerate(owners)]

    def take(self, figures: Figures) -> None:
        """Show these figures."""
        series: list[Floats] = [figures.rungs, *figures.severity, figures.worse]
        places = np.arange(len(figures.rungs))
        for line, heights in zip(self._lines, series, strict=True):
            line.setData(places, heights)


class Redraws:
    """Both charts, and two sets of figures to change between."""

    def __init__(self, bare: Callable[[], BareBars | BareLines], points: int) -> None:
        scenario = the_pack().scenario
        if scenario is None:
            raise SystemExit("the pack has problems; check it first")
        scenario = ten_seats(scenario)
        self._ours, self._bare = OurChart(scenario), bare()
        for chart in (self._ours, self._bare):
            chart.widget.resize(SIZE)
            chart.widget.show()
        self._figures = [random_figures(scenario, points, seed) for seed in (1, 2)]
        self._count = 0

    def redraw(self, chart: OurChart | BareBars | BareLines, figures: Figures) -> float:
        """Take the figures in and paint; milliseconds."""
        QApplication.processEvents()
        begun = time.perf_counter()
        chart.take(figures)
        chart.widget.grab()
        return 1000 * (time.perf_counter() - begun)

    def both(self, _: str) -> tuple[float, float]:
        """One measurement."""
        self._count += 1
        figures = self._figures[self._count % 2]
        if self._count % 4 < 2:
            bare = self.redraw(self._bare, figures)
            return self.redraw(self._ours, figures), bare
        return self.redraw(self._ours, figures), self.redraw(self._bare, figures)


if __name__ == "__main__":
    app = QApplication(sys.argv)
    speak_own_language(app)
    theme.apply(app)
    redraws = Redraws(BareBars if sys.argv[1] == "bars" else BareLines, int(sys.argv[2]))
    serve(redraws.both)
