"""The right side of the desk: the escalation chart, what is alight, and the clocks."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol, cast

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QScrollArea,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from idlib_wargame.rules.pack.scenario import Scenario
from idlib_wargame.session.play import Play
from idlib_wargame.views.desk.clocks_and_flags import ClockLine, FlagGroup
from idlib_wargame.windows.look import theme
from idlib_wargame.windows.parts.as_typed import in_tooltip
from idlib_wargame.windows.parts.elided_label import ElidedLabel
from idlib_wargame.windows.parts.labels import emptied, label
from idlib_wargame.windows.parts.marks import Glyph


class Chart(Protocol):
    """What the desk asks of the chart."""

    def show_play(self, play: Play) -> None:
        """Draw the exercise so far."""


class SidePanel(QFrame):
    """The chart comes with ``make_chart``, after the first paint, for it is slow to load."""

    def __init__(self, scenario: Scenario, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "panel")
        self._scenario = scenario
        self._chart: Chart | None = None
        self._play: Play | None = None
        # A splitter, because a scroll area gives it its least height where a layout that wraps
        # text would be given all it would like; so the chart shrinks before anything scrolls.
        self._place = QSplitter(Qt.Orientation.Vertical)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 12, 12, 12)
        column.setSpacing(12)
        column.addWidget(_scrolled(self._place), 1)
        self._facts = QVBoxLayout()
        self._facts.setSpacing(4)
        column.addLayout(self._facts)

    @property
    def has_chart(self) -> bool:
        """Whether the chart is there yet."""
        return self._chart is not None

    def make_chart(self) -> None:
        """Load and place the chart."""
        if self._chart is None:
            from idlib_wargame.windows.chart.panel import EscalationPanel

            panel = EscalationPanel(self._scenario)
            self._place.addWidget(panel)
            self._chart = cast(Chart, panel)
            if self._play is not None:
                self._chart.show_play(self._play)

    def show_play(self, play: Play) -> None:
        """Show the exercise so far."""
        self._play = play
        if self._chart is not None:
            self._chart.show_play(play)

    def show_facts(self, clocks: Sequence[ClockLine], groups: Sequence[FlagGroup]) -> None:
        """Show the clocks, and which flags are lit."""
        emptied(self._facts)
        for clock in clocks:
            self._add_clock(clock)
        for group in groups:
            self._add_group(group)

    def _add_group(self, group: FlagGroup) -> None:
        head = QHBoxLayout()
        head.setSpacing(3)
        head.addWidget(label(group.heading, bold=True, wrap=True), 1)
        for flag in group.marks:
            on = flag.lit
            mark = Glyph("circle" if on else "ring", "danger" if on else "border", 12)
            mark.setToolTip(in_tooltip(flag.words))
            head.addWidget(mark)
        self._facts.addLayout(head)
        if group.lit:
            self._facts.addWidget(label(group.lit, "muted", wrap=True, leads=True))

    def _add_clock(self, clock: ClockLine) -> None:
        row = QWidget()
        across = QHBoxLayout(row)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(theme.SPACE)
        across.addWidget(Glyph("clock", "muted", 14))
        across.addWidget(ElidedLabel(clock.name), 1)
        across.addWidget(label(clock.left, "muted"))
        row.setToolTip(in_tooltip(clock.why))
        self._facts.addWidget(row)


def _scrolled(inside: QWidget) -> QScrollArea:
    scroll = QScrollArea()
    scroll.setWidgetResizable(True)
    scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    scroll.setWidget(inside)
    return scroll
