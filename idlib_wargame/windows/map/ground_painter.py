"""Painting the ground: sea, land, who holds which area, fronts, coasts and borders."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from math import cos, radians, sin

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPolygonF

from idlib_wargame.views.map.fronts import Fronts
from idlib_wargame.views.map.projection import Frame
from idlib_wargame.views.map.shapes import Points, is_ring
from idlib_wargame.views.map.standing import Change, Standing
from idlib_wargame.windows.map.holder_look import Look
from idlib_wargame.windows.map.ink import Ink, pen

HATCH_APART = 9.0
FRONT_DASHES = (4.0, 2.4)
PLAN_DASHES = (2.2, 1.6)
BORDER_DASHES = (7.0, 2.0, 1.4, 2.0)


class GroundPainter:
    """Draws what lies below roads and symbols."""

    def __init__(
        self, painter: QPainter, frame: Frame, inks: Ink, looks: Mapping[str, Look]
    ) -> None:
        self._painter = painter
        self._frame = frame
        self._inks = inks
        self._looks = looks
        self._seen = QRectF(0, 0, frame.width, frame.height)

    def paint(self, standings: Sequence[Standing], fronts: Fronts) -> None:
        """Draw it all, from the bottom up."""
        inks = self._inks
        self._fills(standings)
        self._lines(fronts.surveyed, [(inks.halo, 2.6, ()), (inks.front, 1.5, ())])
        self._lines(fronts.schematic, [(inks.halo, 2.6, ()), (inks.front, 1.5, FRONT_DASHES)])
        coasts, borders = (
            [
                each.feature.points
                for each in standings
                if each.feature.kind == kind and not is_ring(each.feature.points)
            ]
            for kind in ("coast", "border")
        )
        self._lines(coasts, [(inks.coast, 1.1, ())])
        self._lines(borders, [(inks.halo, 4.4, ()), (inks.border, 1.5, BORDER_DASHES)])
        self._lines(fronts.plans, [(inks.halo, 4.6, ()), (inks.text, 1.9, PLAN_DASHES)])
        self._lines(fronts.changed, [(inks.halo, 5.0, ()), (inks.changed, 2.1, ())])

    def _fills(self, standings: Sequence[Standing]) -> None:
        """Without smoothing, as smoothed neighbours show a seam; lines cover the steps."""
        self._painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        for each in standings:
            if each.feature.kind == "coast" and is_ring(each.feature.points):
                self._painter.fillPath(self.path(each.feature.points), QColor(self._inks.sea))
        for each in standings:
            if each.feature.kind != "area" or each.change is Change.GONE:
                continue
            path = self.path(each.feature.points)
            look = self._looks.get(each.holder)
            if look is not None:
                self._painter.fillPath(path, QColor(self._inks.tint(look.colour)))
                if each.feature.schematic:
                    self._hatch(path, look)
            elif not each.feature.schematic:
                self._painter.fillPath(path, QColor(self._inks.neighbour))
        self._painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)

    def _hatch(self, path: QPainterPath, look: Look) -> None:
        box = path.boundingRect().intersected(self._seen)
        if box.isEmpty():
            return
        self._painter.save()
        self._painter.setClipPath(path, Qt.ClipOperation.IntersectClip)
        self._painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)
        self._painter.setPen(pen(self._inks.hatch(look.colour), 1.0))
        self._painter.drawLines(hatching(box, look.slant, HATCH_APART))
        self._painter.restore()

    def _lines(
        self, lines: Iterable[Points], strokes: Sequence[tuple[str, float, Sequence[float]]]
    ) -> None:
        for points in lines:
            path = self.path(points, close=False)
            for colour, width, dashes in strokes:
                self._painter.strokePath(path, pen(colour, width, dashes))

    def path(self, points: Points, close: bool = True) -> QPainterPath:
        """The points as a path on the screen."""
        return screen_path(self._frame.to_screen, points, close)


def screen_path(
    to_screen: Callable[[float, float], tuple[float, float]], points: Points, close: bool
) -> QPainterPath:
    """The points as a path on the screen."""
    path = QPainterPath()
    path.addPolygon(QPolygonF([QPointF(*to_screen(*point)) for point in points]))
    if close:
        path.closeSubpath()
    return path


def hatching(box: QRectF, slant: float, apart: float) -> list[QLineF]:
    """Parallel lines across a box, on one grid for the whole map so that neighbours join."""
    right, down = cos(radians(slant)), -sin(radians(slant))
    corners = (box.topLeft(), box.topRight(), box.bottomLeft(), box.bottomRight())
    across = [corner.x() * -down + corner.y() * right for corner in corners]
    forward = [corner.x() * right + corner.y() * down for corner in corners]
    lines = []
    for number in range(int(min(across) // apart), int(max(across) // apart) + 2):
        level = number * apart
        foot_x, foot_y = -down * level, right * level
        lines.append(
            QLineF(
                foot_x + right * min(forward),
                foot_y + down * min(forward),
                foot_x + right * max(forward),
                foot_y + down * max(forward),
            )
        )
    return lines
