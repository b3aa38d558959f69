"""How the names on the map are set, and how they are drawn."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPainterPath

from idlib_wargame.views.map.label_places import Placed
from idlib_wargame.views.map.labelling import Lettering
from idlib_wargame.windows.look import theme
from idlib_wargame.windows.map.ink import Ink, pen
from idlib_wargame.windows.map.symbols import radius_of


@dataclass(frozen=True, slots=True)
class Style:
    """How a kind of label is set."""

    size: int
    bold: bool = False
    spaced: float = 0.0
    italic: bool = False


STYLES = {
    "great": Style(13, bold=True),
    "town": Style(11),
    "sign": Style(11, italic=True),
    "road": Style(11, bold=True),
    "area": Style(11, bold=True, spaced=0.6),
    "country": Style(13, spaced=3.0),
    "water": Style(13, spaced=0.8, italic=True),
}


def font_of(style: str) -> QFont:
    """The typeface of a style, at the size of text in force."""
    asked = STYLES[style]
    font = theme.font(asked.size, asked.bold)
    font.setItalic(asked.italic)
    font.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, asked.spaced)
    return font


def lettering() -> Lettering:
    """How large names and signs are, at the size of text in force."""
    metrics = {name: QFontMetricsF(font_of(name)) for name in STYLES}

    def measure(text: str, style: str) -> tuple[float, float]:
        return metrics[style].horizontalAdvance(text) + 2, metrics[style].height()

    return Lettering(measure, radius_of, theme.text_scale() / 100)


def draw_label(painter: QPainter, label: Placed, inks: Ink) -> None:
    """Write it, on a pale edge that keeps it legible over anything; a road's stands in a box."""
    font = font_of(label.style)
    metrics = QFontMetricsF(font)
    (middle, level), room = label.room.middle, QRectF(*label.room)
    if label.style == "road":
        painter.setPen(pen(inks.text, 1.2))
        painter.setBrush(QColor(inks.halo))
        painter.drawRoundedRect(room.adjusted(0.5, 0.5, -0.5, -0.5), 3, 3)
        left = middle - metrics.horizontalAdvance(label.text) / 2
    else:
        left = label.room.left + 1
    baseline = QPointF(left, level + (metrics.ascent() - metrics.descent()) / 2)
    colour = {"country": inks.quiet, "water": inks.sea_text, "area": inks.quiet}.get(
        label.style, inks.text
    )
    if label.style not in ("road", "country", "water"):
        path = QPainterPath()
        path.addText(baseline, font, label.text)
        edge = QColor(inks.halo)
        edge.setAlphaF(0.78)
        stroke = pen(inks.halo, 2.8)
        stroke.setColor(edge)
        painter.strokePath(path, stroke)
    painter.setFont(font)
    painter.setPen(QColor(colour))
    painter.drawText(baseline, label.text)
