"""Painting the ground: sea, land, who holds which area, fronts, coasts and borders."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from math import cos, radians, sin

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPolygonF

from idlib_wargame.windows.map.holder_look import Look
from idlib_wargame.windows.map.ink import Ink, pen
from idlib_wargame.windows.map.projection import Frame
from idlib_wargame.windows.map.shapes import Edge, Points, chained, distance, edges, is_ring
from idlib_wargame.windows.map.standing import Change, Standing

HATCH_APART = 9.0
ON_A_LINE = 0.0015  # degrees; a side this near to a coast or border is drawn by that line
FRONT_DASHES = (4.0, 2.4)
PLAN_DASHES = (2.2, 1.6)


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

    def paint(self, standings: Sequence[Standing]) -> None:
        """Draw it all, from the bottom up."""
        areas = [each for each in standings if each.feature.kind == "area"]
        now = [each for each in areas if each.change is not Change.GONE]
        lines = [each.feature for each in standings if each.feature.kind in ("coast", "border")]
        self._fills(standings, now)
        drawn = [line.points for line in lines if not is_ring(line.points)]
        self._fronts(now, drawn)
        for line in lines:
            if not is_ring(line.points):
                coast = line.kind == "coast"
                self._line(
                    line.points,
                    [(self._inks.coast, 1.1, ())]
                    if coast
                    else [
                        (self._inks.halo, 4.4, ()),
                        (self._inks.border, 1.5, (7.0, 2.0, 1.4, 2.0)),
                    ],
                )
        self._plans(now, drawn)
        self._changed(now)

    def _fills(self, standings: Sequence[Standing], areas: Iterable[Standing]) -> None:
        """Without smoothing, as smoothed neighbours show a seam; lines cover the steps."""
        self._painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        for each in standings:
            if each.feature.kind == "coast" and is_ring(each.feature.points):
                self._painter.fillPath(self.path(each.feature.points), QColor(self._inks.sea))
        for each in areas:
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

    def _fronts(self, areas: Iterable[Standing], drawn: Sequence[Points]) -> None:
        """A line wherever two holders meet, once; none within one holder's ground."""
        sides: dict[Edge, list[Standing]] = {}
        for each in areas:
            if each.holder:
                for edge in edges(each.feature.points):
                    sides.setdefault(edge, []).append(each)
        for schematic in (False, True):
            front = [
                edge
                for edge, of in sides.items()
                if len({each.holder for each in of}) == len(of)
                and any(each.feature.schematic for each in of) == schematic
                and not _lies_on(edge, drawn)
            ]
            dashes = FRONT_DASHES if schematic else ()
            for line in chained(front):
                self._line(line, [(self._inks.halo, 2.6, ()), (self._inks.front, 1.5, dashes)])

    def _plans(self, areas: Iterable[Standing], drawn: Sequence[Points]) -> None:
        """An area that nobody holds and that is drawn by judgement is an outline only."""
        for each in areas:
            if not each.holder and each.feature.schematic:
                sides = (edge for edge in edges(each.feature.points) if not _lies_on(edge, drawn))
                for line in chained(sides):
                    self._line(
                        line, [(self._inks.halo, 4.6, ()), (self._inks.text, 1.9, PLAN_DASHES)]
                    )

    def _changed(self, areas: Iterable[Standing]) -> None:
        """One outline about all that changed hands to the same holder."""
        by_holder: dict[str, list[Standing]] = {}
        for each in areas:
            if each.change is not Change.NONE and each.holder:
                by_holder.setdefault(each.holder, []).append(each)
        for changed in by_holder.values():
            counts: dict[Edge, int] = {}
            for each in changed:
                for edge in edges(each.feature.points):
                    counts[edge] = counts.get(edge, 0) + 1
            for line in chained(edge for edge, count in counts.items() if count == 1):
                self._line(line, [(self._inks.halo, 5.0, ()), (self._inks.changed, 2.1, ())])

    def _line(self, points: Points, strokes: Sequence[tuple[str, float, Sequence[float]]]) -> None:
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
    """Parallel lines across a box, on one grid for the whole sheet so that neighbours join."""
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


def _lies_on(edge: Edge, lines: Sequence[Points]) -> bool:
    return any(
        distance(edge[0], line) < ON_A_LINE and distance(edge[1], line) < ON_A_LINE
        for line in lines
    )
