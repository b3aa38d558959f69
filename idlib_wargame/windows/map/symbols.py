"""Roads and the small signs: towns, posts, camps, bases, crossings."""

from __future__ import annotations

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPainterPath, QPolygonF

from idlib_wargame.views.map.holder_signs import DISC
from idlib_wargame.views.map.signs import CORNERS, GATE, RING
from idlib_wargame.windows.look import theme
from idlib_wargame.windows.map.holder_look import Look, shape_path
from idlib_wargame.windows.map.ink import Ink, pen

# Half the width of each sign in pixels, at the usual size of text.
RADIUS = {"town": 3.3, "great": 4.6, "post": 7.0, "camp": 7.0, "base": 7.5, "crossing": 5.5}
ROAD_WIDTH = 4.0
BARE_ROAD_WIDTH = 2.0
SCHEMATIC_ROAD = (2.1, 1.0)


def radius_of(kind: str) -> float:
    """Half the width of a sign in pixels, at the size of text in force."""
    return RADIUS[kind] * theme.text_scale() / 100


def draw_road(
    painter: QPainter, path: QPainterPath, look: Look | None, inks: Ink, schematic: bool
) -> None:
    """A road in its holder's colour, with a pale edge; dashed where it is schematic."""
    if look is None:
        painter.strokePath(path, pen(inks.halo, BARE_ROAD_WIDTH + 2))
        painter.strokePath(path, pen(inks.quiet, BARE_ROAD_WIDTH, (4, 2) if schematic else ()))
        return
    painter.strokePath(path, pen(inks.halo, ROAD_WIDTH + 3, round_ends=True))
    if schematic:
        painter.strokePath(path, pen(inks.faint(look.ink), ROAD_WIDTH, round_ends=True))
        painter.strokePath(path, pen(look.ink, ROAD_WIDTH, SCHEMATIC_ROAD))
    else:
        painter.strokePath(path, pen(look.ink, ROAD_WIDTH, round_ends=True))


def draw_changed_road(painter: QPainter, path: QPainterPath, colour: str) -> None:
    """What sets off a road below it: one that changed, or the one pointed at."""
    painter.strokePath(path, pen(colour, ROAD_WIDTH + 7, round_ends=True))


def draw_gone_road(painter: QPainter, path: QPainterPath, inks: Ink) -> None:
    """The edges of a road that was there last turn, with nothing between them."""
    draw_changed_road(painter, path, inks.changed)
    painter.strokePath(path, pen(inks.halo, ROAD_WIDTH + 3, round_ends=True))


def draw_holder(painter: QPainter, middle: QPointF, look: Look, inks: Ink, radius: float) -> None:
    """A holder's shape in a pale disc."""
    painter.setPen(pen(look.ink, 1.2))
    painter.setBrush(QColor(inks.halo))
    painter.drawEllipse(middle, radius * DISC, radius * DISC)
    painter.fillPath(shape_path(look.shape, middle, radius), QColor(look.ink))


def draw_sign(
    painter: QPainter,
    kind: str,
    middle: QPointF,
    colour: str,
    inks: Ink,
    schematic: bool,
    radius: float,
) -> None:
    """The sign of a kind. A schematic one is hollow: its outline only."""
    path = sign_path(kind, middle, radius)
    painter.strokePath(path, pen(inks.halo, 3.4))
    painter.setPen(pen(inks.text if kind == "town" else colour, 1.1 if kind == "town" else 1.8))
    hollow = schematic and kind != "crossing"
    painter.setBrush(QColor(inks.halo if hollow else colour))
    painter.drawPath(path)
    if kind == "post":
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colour if hollow else inks.halo))
        painter.drawEllipse(
            QPointF(middle.x(), middle.y() + radius * 0.18), radius * 0.24, radius * 0.24
        )
    painter.setBrush(QBrush())


def sign_path(kind: str, middle: QPointF, radius: float) -> QPainterPath:
    """The outline of a sign: a dot, a triangle, a tent, a wing, a gate."""
    x, y = middle.x(), middle.y()
    path = QPainterPath()
    if kind == "crossing":
        for left, top, width, height in GATE:
            path.addRect(x + left * radius, y + top * radius, width * radius, height * radius)
        return path
    if kind not in CORNERS:
        path.addEllipse(middle, radius, radius)
        return path
    corners = [QPointF(x + right * radius, y + down * radius) for right, down in CORNERS[kind]]
    path.addPolygon(QPolygonF(corners))
    path.closeSubpath()
    return path


def draw_cut_off(painter: QPainter, middle: QPointF, colour: str, inks: Ink, radius: float) -> None:
    """A broken ring about a post, in the colour of those who closed it in."""
    painter.setBrush(QBrush())
    for stroke in (pen(inks.halo, 4.4), pen(colour, 2.4, (2.0, 0.9))):
        painter.setPen(stroke)
        painter.drawEllipse(middle, radius * RING, radius * RING)


def draw_gone(painter: QPainter, middle: QPointF, inks: Ink, radius: float) -> None:
    """A cross where something stood last turn."""
    reach = radius * 0.6
    for stroke in (pen(inks.halo, 4.4, round_ends=True), pen(inks.quiet, 1.8, round_ends=True)):
        painter.setPen(stroke)
        for slope in (-1, 1):
            painter.drawLine(
                QPointF(middle.x() - reach, middle.y() - slope * reach),
                QPointF(middle.x() + reach, middle.y() + slope * reach),
            )


def draw_ring(painter: QPainter, middle: QPointF, colour: str, inks: Ink, radius: float) -> None:
    """A whole ring about a sign that changed, or is pointed at."""
    painter.setBrush(QBrush())
    for stroke in (pen(inks.halo, 4.2), pen(colour, 2.0)):
        painter.setPen(stroke)
        painter.drawEllipse(middle, radius, radius)
