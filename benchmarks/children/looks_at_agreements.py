"""Looks at eight new agreements of eight terms in every turn: late in an exercise, and in turn 1.

Arguments: "seat" or "desk", and the late turn. Each answer is the milliseconds of a look then, and
in turn 1, each after a message.
"""

from __future__ import annotations

import sys
import time
from dataclasses import replace

from benchmarks.worker import serve
from idlib_wargame.packs.reader import read_pack
from idlib_wargame.rules.offer import Does, Offer, Term
from idlib_wargame.session.kinds.message_sent import SendMessage
from idlib_wargame.session.kinds.phase import MoveOn
from idlib_wargame.session.session import Session
from idlib_wargame.views.desk.agreements import agreement_list
from idlib_wargame.views.seat import seat_view
from tests.packs.harbour import HARBOUR_FULL
from tests.session.bargains import sign, to_closed
from tests.session.exercises import begun, do


def at_turn(last: int, turns: int) -> Session:
    """An exercise of so many turns in that turn, with all its agreements made."""
    reading = read_pack(HARBOUR_FULL)
    assert reading.scenario is not None
    session = begun(replace(reading, scenario=replace(reading.scenario, turns=turns)), turns=turns)
    for turn in range(1, last + 1):
        for number in range(8):
            sign(session, _offer(turn, number, min(turns, turn + 2)))
        if turn < last:
            to_closed(session)
            do(session, MoveOn())
    return session


def _offer(turn: int, number: int, until: int) -> Offer:
    pledges = [Term(by, Does.RESTRAINT, "no_raids", until) for by in ("astra", "borea")]
    said = f"Word {turn} of offer {number}"
    words = [Term(("astra", "borea")[n % 2], Does.WORDS, f"{said}.{n}", until) for n in range(6)]
    return Offer("astra", ("borea",), (*pledges, *words), turn, until)


def look(session: Session, whose: str) -> float:
    """The milliseconds of a look after a message."""
    session.submit(SendMessage(("borea",), "We have read it."), "astra")
    begun_at = time.perf_counter()
    seat_view(session, "astra") if whose == "seat" else agreement_list(session)
    return 1000 * (time.perf_counter() - begun_at)


if __name__ == "__main__":
    who, later = sys.argv[1], int(sys.argv[2])
    late, early = at_turn(later, later), at_turn(1, later)
    serve(lambda _: (look(late, who), look(early, who)))
