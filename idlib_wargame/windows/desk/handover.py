"""One laptop for everybody: the desk is covered while a seat's window is open on it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from idlib_wargame.session.session import Session
from idlib_wargame.views.messages import MessageView
from idlib_wargame.views.seat_door import seat_door
from idlib_wargame.windows.parts.key_text import key_text
from idlib_wargame.windows.parts.phase_timer import PhaseTimer
from idlib_wargame.windows.seat.curtain import Curtain
from idlib_wargame.windows.seat.window import SeatWindow
from idlib_wargame.words.language import _, fill


class Handover(QStackedWidget):
    """Shows the desk's page or its cover. ``covered`` tells which, when that changes.

    It remembers which messages each seat has seen, for the next time its window is opened.
    """

    covered = Signal(bool)

    def __init__(
        self, session: Session, page: QWidget, timer: PhaseTimer, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._page = page
        self._timer = timer
        self._seen: dict[str, frozenset[MessageView]] = {}
        self.seat_window: SeatWindow | None = None
        self.cover = Curtain()
        self.cover.lifted.connect(self._uncover)
        self.addWidget(page)
        self.addWidget(self.cover)

    @property
    def is_covered(self) -> bool:
        """Whether the desk is hidden from whoever is at the laptop."""
        return self.currentWidget() is self.cover

    def open_seat(self, seat: str) -> None:
        """Cover the desk and open a seat for whoever sits there."""
        if self.seat_window is not None:
            return
        name = self._session.scenario.seat_by_id[seat].name
        self.cover.say(
            _("The desk is covered"),
            fill(
                _("The window of {seat} is open. Close its curtain to come back here."), seat=name
            ),
        )
        self.setCurrentWidget(self.cover)
        self.covered.emit(True)
        window = SeatWindow(seat_door(self._session, seat), self._timer, self._seen.get(seat))
        window.closed.connect(lambda: self._closed(seat, window))
        window.setGeometry(self.window().geometry())
        self.destroyed.connect(window.deleteLater)  # nothing of a seat outlives its desk
        self.seat_window = window
        if self.window().isMaximized():
            window.showMaximized()
        else:
            window.show()

    def _closed(self, seat: str, window: SeatWindow) -> None:
        self._seen[seat] = window.inbox.seen
        self.seat_window = None
        window.deleteLater()
        self.cover.say(
            _("Facilitator only"),
            fill(_("Take the laptop back, then press {key}."), key=key_text(Qt.Key.Key_Return)),
            _("Lift the curtain"),
        )
        self.window().activateWindow()
        self.cover.setFocus()

    def _uncover(self) -> None:
        self.setCurrentWidget(self._page)
        self.covered.emit(False)

    def close_seat(self) -> None:
        """The desk is closing, and a seat's window does not stay without it."""
        if self.seat_window is not None:
            self.seat_window.close()
