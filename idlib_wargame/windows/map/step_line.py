"""A track turn by turn, drawn small: a step for each turn, and its numbers below."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from idlib_wargame.views.map.history import HistoryStep, TrackHistory
from idlib_wargame.windows.look import theme
from idlib_wargame.windows.look.painting import painting
from idlib_wargame.windows.map.ink import pen

HEIGHT = 64  # pixels at the usual size of text
EDGE = 5.0
DOT = 3.2


class StepLine(QWidget):
    """From the beginning at the left to now at the right; the frame is the whole scale."""

    def __init__(self, history: TrackHistory, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._steps: Sequence[HistoryStep] = history.steps
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(history.name)
        self.setAccessibleDescription("\n".join(step.line for step in history.steps))

    def sizeHint(self) -> QSize:
        """As high as is needed to see steps, at the size of text in force."""
        return QSize(120, theme.scaled(HEIGHT))

    def paintEvent(self, event: QPaintEvent) -> None:
        """The scale, the steps upon it, and the turns below."""
        now = theme.colours()
        with painting(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            metrics = QFontMetricsF(theme.font(11))
            box = QRectF(self.rect()).adjusted(EDGE, EDGE, -EDGE, -metrics.height() - 3)
            painter.setPen(pen(now.line, 1.0))
            for y in (box.top(), box.bottom()):
                painter.drawLine(QPointF(box.left(), y), QPointF(box.right(), y))
            line = self._line(box)
            painter.setPen(pen(now.accent, 2.0))
            painter.drawPolyline(QPolygonF(line))
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(now.accent))
            painter.drawEllipse(line[-1], DOT, DOT)
            self._write_turns(painter, box, metrics)

    def _line(self, box: QRectF) -> list[QPointF]:
        wide = box.width() / len(self._steps)
        points: list[QPointF] = []
        for place, step in enumerate(self._steps):
            y = box.bottom() - min(max(step.share, 0.0), 1.0) * box.height()
            left = box.left() + place * wide
            points += [QPointF(left, y), QPointF(left + wide, y)]
        return points

    def _write_turns(self, painter: QPainter, box: QRectF, metrics: QFontMetricsF) -> None:
        """The numbers of the turns, as many of them as stand clear of each other."""
        painter.setFont(theme.font(11))
        painter.setPen(QColor(theme.colours().muted))
        wide = box.width() / len(self._steps)
        room = metrics.horizontalAdvance(str(self._steps[-1].turn)) + 6
        reached = box.left() - room
        for place, step in enumerate(self._steps):
            middle = box.left() + (place + 0.5) * wide
            if step.turn and middle - room / 2 >= reached:
                at = QRectF(middle - room / 2, box.bottom() + 3, room, metrics.height())
                painter.drawText(at, Qt.AlignmentFlag.AlignCenter, str(step.turn))
                reached = middle + room / 2
