"""A page that takes the pieces of its parts shows what a page does that is loaded now."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Callable
from random import Random

from idlib_wargame.packs.reader import PackReading
from idlib_wargame.rules.dice import seed_from_number
from idlib_wargame.rules.pack.phases import ORDERS
from idlib_wargame.session.acts import FACILITATOR
from idlib_wargame.session.autoplay import begin, play_on
from idlib_wargame.session.kinds.draft import DraftOrders
from idlib_wargame.session.session import Session
from idlib_wargame.views.online.clock import ClockSeen
from idlib_wargame.views.online.seat_seen import SeatSeen, seat_seen
from idlib_wargame.views.seat_door import SeatDoor, seat_door
from idlib_wargame.web.areas.registry import drawn_anew
from idlib_wargame.web.feed import Feed
from tests.web.taken import put


class Here:
    """Everything on one thread."""

    def do(self, does: Callable[[], None]) -> None:
        """At once."""
        does()

    def asked(self) -> Callable[[], Callable[[], None]]:
        """Everybody may look."""
        return lambda: lambda: None


class Page:
    """What somebody sees who takes what changed since they last looked."""

    def __init__(self, feed: Feed) -> None:
        self._feed = feed
        self.at = 0
        self.parts: dict[str, str] = {}
        self.came: list[dict[str, str]] = []

    def look(self) -> None:
        """Take it."""
        if self.at < self._feed.number:
            lines = self._feed.since(self.at).decode().splitlines()
            told = json.loads(next(x for x in lines if x.startswith("data: "))[6:])
            for name, html in told.items():
                put(self.parts, name, html)
            self.came.append(told)
            self.at = self._feed.number


def _feed(door: SeatDoor) -> Feed:
    redrawn = drawn_anew()

    def draw(seen: object) -> dict[str, str]:
        assert isinstance(seen, SeatSeen)
        return redrawn.parts(seen)

    return Feed("now", Here(), lambda: seat_seen(door), draw, ClockSeen, Here())


async def _caught_up(feed: Feed) -> None:
    feed.changed()
    await feed.ready()


def _in_play(full: PackReading) -> Session:
    assert full.scenario is not None
    return begin(None, full, full.scenario.habits[0].id, seed_from_number(3))


def _a_seat(full: PackReading) -> str:
    assert full.scenario is not None
    return next(seat.id for seat in full.scenario.seats if not seat.control)


def test_a_page_that_looks_now_and_then_shows_what_a_page_loaded_now_does(
    full: PackReading,
) -> None:
    """One looks after each change of a whole exercise, others when they happen to wake."""

    async def play() -> None:
        session, seat, random = _in_play(full), _a_seat(full), Random(5)
        door = seat_door(session, seat)
        feed, pieces = _feed(door), 0
        pages = [Page(feed) for _each in range(4)]
        for _change in play_on(session):
            if session.play.phase == ORDERS and seat not in session.play.sealed:
                moves = [each.wish for each in door.view().options]
                picked = tuple(random.sample(moves, min(2, len(moves))))
                session.submit(DraftOrders(seat, picked), seat)
            await _caught_up(feed)
            for page in [pages[0], *random.sample(pages[1:], 1)]:
                page.look()
                shown = {name: part.html for name, part in feed.parts.items()}
                assert page.parts == shown
        for page in pages:
            pieces += sum(any(name.startswith("moves.list.") for name in x) for x in page.came)
        assert pieces > 5

    asyncio.run(play())


def test_a_pick_brings_an_open_page_the_move_that_was_picked_and_no_other(
    full: PackReading,
) -> None:
    """And the whole list only once what stands around the moves is another."""

    async def play() -> None:
        session, seat = _in_play(full), _a_seat(full)
        while session.play.phase != ORDERS:
            following = session.next_act()
            assert following is not None
            session.submit(following[0], FACILITATOR)
        door = seat_door(session, seat)
        feed = _feed(door)
        page = Page(feed)
        await _caught_up(feed)
        page.look()
        one, other = [each.wish for each in door.view().options if not each.refusal][:2]
        session.submit(DraftOrders(seat, (one,)), seat)
        await _caught_up(feed)
        page.look()
        session.submit(DraftOrders(seat, (other,)), seat)
        await _caught_up(feed)
        page.look()
        names = [sorted(x for x in came if x.startswith("moves.list")) for came in page.came]
        both = sorted({f"moves.list.{one.move}", f"moves.list.{other.move}"})
        assert names == [["moves.list"], [f"moves.list.{one.move}"], both]

    asyncio.run(play())
