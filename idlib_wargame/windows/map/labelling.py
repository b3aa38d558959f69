"""Which labels the map asks for, how they are set, and how they are drawn."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPainterPath

from idlib_wargame.rules.scenario import Feature
from idlib_wargame.windows import theme
from idlib_wargame.windows.map.ink import Ink, pen
from idlib_wargame.windows.map.label_places import Label, Placed, around, placed
from idlib_wargame.windows.map.projection import Frame
from idlib_wargame.windows.map.shapes import along, is_ring, rooms
from idlib_wargame.windows.map.standing import Change, Standing
from idlib_wargame.windows.map.symbols import RADIUS, radius_of
from idlib_wargame.windows.map.wording import short_name

GREAT_TOWNS = 5  # a pack names its greatest towns first
NAMED = ("town", "base", "crossing")
SAME_APART = {"road": 130, "area": 170, "sign": 170}  # pixels, at the usual size of text
CLOSE_UP = 2.2  # times the scale of the whole play; from here on posts and camps have names


@dataclass(frozen=True, slots=True)
class Style:
    """How a kind of label is set."""

    size: int
    bold: bool = False
    spaced: float = 0.0
    capitals: bool = False
    italic: bool = False


STYLES = {
    "great": Style(13, bold=True),
    "town": Style(11),
    "sign": Style(11, italic=True),
    "road": Style(11, bold=True),
    "area": Style(11, bold=True, spaced=0.6),
    "country": Style(13, spaced=3.0, capitals=True),
    "water": Style(13, spaced=0.8, italic=True),
}


def font_of(style: str) -> QFont:
    """The typeface of a style, at the size of text in force."""
    asked = STYLES[style]
    font = theme.font(asked.size, asked.bold)
    font.setItalic(asked.italic)
    font.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, asked.spaced)
    if asked.capitals:
        font.setCapitalization(QFont.Capitalization.AllUppercase)
    return font


class Labelling:
    """Finds places for the labels of one picture. ``close`` is how many times it is enlarged."""

    def __init__(self, frame: Frame, sheet: QRectF, close: float) -> None:
        self._frame = frame
        self._sheet = sheet.intersected(QRectF(0, 0, frame.width, frame.height))
        self._close = close
        self._metrics = {name: QFontMetricsF(font_of(name)) for name in STYLES}

    def place(self, standings: Sequence[Standing], taken: Sequence[QRectF]) -> list[Placed]:
        """The labels that found room, clear of each other and of the signs."""
        features = [each.feature for each in standings if each.change is not Change.GONE]
        signs = [feature for feature in features if feature.kind in RADIUS]
        taken = [*taken, *(self._sign(feature) for feature in signs)]
        named = [self._middle(feature) for feature in signs if feature.kind in NAMED]
        margin = self._sheet.adjusted(4, 4, -4, -4)
        return placed(self._wanted(features), taken, margin, named)

    def _middle(self, feature: Feature) -> QPointF:
        return QPointF(*self._frame.to_screen(*feature.points[0]))

    def _wanted(self, features: Sequence[Feature]) -> Iterator[Label]:
        of = {
            kind: [feature for feature in features if feature.kind == kind and feature.name]
            for kind in ("town", "road", "area", "base", "crossing", "camp", "post", "coast")
        }
        yield from (self._beside(town, "great") for town in of["town"][:GREAT_TOWNS])
        yield from (self._shield(road) for road in of["road"])
        yield from (self._beside(base, "sign") for base in of["base"])
        neighbours = [area for area in of["area"] if not area.holdings and not area.schematic]
        yield from (self._within(area, "country") for area in neighbours)
        yield from (self._within(sea, "water") for sea in of["coast"] if is_ring(sea.points))
        yield from (self._beside(town, "town") for town in of["town"][GREAT_TOWNS:])
        yield from (self._within(area, "area") for area in of["area"] if area not in neighbours)
        yield from (self._beside(each, "sign") for each in of["crossing"])
        if self._close >= CLOSE_UP:
            yield from (self._beside(each, "sign") for each in [*of["camp"], *of["post"]])

    def _sign(self, feature: Feature) -> QRectF:
        middle, radius = self._middle(feature), radius_of(feature.kind)
        return QRectF(middle.x() - radius, middle.y() - radius, 2 * radius, 2 * radius)

    def _size(self, text: str, style: str) -> tuple[float, float]:
        metrics = self._metrics[style]
        shown = text.upper() if STYLES[style].capitals else text
        return metrics.horizontalAdvance(shown) + 2, metrics.height()

    def _beside(self, feature: Feature, style: str) -> Label:
        text = short_name(feature.name)
        middle = self._middle(feature)
        radius = radius_of("great" if style == "great" else feature.kind)
        places = around(middle, radius, *self._size(text, style))
        return Label(text, style, places, middle, _apart(style))

    def _shield(self, feature: Feature) -> Label:
        text = short_name(feature.name)
        width, height = self._size(text, "road")
        line = [self._frame.to_screen(*point) for point in feature.points]
        middles = (along(line, share) for share in (0.5, 0.35, 0.65, 0.2, 0.8))
        places = tuple(_about(middle, width + 8, height + 2) for middle in middles)
        return Label(text, "road", places, apart_from_same=_apart("road"))

    def _within(self, feature: Feature, style: str) -> Label:
        """Nearest to the middle of what is seen of the area, and nowhere outside it."""
        text = short_name(feature.name)
        width, height = self._size(text, style)
        ring = [self._frame.to_screen(*point) for point in feature.points]
        seen = (self._frame.width, self._frame.height)
        places = [_about(middle, width, height) for middle in rooms(ring, width + 12, height, seen)]
        return Label(text, style, tuple(places), apart_from_same=_apart(style))


def _apart(style: str) -> float:
    return theme.scaled(SAME_APART.get(style, 0))


def _about(middle: tuple[float, float], width: float, height: float) -> QRectF:
    return QRectF(middle[0] - width / 2, middle[1] - height / 2, width, height)


def draw_label(painter: QPainter, label: Placed, inks: Ink) -> None:
    """Write it, on a pale edge that keeps it legible over anything; a road's stands in a box."""
    font = font_of(label.style)
    metrics = QFontMetricsF(font)
    if label.style == "road":
        painter.setPen(pen(inks.text, 1.2))
        painter.setBrush(QColor(inks.halo))
        painter.drawRoundedRect(label.rect.adjusted(0.5, 0.5, -0.5, -0.5), 3, 3)
        left = label.rect.center().x() - metrics.horizontalAdvance(label.text) / 2
    else:
        left = label.rect.left() + 1
    baseline = QPointF(left, label.rect.center().y() + (metrics.ascent() - metrics.descent()) / 2)
    colour = {"country": inks.quiet, "water": inks.sea_text, "area": inks.quiet}.get(
        label.style, inks.text
    )
    text = label.text.upper() if STYLES[label.style].capitals else label.text
    if label.style not in ("road", "country", "water"):
        path = QPainterPath()
        path.addText(baseline, font, text)
        edge = QColor(inks.halo)
        edge.setAlphaF(0.78)
        stroke = pen(inks.halo, 2.8)
        stroke.setColor(edge)
        painter.strokePath(path, stroke)
    painter.setFont(font)
    painter.setPen(QColor(colour))
    painter.drawText(baseline, text)
