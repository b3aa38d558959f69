"""Turns committed to a session file, and as many bytes appended to a plain one beside it.

Arguments: a folder on the disk to measure. Each question is answered with the seconds of one turn
(twelve sealed orders adjudicated, encoded and appended, flushed) and of one plain append with
fdatasync of the bytes that the turn's entry has. With "--flushes", a number of turns is played
instead, each between two system calls that nothing else makes, for a tracer to count by.
"""

from __future__ import annotations

import os
import random
import sys
import time
from pathlib import Path

from benchmarks.random_orders import players, random_orders, the_pack
from benchmarks.worker import serve
from idlib_wargame.rules.dice import seed_from_number
from idlib_wargame.rules.pack.phases import ORDERS
from idlib_wargame.session.acts import FACILITATOR
from idlib_wargame.session.kinds.adjudicated import Adjudicate
from idlib_wargame.session.kinds.sealed import SealOrders
from idlib_wargame.session.play import Setup, Wish
from idlib_wargame.session.seating import Seating
from idlib_wargame.session.session import Session

TURNS = 1000  # room for more than are asked for


class CommittedTurns:
    """An exercise in a new file, and a plain file beside it."""

    def __init__(self, folder: Path) -> None:
        reading = the_pack()
        if reading.scenario is None:
            raise SystemExit("the pack has problems; check it first")
        self._seats = players(reading.scenario)
        seating = tuple(Seating(seat) for seat in self._seats)
        setup = Setup("Measured", "", TURNS, seating=seating)
        path = folder / "measured.wargame"
        self.session = Session.create(path, reading, setup, seed_from_number(1))
        self._plain = (folder / "plain").open("ab", buffering=0)
        self._rng = random.Random(1)

    def seal(self) -> None:
        """Go on to the orders phase, and seal random orders for every seat."""
        session = self.session
        while session.play.phase != ORDERS:
            following = session.next_act()
            if following is None:
                raise SystemExit("the exercise is over")
            session.submit(following[0], FACILITATOR)
        state = session.play.state
        orders = random_orders(session.referee, state, self._seats, self._rng)
        for seat in self._seats:
            mine = tuple(Wish(each.move, each.choice) for each in orders if each.seat == seat)
            session.submit(SealOrders(seat, mine), seat)

    def commit(self) -> float:
        """Adjudicate the turn; the seconds it took until it was on the disk."""
        begun = time.perf_counter()
        self.session.submit(Adjudicate(), FACILITATOR)
        return time.perf_counter() - begun

    def append(self, count: int) -> float:
        """Append so many bytes to the plain file; the seconds until they were on the disk."""
        payload = os.urandom(count)
        begun = time.perf_counter()
        self._plain.write(payload)
        os.fdatasync(self._plain.fileno())
        return time.perf_counter() - begun

    def entry_bytes(self) -> int:
        """The bytes of the last entry's body."""
        return len(self.session.entries[-1].body.text.encode())

    def timed(self, _: str) -> tuple[float, float]:
        """One measurement: a turn, and a plain append of its bytes."""
        self.seal()
        turn = self.commit()
        return turn, self.append(self.entry_bytes())


def play_marked(turns: CommittedTurns, count: int) -> None:
    """Commit so many turns, each between two markers."""
    for _ in range(count):
        turns.seal()
        os.getpriority(os.PRIO_PROCESS, 0)
        turns.commit()
        os.getpriority(os.PRIO_PROCESS, 0)


if __name__ == "__main__":
    measured = CommittedTurns(Path(sys.argv[1]))
    if "--flushes" in sys.argv:
        play_marked(measured, int(sys.argv[-1]))
    else:
        serve(measured.timed)
