"""Where the lines of a legend stand, and how they are painted: on the desk and for the room."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter

from idlib_wargame.views.map.legend import LegendEntry
from idlib_wargame.windows.look import theme
from idlib_wargame.windows.map.base_map import BaseMap
from idlib_wargame.windows.map.ink import Ink
from idlib_wargame.windows.map.legend_samples import draw_sample

SWATCH = (26, 16)
GAP = 8
BETWEEN = 18
LINE = 22
LEAST_WORDS = 40.0  # pixels that words are given, however narrow the sheet


class Line(NamedTuple):
    """An entry and its room, counted from where reading begins."""

    entry: LegendEntry
    room: QRectF


def lines_of(entries: Sequence[LegendEntry], width: float, single: bool) -> list[Line]:
    """Each entry and its room at a width, one a line or as many as fit."""
    metrics = QFontMetricsF(theme.font(11))
    found: list[Line] = []
    left = top = line = 0.0
    for entry in entries:
        room = max(LEAST_WORDS, width - SWATCH[0] - GAP - 4)
        flags = Qt.TextFlag.TextWordWrap
        words = metrics.boundingRect(QRectF(0, 0, room, 1000), flags, entry.words)
        wide = SWATCH[0] + GAP + words.width() + 4
        high = max(theme.scaled(LINE), words.height() + 6)
        if left and (single or left + wide > width):
            left, top, line = 0.0, top + line, 0.0
        found.append(Line(entry, QRectF(left, top, wide, high)))
        left += wide + BETWEEN
        line = max(line, high)
    return found


def height_of(lines: Sequence[Line]) -> float:
    """How high they are together."""
    return lines[-1].room.bottom() if lines else 0.0


def paint_lines(
    painter: QPainter, lines: Sequence[Line], width: float, mirrored: bool, inks: Ink, base: BaseMap
) -> None:
    """Draw samples and words; ``mirrored`` where reading begins at the right of the width."""
    font = theme.font(11)
    flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextWordWrap
    for entry, room in lines:
        sample = QRectF(room.left() + 1, room.center().y() - SWATCH[1] / 2, *SWATCH)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        draw_sample(painter, entry, _from_start(sample, width, mirrored), inks, base)
        painter.restore()
        painter.setFont(font)
        painter.setPen(QColor(inks.text))
        words = room.adjusted(SWATCH[0] + GAP, 0, 4, 0)
        painter.drawText(_from_start(words, width, mirrored), flags, entry.words)


def _from_start(place: QRectF, width: float, mirrored: bool) -> QRectF:
    left = width - place.right() if mirrored else place.left()
    return QRectF(QPointF(left, place.top()), place.size())
