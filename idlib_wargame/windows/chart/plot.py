"""The chart as a widget: a click or an arrow key chooses a turn, the wheel zooms or scrolls."""

from __future__ import annotations

from collections.abc import Sequence

import pyqtgraph as pg
from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QHelpEvent, QKeyEvent, QPainter, QPen, QWheelEvent
from PySide6.QtWidgets import QScrollArea, QToolTip, QWidget

from idlib_wargame.rules.pack.scenario import Scenario
from idlib_wargame.views.chart.figures import Figures
from idlib_wargame.views.chart.turn_marks import TurnMark
from idlib_wargame.views.escalation import ClockMark
from idlib_wargame.windows.chart.drawing import ChartDrawing
from idlib_wargame.windows.look import theme
from idlib_wargame.words.escalation import rung_words, turn_and_rung_words
from idlib_wargame.words.language import _

PAGE = 10  # turns that a Page key goes
ZOOM_KEYS = {Qt.Key.Key_Plus: 0.5, Qt.Key.Key_Equal: 0.5, Qt.Key.Key_Minus: 2.0}


class EscalationPlot(pg.GraphicsView):  # type: ignore[misc]  # pyqtgraph has no types
    """Shows a chart drawing, and tells of the turn that the reader chose."""

    turn_chosen = Signal(int)

    def __init__(self, scenario: Scenario, parent: QWidget | None = None) -> None:
        super().__init__(parent, background=theme.colours().panel)
        # Its painter takes this up: where words stand beside the chart, and which way time runs.
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self.drawing = ChartDrawing(scenario)
        self._numbers = True
        self.setCentralItem(self.drawing)
        # pyqtgraph's own way to export is in English only, and the chart's menu has ours.
        for action in self.scene().contextMenu:
            action.setParent(None)
        self.scene().contextMenu = []
        self.setAccessibleName(_("Escalation chart"))
        self.scene().sigMouseClicked.connect(self._clicked)
        theme.changes().changed.connect(self._recolour)

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
        self.drawing.draw(figures, turns, clocks, rulings, messages, agreements)

    def show_numbers(self, on: bool) -> None:
        """Whether rungs and flows have their figures, or an exercise is told in words alone."""
        self._numbers = on
        self.drawing.show_numbers(on)

    @property
    def cursor_turn(self) -> int:
        """The turn set off."""
        return int(self.drawing.cursor)

    def _recolour(self) -> None:
        self.setBackground(theme.colours().panel)
        self.drawing.recolour()
        self.viewport().update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows, Home, End and Page keys choose a turn; plus, minus and nought zoom."""
        turn = self.cursor_turn
        steps = {
            Qt.Key.Key_Left: turn - 1,
            Qt.Key.Key_Right: turn + 1,
            Qt.Key.Key_Home: 0,
            Qt.Key.Key_End: self.drawing.played,
            Qt.Key.Key_PageUp: turn - PAGE,
            Qt.Key.Key_PageDown: turn + PAGE,
        }
        key = Qt.Key(event.key())
        if key in steps:
            self._choose(steps[key])
        elif self.drawing.zooms and key in ZOOM_KEYS:
            self.drawing.zoom(ZOOM_KEYS[key])
        elif self.drawing.zooms and key == Qt.Key.Key_0:
            self.drawing.show_all()
        else:
            event.ignore()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Whoever scrolls the page that it lies on means the page, but with Ctrl held down."""
        held = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if held or not _lies_on_a_page(self):
            super().wheelEvent(event)
        else:
            event.ignore()

    def _choose(self, turn: int) -> None:
        self.drawing.set_cursor(turn)
        self.turn_chosen.emit(self.cursor_turn)

    def _clicked(self, event: pg.GraphicsScene.mouseEvents.MouseClickEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            turn = self.drawing.turn_at(event.scenePos())
            if turn is not None:
                self._choose(turn)

    def viewportEvent(self, event: QEvent) -> bool:
        """Show what is under the pointer in words."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            QToolTip.showText(event.globalPos(), self.words_at(QPointF(event.pos())), self)
            return True
        return bool(super().viewportEvent(event))

    def words_at(self, point: QPointF) -> str:
        """What a point of the chart shows: a rung's whole name, or a turn and its rung."""
        rung = self.drawing.rung_at(point)
        if rung is not None:
            name = rung_words(rung, self._numbers)
            return f"{name}\n{rung.why}" if rung.why else name
        turn = self.drawing.turn_at(point)
        rung = None if turn is None else self.drawing.rung_of(turn)
        if rung is None:
            return ""
        return turn_and_rung_words(turn or 0, rung, self._numbers)

    def drawForeground(self, painter: QPainter, rect: QRectF | None) -> None:
        """A ring around the chart while the keyboard is on it."""
        if self.hasFocus():
            painter.setPen(QPen(QColor(theme.colours().focus), 2))
            painter.drawRect(QRectF(self.viewport().rect()).adjusted(1, 1, -1, -1))

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the ring."""
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take the ring away."""
        super().focusOutEvent(event)
        self.viewport().update()


def _lies_on_a_page(widget: QWidget) -> bool:
    """Whether something around it scrolls, and has where to."""
    around = widget.parentWidget()
    while around is not None:
        if isinstance(around, QScrollArea) and around.verticalScrollBar().maximum() > 0:
            return True
        around = around.parentWidget()
    return False
