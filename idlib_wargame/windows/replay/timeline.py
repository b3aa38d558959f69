"""The slider: all moments from side to side, turns below, rulings, messages and steps above."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QFontMetricsF,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPixmap,
    QPolygonF,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractSlider, QSizePolicy, QWidget

from idlib_wargame.views.landmarks import Landmarks
from idlib_wargame.windows.look import theme
from idlib_wargame.windows.look.painting import painting
from idlib_wargame.words.escalation import turn_name
from idlib_wargame.words.language import _
from idlib_wargame.words.replaying import marks_words

EDGE = 12  # on both sides, so that the handle is never cut
MARKS_HIGH = 12
GROOVE = 4
HANDLE = 8
MARK = 4
RING = 1.5


class Timeline(QAbstractSlider):
    """Its value is the place of a moment, counted from 0."""

    def __init__(self, marks: Landmarks, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._marks = marks
        self._furniture: QPixmap | None = None
        self.setRange(0, max(0, marks.count - 1))
        self.setOrientation(Qt.Orientation.Horizontal)
        # Time runs to the right on every screen, as in the chart above.
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(_("Moments of the session"))
        self.setToolTip(marks_words(bool(marks.rulings), bool(marks.messages)))
        self.valueChanged.connect(self.update)
        theme.changes().changed.connect(self._draw_anew)

    def sizeHint(self) -> QSize:
        """As wide as there is room, as high as marks, groove and numbers."""
        return QSize(400, round(MARKS_HIGH + 2 * HANDLE + self._line() + 2))

    def minimumSizeHint(self) -> QSize:
        """Narrower only."""
        return QSize(160, self.sizeHint().height())

    @staticmethod
    def _line() -> float:
        return QFontMetricsF(theme.font(11)).height()

    def across(self, place: float) -> float:
        """A place's distance from the left edge, in pixels."""
        return EDGE + place / max(1, self.maximum()) * (self.width() - 2 * EDGE)

    def place_at(self, x: float) -> int:
        """The nearest place to a distance from the left edge."""
        share = (x - EDGE) / max(1, self.width() - 2 * EDGE)
        return max(0, min(round(share * self.maximum()), self.maximum()))

    def paintEvent(self, event: QPaintEvent) -> None:
        """What never changes from a picture kept; over it how far it has come, and the handle."""
        now = theme.colours()
        with painting(self) as painter:
            painter.drawPixmap(0, 0, self._kept())
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(now.focus))
            x, y = self.across(self.value()), float(MARKS_HIGH + HANDLE)
            painter.drawRoundedRect(QRectF(EDGE, y - GROOVE / 2, x - EDGE, GROOVE), 2, 2)
            painter.setPen(QPen(QColor(now.text if self.hasFocus() else now.panel), 2))
            painter.drawEllipse(QPointF(x, y), HANDLE - 1, HANDLE - 1)

    def _kept(self) -> QPixmap:
        if self._furniture is None:
            ratio = self.devicePixelRatioF()
            self._furniture = QPixmap(self.size() * ratio)
            self._furniture.setDevicePixelRatio(ratio)
            self._furniture.fill(Qt.GlobalColor.transparent)
            with painting(self._furniture) as painter:
                painter.setRenderHint(QPainter.RenderHint.Antialiasing)
                self._draw_groove(painter)
                self._draw_turns(painter)
                self._draw_marks(painter)
        return self._furniture

    def _draw_groove(self, painter: QPainter) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(theme.colours().line))
        top = MARKS_HIGH + HANDLE - GROOVE / 2
        painter.drawRoundedRect(QRectF(EDGE, top, self.width() - 2 * EDGE, GROOVE), 2, 2)

    def _draw_turns(self, painter: QPainter) -> None:
        now = theme.colours()
        painter.setFont(theme.font(11))
        metrics = QFontMetricsF(theme.font(11))
        groove, clear = MARKS_HIGH + HANDLE, 0.0
        for turn, place in enumerate(self._marks.turns, start=1):
            x = self.across(place)
            words = turn_name(turn) if turn == 1 else str(turn)
            wide = metrics.horizontalAdvance(words)
            left = max(0.0, min(x - wide / 2, self.width() - wide))
            if left < clear:
                continue
            clear = left + wide + 10
            painter.setPen(QColor(now.border))
            painter.drawLine(QPointF(x, groove + GROOVE / 2), QPointF(x, groove + HANDLE))
            painter.setPen(QColor(now.muted))
            painter.drawText(QPointF(left, groove + HANDLE + metrics.ascent()), words)

    def _draw_marks(self, painter: QPainter) -> None:
        now = theme.colours()
        painter.setPen(Qt.PenStyle.NoPen)
        middle = MARKS_HIGH / 2
        for place, moved in self._marks.steps:
            x, up = self.across(place), -1 if moved > 0 else 1
            painter.setBrush(QColor(now.danger if moved > 0 else now.good))
            tip, foot = middle + up * MARK, middle - up * MARK
            painter.drawPolygon(
                QPolygonF([QPointF(x, tip), QPointF(x + MARK, foot), QPointF(x - MARK, foot)])
            )
        painter.setBrush(QColor(now.focus))
        for place in self._marks.rulings:
            x = self.across(place)
            corners = (
                (x, middle - MARK),
                (x + MARK, middle),
                (x, middle + MARK),
                (x - MARK, middle),
            )
            painter.drawPolygon(QPolygonF([QPointF(*corner) for corner in corners]))
        painter.setPen(QPen(QColor(now.focus), RING))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for place in self._marks.messages:
            painter.drawEllipse(QPointF(self.across(place), middle), MARK - 1, MARK - 1)

    def _draw_anew(self) -> None:
        self._furniture = None
        self.updateGeometry()
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Everything finds a new place."""
        super().resizeEvent(event)
        self._draw_anew()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """A pointer that only rests here changes no moment."""
        event.ignore()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Time runs from side to side, so up and down are left to what scrolls."""
        if event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            event.ignore()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Go straight to where it was pressed, and follow the pointer."""
        if event.button() == Qt.MouseButton.LeftButton:
            self.setSliderDown(True)
            self.setValue(self.place_at(event.position().x()))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Follow the pointer."""
        if self.isSliderDown():
            self.setValue(self.place_at(event.position().x()))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Stay there."""
        self.setSliderDown(False)
