"""The samples of a legend: how each thing that it explains looks on the map."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath

from idlib_wargame.views.map.legend import LegendEntry, Sample
from idlib_wargame.views.map.standing import Standing
from idlib_wargame.windows.map.base_map import BaseMap
from idlib_wargame.windows.map.ground_painter import FRONT_DASHES, PLAN_DASHES, hatching
from idlib_wargame.windows.map.holder_look import Look, shape_path
from idlib_wargame.windows.map.ink import Ink, pen
from idlib_wargame.windows.map.symbols import RADIUS, draw_cut_off, draw_gone, draw_ring, draw_sign

DISC, SHAPE = 6.5, 4.2  # pixels: the radius of a holder's disc, and of the shape in it


def draw_sample(
    painter: QPainter, entry: LegendEntry, box: QRectF, inks: Ink, base: BaseMap
) -> None:
    """Draw the sample of an entry into a box."""
    match entry.sample:
        case Sample.HOLDER:
            _holder(painter, box, inks, base.looks[entry.holder])
        case Sample.SIGN if entry.standing is not None:
            _sign(painter, box, inks, entry.standing, base)
        case Sample.CUT_OFF if entry.standing is not None:
            _cut_off(painter, box, inks, entry.standing, base)
        case Sample.PLAN:
            painter.setPen(pen(inks.text, 1.9, PLAN_DASHES))
            painter.drawRect(box.adjusted(1, 1, -1, -1))
        case Sample.CHANGED:
            _changed(painter, box, inks, base.region.kinds)
        case Sample.GONE:
            draw_gone(painter, box.center(), inks, 8)
        case Sample.SCHEMATIC:
            painter.strokePath(_level_line(box), pen(inks.front, 1.6, FRONT_DASHES))
        case Sample.AGREEMENT:
            _paper(painter, box, inks)


def _holder(painter: QPainter, box: QRectF, inks: Ink, look: Look) -> None:
    painter.fillRect(box, QColor(inks.tint(look.colour)))
    painter.save()
    painter.setClipRect(box, Qt.ClipOperation.IntersectClip)
    painter.setPen(pen(inks.hatch(look.colour), 1))
    painter.drawLines(hatching(box, look.slant, 6))
    painter.restore()
    painter.setPen(pen(look.ink, 1.2))
    painter.drawRect(box)
    painter.setBrush(QColor(inks.halo))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.drawEllipse(box.center(), DISC, DISC)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.fillPath(shape_path(look.shape, box.center(), SHAPE), QColor(look.ink))


def _sign(painter: QPainter, box: QRectF, inks: Ink, standing: Standing, base: BaseMap) -> None:
    kind = standing.feature.kind
    look = base.looks.get(standing.owner if kind == "post" else standing.holder)
    colour = look.ink if look else inks.quiet
    draw_sign(painter, kind, box.center(), colour, inks, standing.feature.schematic, RADIUS[kind])


def _cut_off(painter: QPainter, box: QRectF, inks: Ink, standing: Standing, base: BaseMap) -> None:
    owner, grip = base.looks.get(standing.owner), base.looks[standing.holder]
    draw_cut_off(painter, box.center(), grip.ink, inks, 5.2)
    colour = owner.ink if owner else inks.quiet
    draw_sign(painter, "post", box.center(), colour, inks, standing.feature.schematic, 5.0)


def _changed(painter: QPainter, box: QRectF, inks: Ink, kinds: frozenset[str]) -> None:
    """A road with its edges set off; where there is none, as ground is, or else a sign."""
    if "road" in kinds:
        path = _level_line(box)
        painter.strokePath(path, pen(inks.changed, 10))
        painter.strokePath(path, pen(inks.halo, 6.4))
        painter.strokePath(path, pen(inks.quiet, 3.4))
    elif "area" in kinds:
        painter.setPen(pen(inks.changed, 2.1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(box.adjusted(1, 1, -1, -1))
    else:
        draw_ring(painter, box.center(), inks.changed, inks, box.height() / 2 - 1)


def _paper(painter: QPainter, box: QRectF, inks: Ink) -> None:
    """A sheet of paper with two lines on it and a signature."""
    sheet = QRectF(box.center().x() - 6, box.top(), 12, box.height())
    painter.setPen(pen(inks.quiet, 1.2))
    painter.setBrush(QColor(inks.halo))
    painter.drawRect(sheet)
    for down in (4.0, 7.5):
        at = sheet.top() + down
        painter.drawLine(QPointF(sheet.left() + 2.5, at), QPointF(sheet.right() - 2.5, at))
    painter.setPen(pen(inks.text, 1.6))
    at = sheet.bottom() - 3.5
    painter.drawLine(QPointF(sheet.center().x(), at), QPointF(sheet.right() - 2.5, at))


def _level_line(box: QRectF) -> QPainterPath:
    path = QPainterPath(QPointF(box.left(), box.center().y()))
    path.lineTo(QPointF(box.right(), box.center().y()))
    return path
