"""One laptop for everybody: the desk is covered while a seat's window is open on it.

It is covered too when a session is opened, and when the facilitator leaves it.
"""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from idlib_wargame.session.pins import PinLock
from idlib_wargame.session.session import Session
from idlib_wargame.views.desk.facilitator import top_line
from idlib_wargame.views.messages import MessageView
from idlib_wargame.views.seat_door import seat_door
from idlib_wargame.windows.desk.cover import DeskCover
from idlib_wargame.windows.parts.phase_timer import PhaseTimer
from idlib_wargame.windows.seat.window import SeatWindow


class Handover(QStackedWidget):
    """Shows the desk's page or its cover. ``covered`` tells which, when that changes.

    It remembers which messages each seat has seen, for the next time its window is opened.
    """

    covered = Signal(bool)

    def __init__(
        self,
        session: Session,
        page: QWidget,
        timer: PhaseTimer,
        lock: PinLock,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._page = page
        self._timer = timer
        self._seen: dict[str, frozenset[MessageView]] = {}
        self.seat_window: SeatWindow | None = None
        self.cover = DeskCover(lock)
        self.cover.lifted.connect(self._uncover)
        self.addWidget(page)
        self.addWidget(self.cover)

    @property
    def is_covered(self) -> bool:
        """Whether the desk is hidden from whoever is at the laptop."""
        return self.currentWidget() is self.cover

    def cover_desk(self) -> None:
        """Hide the desk until the facilitator is there."""
        self.cover.ask()
        self._cover()

    def open_seat(self, seat: str) -> None:
        """Cover the desk and open a seat for whoever sits there."""
        if self.seat_window is not None:
            return
        self.cover.wait_for(self._session.scenario.seat_by_id[seat].name)
        self._cover()
        window = SeatWindow(seat_door(self._session, seat), self._timer, self._seen.get(seat))
        window.closed.connect(lambda: self._closed(seat, window))
        window.setGeometry(self.window().geometry())
        self.destroyed.connect(window.deleteLater)  # nothing of a seat outlives its desk
        self.seat_window = window
        if self.window().isMaximized():
            window.showMaximized()
        else:
            window.show()

    def _cover(self) -> None:
        self.cover.show_where(top_line(self._session.scenario, self._session.play))
        self.setCurrentWidget(self.cover)
        self.covered.emit(True)

    def _closed(self, seat: str, window: SeatWindow) -> None:
        self._seen[seat] = window.inbox.seen
        self.seat_window = None
        window.deleteLater()
        self.cover.ask()
        self.window().activateWindow()

    def _uncover(self) -> None:
        self.setCurrentWidget(self._page)
        self.covered.emit(False)

    def close_seat(self) -> None:
        """The desk is closing, and a seat's window does not stay without it."""
        if self.seat_window is not None:
            self.seat_window.close()
