"""What the facilitator said of the projector: that it shows one of the desk's screens.

It outlives the windows that it was said at. No window can find it out by itself: a splitter on the
cable tells no computer that there are two pictures.
"""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from idlib_wargame.windows.screens.sharing import screen_named, shares_screen


class Projector(QObject):
    """``changed`` when something else was said."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._screen: str | None = None  # the name, which may be empty

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
            self._screen = screen
            self.changed.emit()


_projector = Projector()


def projector() -> Projector:
    """The projector of this room: there is one."""
    return _projector
