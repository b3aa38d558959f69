"""The facilitator looks at what a seat or the room is shown, on a window beside the desk."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from idlib_wargame.session.session import Session
from idlib_wargame.views.looking import looking_door
from idlib_wargame.views.observer_door import looking_on
from idlib_wargame.windows.desk.handover import Handover
from idlib_wargame.windows.parts.projector_question import unseen
from idlib_wargame.windows.screens.projector import KeptFromRoom
from idlib_wargame.windows.watching.seen_as import SeenAs

ROOM = ""


class Looking:
    """Opens such windows, one for each reader. They go as the desk is covered, or closes."""

    def __init__(self, session: Session, handover: Handover) -> None:
        self._session, self._handover = session, handover
        self.windows: dict[str, SeenAs] = {}
        handover.covered.connect(lambda on: self.close_all() if on else None)

    def see_as(self, seat: str = ROOM) -> None:
        """Show what that seat, or the room, is shown now."""
        if self._handover.is_covered:
            return
        window = self.windows.get(seat)
        if window is None:
            shown = looking_door(self._session, seat) if seat else looking_on(self._session)
            window = self.windows[seat] = SeenAs(shown)
            window.closed.connect(lambda: self._gone(seat))
            self._handover.destroyed.connect(window.deleteLater)
            if seat:
                self._keep_from_room(window)
            window.show()
        bring(window)

    def _keep_from_room(self, window: SeenAs) -> None:
        """Ask now; one that is pulled to where the room sees it goes."""

        def begin() -> None:
            KeptFromRoom(window, window.close)

        unseen(window, begin, stay=window.close)

    def _gone(self, seat: str) -> None:
        window = self.windows.pop(seat, None)
        if window is not None:
            window.deleteLater()

    def close_all(self) -> None:
        """Whoever comes to the desk now sees none of them."""
        for window in tuple(self.windows.values()):
            window.close()


def bring(window: QWidget) -> None:
    """Have it in front."""
    window.raise_()
    window.activateWindow()
