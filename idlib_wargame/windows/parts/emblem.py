"""The program's own picture: a line that climbs a ladder."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPen, QPixmap, QPolygonF

from idlib_wargame.views.look.colours import LIGHT
from idlib_wargame.windows.look.painting import painting

_STEPS = ((0.2, 0.72), (0.4, 0.72), (0.4, 0.54), (0.6, 0.54), (0.6, 0.32), (0.8, 0.32))
_SIZES = (16, 24, 32, 48, 64, 128, 256)


def draw(painter: QPainter, box: QRectF) -> None:
    """Draws it into a square; the same in light and dark, as it stands on a ground of its own."""
    side = box.width()
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(LIGHT.accent))
    painter.drawRoundedRect(box, side * 0.22, side * 0.22)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    pen = QPen(QColor(LIGHT.on_accent), side * 0.09)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    painter.setPen(pen)
    corners = [QPointF(box.left() + x * side, box.top() + y * side) for x, y in _STEPS]
    painter.drawPolyline(QPolygonF(corners))
    painter.restore()


def picture(side: int) -> QPixmap:
    """It as a picture so many pixels wide and tall."""
    pixmap = QPixmap(side, side)
    pixmap.fill(Qt.GlobalColor.transparent)
    with painting(pixmap) as painter:
        draw(painter, QRectF(0, 0, side, side))
    return pixmap


def icon() -> QIcon:
    """It as a window's icon."""
    made = QIcon()
    for side in _SIZES:
        made.addPixmap(picture(side))
    return made
