"""Which labels the map asks for, how they are set, and how they are drawn."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from PySide6.QtCore import QLineF, QPointF, QRectF
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPainterPath

from idlib_wargame.rules.pack.map import Feature
from idlib_wargame.views.map.projection import Box, Frame
from idlib_wargame.views.map.shapes import XY, along, inside, is_ring, rooms
from idlib_wargame.views.map.standing import Change, Standing
from idlib_wargame.windows.look import theme
from idlib_wargame.windows.map.ink import Ink, pen
from idlib_wargame.windows.map.label_places import Label, Placed, around, placed
from idlib_wargame.windows.map.symbols import RADIUS, RING, radius_of
from idlib_wargame.words.mapping import short_name

GREAT_TOWNS = 5  # a pack names its greatest towns first
NAMED = ("town", "base", "crossing")
SAME_APART = {"road": 130, "area": 170, "sign": 170}  # pixels, at the usual size of text
# Times the scale of the whole play; from here on posts and camps have names, on a map of nothing
# else that has one always.
CLOSE_UP = 2.2


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


class Labelling:
    """Finds places for the labels of one picture. ``close`` is how many times it is enlarged."""

    def __init__(self, frame: Frame, paper: QRectF, close: float) -> None:
        self._frame = frame
        self._paper = paper.intersected(QRectF(0, 0, frame.width, frame.height))
        self._close = close
        self._metrics = {name: QFontMetricsF(font_of(name)) for name in STYLES}

    def place(self, standings: Sequence[Standing], taken: Sequence[QRectF]) -> list[Placed]:
        """The labels that found room, clear of each other and of the signs."""
        features = [each.feature for each in standings if each.change is not Change.GONE]
        signs = [feature for feature in features if feature.kind in RADIUS]
        taken = [*taken, *(sign_room(self._frame, feature) for feature in signs)]
        named = [self._middle(feature) for feature in signs if feature.kind in NAMED]
        margin = self._paper.adjusted(3, 3, -3, -3)
        lines = [line for each in features if each.kind == "road" for line in self._lines(each)]
        return placed(self._wanted(features), taken, margin, named, lines)

    def _lines(self, road: Feature) -> Iterator[QLineF]:
        ends = (QPointF(*self._frame.to_screen(*point)) for point in road.points)
        yield from (QLineF(start, end) for start, end in pairwise(ends))

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
        # Ground that may change hands is known by its roads and towns, where it has any.
        told = {each.track for each in (*of["road"], *of["town"]) if each.track}
        areas = [area for area in of["area"] if area.track not in told or not _may_change(area)]
        neighbours = [area for area in areas if not area.holdings and not area.schematic]
        yield from (self._within(area, "country", of["area"]) for area in neighbours)
        seas = [sea for sea in of["coast"] if is_ring(sea.points)]
        yield from (self._within(sea, "water", of["area"]) for sea in seas)
        yield from (self._beside(town, "town") for town in of["town"][GREAT_TOWNS:])
        others = [area for area in areas if area not in neighbours]
        yield from (self._within(area, "area", of["area"]) for area in others)
        yield from (self._beside(each, "sign") for each in of["crossing"])
        if self._close >= CLOSE_UP or not (of["town"] or of["road"]):
            yield from (self._beside(each, "sign") for each in [*of["camp"], *of["post"]])

    def _size(self, text: str, style: str) -> tuple[float, float]:
        metrics = self._metrics[style]
        return metrics.horizontalAdvance(text) + 2, metrics.height()

    def _beside(self, feature: Feature, style: str) -> Label:
        text = short_name(feature.name)
        middle = self._middle(feature)
        radius = radius_of("great" if style == "great" else feature.kind)
        if feature.kind == "post":
            radius *= RING
        places = around(middle, radius, *self._size(text, style))
        return Label(text, style, places, middle, _apart(style))

    def _shield(self, feature: Feature) -> Label:
        text = short_name(feature.name)
        width, height = self._size(text, "road")
        line = [self._frame.to_screen(*point) for point in feature.points]
        middles = (along(line, share) for share in (0.5, 0.35, 0.65, 0.2, 0.8))
        places = tuple(_about(middle, width + 8, height + 2) for middle in middles)
        return Label(text, "road", places, apart_from_same=_apart("road"))

    def _within(self, feature: Feature, style: str, areas: Sequence[Feature]) -> Label:
        """Nearest to the middle of what is seen of the area, and nowhere outside it.

        What is drawn over it, that is what follows it among ``areas``, hides it.
        """
        text = short_name(feature.name)
        width, height = self._size(text, style)
        ring = [self._frame.to_screen(*point) for point in feature.points]
        seen = (self._frame.width, self._frame.height)
        over = areas[areas.index(feature) + 1 :] if feature in areas else areas
        hiding = [
            (Box.around(area.points), area.points)
            for area in over
            if area.holdings or not area.schematic
        ]
        places = [
            room
            for middle in rooms(ring, width + 12, height, seen)
            for room in [_about(middle, width, height)]
            if not any(self._covers(box, points, room) for box, points in hiding)
        ]
        return Label(text, style, tuple(places), apart_from_same=_apart(style))

    def _covers(self, box: Box, ring: Sequence[XY], room: QRectF) -> bool:
        level = room.center().y()
        places = (
            self._frame.to_earth(x, level) for x in (room.left(), room.center().x(), room.right())
        )
        return any(box.holds(place) and inside(place, ring) for place in places)


def sign_room(frame: Frame, feature: Feature) -> QRectF:
    """Where a sign is drawn, in pixels."""
    (x, y), radius = frame.to_screen(*feature.points[0]), radius_of(feature.kind)
    return QRectF(x - radius, y - radius, 2 * radius, 2 * radius)


def _may_change(area: Feature) -> bool:
    return len({each.by for each in area.holdings}) > 1


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
