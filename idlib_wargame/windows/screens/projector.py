"""What the facilitator said of the projector: that it shows one of the desk's screens.

It outlives the windows that it was said at. No window can find it out by itself: a splitter on the
cable tells no computer that there are two pictures.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QScreen
from PySide6.QtWidgets import QWidget

from idlib_wargame.windows.parts.unfailing import unfailing
from idlib_wargame.windows.screens.sharing import screen_named, shares_screen

_MOVES = (QEvent.Type.Move, QEvent.Type.Resize, QEvent.Type.Show, QEvent.Type.WindowStateChange)


class Projector(QObject):
    """``changed`` when something else was said, or screens are others than they were."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._screen: str | None = None  # the name, which may be empty
        self._watches = False

    def shows(self, window: QWidget) -> bool:
        """Whether the room sees what that window shows.

        Where the screen that was meant has gone, it may be any of those that are left.
        """
        if self._screen is None:
            return False
        screen = screen_named(self._screen)
        return screen is None or shares_screen(window, screen)

    def show_screen_of(self, window: QWidget) -> None:
        """It was said to show the screen that a window is on."""
        self._say(window.screen().name())

    def turn_away(self) -> None:
        """It was said to show none of them, or no longer."""
        self._say(None)

    def _say(self, screen: str | None) -> None:
        if screen != self._screen:
            self._watch()
            self._screen = screen
            self.changed.emit()

    def _watch(self) -> None:
        app = QGuiApplication.instance()
        if self._watches or not isinstance(app, QGuiApplication):
            return
        self._watches = True
        app.screenAdded.connect(self._watch_screen)
        app.screenRemoved.connect(self._soon)
        for screen in app.screens():
            self._watch_screen(screen)

    def _watch_screen(self, screen: QScreen) -> None:
        screen.geometryChanged.connect(self._soon)
        self._soon()

    def _soon(self) -> None:
        """Once Qt has put the windows of a screen that went on another."""
        QTimer.singleShot(0, self, self.changed.emit)


@unfailing(eventFilter=False)
class KeptFromRoom(QObject):
    """Covers what a window shows as soon as the room would see it, wherever it was pulled or went.

    ``cover`` does nothing where there is nothing to be covered.
    """

    def __init__(self, window: QWidget, cover: Callable[[], object]) -> None:
        super().__init__(window)
        self._window, self._cover = window, cover
        window.installEventFilter(self)
        projector().changed.connect(self._look)
        self._look()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """It may be on another screen now."""
        if event.type() in _MOVES and watched is self._window:
            self._look()
        return False

    def _look(self) -> None:
        if projector().shows(self._window):
            self._cover()


_projector = Projector()


def projector() -> Projector:
    """The projector of this room: there is one."""
    return _projector
