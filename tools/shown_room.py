"""A room as it stands in a picture: its server serves nobody, and is always the same."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from idlib_wargame.session.play import Play
from idlib_wargame.views.online.room_server import (
    Address,
    AsksIn,
    HeldUp,
    Present,
    RoomState,
)
from idlib_wargame.views.online.wifi import Wifi
from idlib_wargame.views.room.paging import Holds
from idlib_wargame.views.room.showing import Showing

WIFI = Wifi("Seminar room 2", "correct horse battery")
OPEN = RoomState(
    is_open=True,
    port=8080,
    word="lantern",
    address="192.168.178.23",
    addresses=(Address("192.168.178.23", "Wi-Fi", True), Address("10.0.0.5", "Ethernet")),
)
_DEVICES = ("iPhone, Safari", "Pixel, Chrome", "Firefox on Windows", "iPad, Safari")
_SINCE, _SEEN = "2020-02-03T12:51:00+00:00", "2020-02-03T13:24:00+00:00"


class ShownRoom:
    """Answers with the state that it was made with."""

    def __init__(self, state: RoomState = OPEN) -> None:
        self._state = state

    def open(self, port: int = 0) -> None:
        """It is as it is."""

    def close(self) -> None:
        """It is as it is."""

    @property
    def was_left_open(self) -> bool:
        """It was not."""
        return False

    @property
    def last_page(self) -> str:
        """It was never open before."""
        return ""

    def state(self) -> RoomState:
        """How it stands."""
        return self._state

    def show_address(self, ip: str) -> None:
        """It is as it is."""

    def tell_wifi(self, wifi: Wifi) -> None:
        """It is as it is."""

    def let_in(self, key: str, seat: str) -> None:
        """It is as it is."""

    def turn_away(self, key: str) -> None:
        """It is as it is."""

    def lift_wait(self, person: str, seat: str) -> None:
        """It is as it is."""

    def end(self, key: str) -> None:
        """It is as it is."""

    def end_newcomer(self, key: str) -> None:
        """It is as it is."""

    def link_of_screen(self) -> str:
        """An address like any other."""
        return f"{self._state.page}/screen"

    def link_of_observer(self, name: str) -> str:
        """An address like any other."""
        return f"{self._state.page}/watch"

    def show(self, showing: Showing, pages: int = 1, holds: Holds = (), reads: str = "") -> None:
        """It is as it is."""

    def watch(self, look: Callable[[], None]) -> Callable[[], None]:
        """Nothing changes."""
        return lambda: None


def with_people(play: Play, seats: Sequence[str]) -> RoomState:
    """Most have joined, one is away, one has wrong PINs behind them, and one is not on the list."""
    people = [(name, seat) for seat in seats for name in play.setup.of(seat).people]
    *joined, (held_up, seat) = people
    present = [
        Present(name, name, at, "", _DEVICES[number % 4], _SINCE, _SEEN, number % 5 != 3)
        for number, (name, at) in enumerate(joined)
    ]
    screen = Present("screen", "", "", "The room's screen", "Chrome", _SINCE, _SEEN, True)
    asks = AsksIn("a", "Konstantin Alexandrowitsch Wolkow", "", "Galaxy, Chrome", _SEEN)
    return replace(
        OPEN,
        present=(*present, screen),
        asking=(asks,),
        has_seen_anybody=True,
        held_up=(HeldUp(held_up, seat),),
    )
