"""What the room's screen shows is told to the server of its pages, where there is one."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject

from idlib_wargame.views.online.room_server import RoomServer
from idlib_wargame.windows.room.show import RoomShow


class ScreenPages(QObject):
    """While nobody has such a page open, its pages are not made; a page that is opened later is
    blank from the start where the room's screen is.
    """

    def __init__(self, show: RoomShow, server: RoomServer, parent: QObject) -> None:
        super().__init__(parent)
        self._show, self._server = show, server
        watching: list[Callable[[], None]] = [server.watch(self.tell)]
        self._watching = watching
        show.changed.connect(self.tell)
        show.timer.ticked.connect(self._tick)
        self._read = ""
        # A desk may go without being closed, with whatever it lies in.
        self.destroyed.connect(lambda: _end(watching))
        self.tell()

    def tell(self) -> None:
        """Which scene and page it is, of how many."""
        if not self._watching:
            return
        state = self._server.state()
        if state.has_screens:
            pages = self._show.sheet.pages  # makes them, and goes to the one that is new
            holds = tuple(page.holds for page in pages)
            self._read = self._show.reads
            self._server.show(self._show.showing, len(pages), holds, self._read)
        elif state.is_open:
            self._server.show(self._show.showing)

    def _tick(self) -> None:
        if self._show.reads != self._read:
            self.tell()

    def leave(self) -> None:
        """Tell nothing any more. Safe to be done twice."""
        _end(self._watching)


def _end(watching: list[Callable[[], None]]) -> None:
    while watching:
        watching.pop()()
