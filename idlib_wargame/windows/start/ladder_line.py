"""A small line of the situation ladder over an exercise, for a session's card."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from idlib_wargame.windows.look import theme
from idlib_wargame.windows.look.painting import painting

_MARGIN = 5.0


def steps_of(
    rungs: Sequence[int], lowest: int, highest: int, turns: int, box: QRectF
) -> list[QPointF]:
    """The corners of a step line, left to right: one step at the start and one a turn.

    The ladder's ends stand at the box's bottom and top, so that escalation goes up, and the box
    is as wide as the whole exercise, so that an unfinished one stops short.
    """
    if not rungs:
        return []
    width = box.width() / max(turns + 1, len(rungs))
    height = box.height() / max(highest - lowest, 1)
    corners = []
    for place, rung in enumerate(rungs):
        y = box.bottom() - (rung - lowest) * height
        corners += [QPointF(box.left() + place * width, y)]
        corners += [QPointF(box.left() + (place + 1) * width, y)]
    return corners


class LadderLine(QWidget):
    """Draws how far up the ladder each turn stood."""

    def __init__(self, rungs: Sequence[int], lowest: int, highest: int, turns: int) -> None:
        super().__init__()
        self._rungs, self._turns = tuple(rungs), turns
        self._lowest, self._highest = lowest, highest
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Seven grid steps tall, and wide enough for twelve turns."""
        return QSize(14 * theme.SPACE, 7 * theme.SPACE)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The ladder's ends as faint lines, the steps over a wash, a dot where play stands."""
        colours = theme.colours()
        box = QRectF(self.rect()).adjusted(_MARGIN, _MARGIN, -_MARGIN, -_MARGIN)
        with painting(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(QColor(colours.line), 1))
            painter.drawLine(box.topLeft(), box.topRight())
            painter.drawLine(box.bottomLeft(), box.bottomRight())
            corners = steps_of(self._rungs, self._lowest, self._highest, self._turns, box)
            if corners:
                self._draw(painter, corners, box, QColor(colours.accent))

    def _draw(self, painter: QPainter, corners: list[QPointF], box: QRectF, colour: QColor) -> None:
        wash = QColor(colour)
        wash.setAlphaF(0.16)
        foot = [QPointF(corners[-1].x(), box.bottom()), QPointF(corners[0].x(), box.bottom())]
        painter.setPen(QPen(colour, 0))
        painter.save()
        painter.setPen(QColor(0, 0, 0, 0))
        painter.setBrush(wash)
        painter.drawPolygon(QPolygonF([*corners, *foot]))
        painter.restore()
        painter.setPen(QPen(colour, 2))
        painter.drawPolyline(QPolygonF(corners))
        painter.setBrush(colour)
        painter.drawEllipse(corners[-1], 2.5, 2.5)
