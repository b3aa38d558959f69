"""The margin left of the chart: the rungs' names in their bands, and the scales of the flows."""

from __future__ import annotations

import math
from collections.abc import Sequence

import pyqtgraph as pg
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from idlib_wargame.rules.pack.course import Rung
from idlib_wargame.views.chart.ticks import round_numbers
from idlib_wargame.windows.chart.layers import band_fill
from idlib_wargame.windows.look import theme
from idlib_wargame.words.figures import plain

PAD = 6
SLACK = 2  # a line of type may lose so much of the air around it
LEFT = Qt.AlignmentFlag.AlignLeft
RIGHT = Qt.AlignmentFlag.AlignRight
MIDDLE = Qt.AlignmentFlag.AlignVCenter


class RungNames(pg.GraphicsWidget):  # type: ignore[misc]  # pyqtgraph has no types
    """Each rung's number and name, in a band as high as the ladder's own beside it."""

    def __init__(self, rungs: Sequence[Rung]) -> None:
        super().__init__()
        self._rungs = tuple(rungs)
        self.numbered = True
        self._held = -1
        self._fitted_to: tuple[float, float, int] | None = None
        self._fit: tuple[float, list[str]] = (0.0, [])
        self.setCacheMode(QGraphicsItem.CacheMode.DeviceCoordinateCache)
        # Says in ``paint`` what must be drawn: to set off another rung, two or three names.
        self.setFlag(QGraphicsItem.GraphicsItemFlag.ItemUsesExtendedStyleOption)

    def show_numbers(self, on: bool) -> None:
        """Whether the rungs are told by their numbers too."""
        self.numbered, self._fitted_to = on, None
        self.update()

    def hold(self, place: int) -> None:
        """Set off the rung at that place, counted from the foot."""
        if place != self._held:
            for changed in (self._held, place):
                self.update(self._reach(changed))
            self._held = place

    def widest(self) -> float:
        """The width that the longest name would like to have."""
        bold = QFontMetricsF(theme.font(11, bold=True))
        names = max(bold.horizontalAdvance(rung.name) for rung in self._rungs)
        return self._number_width() + names + 3 * PAD + 1

    def rung_at(self, point: QPointF) -> Rung | None:
        """The rung whose band holds a point of this item."""
        place = int((self.height() - point.y()) / self.height() * len(self._rungs))
        return self._rungs[place] if 0 <= place < len(self._rungs) else None

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionGraphicsItem,
        widget: QWidget | None = None,
    ) -> None:
        """Fill the bands and write the names, as many as there is room for."""
        due = [
            place
            for place in range(len(self._rungs))
            if self._reach(place).intersects(option.exposedRect)
        ]
        for place in due:
            painter.fillRect(self._band(place), band_fill(place, len(self._rungs)))
        now = theme.colours()
        line = QFontMetricsF(theme.font(11)).height()
        every = self._every(line)
        for place in due:
            held = place == self._held
            if held or (place % every == 0 and abs(place - self._held) >= every):
                painter.setFont(theme.font(11, bold=held))
                painter.setPen(QColor(now.text if held else now.muted))
                self._write(painter, place, line)

    def _every(self, line: float) -> int:
        """Every how many rungs there is room for a name."""
        high = float(self.height()) / len(self._rungs)
        # At the ends of the ladder, words wider than their band are pushed towards the next name.
        pushed = max(0.0, (line - high) / 2) if high < line - SLACK else 0.0
        return max(1, math.ceil((line - SLACK + pushed) / max(1.0, high)))

    def _reach(self, place: int) -> QRectF:
        """A rung's band and all that its name can touch."""
        line = QFontMetricsF(theme.font(11)).height()
        around = self._band(1).height() * (self._every(line) - 1) + line / 2
        return self._band(place).adjusted(0, -around, 0, around)

    def _band(self, place: int) -> QRectF:
        high = self.height() / len(self._rungs)
        return QRectF(0, self.height() - (place + 1) * high, self.width(), high)

    def _write(self, painter: QPainter, place: int, line: float) -> None:
        number, names = self._fitted()
        words = self._band(place).adjusted(PAD, 0, -PAD, 0)
        if words.height() < line:
            # Where rungs are thinner than a line, words reach over both edges, but not outside.
            top = words.center().y() - line / 2
            words.setTop(min(max(0.0, top), self.height() - line))
            words.setHeight(line)
        painter.drawText(words.adjusted(number + PAD, 0, 0, 0), LEFT | MIDDLE, names[place])
        words.setWidth(number)
        if self.numbered:
            painter.drawText(words, RIGHT | MIDDLE, str(self._rungs[place].number))

    def _number_width(self) -> float:
        metrics = QFontMetricsF(theme.font(11, bold=True))
        widths = (metrics.horizontalAdvance(str(rung.number)) for rung in self._rungs)
        return max(widths) if self.numbered else 0.0

    def _fitted(self) -> tuple[float, list[str]]:
        """The width of the numbers, and each name brought into the room it has."""
        size = (self.width(), self.height(), theme.text_scale())
        if size != self._fitted_to:
            self._fitted_to = size
            metrics = QFontMetricsF(theme.font(11, bold=True))
            number = self._number_width()
            wide = self.width() - number - 3 * PAD
            two = self.height() / len(self._rungs) >= 2 * metrics.height()
            fit = _in_two_lines if two else _in_one_line
            self._fit = number, [fit(rung.name, metrics, wide) for rung in self._rungs]
        return self._fit


def _in_one_line(text: str, metrics: QFontMetricsF, width: float) -> str:
    return metrics.elidedText(text, Qt.TextElideMode.ElideRight, width)


def _in_two_lines(text: str, metrics: QFontMetricsF, width: float) -> str:
    """A name broken between two words, each line shortened where it must be."""
    if metrics.horizontalAdvance(text) <= width:
        return text
    words = text.split()
    first = words.pop(0)
    while words and metrics.horizontalAdvance(f"{first} {words[0]}") <= width:
        first = f"{first} {words.pop(0)}"
    lines = (first, " ".join(words))
    return "\n".join(_in_one_line(line, metrics, width) for line in lines if line)


class FlowScale(pg.GraphicsWidget):  # type: ignore[misc]  # pyqtgraph has no types
    """The name of a flow and the numbers of its scale."""

    def __init__(self, title: str) -> None:
        super().__init__()
        self._title = title
        self._numbered = True
        self._low, self._high = 0.0, 10.0
        self.setCacheMode(QGraphicsItem.CacheMode.DeviceCoordinateCache)

    def show_numbers(self, on: bool) -> None:
        """Whether its scale is told in figures."""
        self._numbered = on
        self.update()

    def span(self, low: float, high: float) -> None:
        """The range that the view beside it shows."""
        if (low, high) != (self._low, self._high):
            self._low, self._high = low, high
            self.update()

    def least_size(self, width: float) -> tuple[float, float]:
        """How wide it must be for the longest word of its name, and how high at such a width."""
        metrics = QFontMetricsF(theme.font(11))
        ends = (self.label(self._low), self.label(self._high))
        beside = max(metrics.horizontalAdvance(end) for end in ends) + 5 * PAD
        least = beside + max(metrics.horizontalAdvance(word) for word in self._title.split())
        room = QRectF(0, 0, max(width, least) - beside + 1, 10_000)
        wrapped = metrics.boundingRect(room, int(LEFT | Qt.TextFlag.TextWordWrap), self._title)
        return least, wrapped.height()

    def steps(self) -> list[float]:
        """The heights that have a number."""
        line = QFontMetricsF(theme.font(11)).height()
        most = max(2, 1 + round(self.height() / (1.5 * line)))
        return round_numbers(self._low, self._high, most)

    def label(self, height: float) -> str:
        """The number written at a height; empty where none is."""
        if not self._numbered:
            return ""
        return plain(round(height))

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionGraphicsItem,
        widget: QWidget | None = None,
    ) -> None:
        """Write the title at the left and the numbers at the right."""
        font = theme.font(11)
        metrics = QFontMetricsF(font)
        line = metrics.height()
        painter.setFont(font)
        painter.setPen(QColor(theme.colours().muted))
        wide = 0.0
        for step, top in self._places(line):
            text = self.label(step)
            wide = max(wide, metrics.horizontalAdvance(text))
            painter.drawText(QRectF(0, top, self.width() - PAD, line), RIGHT | MIDDLE, text)
        title = QRectF(PAD, 0, self.width() - wide - 4 * PAD, self.height())
        painter.setPen(QColor(theme.colours().text))
        painter.drawText(title, LEFT | MIDDLE | Qt.TextFlag.TextWordWrap, self._title)

    def _places(self, line: float) -> list[tuple[float, float]]:
        """Each number and the top of its line, nought first, leaving out what would touch."""
        placed: list[tuple[float, float]] = []
        for step in sorted(self.steps(), key=abs):
            y = self.height() * (self._high - step) / (self._high - self._low)
            top = min(max(y - line / 2, 0), self.height() - line)
            if all(abs(top - other) >= line - SLACK for _, other in placed):
                placed.append((step, top))
        return placed
