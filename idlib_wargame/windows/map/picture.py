"""One picture of the map: what it shows, where its labels stand, and how it is painted."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter

from idlib_wargame.views.map.fronts import Fronts
from idlib_wargame.views.map.holder_signs import area_at, holder_rooms
from idlib_wargame.views.map.label_places import Placed, Room
from idlib_wargame.views.map.labelling import GREAT_TOWNS, Labelling, sign_room
from idlib_wargame.views.map.projection import Frame
from idlib_wargame.views.map.scale_bar import scale_bar
from idlib_wargame.views.map.shapes import distance
from idlib_wargame.views.map.standing import SIGNS, Change, Standing
from idlib_wargame.windows.look import theme
from idlib_wargame.windows.map.base_map import BaseMap
from idlib_wargame.windows.map.ground_painter import GroundPainter, screen_path
from idlib_wargame.windows.map.holder_look import Look
from idlib_wargame.windows.map.ink import Ink, ink, pen
from idlib_wargame.windows.map.lettering import draw_label, lettering
from idlib_wargame.windows.map.scale_bar import draw_scale_bar, look_of_bar
from idlib_wargame.windows.map.symbols import (
    draw_changed_road,
    draw_cut_off,
    draw_gone,
    draw_gone_road,
    draw_holder,
    draw_ring,
    draw_road,
    draw_sign,
    radius_of,
)

HOLDER_RADIUS = 4.0
# Times the scale of the whole play, from which on posts and camps have names.
CLOSE_UP = 2.2
REACH = 5.0  # pixels from a sign or road at which it counts as pointed at


@dataclass
class Picture:
    """The map as it stands, in one frame."""

    base: BaseMap
    frame: Frame
    standings: Sequence[Standing]
    fronts: Fronts
    labels: list[Placed] = field(init=False)

    def __post_init__(self) -> None:
        close = self.frame.scale / self.base.frame(self.frame.width, self.frame.height).scale
        paper = self._seen
        seen = Room(paper.x(), paper.y(), paper.width(), paper.height())
        signs = [each.feature for each in self.standings if each.feature.kind in SIGNS]
        rooms_of_signs = [sign_room(self.frame, feature, radius_of) for feature in signs]
        self._scale = scale_bar(self.frame, seen, rooms_of_signs, look_of_bar())
        taken = [self._scale.room, *(room for _, room in self._holders())]
        labelling = Labelling(self.frame, seen, lettering(), close >= CLOSE_UP)
        self.labels = labelling.place(self.standings, taken)

    @property
    def paper(self) -> QRectF:
        """Where the map lies, in pixels; it may reach beyond the frame."""
        box = self.base.whole
        top_left = QPointF(*self.frame.to_screen(box.west, box.north))
        return QRectF(top_left, QPointF(*self.frame.to_screen(box.east, box.south)))

    @property
    def _seen(self) -> QRectF:
        return self.paper.intersected(QRectF(0, 0, self.frame.width, self.frame.height))

    def at(self, x: float, y: float) -> Standing | None:
        """What is drawn at a pixel: signs before roads, roads before areas."""
        roads = [each for each in self.standings if each.feature.kind == "road"]
        signs = [each for each in self.standings if each.feature.kind in SIGNS]
        for near in (signs, roads):
            found = min(near, key=lambda each: self._gap(each, x, y), default=None)
            if found is not None and self._gap(found, x, y) <= REACH:
                return found
        return area_at(self.standings, self.frame.to_earth(x, y))

    def _gap(self, standing: Standing, x: float, y: float) -> float:
        """Pixels from a place to the edge of a sign, or to the middle of a road."""
        feature = standing.feature
        line = [self.frame.to_screen(*point) for point in feature.points]
        half = 0.0 if feature.kind == "road" else radius_of(feature.kind)
        return distance((x, y), line) - half

    def paint(self, painter: QPainter, pointed: str = "") -> None:
        """Draw it; ``pointed`` is the id of the feature that is pointed at."""
        inks = ink()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(QRectF(0, 0, self.frame.width, self.frame.height), QColor(inks.off_map))
        painter.save()
        painter.setClipRect(self._seen, Qt.ClipOperation.IntersectClip)
        painter.fillRect(self.paper, QColor(inks.land))
        GroundPainter(painter, self.frame, inks, self.base.looks).paint(self.standings, self.fronts)
        self._point_at_area(painter, inks, pointed)
        self._paint_roads(painter, inks, pointed)
        self._paint_signs(painter, inks, pointed)
        for label in self.labels:
            draw_label(painter, label, inks)
        painter.restore()
        painter.setPen(pen(inks.quiet, 1.0))
        painter.setBrush(QBrush())
        painter.drawRect(self._seen.adjusted(0.5, 0.5, -0.5, -0.5))
        draw_scale_bar(painter, self._scale, inks)

    def _point_at_area(self, painter: QPainter, inks: Ink, pointed: str) -> None:
        for each in self.standings:
            if each.feature.id == pointed and each.feature.kind == "area":
                outline = screen_path(self.frame.to_screen, each.feature.points, close=True)
                painter.strokePath(outline, pen(inks.focus, 2.6))

    def _paint_roads(self, painter: QPainter, inks: Ink, pointed: str) -> None:
        roads = [each for each in self.standings if each.feature.kind == "road"]
        for each in roads:
            path = screen_path(self.frame.to_screen, each.feature.points, close=False)
            if each.feature.id == pointed:
                draw_changed_road(painter, path, inks.focus)
            elif each.change is Change.GONE:
                draw_gone_road(painter, path, inks)
            elif each.change is not Change.NONE:
                draw_changed_road(painter, path, inks.changed)
        for each in roads:
            if each.change is not Change.GONE:
                path = screen_path(self.frame.to_screen, each.feature.points, close=False)
                look = self.base.looks.get(each.holder)
                draw_road(painter, path, look, inks, each.feature.schematic)
        for look, room in self._holders():
            draw_holder(painter, QPointF(*room.middle), look, inks, HOLDER_RADIUS)

    def _holders(self) -> Iterator[tuple[Look, Room]]:
        found = holder_rooms(self.base.region, self.frame, self.standings, HOLDER_RADIUS)
        yield from ((self.base.looks[holder], room) for holder, room in found)

    def _paint_signs(self, painter: QPainter, inks: Ink, pointed: str) -> None:
        for kind in SIGNS:
            of_kind = [each for each in self.standings if each.feature.kind == kind]
            for number, each in enumerate(of_kind):
                size = "great" if kind == "town" and number < GREAT_TOWNS else kind
                self._paint_sign(painter, inks, each, radius_of(size), each.feature.id == pointed)

    def _paint_sign(
        self, painter: QPainter, inks: Ink, standing: Standing, radius: float, pointed: bool
    ) -> None:
        feature = standing.feature
        middle = QPointF(*self.frame.to_screen(*feature.points[0]))
        if standing.change is Change.GONE:
            draw_gone(painter, middle, inks, radius)
        else:
            # A post that is cut off is still its owner's.
            shown = standing.owner if feature.kind == "post" else standing.holder
            look, grip = self.base.looks.get(shown), self.base.looks.get(standing.holder)
            if standing.is_cut_off and grip is not None:
                draw_cut_off(painter, middle, grip.ink, inks, radius)
            colour = look.ink if look else theme.colours().muted
            draw_sign(painter, feature.kind, middle, colour, inks, feature.schematic, radius)
        if pointed or standing.change is not Change.NONE:
            wide = radius * (2.1 if standing.is_cut_off else 1.7)
            draw_ring(painter, middle, inks.focus if pointed else inks.changed, inks, wide)
