"""The right side of the desk: the escalation chart, what is alight, and the clocks."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Protocol, cast

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from idlib_wargame.rules.agreements.ledger import Ledger
from idlib_wargame.rules.pack.scenario import Scenario
from idlib_wargame.session.play import Play
from idlib_wargame.views.desk.clocks_and_flags import ClockLine, FlagGroup
from idlib_wargame.windows.look import theme
from idlib_wargame.windows.parts.as_typed import in_tooltip
from idlib_wargame.windows.parts.labels import emptied, label, rule
from idlib_wargame.windows.parts.marks import Glyph
from idlib_wargame.windows.parts.number import Number
from idlib_wargame.words.language import _, fill

MOST_OF_FACTS = 0.34  # of the height: a pack with many clocks has them scroll


class Chart(Protocol):
    """What the desk asks of the chart."""

    beside: Callable[[], Path | None]

    def show_play(self, play: Play, agreed: Ledger | None = None) -> None:
        """Draw the exercise so far, of agreements only those in ``agreed`` where it is given."""

    def ask_picture(self) -> None:
        """Ask for a place, and save the chart there."""


class SidePanel(QFrame):
    """The chart comes with ``make_chart``, after the first paint, for it is slow to load.

    ``beside`` gives the session's file, beside which the chart is saved.
    """

    def __init__(self, scenario: Scenario, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "panel")
        self._scenario = scenario
        self._chart: Chart | None = None
        self._play: Play | None = None
        self._agreed: Ledger | None = None
        self._told: tuple[Sequence[ClockLine], Sequence[FlagGroup]] | None = None
        self.beside: Callable[[], Path | None] = lambda: None
        self._place = QVBoxLayout()
        self._place.setContentsMargins(0, 0, 0, 0)
        self._facts = QVBoxLayout()
        self._facts.setContentsMargins(0, 0, 0, 0)
        self._facts.setSpacing(4)
        self._foot = FootOfFacts(self._facts)
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(12, 12, 12, 12)
        column.setSpacing(0)
        column.addWidget(_scrolled(self._place), 1)
        column.addSpacing(6)
        column.addWidget(rule())  # on a low window a line of the chart's is cut by the edge
        column.addSpacing(5)
        column.addWidget(self._foot)

    def add_foot(self, part: QWidget) -> None:
        """Place something under all of it, as high as it needs to be."""
        self._column.addSpacing(12)
        self._column.addWidget(part)

    @property
    def has_chart(self) -> bool:
        """Whether the chart is there yet."""
        return self._chart is not None

    def make_chart(self) -> None:
        """Load and place the chart."""
        if self._chart is None:
            from idlib_wargame.windows.chart.panel import EscalationPanel

            panel = EscalationPanel(self._scenario, whole=True)
            self._place.addWidget(panel)
            panel.show()
            panel.beside = self.beside
            self._chart = cast(Chart, panel)
            if self._play is not None:
                self._chart.show_play(self._play, self._agreed)

    def save_chart(self) -> None:
        """Ask for a place, and save the chart there as a picture."""
        self.make_chart()
        assert self._chart is not None
        self._chart.ask_picture()

    def show_play(self, play: Play, agreed: Ledger | None = None) -> None:
        """Show the exercise so far, of agreements only those in ``agreed`` where it is given."""
        self._play, self._agreed = play, agreed
        if self._chart is not None:
            self._chart.show_play(play, agreed)

    def show_facts(self, clocks: Sequence[ClockLine], groups: Sequence[FlagGroup]) -> None:
        """Show the clocks, and which flags are lit."""
        if (clocks, groups) == self._told:
            return  # what is made anew would take the keys from whoever reads it
        self._told = (clocks, groups)
        emptied(self._facts)
        for clock in clocks:
            self._add_clock(clock)
        for group in groups:
            self._add_group(group)
        self._foot.updateGeometry()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The chart keeps the greater part of the height, however many clocks there are."""
        super().resizeEvent(event)
        self._foot.setMaximumHeight(round(self.height() * MOST_OF_FACTS))

    def _add_group(self, group: FlagGroup) -> None:
        head = QHBoxLayout()
        head.setSpacing(3)
        heading = label(group.heading, bold=True, wrap=True)
        Number(heading).tell(group.account)
        head.addWidget(heading, 1)
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
        across.addWidget(label(clock.name, wrap=True, leads=True), 1)
        left = label(clock.left, "muted")
        left.setAccessibleName(fill(_("{clock}: {left}"), clock=clock.name, left=clock.left))
        Number(left).tell(clock.account, note=clock.why)
        across.addWidget(left)
        row.setToolTip(in_tooltip(clock.why))
        self._facts.addWidget(row)


class FootOfFacts(QScrollArea):
    """As high as what is in it, as long as it may be; after that it scrolls."""

    def __init__(self, column: QVBoxLayout) -> None:
        super().__init__()
        self._inside = _fill(self, column)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)

    def sizeHint(self) -> QSize:
        """All of it, at the width it has."""
        inside, wide = self._inside, self.viewport().width()
        high = inside.heightForWidth(wide) if inside.hasHeightForWidth() else 0
        return QSize(wide, max(high, inside.minimumSizeHint().height()))

    def minimumSizeHint(self) -> QSize:
        """None: whatever does not fit is scrolled to."""
        return QSize(0, 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width makes other heights."""
        super().resizeEvent(event)
        self.updateGeometry()


def _scrolled(column: QVBoxLayout) -> QScrollArea:
    scroll = QScrollArea()
    _fill(scroll, column)
    return scroll


def _fill(scroll: QScrollArea, column: QVBoxLayout) -> QWidget:
    inside = QWidget()
    inside.setLayout(column)
    scroll.setWidgetResizable(True)
    scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    scroll.setWidget(inside)
    return inside
