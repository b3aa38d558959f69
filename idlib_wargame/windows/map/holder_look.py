"""How each holder looks: a colour, and for those who do not tell colours apart, a shape too."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import cos, pi, sin

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainterPath

from idlib_wargame.views.map.holder_signs import marks
from idlib_wargame.views.map.region import Holder
from idlib_wargame.windows.look import theme


@dataclass(frozen=True, slots=True)
class Look:
    """A holder's look. ``colour`` is the pack's; ``slant`` the direction of its hatching."""

    colour: str
    slant: int
    shape: str

    @property
    def ink(self) -> str:
        """Its colour for lines and shapes, on the scheme in force."""
        return theme.seat_colour(self.colour)


def looks(holders: Sequence[Holder]) -> dict[str, Look]:
    """The look of everyone who may hold something, by id; in their order."""
    found = marks(holders)
    return {each.id: Look(each.colour, *found[each.id]) for each in holders}


def shape_path(shape: str, middle: QPointF, radius: float) -> QPainterPath:
    """The outline of a shape about a middle."""
    path = QPainterPath()
    x, y = middle.x(), middle.y()
    match shape:
        case "circle":
            path.addEllipse(middle, radius * 0.9, radius * 0.9)
        case "square":
            side = radius * 0.8
            path.addRect(QRectF(x - side, y - side, 2 * side, 2 * side))
        case "bar":
            path.addRect(QRectF(x - radius, y - radius * 0.45, 2 * radius, radius * 0.9))
        case "cross":
            arm, thick = radius, radius * 0.36
            path.addRect(QRectF(x - arm, y - thick, 2 * arm, 2 * thick))
            upright = QPainterPath()
            upright.addRect(QRectF(x - thick, y - arm, 2 * thick, 2 * arm))
            path = path.united(upright)
        case _:
            _add_polygon(path, _corners(middle, radius, 4 if shape == "diamond" else 6))
    return path


def _corners(middle: QPointF, radius: float, count: int) -> Iterator[QPointF]:
    for corner in range(count):
        angle = 2 * pi * corner / count - pi / 2
        yield QPointF(middle.x() + radius * cos(angle), middle.y() + radius * sin(angle))


def _add_polygon(path: QPainterPath, corners: Iterator[QPointF]) -> None:
    path.moveTo(next(corners))
    for corner in corners:
        path.lineTo(corner)
    path.closeSubpath()
