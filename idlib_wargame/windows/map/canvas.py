"""The map itself: drawn to fit, zoomed and pulled by mouse, touch and keys, and pointed at."""

from __future__ import annotations

from collections.abc import Sequence
from math import exp

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QNativeGestureEvent,
    QPaintEvent,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import (
    QGestureEvent,
    QPinchGesture,
    QSizePolicy,
    QToolTip,
    QWidget,
)

from idlib_wargame.views.map.fronts import Fronts
from idlib_wargame.views.map.projection import Box, Frame
from idlib_wargame.views.map.shown import MapShown
from idlib_wargame.views.map.standing import Standing
from idlib_wargame.windows.look import theme
from idlib_wargame.windows.look.painting import painting
from idlib_wargame.windows.map.base_map import BaseMap
from idlib_wargame.windows.map.ink import pen
from idlib_wargame.windows.map.picture import Picture

STEP = 1.4  # times, for a key, a button or a notch of the wheel
CLOSEST = 14.0  # times the scale at which the play fits
PULL = 0.15  # of the width, for an arrow key
STILL = 4  # pixels that a press may wander and still be a click

PULLS = {
    Qt.Key.Key_Left: (PULL, 0.0),
    Qt.Key.Key_Right: (-PULL, 0.0),
    Qt.Key.Key_Up: (0.0, PULL),
    Qt.Key.Key_Down: (0.0, -PULL),
}


class MapCanvas(QWidget):
    """Shows what stands; ``pointed`` tells which feature is pointed at (its id, or "").

    ``picked`` tells which was clicked, or chosen by Enter, of those that have a history. One may be
    ``chosen`` to stay set off; ``left`` tells that Escape was pressed meanwhile.
    """

    pointed = Signal(str)
    picked = Signal(str)
    left = Signal()
    resized = Signal()

    def __init__(self, base: BaseMap, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.base = base
        self._standings: Sequence[Standing] = ()
        self._in_order: Sequence[str] = ()
        self._with_history: frozenset[str] = frozenset()
        self._fronts = Fronts()
        self._frame: Frame | None = None
        self._whole = False  # whether all there is, rather than the first view, is kept to
        self._picture: Picture | None = None
        self._at = ""
        self.chosen = ""
        self._by_hand = False  # whether it was the mouse that pointed
        self._pulled_from: QPointF | None = None
        self._pulled = False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(200, 180)
        self.grabGesture(Qt.GestureType.PinchGesture)
        theme.changes().changed.connect(self._redraw)

    def sizeHint(self) -> QSize:
        """Large enough to be read at a glance."""
        return QSize(560, 520)

    def show_map(self, shown: MapShown) -> None:
        """Draw this from now on."""
        self._standings, self._fronts = shown.standings, shown.fronts
        self._in_order = shown.in_order
        self._with_history = frozenset(each.id for each in shown.places.values() if each.tracks)
        if all(each.feature.id != self._at for each in self._standings):
            self.point_at("")
        self._redraw()

    @property
    def picture(self) -> Picture:
        """What is drawn now."""
        if self._picture is None:
            self._picture = Picture(self.base, self.frame, self._standings, self._fronts)
        return self._picture

    @property
    def frame(self) -> Frame:
        """What part of the earth is shown."""
        if self._frame is None:
            fitted = self.base.whole_frame if self._whole else self.base.frame
            return fitted(self.width(), self.height())
        return self._frame.resized(self.width(), self.height()).within(self.base.whole)

    @property
    def at(self) -> str:
        """The id of the feature pointed at, or ""."""
        return self._at

    @property
    def is_by_hand(self) -> bool:
        """Whether it was the mouse that pointed last."""
        return self._by_hand

    def choose(self, feature: str) -> None:
        """Set that feature off for as long as nothing else is pointed at; "" for none."""
        self.chosen = feature
        self.update()

    def fit(self) -> None:
        """Show all there is, and keep to it as the window changes."""
        self._frame, self._whole = None, True
        self._redraw()

    def go_home(self) -> None:
        """Show what the map showed at first, and keep to it as the window changes."""
        self._frame, self._whole = None, False
        self._redraw()

    def zoom(self, factor: float, at: QPointF | None = None) -> None:
        """Come so many times closer; what is at the pixel (or the middle) stays there."""
        frame = self.frame
        home = self.base.frame(frame.width, frame.height).scale
        whole = Frame.fitting(self.base.whole, frame.width, frame.height, frame.squeeze).scale
        scale = min(max(frame.scale * factor, min(whole, home)), home * CLOSEST)
        place = at or QPointF(frame.width / 2, frame.height / 2)
        self._show(frame.zoomed(scale / frame.scale, place.x(), place.y()))

    def pull(self, right: float, down: float) -> None:
        """Move the map by so many pixels."""
        self._show(self.frame.moved(right, down))

    def point_at(self, feature: str) -> None:
        """Set a feature off, and bring it into view if it is not."""
        if feature == self._at:
            return
        self._at = feature
        self.pointed.emit(feature)
        self.update()

    def step(self, forward: bool) -> None:
        """Point at the next feature in the order of telling, or at the one before."""
        ids = self._in_order
        if not ids:
            return
        if self._at in ids:
            place = (ids.index(self._at) + (1 if forward else -1)) % len(ids)
        else:
            place = 0 if forward else len(ids) - 1
        self._by_hand = False
        self.point_at(ids[place])
        self._bring_into_view()

    def middle_of(self, feature: str) -> QPointF:
        """Where the middle of a feature is, in pixels; the middle of the map for one not on it."""
        for each in self._standings:
            if each.feature.id == feature:
                box = Box.around(each.feature.points)
                earth = ((box.west + box.east) / 2, (box.south + box.north) / 2)
                return QPointF(*self.frame.to_screen(*earth))
        return QPointF(self.width() / 2, self.height() / 2)

    def _bring_into_view(self) -> None:
        points = next(
            each.feature.points for each in self._standings if each.feature.id == self._at
        )
        seen = QRectF(0, 0, self.width(), self.height())
        if not any(seen.contains(QPointF(*self.frame.to_screen(*point))) for point in points):
            middle = points[len(points) // 2]
            self._show(self.frame.centred(*middle))

    def _show(self, frame: Frame) -> None:
        self._frame = frame.within(self.base.whole)
        self._redraw()

    def _redraw(self) -> None:
        self._picture = None
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit again, or keep the middle where it was."""
        super().resizeEvent(event)
        self._redraw()
        self.resized.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the map, and a frame about it while it has the keys."""
        with painting(self) as painter:
            self.picture.paint(painter, self._at or self.chosen)
            if self.hasFocus():
                painter.setPen(pen(theme.colours().focus, 2))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawRect(QRectF(self.rect()).adjusted(1, 1, -1, -1))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows pull, + and − zoom, 0 fits, Home goes back to the first view, Page Down and Page
        Up go from feature to feature, Enter tells the history of the one pointed at.
        """
        key = Qt.Key(event.key())
        if key in PULLS:
            right, down = PULLS[key]
            self.pull(right * self.width(), down * self.height())
        elif key in (Qt.Key.Key_Plus, Qt.Key.Key_Equal):
            self.zoom(STEP)
        elif key in (Qt.Key.Key_Minus, Qt.Key.Key_Underscore):
            self.zoom(1 / STEP)
        elif key == Qt.Key.Key_0:
            self.fit()
        elif key == Qt.Key.Key_Home:
            self.go_home()
        elif key in (Qt.Key.Key_PageDown, Qt.Key.Key_PageUp):
            self.step(key == Qt.Key.Key_PageDown)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._at in self._with_history:
            self.picked.emit(self._at)
        elif key == Qt.Key.Key_Escape and self.chosen:
            self.left.emit()
        elif key == Qt.Key.Key_Escape and self._at:
            self.point_at("")
        else:
            super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """A notch is a step; a touchpad glides."""
        notches = event.angleDelta().y() / 120
        if notches:
            self.zoom(STEP**notches, event.position())
        event.accept()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take hold of the map."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._pulled_from, self._pulled = event.position(), False

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Pull the map, or point at what is below."""
        here = event.position()
        start = self._pulled_from
        if start is None:
            found = self.picture.at(here.x(), here.y())
            self._by_hand = True
            self.point_at(found.feature.id if found else "")
            if self._at in self._with_history:
                self.setCursor(Qt.CursorShape.PointingHandCursor)
            else:
                self.unsetCursor()
            return
        moved = here - start
        if self._pulled or moved.manhattanLength() > STILL:
            self._pulled = True
            self._pulled_from = here
            self.setCursor(Qt.CursorShape.ClosedHandCursor)
            self.pull(moved.x(), moved.y())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let go; where nothing was pulled, what is below was clicked."""
        is_click = self._pulled_from is not None and not self._pulled
        self._pulled_from = None
        self.unsetCursor()
        found = self.picture.at(event.position().x(), event.position().y()) if is_click else None
        if found is not None and found.feature.id in self._with_history:
            self._by_hand = True
            self.point_at(found.feature.id)
            self.picked.emit(found.feature.id)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Come closer to what was clicked."""
        self.zoom(STEP * STEP, event.position())

    def leaveEvent(self, event: QEvent) -> None:
        """Nothing is pointed at any more, unless the keys did it."""
        if self._by_hand:
            self.point_at("")
        super().leaveEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Nothing is pointed at any more, unless the keys went to its history."""
        if not self.chosen:
            self.point_at("")
        super().focusOutEvent(event)

    def event(self, event: QEvent) -> bool:
        """Pinching, on touchpads and on touch screens, and the tooltip of what is below."""
        if isinstance(event, QNativeGestureEvent):
            if event.gestureType() == Qt.NativeGestureType.ZoomNativeGesture:
                self.zoom(exp(event.value()), event.position())
                return True
        elif isinstance(event, QGestureEvent):
            return self._pinched(event)
        elif isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            found = self.picture.at(event.pos().x(), event.pos().y())
            QToolTip.showText(event.globalPos(), self._tip(found), self)
            return True
        return super().event(event)

    def _tip(self, standing: Standing | None) -> str:
        return standing.feature.name if standing else ""

    def _pinched(self, event: QGestureEvent) -> bool:
        pinch = event.gesture(Qt.GestureType.PinchGesture)
        if not isinstance(pinch, QPinchGesture):
            return False
        self.zoom(pinch.scaleFactor(), QPointF(self.mapFromGlobal(pinch.centerPoint().toPoint())))
        event.accept(pinch)
        return True
