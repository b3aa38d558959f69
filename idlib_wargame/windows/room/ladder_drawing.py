"""The situation ladder across a whole screen: its rungs as bands, and the line so far over them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from idlib_wargame.views.room.ladder import Ladder
from idlib_wargame.windows.look import fonts, theme
from idlib_wargame.windows.room.rows import (
    HEADING,
    LEAST_TEXT,
    Block,
    height_of,
    ink,
    paint_rows,
    text_rows,
)
from idlib_wargame.words.language import _, fill, ngettext

NAMES_SHARE = 0.4  # of the width
EDGE = 16.0
AXIS = 52.0
LEAST_COLUMN = 46.0  # units for the number of a turn
LINE = 10.0
SIZES = (44, 40, 36, 32, LEAST_TEXT)  # of the names, the largest first


class Band(NamedTuple):
    """A rung: its place, its name in lines, and where its band lies."""

    place: int
    name: Block
    top: float
    height: float

    @property
    def middle(self) -> float:
        """Where the line runs that stands on it."""
        return self.top + self.height / 2


class LadderDrawing:
    """Draws a ladder into any rectangle; names that have no room there are counted, not cut."""

    def __init__(self, ladder: Ladder) -> None:
        self._ladder = ladder

    def __call__(self, painter: QPainter, box: QRectF) -> None:
        """Draw it."""
        names = NAMES_SHARE * box.width()
        bands, remarks = self.bands(names, box.height() - AXIS)
        plot = QRectF(box.left() + names, box.top(), box.width() - names, box.height() - AXIS)
        for band in bands:
            self._paint_band(painter, box, band, names)
        self._paint_remarks(painter, box, remarks)
        self._paint_axis(painter, plot)
        self._paint_line(painter, plot, bands)

    def bands(self, names: float, height: float) -> tuple[list[Band], tuple[str, str]]:
        """The rungs that have room, the highest first, and what is said of those above and below.

        Those that the line stands on now, and then those next to it, are kept.
        """
        rungs = self._ladder.rungs
        for size in SIZES:
            blocks = [self._name(place, names - 2 * EDGE, size) for place in range(len(rungs))]
            needs = [height_of(block) + 12 for block in blocks]
            if sum(needs) <= height:
                break
        first, last = 0, len(rungs) - 1
        held = self._ladder.line[-1]
        while (
            first < last
            and sum(needs[first : last + 1]) + _remarks_room(first, len(rungs) - 1 - last) > height
        ):
            if held - first >= last - held:
                first += 1
            else:
                last -= 1
        below, above = first, len(rungs) - 1 - last
        top = _remark_room(above)
        spare = height - sum(needs[first : last + 1]) - _remarks_room(below, above)
        more = max(spare, 0.0) / (last - first + 1)
        found = []
        for place in range(last, first - 1, -1):
            found.append(Band(place, blocks[place], top, needs[place] + more))
            top += needs[place] + more
        return found, (_above(above), _below(below))

    def _name(self, place: int, width: float, size: int) -> Block:
        held = place == self._ladder.line[-1]
        return text_rows(self._ladder.rungs[place], width, size, bold=held)

    def _paint_band(self, painter: QPainter, box: QRectF, band: Band, names: float) -> None:
        now = theme.colours()
        held = band.place == self._ladder.line[-1]
        area = QRectF(box.left(), box.top() + band.top, box.width(), band.height)
        painter.fillRect(area, QColor(now.picked if held else self._shade(band.place)))
        painter.setPen(QPen(QColor(now.line), 2))
        painter.drawLine(area.topLeft(), area.topRight())
        top = area.top() + (band.height - height_of(band.name)) / 2
        paint_rows(painter, band.name, box.left() + EDGE, top)

    def _shade(self, place: int) -> str:
        """A little more of the warning colour with each rung: up is worse."""
        now = theme.colours()
        share = 0.16 * place / max(len(self._ladder.rungs) - 1, 1)
        return theme.mixed(now.danger, now.panel, share)

    def _paint_remarks(self, painter: QPainter, box: QRectF, remarks: tuple[str, str]) -> None:
        above, below = remarks
        if above:
            rows = text_rows(above, box.width() - 2 * EDGE, LEAST_TEXT, colour="muted")
            paint_rows(painter, rows, box.left() + EDGE, box.top())
        if below:
            rows = text_rows(below, box.width() - 2 * EDGE, LEAST_TEXT, colour="muted")
            top = box.bottom() - AXIS - height_of(rows)
            paint_rows(painter, rows, box.left() + EDGE, top)

    def _column(self, plot: QRectF) -> float:
        return plot.width() / (max(self._ladder.turns, len(self._ladder.line) - 1) + 1)

    def _paint_axis(self, painter: QPainter, plot: QRectF) -> None:
        """Turns by number; time runs to the right on every screen."""
        painter.setFont(fonts.sized(LEAST_TEXT))
        painter.setPen(ink("muted"))
        column = self._column(plot)
        every = max(1, round(LEAST_COLUMN / column + 0.499))
        for turn in range(every if every > 1 else 1, self._ladder.turns + 1, every):
            at = QRectF(plot.left() + turn * column, plot.bottom() + 8, column, AXIS - 8)
            wide = at.adjusted(-LEAST_COLUMN / 2, 0, LEAST_COLUMN / 2, 0)
            painter.drawText(wide, Qt.AlignmentFlag.AlignCenter, str(turn))
        names = QRectF(plot.left() - 400, plot.bottom() + 8, 400 - EDGE, AXIS - 8)
        sides = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(names, sides | Qt.AlignmentFlag.AlignAbsolute, _("Turn"))

    def _paint_line(self, painter: QPainter, plot: QRectF, bands: Sequence[Band]) -> None:
        levels = {band.place: plot.top() + band.middle for band in bands}
        highest, lowest = bands[0].place, bands[-1].place
        column, points = self._column(plot), []
        for turn, place in enumerate(self._ladder.line):
            level = levels[max(lowest, min(place, highest))]
            points += [
                QPointF(plot.left() + turn * column, level),
                QPointF(plot.left() + (turn + 1) * column, level),
            ]
        line = QPen(QColor(theme.colours().accent), LINE)
        line.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        line.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.setPen(line)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPolyline(points)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(theme.colours().accent))
        painter.drawEllipse(points[-1], 1.6 * LINE, 1.6 * LINE)


def ladder_head(ladder: Ladder, width: float) -> Block:
    """Where it stands, in words, over the drawing."""
    return text_rows(ladder.said, width, HEADING, bold=True)


def described(ladder: Ladder) -> str:
    """The rungs from the highest down, for those who do not see them."""
    return "\n".join(reversed(ladder.rungs))


def _remark_room(count: int) -> float:
    return 40.0 if count else 0.0


def _remarks_room(below: int, above: int) -> float:
    return _remark_room(below) + _remark_room(above)


def _above(count: int) -> str:
    said = ngettext("{count} level above these", "{count} levels above these", count)
    return fill(said, count=count) if count else ""


def _below(count: int) -> str:
    said = ngettext("{count} level below these", "{count} levels below these", count)
    return fill(said, count=count) if count else ""
