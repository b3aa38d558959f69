"""Telling that the room is reached at another address than the one that devices know."""

from __future__ import annotations

from idlib_wargame.views.desk.devices_asked import lost_words, moved_words
from idlib_wargame.views.online.room_server import RoomState
from idlib_wargame.windows.parts.banner import Banner


class RoomAddress:
    """``known`` is what devices were told to go to, "" for nothing.

    Whoever was in the room stays there, also where the room has come to another address while it
    was closed, or without a network: they have to be told, so that the banner's words last.
    """

    def __init__(self, banner: Banner) -> None:
        self._banner = banner
        self._is_lost = False
        self.known = ""

    def follow(self, state: RoomState) -> None:
        """Tell of what has become of it."""
        if not state.is_open:
            self._is_lost = False
            self._banner.forget()
        elif state.page:
            self._found(state)
        elif self.known and not self._is_lost:
            self._is_lost = True
            self._banner.say(lost_words(), lasts=True)

    def _found(self, state: RoomState) -> None:
        known, self.known = self.known, state.page
        if known not in ("", state.page):
            self._banner.say(moved_words(state), lasts=True)
        elif self._is_lost:
            self._banner.forget()
        self._is_lost = False
