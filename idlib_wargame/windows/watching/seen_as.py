"""What a seat or the room is shown, on a window of the facilitator's own that says so."""

from __future__ import annotations

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from idlib_wargame.views.observer_door import LookingOn
from idlib_wargame.views.people import seen_as_words
from idlib_wargame.views.seat_door import SeatDoor
from idlib_wargame.windows.look import theme
from idlib_wargame.windows.parts.keys import Where, bind
from idlib_wargame.windows.parts.labels import label
from idlib_wargame.windows.parts.marks import Glyph
from idlib_wargame.windows.parts.one_press import steady
from idlib_wargame.windows.screens.fitting import open_within
from idlib_wargame.windows.watching.seen_room import SeenRoom
from idlib_wargame.windows.watching.seen_seat import SeenSeat
from idlib_wargame.words.language import _

SIZE = QSize(1280, 720)


class SeenAs(QFrame):
    """``closed`` when it has gone. Its edge and its head say that it is only looked at."""

    closed = Signal()

    def __init__(self, shown: SeatDoor | LookingOn, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "seen_as")
        self.shown: SeenSeat | SeenRoom
        name = ""
        if isinstance(shown, LookingOn):
            self.shown = SeenRoom(shown)
            bind(self, Where.EVERYWHERE, {"close": self.close})
        else:
            name = shown.view().seat.name
            self.shown = SeenSeat(shown)
            self.shown.closed.connect(self.close)  # the keys that close a seat's curtain
        self.words = label(seen_as_words(name), bold=True, wrap=True)
        self.leave = QPushButton(_("Close"))
        self.leave.clicked.connect(self.close)
        steady(self.leave)
        column = QVBoxLayout(self)
        column.setContentsMargins(4, 4, 4, 4)
        column.setSpacing(0)
        column.addWidget(self._head(shown), 0)
        column.addWidget(self.shown, 1)
        self.setWindowTitle(self.words.text())
        open_within(self, SIZE)

    def _head(self, shown: SeatDoor | LookingOn) -> QWidget:
        head = QFrame()
        head.setProperty("role", "seen_head")
        row = QHBoxLayout(head)
        row.setContentsMargins(2 * theme.SPACE, 6, theme.SPACE, 6)
        row.setSpacing(theme.SPACE)
        row.addWidget(Glyph("eye", "text", 18))
        said = QVBoxLayout()
        said.setSpacing(0)
        said.addWidget(self.words)
        if not isinstance(shown, LookingOn):
            said.addWidget(label(_covered_words(), "muted", wrap=True))
        row.addLayout(said, 1)
        row.addWidget(self.leave)
        return head

    def closeEvent(self, event: QCloseEvent) -> None:
        """Let go of the session."""
        self.shown.let_go()
        super().closeEvent(event)
        self.closed.emit()


def _covered_words() -> str:
    return _("Its drafts, its notes and its sealed orders stay covered.")
