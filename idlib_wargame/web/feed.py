"""What the pages of one reader show, part by part, and word to each of them when a part changes.

Parts are numbered by the reader's own changes and not by the record's entries: how much others do
is nobody's business.
"""

from __future__ import annotations

import asyncio
import json
import logging
from collections.abc import Callable, Mapping
from typing import NamedTuple, Protocol

from idlib_wargame.views.online.clock import ClockSeen
from idlib_wargame.web.pieces import Pieced, changed_pieces
from idlib_wargame.web.threads import SessionThread, there

_log = logging.getLogger(__name__)
_CLOCK_MAY_DIFFER = 2  # seconds between what a page has counted to and what is so


class Woken(Protocol):
    """Whoever follows a feed."""

    def wake(self) -> None:
        """Something is to be told."""
        ...


class Admission(Protocol):
    """Who may look at all, asked at the very moment that is looked at."""

    def asked(self) -> Callable[[], Callable[[], None]]:
        """What to ask on the session's thread; what that gives is done before anything is told."""
        ...


class Part(NamedTuple):
    """A part of a page, and the number of the change that it came with.

    ``whole`` is of the change since which only pieces of it changed: those in ``pieces``, with the
    number of the last change of each.
    """

    html: str
    number: int
    whole: int
    pieces: Mapping[str, int] = {}

    def then(self, html: str, number: int) -> Part:
        """The same after a change."""
        changed = changed_pieces(self.html, html)
        if not changed:
            return Part(html, number, number)
        return Part(html, number, self.whole, {**self.pieces, **dict.fromkeys(changed, number)})

    def since(self, name: str, number: int) -> Mapping[str, str]:
        """What to tell somebody who has read up to that number, by where it stands."""
        if self.number <= number:
            return {}
        if self.whole <= number and isinstance(self.html, Pieced):
            held = self.html.pieces
            return {each: held[each] for each, last in self.pieces.items() if last > number}
        return {name: str(self.html)}


class Feed:
    """One reader's. ``look`` is asked on the session's thread for what they see and for the clock,
    ``draw`` makes the parts of what was seen. ``epoch`` is another after each start of a server:
    a number of an earlier one tells nothing.
    """

    def __init__(
        self,
        epoch: str,
        thread: SessionThread,
        look: Callable[[], object],
        draw: Callable[[object], Mapping[str, str]],
        clock: Callable[[], ClockSeen],
        admission: Admission,
    ) -> None:
        self._epoch, self._thread = epoch, thread
        self._look, self._draw, self._clock = look, draw, clock
        self._admission = admission
        self.number = 0
        self.parts: dict[str, Part] = {}
        self.clock = ClockSeen()
        self.clock_number = 0
        self._clock_at = 0.0
        self.seen: object = None
        self._followers: set[Woken] = set()
        self._is_stale = True
        self._refreshing: asyncio.Task[None] | None = None
        self._told: tuple[int, int, bytes] = (0, 0, b"")

    def follow(self, follower: Woken) -> None:
        """Tell them from now on."""
        self._followers.add(follower)

    def leave(self, follower: Woken) -> None:
        """Tell them no more."""
        self._followers.discard(follower)

    @property
    def is_followed(self) -> bool:
        """Whether anybody has such a page open."""
        return bool(self._followers)

    def changed(self) -> None:
        """The exercise has changed. What nobody looks at is looked at when somebody does."""
        self._is_stale = True
        if self._followers:
            self.refresh()

    def refresh(self) -> asyncio.Task[None]:
        """Catch up; what changes meanwhile is caught up with in the same go."""
        if self._refreshing is None or self._refreshing.done():
            self._refreshing = asyncio.ensure_future(self._catch_up())
        return self._refreshing

    async def ready(self) -> None:
        """Once this returns, the parts show every act that was done when it was called."""
        if self._refreshing is not None and not self._refreshing.done():
            await asyncio.shield(self._refreshing)
        if self._is_stale:
            await asyncio.shield(self.refresh())

    async def _catch_up(self) -> None:
        while self._is_stale:
            self._is_stale = False
            try:
                asked = self._admission.asked()
                seen, clock, hold = await there(
                    self._thread,
                    lambda asked=asked: (self._look(), self._clock(), asked()),  # type: ignore[misc]
                )
                # Whoever was sent elsewhere meanwhile is not told what was seen since.
                hold()
                self._take_clock(clock)
                if seen != self.seen or not self.parts:
                    self._take(self._draw(seen))
                    self.seen = seen
            except Exception:
                _log.exception("A page could not be drawn anew")

    def _take(self, drawn: Mapping[str, str]) -> None:
        changed = [
            name
            for name, html in drawn.items()
            if name not in self.parts or self.parts[name].html != html
        ]
        gone = [name for name, part in self.parts.items() if name not in drawn and part.html]
        if not changed and not gone:
            return
        self.number += 1
        for name in (*changed, *gone):
            html, before = drawn.get(name, ""), self.parts.get(name)
            new = Part(html, self.number, self.number)
            self.parts[name] = before.then(html, self.number) if before else new
        self._wake()

    def _take_clock(self, clock: ClockSeen) -> None:
        now = asyncio.get_running_loop().time()
        expected = self.clock.seconds_left - (now - self._clock_at if self.clock.runs else 0)
        is_same = clock._replace(seconds_left=0, words="") == self.clock._replace(
            seconds_left=0, words=""
        ) and bool(clock.words) == bool(self.clock.words)
        said_anew = not clock.runs and clock.words != self.clock.words
        if is_same and not said_anew and abs(expected - clock.seconds_left) <= _CLOCK_MAY_DIFFER:
            return
        self.clock, self._clock_at = clock, now
        self.clock_number += 1
        self._wake()

    def clock_now(self) -> ClockSeen:
        """The clock as it reads now."""
        if not self.clock.runs:
            return self.clock
        went = asyncio.get_running_loop().time() - self._clock_at
        return self.clock._replace(seconds_left=round(self.clock.seconds_left - went))

    def _wake(self) -> None:
        for follower in self._followers:
            follower.wake()

    @property
    def at(self) -> str:
        """How far somebody has read who was shown everything."""
        return f"{self._epoch}.{self.number}"

    def number_of(self, at: str) -> int:
        """The number of what such a text says; 0, which nothing precedes, for any other."""
        epoch, _, number = at.partition(".")
        is_ours = epoch == self._epoch and number.isascii() and number.isdigit()
        found = int(number) if is_ours and len(number) < 10 else 0
        return found if found <= self.number else 0

    def since(self, number: int) -> bytes:
        """The event that tells of every part that changed after that number. Many ask the same."""
        if self._told[:2] != (number, self.number):
            parts: dict[str, str] = {}
            for name, part in self.parts.items():
                parts.update(part.since(name, number))
            self._told = (number, self.number, event("parts", parts, self.at))
        return self._told[2]


def event(name: str, data: object, at: str = "") -> bytes:
    """A server-sent event; JSON has no line breaks of its own."""
    lines = [f"id: {at}"] if at else []
    lines += [f"event: {name}", f"data: {json.dumps(data, ensure_ascii=False)}"]
    return ("\n".join(lines) + "\n\n").encode()
