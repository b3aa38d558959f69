"""The room as it is open now: whose pages there are, what they show, and who waits at its door.

Everything here happens on the server's own thread.
"""

from __future__ import annotations

import asyncio
import secrets
import time
from collections.abc import Callable, Coroutine, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime

from idlib_wargame.session.naming import same_in
from idlib_wargame.views.online.reception import Reception
from idlib_wargame.views.online.room_server import AsksIn, Present
from idlib_wargame.views.online.standing import (
    Standing,
    ended_words,
    not_they_words,
)
from idlib_wargame.views.online.who import Who
from idlib_wargame.web.feed import Feed
from idlib_wargame.web.posting import Posting
from idlib_wargame.web.readers import Reader, Readers
from idlib_wargame.web.seen_devices import SeenDevices
from idlib_wargame.web.stock import Stock
from idlib_wargame.web.streams import Stream
from idlib_wargame.web.threads import SessionThread, there
from idlib_wargame.web.tokens import OWNER as TOKENS
from idlib_wargame.web.tokens import Holder, Rows, Tokens
from idlib_wargame.web.unsent import Unsent

MOVED = "/moved"  # where a page leads whose person was seated elsewhere
DEAD_AFTER = 40.0  # seconds without a word from a page
_LET_GO_AFTER = 90.0
_SWEEP = 5.0
_TELLS_AFTER = 0.2
_MOST = 40  # who wait to be let in


@dataclass
class Asking:
    """Somebody waits to be let in. ``who`` is set once they may go on, ``is_away`` if not."""

    told: AsksIn
    who: Who | None = None
    is_away: bool = False


@dataclass
class _Page:
    """The streams of one token, and when its page was last heard of."""

    streams: set[Stream] = field(default_factory=set)
    heard: float = 0.0
    seen: str = ""


class LiveRoom:
    """``word`` opens its door. Made on the session's thread, and left to the server's."""

    def __init__(
        self,
        reception: Reception,
        thread: SessionThread,
        word: str,
        readers: Readers,
    ) -> None:
        self.reception, self.thread, self.word = reception, thread, word
        self.tokens = Tokens(reception.kept(TOKENS))
        self.posting = Posting(reception, thread)
        self.unsent = Unsent(reception, thread)
        self.asking: dict[str, Asking] = {}
        self.devices = SeenDevices(self.tell)
        self._hear: Callable[[Stock], None] = lambda _stock: None
        self._telling: asyncio.TimerHandle | None = None
        self.screen_key = self.observer_secret = ""
        self._readers = readers
        self._epoch = secrets.token_hex(4)
        self._feeds: dict[str, tuple[Reader, Feed]] = {}
        self._pages: dict[str, _Page] = {}
        self._is_stale = self._is_left = False
        self._tasks: set[asyncio.Task[None]] = set()
        self._sweeping: asyncio.Task[None] | None = None

    def begin(self, hear: Callable[[Stock], None]) -> None:
        """Look after the pages, from the server's loop; ``hear`` is told of who is here."""
        self._hear = hear
        self._sweeping = asyncio.ensure_future(self._sweep())

    def _start(self, work: Coroutine[None, None, None]) -> None:
        """Do that beside everything else."""
        task = asyncio.ensure_future(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    def tell(self) -> None:
        """The desk may see something new: once for all that happens within a moment."""
        if self._telling is None:
            loop = asyncio.get_running_loop()
            self._telling = loop.call_later(_TELLS_AFTER, self._tell_now)

    def tell_after(self, seconds: float) -> None:
        """The same once so much has gone by."""
        asyncio.get_running_loop().call_later(seconds, self.tell)

    def _tell_now(self) -> None:
        self._telling = None
        self._hear(
            Stock(
                self.present(),
                tuple(
                    each.told
                    for each in self.asking.values()
                    if each.who is None and not each.is_away
                ),
                {key: holder.who for key, holder in self.tokens},
                self.devices.has_any,
                self.devices.count,
                self.devices.last,
                self.devices.last_at,
            )
        )

    def answer(self, key: str, who: Who | None) -> None:
        """Whoever asks is let in as somebody, or for None turned away."""
        asks = self.asking.get(key)
        if asks is not None:
            asks.who, asks.is_away = who, who is None
            self.tell()

    def feed_of(self, who: Who) -> tuple[Reader, Feed]:
        """What somebody's page shows; one for all who see the same."""
        reader = self._readers.of(who)
        if reader.name not in self._feeds:
            feed = Feed(
                self._epoch,
                self.thread,
                reader.look,
                reader.draw,
                reader.clock,
                _Admission(self, reader.name),
            )
            self._feeds[reader.name] = (reader, feed)
        return self._feeds[reader.name]

    def changed(self) -> None:
        """The exercise has changed: whoever looks is shown it, and whoever may not look ends."""
        for _reader, feed in self._feeds.values():
            feed.changed()
        if not self._is_stale:
            self._is_stale = True
            self._start(self._hold_to_seats())

    def shows_anew(self, name: str) -> None:
        """What one reader is shown has changed, and the exercise has not."""
        for reader, feed in self._feeds.values():
            if reader.name == name:
                feed.changed()

    async def _hold_to_seats(self) -> None:
        """Whoever no longer sits where they did is told so, also if they have no page open."""
        self._is_stale = False
        hold = await there(self.thread, self.asked_of(dict(self.tokens)))
        hold()

    def holders_of(self, name: str) -> dict[str, Holder]:
        """Whose pages show what that reader sees, by the keys of their tokens."""
        return {key: each for key, each in self.tokens if self._readers.of(each.who).name == name}

    def asked_of(self, holders: Mapping[str, Holder]) -> Callable[[], Callable[[], None]]:
        """How they stand, for the session's thread; what that gives holds them to it."""

        def asked() -> Callable[[], None]:
            found = {key: self.reception.standing(each.who) for key, each in holders.items()}
            return lambda: self._hold_to(found)

        return asked

    def _hold_to(self, standings: Mapping[str, Standing]) -> None:
        rows: Rows = {}
        for key, standing in standings.items():
            if standing.over:
                rows |= self.end(key, standing.over, standing.is_moved)
            elif key in self._pages:
                for stream in self._pages[key].streams:
                    stream.mute(standing.muted)
        if rows:
            self._start(self.keep(rows))
            self.tell()

    async def keep(self, rows: Rows) -> None:
        """Write that beside the record."""

        def write() -> None:
            if not self._is_left:  # or what was so would be written over what is
                self.reception.keep(rows)

        if rows:
            await there(self.thread, write)

    def left(self) -> list[Rows]:
        """What is to be written still as the room is closed; the server writes nothing from then
        on. On the session's thread.
        """
        self._is_left = True
        return self.unsent.left()

    def end(self, key: str, why: str, is_moved: bool = False) -> Rows:
        """A token is in force no longer, and its pages say why, or lead to where they sit now."""
        rows = self.tokens.end(key, why, is_moved)
        self.let_go_of(key, why, MOVED if is_moved else "")
        return rows

    def let_go_of(self, key: str, why: str, leads: str = "") -> None:
        """The pages of a token end, and say why, or lead elsewhere."""
        page = self._pages.pop(key, None)
        for stream in tuple(page.streams) if page else ():
            stream.end(why, leads)

    def end_by_facilitator(self, key: str) -> None:
        """The facilitator has ended a page; the record tells of it already."""
        self._end_at_once(key, ended_words())

    def end_newcomer(self, key: str) -> None:
        """It was not they, and what opened the page is gone already."""
        self._end_at_once(key, not_they_words())

    def _end_at_once(self, key: str, why: str) -> None:
        self._start(self.keep(self.end(key, why)))
        self.tell()

    def _page(self, key: str) -> _Page:
        return self._pages.setdefault(key, _Page())

    def open_stream(self, key: str, holder: Holder, after: str, muted: bool) -> Stream:
        """The stream of a page that is open."""
        _reader, feed = self.feed_of(holder.who)
        stream = Stream(key, feed, after, muted)
        self._page(key).streams.add(stream)
        self.hear(key)
        self.tell()
        return stream

    def close_stream(self, stream: Stream) -> None:
        """A page was closed, or lost."""
        if stream.key in self._pages:
            self._page(stream.key).streams.discard(stream)
            self.tell()

    def hear(self, key: str) -> None:
        """A page said something."""
        page = self._page(key)
        was_here = self._is_here(page)
        page.heard, page.seen = time.monotonic(), utc_now()
        if self._is_here(page) != was_here:
            self.tell()

    def _is_here(self, page: _Page) -> bool:
        return bool(page.streams) and time.monotonic() - page.heard < DEAD_AFTER

    def present(self) -> tuple[Present, ...]:
        """Everybody who has joined and not been ended, as the desk lists them."""
        found = []
        for key, held in self.tokens:
            page, who = self._page(key), held.who
            is_here = self._is_here(page)
            found.append(
                Present(
                    key,
                    who.person,
                    who.seat,
                    "",
                    held.on,
                    held.since,
                    page.seen,
                    is_here,
                    held.address,
                    held.is_first,
                )
            )
        return tuple(found)

    def here(self) -> list[Holder]:
        """Whose pages are open now."""
        return [holder for key, holder in self.tokens if self._is_here(self._page(key))]

    def count_streams(self, key: str) -> int:
        """How many pages of one token are open."""
        return len(self._page(key).streams)

    def ask_in(self, name: str, seat: str, on: str) -> str:
        """Somebody asks to be let in; the key by which they are told what comes of it, "" where
        too many wait already.
        """
        for key, each in self.asking.items():
            is_same = same_in([each.told.name], name) and each.told[2:4] == (seat, on)
            if is_same and not each.who:
                each.is_away = False
                return key
        if sum(each.who is None and not each.is_away for each in self.asking.values()) >= _MOST:
            return ""
        while len(self.asking) >= 2 * _MOST:
            done = (key for key, each in self.asking.items() if each.who or each.is_away)
            self.asking.pop(next(done, next(iter(self.asking))))
        key = secrets.token_urlsafe(18)
        self.asking[key] = Asking(AsksIn(key, name, seat, on, utc_now()))
        self.tell()
        return key

    async def _sweep(self) -> None:
        """A page that says nothing is away; one that has long been silent is let go of."""
        was: tuple[Present, ...] = ()
        while True:
            await asyncio.sleep(_SWEEP)
            now = time.monotonic()
            for page in tuple(self._pages.values()):
                if page.streams and now - page.heard > _LET_GO_AFTER:
                    for stream in tuple(page.streams):
                        stream.let_go()
            present = self.present()
            if present != was:
                was = present
                self.tell()

    def say_closed(self) -> None:
        """Tell every page that the room is closed."""
        for page in self._pages.values():
            for stream in page.streams:
                stream.close()

    async def leave(self) -> None:
        """The room is closed: every page is told, and what was typed is written."""
        if self._sweeping is not None:
            self._sweeping.cancel()
        for page in self._pages.values():
            for stream in page.streams:
                stream.let_go()


class _Admission:
    """To what one reader sees."""

    def __init__(self, room: LiveRoom, name: str) -> None:
        self._room, self._name = room, name

    def asked(self) -> Callable[[], Callable[[], None]]:
        """How all stand who are shown it."""
        return self._room.asked_of(self._room.holders_of(self._name))


def utc_now() -> str:
    """UTC in ISO 8601."""
    return datetime.now(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")
