"""The server of the browser seats, as the desk knows it. ``web`` is what serves.

Everything here is asked and told on the session's own thread.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from typing import NamedTuple, Protocol

from idlib_wargame.views.online.wifi import NO_WIFI, Wifi
from idlib_wargame.views.room.paging import Holds
from idlib_wargame.views.room.showing import Showing

FIRST_PORT = 8080
NEW_FOR = timedelta(minutes=15)  # after which whoever sees the room has seen who came


class RoomFault(Exception):
    """The room cannot be opened; the sentence says why and what to do."""


class Address(NamedTuple):
    """Where this computer is reached. ``adapter`` is what the system calls the network there.

    ``is_likely`` where the default route goes out by a network card that is no virtual one.
    """

    ip: str
    adapter: str
    is_likely: bool = False


class Present(NamedTuple):
    """Somebody who has joined from a device, by a ``key`` of their own.

    ``seat`` is the id of theirs, "" for an observer or a screen; ``what`` says it in words. ``on``
    names the device ("iPhone, Safari"). ``since`` is when they joined and ``seen`` when it was last
    heard of, UTC in ISO 8601; ``is_here`` while its page is open. ``address`` is where the device
    was then. ``is_first`` where nobody had come by that name before: no PIN was asked for.
    """

    key: str
    person: str
    seat: str
    what: str
    on: str
    since: str
    seen: str
    is_here: bool
    address: str = ""
    is_first: bool = False


class AsksIn(NamedTuple):
    """Somebody who waits to be let in: by a name that is not on the list, or at a seat where others
    have PINs and they have none. ``seat`` is theirs where they sit at one by that name, else "".
    """

    key: str
    name: str
    seat: str
    on: str
    at: str


class HeldUp(NamedTuple):
    """Somebody who guessed at a PIN too often, and has to wait before the next try."""

    person: str
    seat: str


@dataclass(frozen=True)
class RoomState:
    """How the room stands. ``address`` is the one that is shown, "" for none.

    ``has_seen_anybody`` once a device has asked for anything; ``pages_asked`` counts what others
    than this computer asked for. ``last_device`` names the one that asked last ("iPhone,
    Safari"), and ``last_seen`` when that was, UTC in ISO 8601. ``held_up`` are those whom wrong
    PINs have wait; ``fault`` says why the room closed by itself, and what to do. ``wifi`` is the
    one that pages of the room's screen tell of.
    """

    is_open: bool = False
    port: int = 0
    word: str = ""
    address: str = ""
    addresses: tuple[Address, ...] = ()
    present: tuple[Present, ...] = ()
    asking: tuple[AsksIn, ...] = ()
    has_seen_anybody: bool = False
    fault: str = ""
    pages_asked: int = 0
    last_device: str = ""
    last_seen: str = ""
    held_up: tuple[HeldUp, ...] = ()
    wifi: Wifi = NO_WIFI

    @property
    def screens(self) -> int:
        """On how many pages the room's screen is open."""
        return sum(not each.person and each.is_here for each in self.present)

    @property
    def has_screens(self) -> bool:
        """Whether the room's screen is open as a page anywhere."""
        return bool(self.screens)

    @property
    def page(self) -> str:
        """What is typed to join, without the room word ("http://192.0.2.7:8080")."""
        return f"http://{self.address}:{self.port}" if self.is_open and self.address else ""

    @property
    def link(self) -> str:
        """The same with the room word, as the code has it."""
        return f"{self.page}/?w={self.word}" if self.page else ""


class RoomServer(Protocol):
    """Opens and closes the room of one session."""

    def open(self, port: int = 0) -> None:
        """Begin to serve at that port, or for 0 at the one of the last time, 8080, or the next.

        Raises RoomFault.
        """
        ...

    @property
    def was_left_open(self) -> bool:
        """Whether the program ended amid it, with the room open."""
        ...

    @property
    def last_page(self) -> str:
        """What was typed to join when the room was open last, also by another run; "" if never."""
        ...

    def close(self) -> None:
        """End every connection at once; nothing is lost. Safe to be called again."""
        ...

    def state(self) -> RoomState:
        """How it stands now."""
        ...

    def show_address(self, ip: str) -> None:
        """Show that address from now on."""
        ...

    def tell_wifi(self, wifi: Wifi) -> None:
        """Pages of the room's screen say from now on that this is the Wi-Fi."""
        ...

    def let_in(self, key: str, seat: str) -> None:
        """Let in whoever asks, at that seat. Raises Refused."""
        ...

    def turn_away(self, key: str) -> None:
        """Do not let in whoever asks."""
        ...

    def lift_wait(self, person: str, seat: str) -> None:
        """Let somebody who guessed at a PIN try again at once."""
        ...

    def end(self, key: str) -> None:
        """End a person's page, as an act that the record tells. Raises Refused."""
        ...

    def end_newcomer(self, key: str) -> None:
        """Somebody came by a name that nobody had taken, and is not that person: their page ends,
        and the PIN that they chose is reset. Raises Refused.
        """
        ...

    def link_of_screen(self) -> str:
        """The address of the room's screen; whoever has it sees what the room sees."""
        ...

    def link_of_observer(self, name: str) -> str:
        """The address for an observer or assistant."""
        ...

    def show(self, showing: Showing, pages: int = 1, holds: Holds = (), reads: str = "") -> None:
        """What the room's screen shows, of so many pages of its scene, for pages that show the
        same: what each of those ``holds``, and what the clock ``reads`` where no phase runs.
        """
        ...

    def watch(self, look: Callable[[], None]) -> Callable[[], None]:
        """Call that whenever the state may be another; what comes back ends it."""
        ...
