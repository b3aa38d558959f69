"""Opening the room's screen from the desk: on another display, or on the desk's own."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QScreen

from idlib_wargame.windows.desk.handover import Handover
from idlib_wargame.windows.parts.keys import Where
from idlib_wargame.windows.parts.keys_sheet import show_keys
from idlib_wargame.windows.room.show import RoomShow
from idlib_wargame.windows.room.window import RoomWindow
from idlib_wargame.windows.screens.projector import projector
from idlib_wargame.windows.screens.sharing import (
    OtherScreen,
    is_mirrored,
    other_screens,
    screen_of,
)


class RoomOpening(QObject):
    """``changed`` when the window has come, gone, or is on another screen.

    A screen that goes leaves its window on the desk's, which is covered then; once it is back, so
    is the window. ``is_open`` and ``where`` say how it stands.
    """

    changed = Signal()

    def __init__(self, show: RoomShow, handover: Handover) -> None:
        super().__init__(handover)
        self._show = show
        self._handover = handover
        self._wanted: OtherScreen | None = None
        app = QGuiApplication.instance()
        if isinstance(app, QGuiApplication):
            for told in (app.screenAdded, app.screenRemoved, app.primaryScreenChanged):
                told.connect(self._soon)
            app.screenAdded.connect(self._watch)
            for screen in app.screens():
                self._watch(screen)

    @property
    def is_open(self) -> bool:
        """Whether the room's screen is shown anywhere."""
        return self._handover.room is not None

    @property
    def where(self) -> OtherScreen | None:
        """The screen that it is shown on; None while it is not."""
        room = self._handover.room
        return screen_of(room) if room is not None else None

    @property
    def others(self) -> tuple[OtherScreen, ...]:
        """The screens that it could fill, and leave the desk alone."""
        return other_screens(self._handover.window())

    def open_on(self, where: OtherScreen) -> None:
        """Fill that screen; where it has gone, nothing is opened."""
        screen = where.found()
        if screen is not None:
            projector().turn_away()  # as the room has a screen of its own
            self._wanted = where
            self._open(RoomWindow(self._show), screen)
            self._handover.window().activateWindow()  # keys go on being the desk's

    def open_over_desk(self) -> None:
        """The projector shows the desk's screen: fill it, and cover the desk."""
        self._wanted = None
        window = RoomWindow(self._show, is_over_desk=True)
        self._open(window, self._handover.window().screen())
        projector().show_screen_of(self._handover.window())

    def open_beside_desk(self) -> None:
        """No projector shows the desk's screen: a window like any other."""
        projector().turn_away()
        self._wanted = None
        window = RoomWindow(self._show, is_for_desk_alone=True)
        window.stand_as_window(self._handover.window().screen())
        self._take(window)
        window.show()

    def close(self) -> None:
        """Show it no longer."""
        self._handover.close_room()

    def hand_to(self, other: RoomOpening) -> None:
        """Have the room's screen of another desk where this one's is, and in its place.

        What is blank stays so.
        """
        room, where = self._handover.room, self.where
        if room is None or where is None:
            return
        if self._show.showing.is_blank is not other._show.showing.is_blank:
            other._show.turn_blank()
        if room.is_over_desk:
            other.open_over_desk()
        elif room.is_for_desk_alone:
            other.open_beside_desk()
        else:
            other.open_on(self._wanted or where)
        self.close()
        if not room.is_over_desk:
            other._handover.window().activateWindow()  # the desk is what leads it

    def _open(self, window: RoomWindow, screen: QScreen) -> None:
        window.stand_on(screen)
        self._take(window)
        window.fill_screen()

    def _take(self, window: RoomWindow) -> None:
        self.close()
        self._handover.take_room(window)
        window.closed.connect(self.changed)
        window.keys_wanted.connect(self._show_keys)
        self.changed.emit()

    def _show_keys(self) -> None:
        """At the desk, and not while the room looks at that."""
        if not self._handover.is_covered:
            show_keys(self._handover.window(), Where.ROOM)

    def _watch(self, screen: QScreen) -> None:
        screen.geometryChanged.connect(self._soon)

    def _soon(self) -> None:
        """Once Qt has put the windows of a screen that went on another."""
        QTimer.singleShot(0, self, self.screens_changed)

    def screens_changed(self) -> None:
        """Keep the desk from the room's eyes, and the room's window on its screen."""
        room = self._handover.room
        if room is None:
            return
        if room.is_for_desk_alone and is_mirrored():
            room.is_for_desk_alone = False  # what was answered was another question
            projector().show_screen_of(self._handover.window())
        wanted = self._wanted.found() if self._wanted is not None else None
        if wanted is not None and room.isFullScreen() and screen_of(room) != self._wanted:
            room.showNormal()
            room.stand_on(wanted)
            room.fill_screen()
        elif room.isFullScreen() and room.geometry() != room.screen().geometry():
            room.setGeometry(room.screen().geometry())
        self._handover.settle()
        self.changed.emit()
