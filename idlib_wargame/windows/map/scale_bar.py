"""How the bar that says how far is far is set and drawn."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QFontMetricsF, QPainter

from idlib_wargame.views.map.scale_bar import ScaleBar, ScaleLook
from idlib_wargame.windows.look import theme
from idlib_wargame.windows.map.ink import Ink, pen

LONGEST = 110
OVER = 4.0
MARGINS = (6.0, 8.0)


def look_of_bar() -> ScaleLook:
    """How large it is, at the size of text in force."""
    metrics = QFontMetricsF(theme.font(11))

    def measure(text: str) -> tuple[float, float]:
        return metrics.horizontalAdvance(text), metrics.height()

    return ScaleLook(measure, theme.scaled(LONGEST), OVER, MARGINS)


def draw_scale_bar(painter: QPainter, bar: ScaleBar, inks: Ink) -> None:
    """Draw it on a pale plate, so that it reads over anything."""
    painter.save()
    plate = QColor(inks.halo)
    plate.setAlphaF(0.82)
    painter.setPen(pen(inks.halo, 0.1))
    painter.setBrush(plate)
    painter.drawRoundedRect(QRectF(*bar.room), 4, 4)
    (start, end), middle = bar.ends, bar.room.middle[1]
    painter.setPen(pen(inks.text, 1.4))
    painter.drawLine(QPointF(start, middle), QPointF(end, middle))
    for x in bar.ends:
        painter.drawLine(QPointF(x, middle - 4), QPointF(x, middle + 4))
    font = theme.font(11)
    metrics = QFontMetricsF(font)
    painter.setFont(font)
    painter.setPen(QColor(inks.text))
    baseline = middle + (metrics.ascent() - metrics.descent()) / 2
    painter.drawText(QPointF(bar.words_left, baseline), bar.text)
    painter.restore()
