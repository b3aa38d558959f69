"""The right side of the desk: the escalation chart, what is alight, and the clocks.

Where they have no room one below the other, a row of buttons says which of them is shown.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Protocol, cast

from PySide6.QtCore import QEvent, QSize, Qt, QTimer
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
from idlib_wargame.windows.desk.room_panel import RoomPanel
from idlib_wargame.windows.desk.side_switch import Part, SideSwitch
from idlib_wargame.windows.look import theme
from idlib_wargame.windows.parts.as_typed import in_tooltip
from idlib_wargame.windows.parts.labels import emptied, label, rule
from idlib_wargame.windows.parts.marks import Glyph
from idlib_wargame.windows.parts.number import Number
from idlib_wargame.words.language import _, fill

AROUND_RULE = 5  # pixels above and below the line over the clocks
MOST_OF_FACTS = 0.34  # of the height: a pack with many clocks has them scroll


class Chart(Protocol):
    """What the desk asks of the chart."""

    beside: Callable[[], Path | None]

    def show_play(self, play: Play, agreed: Ledger | None = None) -> None:
        """Draw the exercise so far, of agreements only those in ``agreed`` where it is given."""

    def ask_picture(self) -> None:
        """Ask for a place, and save the chart there."""

    def least_heights(self) -> tuple[int, int]:
        """The pixels that the chart needs, and that the turn in words needs under it."""

    def low_height(self) -> int:
        """The pixels that the chart needs with the names of some rungs."""

    def show_parts(self, chart: bool, words: bool, whole: bool) -> None:
        """Show the chart, the turn in words, or both; ``whole`` names each rung."""


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
        self._later = QTimer(self, singleShot=True, interval=0)
        self._later.timeout.connect(self._arrange)
        self._foot = FootOfFacts(self._facts)
        self.switch = SideSwitch()
        self.switch.turned.connect(self._arrange)
        self._scroll = _scrolled(self._place)
        self._rule = rule()  # on a low window a line of the chart's is cut by the edge
        self._under: RoomPanel | None = None
        self._asked_for_picture = False
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(12, 12, 12, 12)
        column.setSpacing(0)
        self._title: QWidget | None = None
        self._rest = QWidget()  # under a picture that is shown alone
        self._rest.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Expanding)
        self._rest.hide()
        self._head = QHBoxLayout()
        self._head.addWidget(self.switch, 1)
        column.addLayout(self._head)
        column.addWidget(self._scroll, 1)
        column.addSpacing(AROUND_RULE)
        column.addWidget(self._rule)
        column.addSpacing(AROUND_RULE)
        column.addWidget(self._foot)
        theme.changes().changed.connect(self._arrange_later)

    def add_foot(self, room: RoomPanel) -> None:
        """Place the room's screen under all of it, as high as it needs to be."""
        self._column.addSpacing(12)
        self._column.addWidget(room)
        self._column.addWidget(self._rest)
        self._under = room
        room.unfolded.connect(self._turn_to_picture)
        self._arrange_later()

    def _turn_to_picture(self) -> None:
        """Whoever unfolds it wants to see it, where it can only be shown alone."""
        self._asked_for_picture = True
        self._arrange_later()

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
            self._head.addWidget(panel.head)
            self._title = panel.title
            panel.beside = self.beside
            self._chart = cast(Chart, panel)
            if self._play is not None:
                self._chart.show_play(self._play, self._agreed)
            self._arrange_later()

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
            self._arrange_later()

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
        self._arrange_later()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The chart keeps the greater part of the height, however many clocks there are."""
        super().resizeEvent(event)
        self._arrange_later()

    def event(self, event: QEvent) -> bool:
        """A part under it that opens or folds leaves another height."""
        if event.type() == QEvent.Type.LayoutRequest:
            self._arrange_later()
        return super().event(event)

    def _arrange_later(self) -> None:
        """Once all that happens now has been laid out."""
        self._later.start()

    def _arrange(self) -> None:
        """All one below the other; else what moved the turn, and then the clocks, by a button."""
        if self._chart is None or self._title is None:
            self._foot.setMaximumHeight(round(self.height() * MOST_OF_FACTS))
            return
        chart, words = self._chart.least_heights()
        facts = min(self._foot.sizeHint().height(), round(self.height() * MOST_OF_FACTS))
        picture = self._under.heights()[1] if self._under else 0
        crowds = picture > 0 and self._chart.low_height() > self._room() - picture
        room = self._room() - facts - (0 if crowds else picture)
        if chart + words <= room and not crowds:
            parts: tuple[Part, ...] = ()
        elif chart <= room:
            parts = (Part.CHART, Part.TURN)
        else:
            parts = (Part.CHART, Part.TURN, Part.CLOCKS)
        parts = parts if facts else parts[:2]
        self._offer((*parts, Part.ROOM) if crowds else parts)
        part = self.switch.part
        self._chart.show_parts(
            chart=part in (None, Part.CHART),
            words=part in (None, Part.TURN),
            whole=chart <= room + (facts if Part.CLOCKS in parts else 0),
        )
        self._place_facts(part, apart=Part.CLOCKS in parts)
        if self._under is not None:
            self._under.show_picture(part is Part.ROOM or not crowds)

    def _offer(self, parts: Sequence[Part]) -> None:
        assert self._title is not None
        self.switch.offer(parts)
        if self._asked_for_picture:
            self._asked_for_picture = False
            self.switch.pick(Part.ROOM)
        self._title.setVisible(not parts)
        self._head.setStretch(1, 0 if parts else 1)

    def _place_facts(self, part: Part | None, apart: bool) -> None:
        alone, is_room = part is Part.CLOCKS, part is Part.ROOM
        self._scroll.setVisible(not alone and not is_room)
        self._foot.setVisible(alone or not (apart or is_room))
        self._rule.setVisible(not alone and not is_room)
        self._rest.setVisible(is_room)
        most = self.height() if alone else round(self.height() * MOST_OF_FACTS)
        self._foot.setMaximumHeight(most)

    def _room(self) -> int:
        """The pixels for the chart, the turn in words, the facts and the room's picture."""
        around = self._column.contentsMargins()
        wide = self.width() - around.left() - around.right()
        head = self._head.sizeHint().height()
        if self._head.hasHeightForWidth():
            head = max(head, self._head.heightForWidth(wide))
        under = 12 + self._under.heights()[0] if self._under else 0
        rest = around.top() + around.bottom() + 2 * AROUND_RULE + 1
        return self.height() - rest - head - under

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
