"""Writes a long session: six seats seal two random orders each, turn after turn.

Arguments: the file, and the number of turns.
"""

from __future__ import annotations

import random
import sys
from pathlib import Path

from benchmarks.random_orders import players, random_orders, the_pack
from idlib_wargame.rules.dice import seed_from_number
from idlib_wargame.rules.pack.phases import ORDERS
from idlib_wargame.session.acts import FACILITATOR
from idlib_wargame.session.kinds.sealed import SealOrders
from idlib_wargame.session.play import Setup, Wish
from idlib_wargame.session.seating import Seating
from idlib_wargame.session.session import Session


def play(turns: int) -> Session:
    """An exercise of so many turns, played to its end in memory."""
    reading = the_pack()
    if reading.scenario is None:
        raise SystemExit("the pack has problems; check it first")
    seats = players(reading.scenario)
    setup = Setup("Long", "", turns, seating=tuple(Seating(seat) for seat in seats))
    session = Session.create(None, reading, setup, seed_from_number(1))
    rng = random.Random(1)
    while (following := session.next_act()) is not None:
        play = session.play
        if play.phase == ORDERS:
            orders = random_orders(session.referee, play.state, seats, rng)
            for seat in seats:
                mine = tuple(Wish(each.move, each.choice) for each in orders if each.seat == seat)
                session.submit(SealOrders(seat, mine), seat)
        session.submit(following[0], FACILITATOR)
    return session


if __name__ == "__main__":
    written = play(int(sys.argv[2]))
    written.save_as(Path(sys.argv[1]))
    written.close()
