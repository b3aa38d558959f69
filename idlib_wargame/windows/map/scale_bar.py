"""The bar that says how far is far."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QFontMetricsF, QPainter

from idlib_wargame.views.map.projection import Frame
from idlib_wargame.windows.look import theme
from idlib_wargame.windows.map.ink import Ink, pen
from idlib_wargame.words.mapping import kilometres_words

LENGTHS = (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000)
LONGEST = 110.0
MARGIN = 12.0


@dataclass(frozen=True, slots=True)
class ScaleBar:
    """Where the bar stands, and how many kilometres it is."""

    room: QRectF
    length: float
    text: str


def scale_bar(frame: Frame, paper: QRectF, signs: Sequence[QRectF]) -> ScaleBar:
    """The longest round length that fits, in the first corner of what is seen that has no signs.

    That is the lower left where it can be, and where none is free.
    """
    fitting = [each for each in LENGTHS if frame.pixels(each) <= theme.scaled(int(LONGEST))]
    kilometres = fitting[-1] if fitting else LENGTHS[0]
    text = kilometres_words(kilometres)
    metrics = QFontMetricsF(theme.font(11))
    length = frame.pixels(kilometres)
    width = length + 8 + metrics.horizontalAdvance(text)
    seen = paper.intersected(QRectF(0, 0, frame.width, frame.height))
    seen.adjust(MARGIN, MARGIN, -MARGIN, -MARGIN)
    right, top = seen.right() - width, seen.bottom() - metrics.height()
    corners = [
        QRectF(left, at, width, metrics.height()).adjusted(-6, -4, 6, 4)
        for at in (top, seen.top())
        for left in (seen.left(), right)
    ]
    free = (each for each in corners if not any(each.intersects(sign) for sign in signs))
    return ScaleBar(next(free, corners[0]), length, text)


def draw_scale_bar(painter: QPainter, bar: ScaleBar, inks: Ink) -> None:
    """Draw it on a pale plate, so that it reads over anything."""
    painter.save()
    plate = QColor(inks.halo)
    plate.setAlphaF(0.82)
    painter.setPen(pen(inks.halo, 0.1))
    painter.setBrush(plate)
    painter.drawRoundedRect(bar.room, 4, 4)
    left, middle = bar.room.left() + 6, bar.room.center().y()
    painter.setPen(pen(inks.text, 1.4))
    painter.drawLine(QPointF(left, middle), QPointF(left + bar.length, middle))
    for x in (left, left + bar.length):
        painter.drawLine(QPointF(x, middle - 4), QPointF(x, middle + 4))
    font = theme.font(11)
    metrics = QFontMetricsF(font)
    painter.setFont(font)
    painter.setPen(QColor(inks.text))
    baseline = middle + (metrics.ascent() - metrics.descent()) / 2
    painter.drawText(QPointF(left + bar.length + 8, baseline), bar.text)
    painter.restore()
