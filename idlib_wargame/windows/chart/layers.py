"""What each panel of the chart is made of, back to front: backdrop, bars, dots, foreground.

Few items that each draw much: a redraw costs by the item, not by the line.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

import pyqtgraph as pg
from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QStyleOptionGraphicsItem, QWidget

from idlib_wargame.views.chart.figures import Floats, Turns
from idlib_wargame.windows.look import theme

BACKDROP, BARS, DOTS, FOREGROUND = -30, -10, 10, 20
CHOSEN_STRENGTH = 0.16
VEIL_STRENGTH = 0.72
DOT, BIG_DOT = 3.5, 6.5  # radii in pixels


def band_fill(place: int, count: int) -> QColor:
    """The tint of a rung's band: nearly none at the foot of the ladder, strongest at its top."""
    now = theme.colours()
    return _tint(now.danger, now.panel, 0.03 + 0.17 * place / max(1, count - 1))


@lru_cache(maxsize=128)
def _tint(colour: str, behind: str, strength: float) -> QColor:
    return QColor(theme.mixed(colour, behind, strength))


class Layer(pg.GraphicsObject):  # type: ignore[misc]  # pyqtgraph has no types
    """Something drawn over all of one panel, in the panel's own units."""

    def __init__(self, view: pg.ViewBox, depth: int) -> None:
        super().__init__()
        self._view = view
        self.setZValue(depth)
        view.addItem(self, ignoreBounds=True)

    def boundingRect(self) -> QRectF:
        """All of the panel."""
        return QRectF(self._view.viewRect())

    def viewRangeChanged(self) -> None:
        """The panel shows another stretch."""
        self.prepareGeometryChange()

    def viewTransformChanged(self) -> None:
        """The panel has another size."""
        self.prepareGeometryChange()

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionGraphicsItem,
        widget: QWidget | None = None,
    ) -> None:
        """Draw it."""
        self.draw(painter, self.boundingRect())

    def draw(self, painter: QPainter, view: QRectF) -> None:
        """Draw it, ``view`` being what the panel shows."""
        raise NotImplementedError


class Backdrop(Layer):
    """The bands of the ladder, hairlines at turns and round numbers, and the chosen column."""

    def __init__(self, view: pg.ViewBox, bands: int = 0) -> None:
        super().__init__(view, BACKDROP)
        self._bands = bands
        self._upright: Sequence[float] = ()
        self._level: Sequence[float] = ()
        self._chosen: int | None = 0

    def rule(self, upright: Sequence[float], level: Sequence[float]) -> None:
        """Rule hairlines at these places on the turn axis, and at these heights."""
        self._upright, self._level = upright, level
        self.update()

    def choose(self, turn: int | None) -> None:
        """Set off the column of a turn, or of none."""
        if turn != self._chosen:
            self._chosen = turn
            self.update()

    def draw(self, painter: QPainter, view: QRectF) -> None:
        """Fill the bands, then the column, then rule the lines."""
        now = theme.colours()
        for place in range(self._bands):
            band = QRectF(view.left(), place - 0.5, view.width(), 1)
            painter.fillRect(band, band_fill(place, self._bands))
        if self._chosen is not None:
            column = QColor(now.focus)
            column.setAlphaF(CHOSEN_STRENGTH)
            chosen = QRectF(self._chosen - 0.5, view.top(), 1, view.height())
            painter.fillRect(chosen.intersected(view), column)
        painter.setPen(_hairline(now.panel))
        edges = (place - 0.5 for place in range(1, self._bands))
        painter.drawLines([QLineF(view.left(), y, view.right(), y) for y in edges])
        painter.setPen(_hairline(now.line))
        upright = [QLineF(x, view.top(), x, view.bottom()) for x in self._upright]
        level = [QLineF(view.left(), y, view.right(), y) for y in self._level]
        painter.drawLines(upright + level)


class Stacks(Layer):
    """Bars, one pile a turn: a colour for each row of heights."""

    def __init__(self, view: pg.ViewBox) -> None:
        super().__init__(view, BARS)
        self._piles: list[tuple[str, list[QRectF]]] = []

    def show_bars(
        self, places: Turns, feet: Floats, heights: Floats, colours: Sequence[str], width: float
    ) -> None:
        """Bars at ``places`` (bars,), from ``feet`` so high, both (colours, bars)."""
        lefts = (places - width / 2).tolist()
        self._piles = [
            (
                colour,
                [
                    QRectF(left, foot, width, height)
                    for left, foot, height in zip(lefts, row_feet, row, strict=True)
                    if height
                ],
            )
            for colour, row_feet, row in zip(colours, feet.tolist(), heights.tolist(), strict=True)
        ]
        self.update()

    def draw(self, painter: QPainter, view: QRectF) -> None:
        """Fill each colour's bars."""
        painter.setPen(Qt.PenStyle.NoPen)
        for colour, bars in self._piles:
            painter.setBrush(QColor(colour))
            painter.drawRects(bars)


class Dots(Layer):
    """A dot a turn on the ladder's line, and a large one on the chosen turn."""

    def __init__(self, view: pg.ViewBox) -> None:
        super().__init__(view, DOTS)
        self._dots: list[QPointF] = []
        self._big: QPointF | None = None

    def show_dots(self, heights: Sequence[float]) -> None:
        """A dot at each turn's height, the start first; none at all for none."""
        self._dots = [QPointF(turn, height) for turn, height in enumerate(heights)]
        self.update()

    def choose(self, turn: int | None, height: float = 0) -> None:
        """Put the large dot there, or nowhere."""
        self._big = None if turn is None else QPointF(turn, height)
        self.update()

    def draw(self, painter: QPainter, view: QRectF) -> None:
        """Draw them in pixels, so that they are round whatever the panel's units."""
        now = theme.colours()
        units = painter.transform()
        painter.save()
        painter.resetTransform()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(now.panel), 1))
        painter.setBrush(QColor(now.text))
        for dot in self._dots:
            painter.drawEllipse(units.map(dot), DOT, DOT)
        if self._big is not None:
            painter.setPen(QPen(QColor(now.panel), 2))
            painter.setBrush(QColor(now.focus))
            painter.drawEllipse(units.map(self._big), BIG_DOT, BIG_DOT)
        painter.restore()


class Foreground(Layer):
    """Dashed lines at the clocks, a veil over turns still to come, and where a replay stands."""

    def __init__(self, view: pg.ViewBox) -> None:
        super().__init__(view, FOREGROUND)
        self._clocks: Sequence[float] = ()
        self._known = float("inf")
        self._playhead: float | None = None

    def show_clocks(self, places: Sequence[float]) -> None:
        """Draw lines at these places on the turn axis."""
        self._clocks = places
        self.update()

    def veil_after(self, turn: float) -> None:
        """Make what comes after a turn faint."""
        if turn != self._known:
            self._known = turn
            self.update()

    def show_playhead(self, place: float | None) -> None:
        """Draw a line where a replay stands, or none."""
        if place != self._playhead:
            self._playhead = place
            self.update()

    def draw(self, painter: QPainter, view: QRectF) -> None:
        """Lay the veil, then the lines."""
        now = theme.colours()
        veil = QRectF(view)
        veil.setLeft(max(view.left(), min(self._known + 0.5, view.right())))
        colour = QColor(now.panel)
        colour.setAlphaF(VEIL_STRENGTH)
        painter.fillRect(veil, colour)
        painter.setPen(_hairline(now.muted, Qt.PenStyle.DashLine))
        painter.drawLines([QLineF(x, view.top(), x, view.bottom()) for x in self._clocks])
        if self._playhead is not None:
            painter.setPen(_hairline(now.focus, width=2))
            painter.drawLine(QLineF(self._playhead, view.top(), self._playhead, view.bottom()))


def _hairline(colour: str, style: Qt.PenStyle = Qt.PenStyle.SolidLine, width: float = 1) -> QPen:
    pen = QPen(QColor(colour), width, style)
    pen.setCosmetic(True)
    return pen
