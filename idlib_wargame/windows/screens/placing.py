"""Windows come back where they were left, and look as they did, screen by screen."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, QRect, Qt, QTimer
from PySide6.QtGui import QGuiApplication, QScreen
from PySide6.QtWidgets import QApplication, QWidget

from idlib_wargame.windows.look import theme
from idlib_wargame.windows.parts import shared_room
from idlib_wargame.windows.parts.shared_room import SharedRoom
from idlib_wargame.windows.screens.fitting import stand_at
from idlib_wargame.windows.screens.kept_look import (
    KeptLook,
    Shared,
    Stood,
    keep_look,
    read_look,
)

_SETTLED = 800  # milliseconds without another move: a window is not written down while it is pulled


def screen_key(screen: QScreen) -> str:
    """A screen by its name and size, as it is remembered."""
    size = screen.geometry().size()
    return f"{screen.name()} {size.width()}×{size.height()}"


class Placing(QObject):
    """Remembers for every window that it is given, in a file; None remembers nothing.

    There is one size of text at a time, that of the screen which a window was last opened on or
    pulled to, as all windows are dressed alike.
    """

    def __init__(self, file: Path | None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._file = file
        self._soon = QTimer(self, singleShot=True, interval=_SETTLED)
        self._soon.timeout.connect(self._write)
        self._look = read_look(file)
        if self._look.scheme is not None:
            theme.set_scheme(self._look.scheme)
        # Before a window is put together: what is not shown yet does not all change its size.
        if (first := QGuiApplication.primaryScreen()) is not None:
            self._take_text_of(first)
        theme.changes().chosen.connect(self._keep_choice)
        shared_room.changes().moved.connect(self._keep_shares)
        shared_room.changes().wanted.connect(self._give_shares)
        shared_room.changes().forgotten.connect(self._forget_shares)

    def place(self, window: QWidget) -> None:
        """Put a window that has not been shown where one of its kind stood, and follow it.

        A screen that has gone since is not looked for: what stood there opens as at the first time.
        """
        self._put(window, "")
        self._take_text_of(window.screen())
        _Follower(window, self._note, self._take_text_of)

    def place_beside(self, window: QWidget) -> None:
        """The same for a window that keeps to the screen it is on, and to its size of text."""
        self._put(window, screen_key(window.screen()))
        _Follower(window, self._note, lambda _screen: None)

    def _put(self, window: QWidget, only: str) -> None:
        there = {screen_key(each): each for each in QGuiApplication.screens()}
        wanted = [only] if only else there
        for place in self._look.stood.get(_kind(window), ()):
            if place.screen in wanted and place.screen in there:
                self._stand(window, place, there[place.screen])
                break

    def _stand(self, window: QWidget, place: Stood, screen: QScreen) -> None:
        stand_at(window, QRect(place.left, place.top, place.width, place.height), screen)
        if place.maximized:
            window.setWindowState(window.windowState() | Qt.WindowState.WindowMaximized)

    def _take_text_of(self, screen: QScreen) -> None:
        percent = self._look.text.get(screen_key(screen))
        if percent in theme.TEXT_SCALES and percent != theme.text_scale():
            theme.set_text_scale(percent)

    def _keep_choice(self) -> None:
        """Somebody has chosen another look at a window."""
        look = replace(self._look, scheme=theme.scheme())
        window = QApplication.activeWindow()
        screen = window.screen() if window is not None else QGuiApplication.primaryScreen()
        self._keep(look.with_text(screen_key(screen), theme.text_scale()))

    def _keep_shares(self, parts: SharedRoom) -> None:
        """A handle has been pulled; while it is being pulled, nothing is written yet."""
        screen = screen_key(parts.screen())
        now = Shared(screen, theme.text_scale(), parts.shares)
        self._look = self._look.with_shares(parts.objectName(), now)
        self._soon.start()

    def _give_shares(self, parts: SharedRoom) -> None:
        screen = screen_key(parts.screen())
        parts.take(self._look.shares_of(parts.objectName(), screen, theme.text_scale()))

    def _forget_shares(self) -> None:
        self._keep(replace(self._look, shared={}))

    def _write(self) -> None:
        self._soon.stop()
        keep_look(self._file, self._look)

    def _note(self, window: QWidget) -> None:
        if window.isFullScreen() or window.isMinimized():
            return
        box = window.normalGeometry() if window.isMaximized() else window.geometry()
        place = Stood(
            screen_key(window.screen()),
            box.left(),
            box.top(),
            box.width(),
            box.height(),
            window.isMaximized(),
        )
        self._keep(self._look.with_place(_kind(window), place))

    def _keep(self, look: KeptLook) -> None:
        if look != self._look or self._soon.isActive():
            self._look = look
            self._write()


def _kind(window: QWidget) -> str:
    return type(window).__name__


class _Follower(QObject):
    """Tells of a window's place when it has been moved, and of its screen when that is another.

    The window is its parent and nothing more: a reference back would make a circle, and one that is
    collected takes the window apart from the wrong end.
    """

    def __init__(
        self,
        window: QWidget,
        note: Callable[[QWidget], None],
        came_to: Callable[[QScreen], None],
    ) -> None:
        super().__init__(window)
        self._note, self._came_to = note, came_to
        self._timer = QTimer(self, singleShot=True, interval=_SETTLED)
        self._timer.timeout.connect(self._tell)
        self._follows = False
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Moved, made larger, maximized: told a moment later; at closing, at once."""
        kind = QEvent.Type
        if event.type() == kind.Show and isinstance(watched, QWidget):
            self._follow_screen(watched)
        elif event.type() == kind.Close:
            self._tell()
        elif event.type() in (kind.Move, kind.Resize, kind.WindowStateChange):
            self._timer.start()
        return False

    def _follow_screen(self, window: QWidget) -> None:
        handle = window.windowHandle()
        if handle is not None and not self._follows:
            self._follows = True
            handle.screenChanged.connect(self._came_to)

    def _tell(self) -> None:
        self._timer.stop()
        window = self.parent()
        if isinstance(window, QWidget) and window.isVisible():
            self._note(window)
