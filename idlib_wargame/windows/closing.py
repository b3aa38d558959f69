"""Telling when a window has been closed, whoever wrote it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QWidget

ASIDE = "aside"  # the property of a window that is out of sight for a while


class Closing(QObject):
    """Calls ``then`` once the window has agreed to close and is gone from the screen.

    One that was set aside, by ``ASIDE``, is not gone: it comes back.
    """

    def __init__(self, window: QWidget, then: Callable[[], None]) -> None:
        super().__init__(window)
        self._window = window
        self._then = then
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A hidden window may be on its way out; whether it was closed shows a moment later."""
        if event.type() == QEvent.Type.Hide and not event.spontaneous():
            QTimer.singleShot(0, self, self._look)
        return False

    def _look(self) -> None:
        if not (self._window.isVisible() or self._window.property(ASIDE)):
            self._window.removeEventFilter(self)
            self._then()
