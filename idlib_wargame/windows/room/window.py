"""The window of the room's screen. Who looks: twelve people, from the back of the room."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent, QMouseEvent, QScreen
from PySide6.QtWidgets import QVBoxLayout, QWidget

from idlib_wargame.windows.parts.keys import Where, bind, key_words
from idlib_wargame.windows.room.screen import RoomScreen
from idlib_wargame.windows.room.show import RoomShow
from idlib_wargame.windows.screens.fitting import open_in_corner
from idlib_wargame.words.language import _, fill

SIZE = QSize(1280, 720)  # where it is a window like any other
BESIDE = QSize(720, 405)  # and where it leaves the desk in sight
HINT = 4000  # milliseconds for which it is said how to leave the full screen


class RoomWindow(QWidget):
    """Knows the room's door and nothing else of the session. ``closed`` when it has gone.

    With ``is_over_desk`` it was opened over a desk that the projector shows: leaving full screen
    closes it. With ``is_for_desk_alone`` no projector shows the screen that it is on.
    ``keys_wanted`` when its keys are asked for: a list of them is no sight for the room.
    """

    closed = Signal()
    keys_wanted = Signal()

    def __init__(
        self, show: RoomShow, is_over_desk: bool = False, is_for_desk_alone: bool = False
    ) -> None:
        super().__init__(None)
        self.is_over_desk = is_over_desk
        self.is_for_desk_alone = is_for_desk_alone
        self._show = show
        self.screen_of_room = RoomScreen(show, leads=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.screen_of_room)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self._hint = QTimer(self, singleShot=True, interval=HINT)
        self._hint.timeout.connect(lambda: self.screen_of_room.hint(""))
        self.resize(SIZE)
        self.setWindowTitle(fill(_("{exercise} — the room's screen"), exercise=show.view.title))
        bind(
            self,
            Where.ROOM,
            {
                "next": self._unless_asked(show.next),
                "back": self._unless_asked(show.back),
                "blank": self._unless_asked(show.turn_blank),
                "full": self._unless_asked(self.turn_full),
                "leave": self.ask_or_leave,
                "keys": self._unless_asked(self.keys_wanted.emit),
                "room_next": self._unless_asked(show.next),
                "room_blank": self._unless_asked(show.turn_blank),
                "room": self.close,
                "close": self.close,
            },
        )

    def stand_on(self, screen: QScreen) -> None:
        """Have it open there."""
        self.setScreen(screen)
        self.setGeometry(screen.geometry())

    def stand_as_window(self, screen: QScreen) -> None:
        """Have it open there as a small window, beside what the desk shows."""
        open_in_corner(self, BESIDE, screen)

    def fill_screen(self) -> None:
        """Fill the screen that it is on."""
        self.setCursor(Qt.CursorShape.BlankCursor)
        self.showFullScreen()
        self.activateWindow()

    def turn_full(self) -> None:
        """Fill the screen; where it does already, ask before it no longer does."""
        if self.isFullScreen():
            self.ask_or_leave()
        else:
            self.fill_screen()

    def ask_or_leave(self) -> None:
        """Ask before full screen is left; asked already, leave it."""
        if not self.isFullScreen():
            return
        if not self.screen_of_room.asked:
            key = key_words(Where.ROOM, "leave")
            said = _("Leave the full screen? Press {key} again to leave it, any other key to stay.")
            self.screen_of_room.ask(fill(said, key=key))
            return
        self.screen_of_room.ask("")
        if self.is_over_desk:
            self.close()
            return
        self.screen_of_room.hint("")
        self.unsetCursor()
        self.showNormal()

    def _unless_asked(self, act: Callable[[], object]) -> Callable[[], object]:
        """The first key after a question answers it: that of anything but leaving stays."""

        def acts() -> None:
            if self.screen_of_room.asked:
                self.screen_of_room.ask("")
            else:
                act()

        return acts

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A key that means nothing stays too."""
        self.screen_of_room.ask("")
        super().keyPressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Whoever looks for a way out of the full screen is told it for a moment."""
        super().mouseMoveEvent(event)
        if self.isFullScreen() and not self._show.showing.is_blank:
            said = fill(_("{key}: leave the full screen"), key=key_words(Where.ROOM, "leave"))
            self.screen_of_room.hint(said)
            self._hint.start()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """So does a click."""
        self.screen_of_room.ask("")
        super().mousePressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Nothing of it is in the record."""
        super().closeEvent(event)
        self.closed.emit()
