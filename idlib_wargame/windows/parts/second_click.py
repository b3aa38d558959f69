"""The second press of a double click goes nowhere, whatever lies under the pointer by then.

The first press may have opened a form, lifted a curtain or made a list anew: the second would
select a card that nobody has seen yet, drop a list down or take the keys from the field that was
opened. Where both are on one thing that may be pressed twice, as a field of text, both count.
"""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtGui import QGuiApplication, QMouseEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

from idlib_wargame.windows.parts.one_press import ONE_PRESS, TWICE, Hand, hand, is_near


class _Press(NamedTuple):
    by: Hand
    at: QPoint
    on: QWidget | None
    when: float
    stamp: int  # milliseconds by the system's clock, also where the press waited to be heard

    def is_second_of(self, first: _Press) -> bool:
        if self.by is not first.by or not self.by.tires or not is_near(first.at, self.at):
            return False
        within = QGuiApplication.styleHints().mouseDoubleClickInterval()
        return not self.by.is_rested(first.when, TWICE) or 0 <= self.stamp - first.stamp < within


_last: _Press | None = None


def _let_go() -> None:
    """Remember where it was, and nothing of the window that goes."""
    global _last
    _last = _last and _last._replace(on=None)


class SecondClicks(QObject):
    """Keeps them from all that lies in a window, before Qt gives anything the keys for them."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._takes_it = False
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take the press, what Qt makes of it, and its release."""
        kind = event.type()
        if watched is self._window:
            if kind in (QEvent.Type.Show, QEvent.Type.WinIdChange):
                self._hold()
            elif kind == QEvent.Type.Hide:
                _let_go()
        elif isinstance(event, QMouseEvent) and event.button() == Qt.MouseButton.LeftButton:
            if kind == QEvent.Type.MouseButtonPress:
                self._takes_it = self._is_second(event)
            return self._takes_it
        return False

    def _hold(self) -> None:
        """Mice are heard of first by what the system has of a window, once that is there."""
        handle = self._window.windowHandle()
        if handle is not None:
            handle.installEventFilter(self)  # once, however often that is asked

    def _is_second(self, event: QMouseEvent) -> bool:
        global _last
        before, _last = _last, None
        if QApplication.activePopupWidget() is not None:
            return False  # it puts a list or a menu away
        at, on = event.globalPosition().toPoint(), self._under(event.position().toPoint())
        _last = _Press(hand(), at, on, hand().seconds(), event.timestamp())
        if before is None or not _last.is_second_of(before):
            return False
        _last = _last._replace(on=before.on)
        return on is not before.on or bool(on.property(ONE_PRESS))

    def _under(self, at: QPoint) -> QWidget:
        """What is pressed there; of the parts of a button, the button."""
        found = self._window.childAt(at) or self._window
        above: QWidget | None = found
        while above is not None and not isinstance(above, QAbstractButton):
            above = above.parentWidget()
        return above or found
