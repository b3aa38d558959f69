"""The drawing itself: the ladder over its bands, the two flows below, one turn axis for all."""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QPointF, QSizeF, Qt
from PySide6.QtGui import QFontMetricsF, QResizeEvent
from PySide6.QtWidgets import QGraphicsItem

from idlib_wargame.rules.pack.course import Rung
from idlib_wargame.rules.pack.scenario import Scenario
from idlib_wargame.views.chart.figures import (
    Figures,
    rungs_upwards,
    span_of,
    stack_feet,
    worst_of_each,
)
from idlib_wargame.views.chart.turn_marks import TurnMark
from idlib_wargame.views.escalation import ClockMark
from idlib_wargame.windows.chart.layers import Backdrop, Dots, Foreground, Stacks
from idlib_wargame.windows.chart.margin import FlowScale, RungNames
from idlib_wargame.windows.chart.turn_axis import ClockNames, ControlMarks, TurnNames
from idlib_wargame.windows.look import theme
from idlib_wargame.words.language import _

MARGIN_SHARE = 0.38  # of the width, for the rungs' names, where there are many turns
LEAST_COLUMN = 16  # pixels for a turn at the usual size of text: names take the room beside a few
FLOW_SHARE, LOWEST_FLOW, HIGHEST_FLOW = 0.12, 40, 96  # of the height, for each of the two flows
LADDER_ROW, FLOW_ROWS = 1, (3, 5)
NAMED_AT_LEAST = 4  # rungs with their names where there is little room
LEAST_GRID = 12  # pixels a turn; closer lines would be a wash
LEAST_BROAD_LINE = 4
MOST_DOTS = 60  # past so many turns, a dot a turn would hide the line
PIXELS_A_BAR = 3.0
ZOOM_FROM = 16  # fewer turns than this are always all in view
LEAST_IN_VIEW = 8


class ChartDrawing(pg.GraphicsLayout):  # type: ignore[misc]  # pyqtgraph has no types
    """Draws figures. Turn n lies from n − ½ to n + ½; rungs are their places on the ladder."""

    def __init__(self, scenario: Scenario) -> None:
        super().__init__()
        self._seats = scenario.seat_by_id
        self._rungs = rungs_upwards(scenario)
        self._figures: Figures | None = None
        self._turns = 0
        self._reached: int | None = None
        self.cursor = 0
        self._place_parts(scenario)
        self._keep_left_to_right()
        self._furnish()
        self.recolour()

    def _place_parts(self, scenario: Scenario) -> None:
        self._names = RungNames(self._rungs)
        self._severity_scale = FlowScale(_("Severity"))
        self._goldstein_scale = FlowScale(_("Hostility"))
        self._clock_names = ClockNames()
        self._control = ControlMarks()
        self._axis = TurnNames(scenario.first_day)
        self._views = [pg.ViewBox(enableMenu=False, defaultPadding=0) for _ in range(3)]
        self._ladder, self._severity, self._goldstein = self._views
        self.setContentsMargins(0, 0, 0, 0)
        self.setSpacing(0)
        self.addItem(self._clock_names, 0, 0, 1, 2)
        margins = (self._names, self._severity_scale, self._goldstein_scale)
        for row, left, right in zip((LADDER_ROW, *FLOW_ROWS), margins, self._views, strict=True):
            self.addItem(left, row, 0)
            self.addItem(right, row, 1)
        self.addItem(self._control, 2, 1)
        self.addItem(self._axis, 6, 1)
        self.layout.setRowStretchFactor(LADDER_ROW, 1)
        self.layout.setRowFixedHeight(4, theme.SPACE)

    def _keep_left_to_right(self) -> None:
        """Time runs to the right on every screen; each part must be told by itself."""
        parts = (self._names, self._severity_scale, self._goldstein_scale, self._clock_names)
        for item in (self, *self._views, *parts, self._control, self._axis):
            item.setLayoutDirection(Qt.LayoutDirection.LeftToRight)

    def _furnish(self) -> None:
        for view in self._views:
            view.setMouseEnabled(x=False, y=False)
            view.disableAutoRange()
        count = len(self._rungs)
        self._severity.setXLink(self._ladder)
        self._goldstein.setXLink(self._ladder)
        self._ladder.setYRange(-0.5, count - 0.5, padding=0)
        self._backdrops = [
            Backdrop(view, count if view is self._ladder else 0) for view in self._views
        ]
        self._stacks, self._worse = Stacks(self._severity), Stacks(self._goldstein)
        self._line = pg.PlotCurveItem(x=[-0.5, 0.5], y=[0], stepMode="center", skipFiniteCheck=True)
        self._ladder.addItem(self._line, ignoreBounds=True)
        self._dots = Dots(self._ladder)
        self._foregrounds = [Foreground(view) for view in self._views]
        self._ladder.sigXRangeChanged.connect(self._stretch_changed)

    @property
    def turns(self) -> int:
        """The number of turns the axis has room for."""
        return self._turns

    @property
    def played(self) -> int:
        """The number of turns drawn."""
        return self._figures.turns if self._figures else 0

    def draw(
        self,
        figures: Figures,
        turns: int,
        clocks: Sequence[ClockMark] = (),
        rulings: Sequence[int] = (),
        messages: Sequence[int] = (),
        agreements: Sequence[TurnMark] = (),
    ) -> None:
        """Draw a session of so many turns in all.

        ``rulings`` and ``messages`` are the turns with one, or with some, from control.
        """
        another_length = turns != self._turns
        self._figures, self._turns = figures, turns
        if another_length:
            self.fit(self.size())
        self._clock_names.show_clocks(clocks)
        self._control.show_turns(rulings, messages)
        self._control.show_agreements(agreements)
        self.fit(self.size())
        for foreground in self._foregrounds:
            foreground.show_clocks([clock.turn_position for clock in clocks])
        self._line.setData(np.arange(len(figures.rungs) + 1) - 0.5, figures.rungs)
        self._dots.show_dots(figures.rungs.tolist() if figures.turns <= MOST_DOTS else [])
        self._set_spans(figures)
        if another_length:
            self.show_all()
        else:
            self._stretch_changed()
        self.set_cursor(self.cursor)

    def show_numbers(self, on: bool) -> None:
        """Write the rungs' numbers and the flows' scales, or leave names alone."""
        if on != self._names.numbered:
            for margin in (self._names, self._severity_scale, self._goldstein_scale):
                margin.show_numbers(on)
            self.recolour()

    def show_all(self) -> None:
        """Bring every turn into view."""
        for view in self._views:
            view.setMouseEnabled(x=self.zooms, y=False)
            least = min(LEAST_IN_VIEW, self._turns + 1)
            view.setLimits(xMin=-0.5, xMax=self._turns + 0.5, minXRange=least)
        self._ladder.setXRange(-0.5, self._turns + 0.5, padding=0)
        self._stretch_changed()

    @property
    def zooms(self) -> bool:
        """Whether there are enough turns to look at some of them alone."""
        return self._turns >= ZOOM_FROM

    def zoom(self, factor: float) -> None:
        """Show so many times as many turns, around the one set off."""
        self._ladder.scaleBy(x=factor, center=QPointF(self.cursor, 0))

    def set_cursor(self, turn: int) -> None:
        """Set off a turn; one that was not played counts as the last that was."""
        figures = self._figures
        if figures is None:
            return
        self.cursor = turn = max(0, min(turn, figures.turns))
        for backdrop in self._backdrops:
            backdrop.choose(turn)
        self._dots.choose(turn, figures.rungs[turn])
        self._names.hold(int(figures.rungs[turn]))
        self._axis.hold(turn)
        self._veil()
        first, last = self._ladder.viewRange()[0]
        if not first <= turn <= last:
            self._ladder.translateBy(x=turn - (first + last) / 2)

    def set_reached(self, turn: int | None) -> None:
        """Draw what comes after a turn faintly, as not yet known; None draws all alike."""
        self._reached = turn
        self._veil()

    def _veil(self) -> None:
        for foreground in self._foregrounds:
            foreground.veil_after(self._turns if self._reached is None else self._reached)

    def set_playhead(self, place: float | None) -> None:
        """Draw a line where a replay stands on the turn axis; None draws none."""
        for foreground in self._foregrounds:
            foreground.show_playhead(place)

    def make_still(self) -> None:
        """For a picture: no turn set off, and nothing drawn from screen-sized caches."""
        for item in (self._names, self._severity_scale, self._goldstein_scale):
            item.setCacheMode(QGraphicsItem.CacheMode.NoCache)
        for item in (self._clock_names, self._control, self._axis):
            item.setCacheMode(QGraphicsItem.CacheMode.NoCache)
        for backdrop in self._backdrops:
            backdrop.choose(None)
        self._dots.choose(None)
        self._names.hold(-1)
        self._axis.hold(-1)

    def turn_at(self, point: QPointF) -> int | None:
        """The turn whose column holds a point of the scene; None in the margin."""
        place = self._ladder.mapSceneToView(point).x()
        return round(place) if -0.5 <= place <= self._turns + 0.5 else None

    def rung_at(self, point: QPointF) -> Rung | None:
        """The rung whose name holds a point of the scene; None outside the names."""
        inside = self._names.mapFromScene(point)
        return self._names.rung_at(inside) if self._names.contains(inside) else None

    def rung_of(self, turn: int) -> Rung | None:
        """The rung that a turn led to; None for a turn not drawn."""
        figures = self._figures
        if figures is None or not 0 <= turn <= figures.turns:
            return None
        return self._rungs[int(figures.rungs[turn])]

    def _set_spans(self, figures: Figures) -> None:
        up = np.maximum(figures.severity, 0).sum(axis=0).max(initial=0)
        down = np.minimum(figures.severity, 0).sum(axis=0).min(initial=0)
        worst, best = figures.worse.max(initial=0), figures.worse.min(initial=0)
        for view, scale, low, high in (
            (self._severity, self._severity_scale, down, up),
            (self._goldstein, self._goldstein_scale, best, worst),
        ):
            span = span_of(float(low), float(high))
            view.setYRange(*span, padding=0)
            scale.span(*span)

    def _draw_bars(self) -> None:
        figures = self._figures
        if figures is None:
            return
        first, last = self._ladder.viewRange()[0]
        in_view = min(1.0, float(last - first) / (self._turns + 1))
        most = max(1, int(self._ladder.width() / PIXELS_A_BAR / in_view))
        kept = worst_of_each(np.abs(figures.severity).sum(axis=0), most)
        wide = 0.7 if self._axis.column >= 2 * PIXELS_A_BAR else 1.0
        wide *= max(1.0, len(figures.rungs) / len(kept))
        heights = figures.severity[:, kept]
        seats = [theme.seat_colour(self._seats[seat].colour) for seat in figures.seats]
        self._stacks.show_bars(kept, stack_feet(heights), heights, seats, wide)
        kept = worst_of_each(np.abs(figures.worse), most)
        flow = figures.worse[kept][None, :]
        self._worse.show_bars(kept, np.zeros_like(flow), flow, [theme.colours().muted], wide)

    def _stretch_changed(self) -> None:
        """Another stretch of turns is in view, or another width shows it."""
        first, last = self._ladder.viewRange()[0]
        for item in (self._axis, self._control, self._clock_names):
            item.show_stretch((first, last))
        self._clock_names.fit(self.size().width())
        column = self._axis.column
        broad = 2 if column >= LEAST_BROAD_LINE else 1
        self._line.setPen(pg.mkPen(theme.colours().text, width=broad))
        edges = [n + 0.5 for n in range(math.ceil(first - 0.5), math.floor(last + 0.5))]
        levels = ((), self._severity_scale.steps(), self._goldstein_scale.steps())
        for backdrop, level in zip(self._backdrops, levels, strict=True):
            backdrop.rule(edges if column >= LEAST_GRID else (), level)
        self._draw_bars()

    def fit(self, size: QSizeF) -> None:
        """Share that much room between the names, the ladder and the flows."""
        share = self._share_of_names(size.width())
        scales = (self._severity_scale, self._goldstein_scale)
        least = max(scale.least_size(share)[0] for scale in scales)
        margin = math.ceil(max(least, min(self._names.widest(), share)))
        self.layout.setColumnFixedWidth(0, margin)
        self._clock_names.margin = margin
        self._clock_names.fit(size.width())
        self._axis.set_height()
        # Each rung has its name before the flows have more than they need.
        spare = max(0.0, size.height() - self.least_height(whole=True)) / 2
        least = self._least_flow(margin)
        flow = max(least, min(HIGHEST_FLOW, FLOW_SHARE * size.height(), least + spare))
        for row in FLOW_ROWS:
            self.layout.setRowFixedHeight(row, flow)

    def _share_of_names(self, width: float) -> float:
        """The most that the rungs' names may have: all but room for a few turns."""
        beside = width - (min(self._turns, ZOOM_FROM) + 1) * theme.scaled(LEAST_COLUMN)
        return max(MARGIN_SHARE * width, beside) if self._turns else MARGIN_SHARE * width

    def _least_flow(self, margin: float) -> float:
        """High enough for the names of the flows, which wrap."""
        scales = (self._severity_scale, self._goldstein_scale)
        return max(LOWEST_FLOW, *(scale.least_size(margin)[1] for scale in scales))

    def least_height(self, *, whole: bool) -> int:
        """The height in pixels at which rungs can be told apart; ``whole``, each with its name."""
        line = QFontMetricsF(theme.font(11)).height()
        named = len(self._rungs) if whole else min(NAMED_AT_LEAST, len(self._rungs))
        # Not the height that each has now: another comes only with the next layout.
        around = sum(
            item.minimumHeight() for item in (self._clock_names, self._control, self._axis)
        )
        flows = 2 * self._least_flow(self._clock_names.margin) + theme.SPACE
        return math.ceil(float(named * line + around + flows))

    def resizeEvent(self, event: QResizeEvent | None) -> None:
        """Share the room anew."""
        super().resizeEvent(event)
        if hasattr(self, "_foregrounds"):
            self.fit(self.size())
            self.layout.activate()
            self._stretch_changed()

    def recolour(self) -> None:
        """Take up the colours and the type in force."""
        self.fit(self.size())
        self._stretch_changed()
        for item in self.childItems():
            item.update()
