"""A session in a file, on a thread of its own, with its room open to ten people of one seat.

Argument: a folder. It answers "room" with where its pages are, "change" with the moment, by the
machine's monotonic clock, at which a pick of that seat was handed in, "drawn" with the one at which
what it changed on the seat's page was ready to be sent, and "stall" with the same
once the session's thread has begun to do nothing but count for a second. After "beat", pages that
are opened have their beat so often that several fall into such a second.
"""

from __future__ import annotations

import sys
import time
from pathlib import Path

from benchmarks.random_orders import players, the_pack
from benchmarks.worker import serve
from idlib_wargame.rules.dice import seed_from_number
from idlib_wargame.rules.pack.phases import ORDERS
from idlib_wargame.session.acts import FACILITATOR
from idlib_wargame.session.kinds.draft import DraftOrders
from idlib_wargame.session.pins import hashed
from idlib_wargame.session.play import Setup
from idlib_wargame.session.seating import Seating
from idlib_wargame.session.session import Session
from idlib_wargame.views.online.who import Who
from idlib_wargame.web import streams
from tests.web.home import Home

PEOPLE = tuple(f"Player {number}" for number in range(1, 11))
STALL = 1.0  # seconds
BEAT = 0.05  # seconds


class ServedRoom:
    """The first seat of the pack has everybody; the exercise waits for its orders."""

    def __init__(self, folder: Path) -> None:
        reading = the_pack()
        if reading.scenario is None:
            raise SystemExit("the pack has problems; check it first")
        self._seat = players(reading.scenario)[0]
        setup = Setup("Served", "", seating=(Seating(self._seat, PEOPLE),), turns=8)
        path = folder / "served.wargame"
        self._home = Home(lambda: Session.create(path, reading, setup, seed_from_number(1)))
        self._home.call(self._to_orders)
        self._home.open()
        options = self._home.reception.seat_door(self._seat).view().options
        self._picks = [(each.wish,) for each in options if not each.refusal]
        self._turn = 0
        self._drawn, self._number = 0.0, 0
        running = self._home.room.running
        assert running is not None
        _reader, self._feed = running.room.feed_of(Who("seat", PEOPLE[0], self._seat))
        running.do(lambda: self._feed.follow(self))

    def wake(self) -> None:
        """What an open page is told: something is to be sent."""
        if self._feed.number != self._number:
            self._drawn, self._number = time.monotonic(), self._feed.number

    def _to_orders(self) -> None:
        session, reception = self._home.session, self._home.reception
        for name in PEOPLE:
            who = Who("seat", name, self._seat)
            reception.set_first_pin(who, hashed("1234"))
        while session.play.phase != ORDERS:
            following = session.next_act()
            assert following is not None
            session.submit(following[0], FACILITATOR)

    def answer(self, word: str) -> object:
        """What is asked."""
        if word == "room":
            pick = {"move": self._picks[0][0].move, "choice": self._picks[0][0].choice}
            room = {"port": self._home.port, "word": self._home.word}
            return {**room, "people": PEOPLE, "pick": pick}
        if word == "beat":
            streams.BEAT = BEAT
            return BEAT
        if word == "drawn":
            return self._drawn
        if word == "stall":
            return self._home.call(self._stall)
        return self._home.call(self._pick)

    def _pick(self) -> float:
        self._turn += 1
        picked = self._picks[self._turn % len(self._picks)]
        begun = time.monotonic()
        self._home.session.submit(DraftOrders(self._seat, picked), self._seat)
        return begun

    def _stall(self) -> float:
        begun = time.monotonic()
        self._home.thread.do(lambda: _count(begun + STALL))
        return begun


def _count(until: float) -> None:
    number = 0
    while time.monotonic() < until:
        number += 1


if __name__ == "__main__":
    serve(ServedRoom(Path(sys.argv[1])).answer)
