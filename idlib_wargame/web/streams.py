"""The stream of events of one open page: what changed, the clock, and a beat now and then."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import suppress

from idlib_wargame.views.online.clock import ClockSeen
from idlib_wargame.web.feed import Feed, event

BEAT = 15.0  # seconds


class Stream:
    """``key`` is of the token that opened it, ``after`` how far its page has read."""

    def __init__(self, key: str, feed: Feed, after: str, muted: bool) -> None:
        self.key = key
        self._feed = feed
        self._read = feed.number_of(after)
        self._clock_read = -1
        self._muted, self._muted_read = muted, False
        self._over: str | None = None
        self._leads = ""
        self._is_closed = False
        self._sleeping: asyncio.Future[bool] | None = None
        self._has_news = False
        self._beat: asyncio.TimerHandle | None = None
        self._due = 0.0
        self._task: asyncio.Task[object] | None = None

    def wake(self) -> None:
        """Something is to be told."""
        self._has_news = True
        if self._sleeping is not None and not self._sleeping.done():
            self._sleeping.set_result(True)

    def end(self, why: str, leads: str = "") -> None:
        """Tell the page why it ends and where it leads, "" for nowhere, and end."""
        self._over, self._leads = why, leads
        self.wake()

    def close(self) -> None:
        """Tell the page that the room is closed, and end."""
        self._is_closed = True
        self.wake()

    def let_go(self) -> None:
        """End at once, without a word: nobody reads what is sent."""
        if self._task is not None:
            self._task.cancel()

    def mute(self, muted: bool) -> None:
        """Tell the page whether what it sends is taken."""
        if muted != self._muted:
            self._muted = muted
            self._muted_read = False
            self.wake()

    async def events(self) -> AsyncIterator[bytes]:
        """What is sent, until the page goes or ends."""
        self._task = asyncio.current_task()
        self._feed.follow(self)
        try:
            await self._feed.ready()
            yield b"retry: 3000\n\n"
            while self._over is None and not self._is_closed:
                self._has_news = False
                if untold := self._untold():
                    yield b"".join(untold)
                if self._over is not None:
                    break
                if not await self._news():
                    yield event("beat", _clock(self._feed.clock_now()))
            with suppress(GeneratorExit):
                told = {"why": self._over, "to": self._leads}
                yield event("closed", {}) if self._is_closed else event("over", told)
        finally:
            self._feed.leave(self)
            if self._beat is not None:
                self._beat.cancel()

    async def _news(self) -> bool:
        """Whether there is any before a beat is due."""
        if self._has_news:
            return True
        loop = asyncio.get_running_loop()
        self._due = loop.time() + BEAT
        if self._beat is None:
            self._beat = loop.call_at(self._due, self._take_beat)
        self._sleeping = loop.create_future()
        return await self._sleeping

    # Many streams wake at once: none has a task or a timer made for each time.
    def _take_beat(self) -> None:
        self._beat = None
        if self._sleeping is None or self._sleeping.done():
            return  # it is being told something
        loop = asyncio.get_running_loop()
        if loop.time() < self._due:
            self._beat = loop.call_at(self._due, self._take_beat)
        else:
            self._sleeping.set_result(False)

    def _untold(self) -> list[bytes]:
        feed, found = self._feed, []
        if self._read < feed.number:
            found.append(feed.since(self._read))
            self._read = feed.number
        if self._clock_read != feed.clock_number:
            self._clock_read = feed.clock_number
            found.append(event("clock", _clock(feed.clock_now())))
        if not self._muted_read:
            self._muted_read = True
            found.append(event("muted", {"muted": self._muted}))
        return found


def _clock(clock: ClockSeen) -> dict[str, object]:
    return clock._asdict()
