"""The situation ladder across a whole screen: its rungs as bands, and the line so far over them."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from idlib_wargame.views.room.ladder import Ladder
from idlib_wargame.views.room.ladder_bands import Band, LadderBands, ladder_bands
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
from idlib_wargame.words.language import _

NAMES_SHARE = 0.4  # of the width
EDGE = 16.0
AXIS = 52.0
LEAST_COLUMN = 46.0  # units for the number of a turn
LINE = 10.0
REMARK = 40.0  # the room of a line about rungs that are left out
SIZES = (44, 40, 36, 32, LEAST_TEXT)  # of the names, the largest first


class LadderDrawing:
    """Draws a ladder into any rectangle; names that have no room there are counted, not cut."""

    def __init__(self, ladder: Ladder) -> None:
        self._ladder = ladder

    def __call__(self, painter: QPainter, box: QRectF) -> None:
        """Draw it."""
        names = NAMES_SHARE * box.width()
        bands, blocks = self.bands(names, box.height() - AXIS)
        plot = QRectF(box.left() + names, box.top(), box.width() - names, box.height() - AXIS)
        for band in bands.shown:
            self._paint_band(painter, box, band, blocks[band.place])
        self._paint_remarks(painter, box, bands)
        self._paint_axis(painter, plot)
        self._paint_line(painter, plot, bands)

    def bands(self, names: float, height: float) -> tuple[LadderBands, list[Block]]:
        """The rungs that have room, and the names of all, from the lowest up."""
        rungs = self._ladder.rungs
        for size in SIZES:
            blocks = [self._name(place, names - 2 * EDGE, size) for place in range(len(rungs))]
            needs = [height_of(block) + 12 for block in blocks]
            if sum(needs) <= height:
                break
        return ladder_bands(needs, self._ladder.line[-1], height, REMARK), blocks

    def _name(self, place: int, width: float, size: int) -> Block:
        held = place == self._ladder.line[-1]
        return text_rows(self._ladder.rungs[place], width, size, bold=held)

    def _paint_band(self, painter: QPainter, box: QRectF, band: Band, name: Block) -> None:
        now = theme.colours()
        held = band.place == self._ladder.line[-1]
        area = QRectF(box.left(), box.top() + band.top, box.width(), band.height)
        painter.fillRect(area, QColor(now.picked if held else self._shade(band.place)))
        painter.setPen(QPen(QColor(now.line), 2))
        painter.drawLine(area.topLeft(), area.topRight())
        top = area.top() + (band.height - height_of(name)) / 2
        paint_rows(painter, name, box.left() + EDGE, top)

    def _shade(self, place: int) -> str:
        """A little more of the warning colour with each rung: up is worse."""
        now = theme.colours()
        share = 0.16 * place / max(len(self._ladder.rungs) - 1, 1)
        return theme.mixed(now.danger, now.panel, share)

    def _paint_remarks(self, painter: QPainter, box: QRectF, bands: LadderBands) -> None:
        if bands.above:
            rows = text_rows(bands.above, box.width() - 2 * EDGE, LEAST_TEXT, colour="muted")
            paint_rows(painter, rows, box.left() + EDGE, box.top())
        if bands.below:
            rows = text_rows(bands.below, box.width() - 2 * EDGE, LEAST_TEXT, colour="muted")
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

    def _paint_line(self, painter: QPainter, plot: QRectF, bands: LadderBands) -> None:
        column, points = self._column(plot), []
        for turn, place in enumerate(self._ladder.line):
            level = plot.top() + bands.level(place)
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
