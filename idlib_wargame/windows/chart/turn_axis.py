"""Along the chart: turns and their dates below, what control did under the ladder, clocks above."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Sequence
from datetime import date

import pyqtgraph as pg
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen, QPolygonF
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from idlib_wargame.views.chart.ticks import carries_words, every_so_many
from idlib_wargame.views.chart.turn_marks import Became, TurnMark
from idlib_wargame.views.escalation import ClockMark
from idlib_wargame.windows.look import theme
from idlib_wargame.words.escalation import clock_words, short_day, short_month, turn_name

CENTRE = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignVCenter
GAP = 6
WIDE_DAY = date(2026, 5, 26)  # about the widest that a day is written in any language
RING = 1.5  # pixels a line

# The first and last place on the turn axis in view.
Shown = tuple[float, float]


class AlongTurns(pg.GraphicsWidget):  # type: ignore[misc]  # pyqtgraph has no types
    """Something as wide as the chart that follows what stretch of turns is in view."""

    def __init__(self) -> None:
        super().__init__()
        self._shown: Shown = (-0.5, 0.5)
        self.setCacheMode(QGraphicsItem.CacheMode.DeviceCoordinateCache)

    def show_stretch(self, shown: Shown) -> None:
        """The chart shows this stretch."""
        if shown != self._shown:
            self._shown = shown
            self.update()

    def across(self, place: float) -> float:
        """A place on the turn axis, in pixels from this item's left."""
        first, last = self._shown
        return float((place - first) / (last - first) * self.width())

    @property
    def column(self) -> float:
        """The width of a turn in pixels."""
        first, last = self._shown
        return float(self.width() / (last - first))


class TurnNames(AlongTurns):
    """The number of each turn, and below it the first day, as many as there is room for."""

    def __init__(self, first_day: Callable[[int], date]) -> None:
        super().__init__()
        self._first_day = first_day
        self._held = 0

    def hold(self, turn: int) -> None:
        """Set off a turn."""
        if turn != self._held:
            self._held = turn
            self.update()

    def set_height(self) -> None:
        """Be as high as two lines of the type in force."""
        self.setFixedHeight(2 * QFontMetricsF(theme.font(11)).height() + GAP)

    def every(self, words: str) -> int:
        """Every how many turns words so wide can stand without touching."""
        wide = QFontMetricsF(theme.font(11, bold=True)).horizontalAdvance(words) + GAP
        return every_so_many(wide, self.column)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionGraphicsItem,
        widget: QWidget | None = None,
    ) -> None:
        """Write numbers and days."""
        first, last = math.ceil(self._shown[0]), math.floor(self._shown[1])
        line = QFontMetricsF(theme.font(11)).height()
        years = self._first_day(last).year - self._first_day(max(1, first)).year
        day_words = short_month if years > 1 else short_day
        numbers, days = self.every(str(last)), self.every(day_words(WIDE_DAY))
        hidden = self._hidden_beside_start() if first <= 0 else frozenset()
        for turn in range(max(0, first), last + 1):
            held = turn == self._held
            if turn not in hidden and (held or carries_words(turn, numbers, self._held)):
                self._write(painter, turn, GAP / 2, line, str(turn) if turn else turn_name(0))
            if turn and (held or carries_words(turn, days, self._held)):
                day = day_words(self._first_day(turn))
                self._write(painter, turn, GAP / 2 + line, line, day)

    def _hidden_beside_start(self) -> frozenset[int]:
        """Turns whose numbers the name of the start would touch, which is wider than a column may
        be; where the turn set off is among them, the start itself.
        """
        metrics = QFontMetricsF(theme.font(11, bold=True))
        wide = metrics.horizontalAdvance(turn_name(0)) + GAP
        reach = max(wide, self.across(0) + wide / 2)
        near = range(1, math.ceil(reach / max(self.column, 1.0)) + 1)
        touched = frozenset(
            turn
            for turn in near
            if self.across(turn) - metrics.horizontalAdvance(str(turn)) / 2 < reach
        )
        return frozenset({0}) if self._held in touched else touched

    def _write(self, painter: QPainter, turn: int, top: float, line: float, words: str) -> None:
        held = turn == self._held
        now = theme.colours()
        font = theme.font(11, bold=held)
        painter.setFont(font)
        painter.setPen(QColor(now.text if held else now.muted))
        wide = QFontMetricsF(font).horizontalAdvance(words) + 2
        wanted = self.across(turn) - wide / 2
        left = min(max(wanted, 0), max(0, self.width() - wide))
        if turn and not held and abs(left - wanted) > GAP:
            return  # pushed in from the edge so far that it would touch the next
        painter.drawText(QRectF(left, top, wide, line), CENTRE, words)


class ControlMarks(AlongTurns):
    """Under a turn, a diamond for rulings of the facilitator and a ring for messages from control.

    Both together stand side by side. On a line of their own, where there are any: what was signed
    (a triangle), broken (a cross) and declared over (a hollow triangle, upside down), and where
    somebody else plays (a hollow diamond).
    """

    SIZE = 4

    def __init__(self) -> None:
        super().__init__()
        self._rulings: Sequence[int] = ()
        self._messages: Sequence[int] = ()
        self._became: dict[Became, list[int]] = {}
        self._lower = 0
        self.setFixedHeight(4 * self.SIZE)

    def show_agreements(self, marks: Sequence[TurnMark]) -> None:
        """Mark the turns in which something became of an agreement."""
        self._became = {
            each: sorted({mark.turn for mark in marks if mark.became is each}) for each in Became
        }
        self._fit()

    def _fit(self) -> None:
        """Be as high as the lines that there is something for; one is always there."""
        self._lower = 4 * self.SIZE if self._rulings or self._messages else 0
        self.setFixedHeight(4 * self.SIZE + (self._lower if any(self._became.values()) else 0))
        self.update()

    def show_turns(self, rulings: Sequence[int], messages: Sequence[int]) -> None:
        """Mark the turns with rulings and those with messages."""
        if (rulings, messages) != (self._rulings, self._messages):
            self._rulings, self._messages = rulings, messages
            self._fit()

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionGraphicsItem,
        widget: QWidget | None = None,
    ) -> None:
        """Draw the diamonds and the rings."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colour, size, y = QColor(theme.colours().focus), self.SIZE, 2 * self.SIZE
        aside = 1.5 * size
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        for x in self._places(self._rulings, self._messages, -aside):
            corners = ((x, y - size), (x + size, y), (x, y + size), (x - size, y))
            painter.drawPolygon(QPolygonF([QPointF(*corner) for corner in corners]))
        painter.setPen(QPen(colour, RING))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for x in self._places(self._messages, self._rulings, aside):
            painter.drawEllipse(QPointF(x, y), size - RING / 2, size - RING / 2)
        for place, became in enumerate(Became):
            self._draw_became(painter, became, (place - 1.5) * 2.25 * size)

    def _draw_became(self, painter: QPainter, became: Became, aside: float) -> None:
        """Signed, broken, declared over, as they mostly follow; who plays stands last."""
        now, size, y = theme.colours(), self.SIZE, self._lower + 2 * self.SIZE
        colour = {
            Became.SIGNED: now.good,
            Became.BROKEN: now.danger,
            Became.OVER: now.warning,
            Became.SEATED: now.muted,
        }
        pen = QPen(QColor(colour[became]), RING)
        painter.setPen(Qt.PenStyle.NoPen if became is Became.SIGNED else pen)
        painter.setBrush(
            QColor(colour[became]) if became is Became.SIGNED else Qt.BrushStyle.NoBrush
        )
        for turn in self._became.get(became, ()):
            x = self.across(turn) + aside
            if not 0 <= x <= self.width():
                continue
            if became is Became.BROKEN:
                painter.drawLine(QPointF(x - size, y - size), QPointF(x + size, y + size))
                painter.drawLine(QPointF(x - size, y + size), QPointF(x + size, y - size))
                continue
            if became is Became.SEATED:
                around = ((x, y - size), (x + size, y), (x, y + size), (x - size, y))
                painter.drawPolygon(QPolygonF([QPointF(*corner) for corner in around]))
                continue
            tip = -size if became is Became.SIGNED else size
            corners = ((x, y + tip), (x + size, y - tip), (x - size, y - tip))
            painter.drawPolygon(QPolygonF([QPointF(*corner) for corner in corners]))

    def _places(self, turns: Sequence[int], others: Sequence[int], aside: float) -> Iterator[float]:
        """Where the marks of these turns stand, without those that would touch the one before."""
        both, clear = set(others), 0.0
        for turn in turns:
            x = self.across(turn)
            if clear <= x <= self.width():
                clear = x + self.SIZE
                yield x + (aside if turn in both else 0)


class ClockNames(AlongTurns):
    """The name and day of each clock above its line, staggered where they would touch.

    It reaches over the margin too, so ``margin`` says where the chart begins.
    """

    def __init__(self) -> None:
        super().__init__()
        self._clocks: Sequence[ClockMark] = ()
        self._placed_for: tuple[object, ...] = ()
        self._places: list[tuple[QRectF, int, str]] = []
        self.margin = 0.0

    def show_clocks(self, clocks: Sequence[ClockMark]) -> None:
        """Name these clocks."""
        if clocks != self._clocks:
            self._clocks = clocks
            self.update()

    def fit(self, width: float) -> None:
        """Be as high as the names need in that width."""
        rows = 1 + max((row for _, row, _ in self._placed(width)), default=-1)
        line = QFontMetricsF(theme.font(11)).height()
        self.setFixedHeight(rows * line + (GAP if rows else 0))

    def across(self, place: float) -> float:
        """A place on the turn axis, in pixels from this item's left."""
        return self._across(place, self.width())

    def _across(self, place: float, width: float) -> float:
        first, last = self._shown
        return self.margin + (place - first) / (last - first) * (width - self.margin)

    def _placed(self, width: float) -> list[tuple[QRectF, int, str]]:
        """Where each name in view stands: its rectangle in its row, the row, the words."""
        asked = (width, self.margin, self._shown, self._clocks, theme.text_scale())
        if asked != self._placed_for:
            self._placed_for = asked
            self._places = self._place(width)
        return self._places

    def _place(self, width: float) -> list[tuple[QRectF, int, str]]:
        metrics = QFontMetricsF(theme.font(11))
        ends: list[float] = []
        placed = []
        for clock in self._clocks:
            x = self._across(clock.turn_position, width)
            if not self.margin <= x <= width:
                continue
            words = clock_words(clock.name, clock.day)
            words = metrics.elidedText(words, Qt.TextElideMode.ElideMiddle, width - 2)
            wide = metrics.horizontalAdvance(words) + 2
            left = max(0, min(x - wide / 2, width - wide - GAP))
            row = next((n for n, end in enumerate(ends) if end + 2 * GAP <= left), len(ends))
            ends[row:] = [left + wide, *ends[row + 1 :]]
            placed.append(
                (QRectF(left, GAP / 2 + row * metrics.height(), wide, metrics.height()), row, words)
            )
        return placed

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionGraphicsItem,
        widget: QWidget | None = None,
    ) -> None:
        """Write the names."""
        painter.setFont(theme.font(11))
        painter.setPen(QColor(theme.colours().text))
        for place, _, words in self._placed(self.width()):
            painter.drawText(place, CENTRE, words)
