"""The server of one session's room: it opens, listens on a thread of its own, and closes."""

from __future__ import annotations

import logging
import secrets
import sys
from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from idlib_wargame.session.faults import Refused
from idlib_wargame.views.online.networks import networks_now
from idlib_wargame.views.online.reception import Reception
from idlib_wargame.views.online.room_server import Address, RoomState
from idlib_wargame.views.online.who import Who
from idlib_wargame.views.online.wifi import Wifi
from idlib_wargame.views.room.paging import Holds
from idlib_wargame.views.room.showing import Showing
from idlib_wargame.web.listening import listen, port_of
from idlib_wargame.web.observer_links import observer_key
from idlib_wargame.web.room_word import is_whole_word, new_word
from idlib_wargame.web.stock import Stock
from idlib_wargame.web.threads import SessionThread
from idlib_wargame.words.language import _

if TYPE_CHECKING:
    from idlib_wargame.web.running import Running

OWNER = "web.room"
# Seconds after which a busy thread gives way to another, while the room is open. The server reads
# and writes little at a time, and would wait Python's own 5 ms each time for a desk that is busy.
_GIVES_WAY_AFTER = 0.001
_log = logging.getLogger(__name__)


class WebRoom:
    """Implements ``RoomServer``. ``host`` is what it listens at: every network of the computer."""

    def __init__(self, reception: Reception, thread: SessionThread, host: str = "0.0.0.0") -> None:
        self._reception, self._thread, self._host = reception, thread, host
        self._state = RoomState()
        self._showing: tuple[Showing, int, Holds, str] = (Showing(), 1, (), "")
        self._watchers: list[Callable[[], None]] = []
        self._running: Running | None = None
        self._picked = ""
        self._stock = Stock()
        self._gave_way_after = sys.getswitchinterval()
        self._uncloses: Callable[[], None] = lambda: None

    def open(self, port: int = 0) -> None:
        """Begin to serve. Raises RoomFault."""
        if self._running is not None:
            return
        # Much that a desk which opens no room does without.
        from idlib_wargame.web.live import LiveRoom
        from idlib_wargame.web.readers import Readers
        from idlib_wargame.web.running import Running

        kept = self._reception.kept(OWNER)
        word = kept.get("word", "")
        word = word if is_whole_word(word) else new_word()
        listener = listen(self._host, port, port_of(kept.get("port", "")))
        found = listener.getsockname()[1]
        room = LiveRoom(
            self._reception,
            self._thread,
            word,
            Readers(self._reception, lambda: self._showing, self.state),
        )
        room.screen_key = kept.get("screen") or secrets.token_urlsafe(18)
        room.observer_secret = kept.get("observers") or secrets.token_urlsafe(18)
        self._reception.keep(
            {
                (OWNER, "word"): word,
                (OWNER, "port"): str(found),
                (OWNER, "screen"): room.screen_key,
                (OWNER, "observers"): room.observer_secret,
                (OWNER, "is_open"): "1",
            }
        )
        self._running = Running(room, listener, self._hear, self._hear_that_it_stopped)
        self._state = RoomState(is_open=True, port=found, word=word, wifi=self._state.wifi)
        self._take_addresses(networks_now().addresses if self._host == "0.0.0.0" else ())
        self._running.unwatch = self._reception.watch(self._running.changed)
        self._uncloses = self._reception.close_first(self.close)
        self._gave_way_after = sys.getswitchinterval()
        sys.setswitchinterval(_GIVES_WAY_AFTER)
        self._running.start()
        self._tell()

    def close(self) -> None:
        """End every connection at once. Safe to be called again."""
        self._close("")

    def _close(self, fault: str) -> None:
        running, self._running = self._running, None
        if running is None:
            return
        running.unwatch()
        self._uncloses()
        running.stop()
        sys.setswitchinterval(self._gave_way_after)
        for rows in ({(OWNER, "is_open"): ""}, *running.room.left()):
            try:
                self._reception.keep(rows)
            except Exception:  # one person's text costs nobody else's
                _log.exception("Something could not be kept as the room was closed")
        self._state = RoomState(fault=fault, wifi=self._state.wifi)
        self._tell()

    def _hear_that_it_stopped(self) -> None:
        """From the server's thread, as it ends though nobody closed the room."""
        running = self._running
        self._thread.do(lambda: self._close_what_stopped(running))

    def _close_what_stopped(self, running: Running | None) -> None:
        if running is not None and running is self._running:
            self._close(
                _(
                    "The room has closed by itself, and no device is reached. Nothing that was "
                    "sent is lost. Open it to the room again: every page then comes back."
                )
            )

    @property
    def running(self) -> Running | None:
        """The thread that serves, for whoever measures it; None while the room is closed."""
        return self._running

    @property
    def was_left_open(self) -> bool:
        """Whether the program ended with the room open, and nobody had closed it."""
        return self._running is None and bool(self._reception.kept(OWNER).get("is_open"))

    @property
    def last_page(self) -> str:
        """What devices were told to go to last."""
        return self._reception.kept(OWNER).get("page", "")

    def state(self) -> RoomState:
        """How it stands."""
        return self._state

    def show_address(self, ip: str) -> None:
        """Show that address from now on."""
        self._picked = ip
        self._take_addresses(self._state.addresses)

    def tell_wifi(self, wifi: Wifi) -> None:
        """Pages of the room's screen say from now on that this is the Wi-Fi."""
        if wifi != self._state.wifi:
            self._state = replace(self._state, wifi=wifi)
            if self._running is not None:
                self._running.shows_anew("screen")

    def let_in(self, key: str, seat: str) -> None:
        """Let in whoever asks, at that seat. Raises Refused."""
        running = self._open_one()
        asks = next((each for each in self._state.asking if each.key == key), None)
        if asks is None:
            raise Refused(_("Nobody asks to be let in by that name any more."))
        who = self._reception.seat_them(asks.name, seat, asks=True)
        running.do(lambda: running.room.answer(key, who))

    def turn_away(self, key: str) -> None:
        """Do not let in whoever asks."""
        running = self._open_one()
        running.do(lambda: running.room.answer(key, None))

    def lift_wait(self, person: str, seat: str) -> None:
        """Let somebody who guessed at a PIN try again at once."""
        self._reception.lift_wait(Who("seat", person, seat))
        self._take_stock(self._stock)

    def end(self, key: str) -> None:
        """End a person's page, as an act that the record tells. Raises Refused."""
        running, who = self._open_one(), self._stock.who.get(key)
        if who is not None:
            self._reception.tell_ended(who)
            running.do(lambda: running.room.end_by_facilitator(key))

    def end_newcomer(self, key: str) -> None:
        """It was not they: their page ends, and the PIN they chose is reset. Raises Refused."""
        running, who = self._open_one(), self._stock.who.get(key)
        if who is not None and who.role == "seat":
            self._reception.end_newcomer(who)
            running.do(lambda: running.room.end_newcomer(key))

    def link_of_screen(self) -> str:
        """The address of the room's screen."""
        running = self._running
        page = self._state.page
        return f"{page}/screen/{running.room.screen_key}" if running and page else ""

    def link_of_observer(self, name: str) -> str:
        """The address for an observer or assistant."""
        who, running, page = self._reception.observer(name), self._running, self._state.page
        if who is None or running is None or not page:
            return ""
        return f"{page}/watch/{who.since}-{observer_key(running.room.observer_secret, who)}"

    def show(self, showing: Showing, pages: int = 1, holds: Holds = (), reads: str = "") -> None:
        """What the room's screen shows, of so many pages of its scene, and what each holds; what
        its clock ``reads`` where no phase runs.
        """
        if (showing, pages, holds, reads) != self._showing:
            self._showing = (showing, pages, holds, reads)
            if self._running is not None:
                self._running.shows_anew("screen")

    def watch(self, look: Callable[[], None]) -> Callable[[], None]:
        """Call that whenever the state may be another."""
        self._watchers.append(look)
        return lambda: self._watchers.remove(look) if look in self._watchers else None

    def _open_one(self) -> Running:
        if self._running is None:
            raise Refused(_("The room is closed; open it first."))
        return self._running

    def _take_stock(self, stock: Stock) -> None:
        if self._running is None:
            return
        self._stock = stock
        named = {each.key: self._reception.named(stock.who[each.key]) for each in stock.present}
        self._state = replace(
            self._state,
            present=tuple(each._replace(what=named[each.key]) for each in stock.present),
            asking=stock.asking,
            has_seen_anybody=stock.has_seen_anybody,
            held_up=self._reception.held_up(),
            pages_asked=stock.pages_asked,
            last_device=stock.last_device,
            last_seen=stock.last_seen,
        )
        self._tell()

    def _hear(self, told: Stock | tuple[Address, ...]) -> None:
        """From the server's thread."""
        if isinstance(told, Stock):
            self._thread.do(lambda: self._take_stock(told))
        else:
            self._thread.do(lambda: self._take_addresses(told))

    def _take_addresses(self, found: tuple[Address, ...]) -> None:
        if self._host != "0.0.0.0":
            found = (Address(self._host, "", True),)
        known = [each.ip for each in found]
        shown = self._picked if self._picked in known else known[0] if known else ""
        if (found, shown) != (self._state.addresses, self._state.address):
            self._state = replace(self._state, addresses=found, address=shown)
            if self._running is not None:
                self._running.shows_anew("screen")
            self._tell()
            if self._state.page:
                self._reception.keep({(OWNER, "page"): self._state.page})

    def _tell(self) -> None:
        for look in tuple(self._watchers):
            try:
                look()
            except Exception:
                _log.exception("Somebody who watches the room failed")
