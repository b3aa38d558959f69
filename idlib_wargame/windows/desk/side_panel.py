"""The right side of the desk: the escalation chart, what is alight, and the clocks."""

from __future__ import annotations

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

from idlib_wargame.rules.pack.course import Clock
from idlib_wargame.rules.pack.scenario import Scenario
from idlib_wargame.rules.state import State
from idlib_wargame.session.play import Play
from idlib_wargame.windows.look import theme
from idlib_wargame.windows.parts.elided_label import ElidedLabel
from idlib_wargame.windows.parts.labels import emptied, label
from idlib_wargame.windows.parts.marks import Glyph
from idlib_wargame.words.figures import counted, day_words


class Chart(Protocol):
    """What the desk asks of the chart."""

    def show_play(self, play: Play) -> None:
        """Draw the exercise so far."""


def clock_words(state: State, clock: Clock) -> str:
    """ "39 days left", "today", or "12 days ago"."""
    left = state[f"days_left.{clock.id}"]
    if left == 0:
        return "today"
    days = counted(abs(left), "day", "days")
    return f"{days} left" if left > 0 else f"{days} ago"


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
        emptied(self._facts)
        state = play.pending.result.state if play.pending else play.state
        for clock in self._scenario.clocks:
            self._add_clock(play.state, clock)
        for group, name in self._scenario.flag_groups.items():
            self._add_group(state, group, name)

    def _add_group(self, state: State, group: str, name: str) -> None:
        mine = [flag for flag in self._scenario.flags if flag.group == group]
        lit = [flag for flag in mine if state[f"flag.{flag.id}"]]
        head = QHBoxLayout()
        head.setSpacing(3)
        head.addWidget(label(f"{name}: {len(lit)} of {len(mine)} lit", bold=True))
        head.addStretch()
        for flag in mine:
            on = flag in lit
            mark = Glyph("circle" if on else "ring", "danger" if on else "border", 12)
            mark.setToolTip(f"{flag.name}: {'lit' if on else 'not lit'}. {flag.why}")
            head.addWidget(mark)
        self._facts.addLayout(head)
        if lit:
            self._facts.addWidget(label(" · ".join(flag.name for flag in lit), "muted", wrap=True))

    def _add_clock(self, state: State, clock: Clock) -> None:
        row = QWidget()
        across = QHBoxLayout(row)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(theme.SPACE)
        across.addWidget(Glyph("clock", "muted", 14))
        across.addWidget(ElidedLabel(clock.name), 1)
        across.addWidget(label(clock_words(state, clock), "muted"))
        row.setToolTip(f"{day_words(clock.on)}. {clock.why}")
        self._facts.addWidget(row)


def _scrolled(inside: QWidget) -> QScrollArea:
    scroll = QScrollArea()
    scroll.setWidgetResizable(True)
    scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    scroll.setWidget(inside)
    return scroll
