"""The day drawn from left to right: what was played, where we are, what is to come."""

from __future__ import annotations

from itertools import pairwise

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QFontMetricsF,
    QHelpEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPolygonF,
)
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QToolTip, QWidget

from idlib_wargame.views.day.parts import Kind, When
from idlib_wargame.views.day.strip import Block, DayStrip
from idlib_wargame.windows.look import theme
from idlib_wargame.windows.look.painting import painting
from idlib_wargame.windows.parts.as_typed import in_tooltip
from idlib_wargame.windows.parts.one_press import steady
from idlib_wargame.words.language import _

HIGH, LOW = 28, 18  # pixels at the usual size of text: alone on its line, or beside the words
GAP = 1.0  # between blocks
ROUND = 3.0
EDGE = 4.0  # beside a name in its block, and for the marks at both ends
LATE = 3.0  # pixels of the line under what is late


class DayBar(QAbstractButton):
    """Pressed, the day's plan opens. Hovered, a block says when it lies."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._strip: DayStrip | None = None
        self._is_low = False
        # Time runs to the right on every screen.
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleDescription(_("Opens the plan of the day."))
        steady(self, waits=False)
        theme.changes().changed.connect(self.updateGeometry)

    def show_strip(self, strip: DayStrip, low: bool) -> None:
        """Draw that day; ``low`` beside words on one line."""
        if self._is_low != low:
            self._is_low = low
            self.updateGeometry()
        self._strip = strip
        self.setAccessibleName(strip.told)
        self.update()

    def sizeHint(self) -> QSize:
        """As wide as there is room."""
        return QSize(400, theme.scaled(LOW if self._is_low else HIGH) + 2)

    def minimumSizeHint(self) -> QSize:
        """Narrower only."""
        return QSize(theme.scaled(160), self.sizeHint().height())

    def across(self, minutes: float) -> float:
        """So many minutes from the left edge, in pixels."""
        length = self._strip.length if self._strip else 0
        room = self.width() - 2 * EDGE
        return EDGE + (minutes / length * room if length else 0.0)

    def block_at(self, x: float) -> Block | None:
        """The block under a place."""
        blocks = self._strip.blocks if self._strip else ()
        return next(
            (each for each in blocks if self.across(each.begins) <= x < self.across(each.ends)),
            None,
        )

    def event(self, event: QEvent) -> bool:
        """What a block is, and when it lies, is told where the mouse rests."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            block = self.block_at(event.pos().x())
            said = in_tooltip(block.told) if block else ""
            QToolTip.showText(event.globalPos(), said, self)
            return True
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The blocks, what of them is late, then the marks."""
        strip = self._strip
        if strip is None:
            return
        with painting(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            for block in strip.blocks:
                self._draw_block(painter, block)
            if strip.due is not None:
                self._draw_due(painter, self.across(strip.due))
            if strip.now_at is not None and strip.blocks:
                self._draw_now(painter, self.across(strip.now_at))
            if self.hasFocus():
                painter.setPen(QPen(QColor(theme.colours().focus), 2))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 4, 4)

    def _draw_block(self, painter: QPainter, block: Block) -> None:
        now = theme.colours()
        left, right = self.across(block.begins), self.across(block.ends)
        box = QRectF(left, 3, max(right - left - GAP, 1.0), self.height() - 6)
        fill, ink, edge = _inks(block)
        painter.setPen(QPen(QColor(edge), 1) if edge else Qt.PenStyle.NoPen)
        painter.setBrush(QColor(fill))
        painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), ROUND, ROUND)
        if block.late_from < block.ends:
            start = max(self.across(block.late_from), box.left() + 1)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(now.danger))
            under = box.bottom() - LATE
            painter.drawRect(QRectF(start, under, max(box.right() - 1 - start, 0), LATE - 1))
        self._write(painter, block, box, ink)

    def _write(self, painter: QPainter, block: Block, box: QRectF, ink: str) -> None:
        font = theme.font(11, bold=block.part.when is When.NOW)
        metrics = QFontMetricsF(font)
        for words in (block.name, block.short):
            wide = metrics.horizontalAdvance(words) + 2 * EDGE
            place = self._clear(box, wide) if words else None
            if place is not None:
                painter.setFont(font)
                painter.setPen(QColor(ink))
                painter.drawText(place, Qt.AlignmentFlag.AlignCenter, words)
                return

    def _clear(self, box: QRectF, wide: float) -> QRectF | None:
        """Where in a block words of that width stand clear of the marks; None for nowhere."""
        strip = self._strip
        marks = (strip.now_at, strip.due) if strip else ()
        places = [self.across(mark) for mark in marks if mark is not None]
        middle = box.center().x()
        if all(abs(place - middle) > wide / 2 for place in places):
            return box if wide <= box.width() else None
        inside = [place for place in places if box.left() < place < box.right()]
        edges = sorted((box.left(), *inside, box.right()))
        left, right = max(pairwise(edges), key=lambda pair: pair[1] - pair[0])
        room = QRectF(left, box.top(), right - left, box.height())
        return room if wide <= room.width() else None

    def _draw_due(self, painter: QPainter, x: float) -> None:
        pen = QPen(QColor(theme.colours().text), 1.5)
        pen.setStyle(Qt.PenStyle.DotLine)
        painter.setPen(pen)
        painter.drawLine(QPointF(x, 0), QPointF(x, self.height()))

    def _draw_now(self, painter: QPainter, x: float) -> None:
        now = theme.colours()
        painter.setPen(QPen(QColor(now.panel), 4))
        painter.drawLine(QPointF(x, 1), QPointF(x, self.height() - 1))
        painter.setPen(QPen(QColor(now.text), 2))
        painter.drawLine(QPointF(x, 1), QPointF(x, self.height() - 1))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(now.text))
        point = QPolygonF([QPointF(x - 4, 0), QPointF(x + 4, 0), QPointF(x, 5)])
        painter.drawPolygon(point)


def _inks(block: Block) -> tuple[str, str, str]:
    """Fill, writing and edge: by what a block is, and paler once it is over."""
    now = theme.colours()
    if block.part.when is When.OVER:
        return now.raised, now.muted, ""
    match block.part.kind:
        case Kind.HOT_WASH:
            return now.good_fill, now.good, now.good
        case Kind.BREAK:
            return now.warning_fill, now.warning, ""
        case Kind.PRACTICE:
            return now.panel, now.muted, now.border
    if block.part.when is When.NOW:
        return now.picked, now.text, now.accent
    return now.picked, now.text, ""
