"""The window of a seat as its people see it, for somebody who only looks."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from idlib_wargame.views.seat_door import SeatDoor
from idlib_wargame.windows.parts.read_only import ReadOnly, only_looks
from idlib_wargame.windows.seat.window import SeatWindow


class SeenSeat(QWidget):
    """The same widgets, through a door that does nothing. ``closed`` when a key closed it."""

    closed = Signal()

    def __init__(self, door: SeatDoor, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.window_of_seat = shown = SeatWindow(door, looks_only=True, parent=self)
        self._is_gone = False
        shown.closed.connect(self._gone)
        self._guard = ReadOnly(self)
        only_looks(*shown.pages.buttons.values(), shown.situation, shown.history)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(shown)

    def _gone(self) -> None:
        if not self._is_gone:
            self._is_gone = True
            self.closed.emit()

    def let_go(self) -> None:
        """Let go of the session."""
        if not self._is_gone:
            self._is_gone = True
            self.window_of_seat.close()
