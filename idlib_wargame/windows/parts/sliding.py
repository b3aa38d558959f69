"""Rows that come and go move those below them, also under a hand that is about to press."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QWidget

from idlib_wargame.windows.parts.one_press import Steady


class Sliding(QObject):
    """Tells the steady buttons on a part that it lies elsewhere than a moment ago."""

    def __init__(self, part: QWidget) -> None:
        super().__init__(part)
        self._part = part
        part.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Look on, and take nothing away."""
        if event.type() == QEvent.Type.Move and self._part.isVisible():
            for press in self._part.findChildren(Steady):
                press.has_slid()
        return False


def sliding(*parts: QWidget) -> None:
    """A click on these is meant only for what has lain there for long enough to be read."""
    for part in parts:
        Sliding(part)
