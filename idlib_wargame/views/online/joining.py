"""How the room joins, for its screen and for the codes that fill one."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from idlib_wargame.views.online.codes import Code, codes_of, wifi_text
from idlib_wargame.views.online.room_server import RoomState
from idlib_wargame.views.online.wifi import Wifi
from idlib_wargame.words.language import _, fill
from idlib_wargame.words.lists import facts


class Joining(NamedTuple):
    """``codes`` in the order in which they are read: the Wi-Fi's, where it was typed, and the
    page's. ``page`` is what is typed instead, ``word`` the room word that is asked for then, and
    ``wifi`` the network, without a name where nobody typed it."""

    codes: tuple[Code, ...]
    page: str
    word: str
    wifi: Wifi = Wifi()

    @property
    def captions(self) -> tuple[str, ...]:
        """Over each code what it is, and which comes first."""
        if len(self.codes) == 1:
            return (_("Scan with the camera of your phone"),)
        return (_("First scan to join the Wi-Fi"), _("Then scan to open the page"))

    @property
    def typed(self) -> tuple[str, ...]:
        """What is read under the codes, below the page: the Wi-Fi, and the room word."""
        said = (facts(self.wifi.lines), fill(_("Room word: {word}"), word=self.word))
        return tuple(each for each in said if each)

    @property
    def steps(self) -> tuple[str, ...]:
        """What to do without a camera, one after another."""
        return (*self.wifi.lines, self.page, fill(_("Room word: {word}"), word=self.word))


def joining(state: RoomState, wifi: Wifi) -> Joining | None:
    """How the room joins as it stands; None while it is closed, or on no network."""
    if not state.page:
        return None
    page = (state.link, _("The page"))
    if not wifi.name or wifi.amiss:
        return Joining(codes_of(page), state.page, state.word)
    codes = codes_of((wifi_text(wifi.name, wifi.password), _("The Wi-Fi")), page)
    return Joining(codes, state.page, state.word, wifi)


class HowToJoin:
    """Holds it for whoever shows it; ``watch`` tells of another, and what comes back ends that."""

    def __init__(self) -> None:
        self._now: Joining | None = None
        self._watching: list[Callable[[], None]] = []

    def __call__(self) -> Joining | None:
        """How the room joins now; None while nobody can."""
        return self._now

    def become(self, now: Joining | None) -> None:
        """From now on it is another."""
        if now != self._now:
            self._now = now
            for look in tuple(self._watching):
                look()

    def watch(self, look: Callable[[], None]) -> Callable[[], None]:
        """Call that whenever it is another."""
        self._watching.append(look)
        return lambda: self._watching.remove(look) if look in self._watching else None
