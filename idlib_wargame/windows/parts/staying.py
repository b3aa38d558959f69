"""What comes into sight and stays there, told from what is only turned past."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal


class Staying(QObject):
    """``stayed`` once what ``is_seen`` was seen for so many seconds on end.

    Whoever shows it calls ``look`` whenever it may have come into sight or gone.
    """

    stayed = Signal()

    def __init__(self, is_seen: Callable[[], bool], seconds: float, parent: QObject) -> None:
        super().__init__(parent)
        self._is_seen = is_seen
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(round(1000 * seconds))
        self._timer.timeout.connect(self._has_been)

    def look(self) -> None:
        """See whether it is there now."""
        if not self._is_seen():
            self._timer.stop()
        elif not self._timer.isActive():
            self._timer.start()

    def _has_been(self) -> None:
        if self._is_seen():
            self.stayed.emit()
