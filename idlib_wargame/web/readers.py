"""Who reads which page: what is looked at for them, how it is drawn, and what they may do there."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from typing import NamedTuple

from idlib_wargame.session.faults import Refused
from idlib_wargame.views.observer_door import ObserverDoor
from idlib_wargame.views.online.clock import ClockSeen
from idlib_wargame.views.online.observer_seen import ObserverSeen, observer_seen
from idlib_wargame.views.online.reception import Reception
from idlib_wargame.views.online.room_server import RoomState
from idlib_wargame.views.online.screen_seen import ScreenSeen, screen_seen
from idlib_wargame.views.online.seat_seen import SeatSeen, seat_seen
from idlib_wargame.views.online.who import Who
from idlib_wargame.views.room.paging import Holds
from idlib_wargame.views.room.showing import Showing
from idlib_wargame.web.areas.registry import acts, drawn_anew
from idlib_wargame.web.fields import Fields
from idlib_wargame.web.observer_page import observer_acts, observer_page, observer_parts
from idlib_wargame.web.screen_page import screen_page, screen_parts
from idlib_wargame.web.seat_page import seat_page
from idlib_wargame.words.language import _

Does = Callable[[Fields], str]


class Live(NamedTuple):
    """What a page has beside its parts, for one person.

    ``csrf`` goes back with every act, ``version`` says how far the parts have come; ``kept`` is
    what the person had typed and not sent. With ``muted`` nothing is taken from them.
    """

    person: str
    csrf: str
    version: str
    clock: ClockSeen
    kept: Mapping[str, str]
    muted: bool


Draws = Callable[[object], Mapping[str, str]]
Page = Callable[[object, Mapping[str, str], Live], str]


@dataclass(frozen=True)
class Reader:
    """All who see the same. ``look`` and ``does`` are for the session's thread alone.

    ``draw`` makes the parts of what was seen, and ``page`` the page that they stand in;
    ``clock`` is for that thread too.
    """

    name: str
    look: Callable[[], object]
    draw: Draws
    page: Page
    does: Callable[[str], Does | None]
    clock: Callable[[], ClockSeen]


def _watching(
    reception: Reception, who: Who, does: Callable[[ObserverDoor, Fields], str], fields: Fields
) -> str:
    door = reception.observer_door(who)
    if door is None:
        raise Refused(_("You no longer watch this exercise."))
    return does(door, fields)


class Readers:
    """Makes them; each is made once."""

    def __init__(
        self,
        reception: Reception,
        showing: Callable[[], tuple[Showing, int, Holds, str]],
        state: Callable[[], RoomState],
    ) -> None:
        self._reception, self._showing, self._state = reception, showing, state
        self._known: dict[str, Reader] = {}

    def of(self, who: Who) -> Reader:
        """The reader that somebody is."""
        name = {"seat": f"seat:{who.seat}", "screen": "screen"}.get(who.role, f"watch:{who.key}")
        if name not in self._known:
            self._known[name] = self._made(name, who)
        return self._known[name]

    def _made(self, name: str, who: Who) -> Reader:
        if who.role == "seat":
            return self._seat(name, who.seat)
        return self._screen(name) if who.role == "screen" else self._observer(name, who)

    def _observer(self, name: str, who: Who) -> Reader:
        reception, known = self._reception, observer_acts()

        def look() -> ObserverSeen | None:
            door = reception.observer_door(who)
            return observer_seen(door) if door is not None else None

        def draw(seen: object) -> Mapping[str, str]:
            return observer_parts(seen) if isinstance(seen, ObserverSeen) else {}

        def page(seen: object, parts: Mapping[str, str], live: Live) -> str:
            assert isinstance(seen, ObserverSeen)
            return observer_page(
                seen, parts, live.csrf, live.clock, live.version, live.kept, live.muted
            )

        def does(act: str) -> Does | None:
            found = known.get(act)
            return partial(_watching, reception, who, found) if found is not None else None

        return Reader(name, look, draw, page, does, reception.clock)

    def _screen(self, name: str) -> Reader:
        def look() -> ScreenSeen:
            showing, pages, holds, _reads = self._showing()
            return screen_seen(self._reception.room_door(), showing, pages, self._state(), holds)

        def draw(seen: object) -> Mapping[str, str]:
            assert isinstance(seen, ScreenSeen)
            return screen_parts(seen)

        def page(seen: object, parts: Mapping[str, str], live: Live) -> str:
            assert isinstance(seen, ScreenSeen)
            return screen_page(seen, parts, live.csrf, live.clock, live.version)

        def clock() -> ClockSeen:
            reads = self._showing()[3]
            return ClockSeen(reads) if reads else self._reception.clock()

        return Reader(name, look, draw, page, lambda _act: None, clock)

    def _seat(self, name: str, seat: str) -> Reader:
        reception, redrawn = self._reception, drawn_anew()

        def look() -> SeatSeen:
            return seat_seen(reception.seat_door(seat))

        def draw(seen: object) -> Mapping[str, str]:
            assert isinstance(seen, SeatSeen)
            return redrawn.parts(seen)

        def does(act: str) -> Does | None:
            found = acts().get(act)
            if found is None:
                return None
            return lambda fields: found(reception.seat_door(seat), fields)

        def page(seen: object, parts: Mapping[str, str], live: Live) -> str:
            assert isinstance(seen, SeatSeen)
            return seat_page(
                seen,
                parts,
                live.person,
                live.csrf,
                live.clock,
                live.version,
                live.kept,
                live.muted,
            )

        return Reader(name, look, draw, page, does, reception.clock)
