"""A room without a network, for tests of the desk: devices come and go as a test says."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from idlib_wargame.session.faults import Refused
from idlib_wargame.views.online.networks import Networks
from idlib_wargame.views.online.room_server import (
    FIRST_PORT,
    Address,
    AsksIn,
    Present,
    RoomFault,
    RoomState,
)
from idlib_wargame.views.online.wifi import Wifi
from idlib_wargame.views.room.paging import Holds
from idlib_wargame.views.room.showing import Showing

WIFI = Address("192.168.1.23", "Wi-Fi", True)
CABLE = Address("10.0.0.5", "Ethernet")
AT = "2031-03-03T10:14:00+00:00"


class FakeServer:
    """Keeps what the desk asked for in ``told``. ``refuses`` is said instead of opening.

    ``shown`` is what pages of the room's screen were told to show, one after the other.
    """

    def __init__(self, *addresses: Address) -> None:
        self.addresses = addresses or (WIFI,)
        self.now = RoomState()
        self.told: list[tuple[str, ...]] = []
        self.refuses = ""
        self.was_left_open = False
        self.last_page = ""
        self.port = FIRST_PORT
        self.shown: list[tuple[Showing, int]] = []
        self.watching: list[Callable[[], None]] = []

    def become(self, **changes: object) -> None:
        """Stand otherwise from now on, and tell of it."""
        self.now = replace(self.now, **changes)  # type: ignore[arg-type]
        for look in tuple(self.watching):
            look()

    def come(self, person: str, seat: str, is_here: bool = True, what: str = "") -> None:
        """Somebody joins, or stands otherwise than before."""
        here = Present(person, person, seat, what, "iPhone, Safari", AT, AT, is_here)
        others = tuple(each for each in self.now.present if each.key != person)
        self.become(present=(*others, here), has_seen_anybody=True)

    def come_screen(self, key: str = "screen", is_here: bool = True) -> None:
        """The room's screen is opened as a page, or that page is away."""
        here = Present(key, "", "", "The room's screen", "Chrome, Windows", AT, AT, is_here)
        others = tuple(each for each in self.now.present if each.key != key)
        self.become(present=(*others, here))

    def come_first(self, person: str, seat: str, since: str, address: str = "192.168.1.7") -> None:
        """Somebody comes by a name that nobody had taken."""
        on = "iPhone, Safari"
        here = Present(person, person, seat, "", on, since, since, True, address, True)
        self.become(present=(*self.now.present, here), has_seen_anybody=True)

    def ask(self, name: str, seat: str = "") -> None:
        """Somebody asks to be let in."""
        asks = AsksIn(name, name, seat, "Pixel, Chrome", AT)
        self.become(asking=(*self.now.asking, asks), has_seen_anybody=True)

    def open(self, port: int = 0) -> None:
        """Open, unless it is to refuse."""
        self.told.append(("open", str(port)))
        if self.refuses:
            raise RoomFault(self.refuses)
        first = self.addresses[0].ip
        self.become(
            is_open=True,
            port=port or self.port,
            word="lantern",
            address=first,
            addresses=self.addresses,
        )

    def close(self) -> None:
        """Nobody is here any more."""
        self.told.append(("close",))
        self.become(is_open=False, present=(), asking=(), address="", addresses=())

    def state(self) -> RoomState:
        """As it stands."""
        return self.now

    def show_address(self, ip: str) -> None:
        """Show that one."""
        self.told.append(("show_address", ip))
        self.become(address=ip)

    def tell_wifi(self, wifi: Wifi) -> None:
        """Tell of it."""
        self.become(wifi=wifi)

    def let_in(self, key: str, seat: str) -> None:
        """They are here from now on."""
        self.told.append(("let_in", key, seat))
        if key == "Nobody":
            raise Refused("Nobody cannot be let in.")
        self._answer(key)
        self.come(key, seat)

    def turn_away(self, key: str) -> None:
        """They ask no more."""
        self.told.append(("turn_away", key))
        self._answer(key)

    def _answer(self, key: str) -> None:
        self.become(asking=tuple(each for each in self.now.asking if each.key != key))

    def lift_wait(self, person: str, seat: str) -> None:
        """They may try again."""
        self.told.append(("lift_wait", person, seat))
        held_up = tuple(each for each in self.now.held_up if tuple(each) != (person, seat))
        self.become(held_up=held_up)

    def end_newcomer(self, key: str) -> None:
        """It was not they."""
        self.told.append(("end_newcomer", key))
        self.become(present=tuple(each for each in self.now.present if each.key != key))

    def end(self, key: str) -> None:
        """They are gone."""
        self.told.append(("end", key))
        self.become(present=tuple(each for each in self.now.present if each.key != key))

    def link_of_screen(self) -> str:
        """A link of its own."""
        return f"{self.now.page}/screen?k=s1" if self.now.page else ""

    def link_of_observer(self, name: str) -> str:
        """A link of theirs."""
        return f"{self.now.page}/watch?k={name}" if self.now.page else ""

    def show(self, showing: Showing, pages: int = 1, holds: Holds = (), reads: str = "") -> None:
        """Remember it."""
        self.shown.append((showing, pages))

    def watch(self, look: Callable[[], None]) -> Callable[[], None]:
        """Tell of every change."""
        self.watching.append(look)
        return lambda: self.watching.remove(look)


class FakeAwake:
    """``is_on`` while it is to be kept awake; unless it ``can``, that is refused."""

    def __init__(self, can: bool = True) -> None:
        self.can = can
        self.is_on = False

    def begin(self) -> bool:
        """Keep it awake."""
        self.is_on = self.can
        return self.can

    def end(self) -> None:
        """Let it sleep."""
        self.is_on = False


def no_networks() -> Networks:
    """A computer whose cable leads nowhere."""
    return Networks((), ("Ethernet",))
