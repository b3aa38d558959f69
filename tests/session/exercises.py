"""Exercises on the harbour pack, and what people read of them, for the tests of sessions."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pytest

from idlib_wargame.packs.reader import PackReading
from idlib_wargame.record.entry import Body, Entry, encode
from idlib_wargame.rules.audience import CONTROL, ROOM, Reader
from idlib_wargame.rules.dice import Address, seed_from_number
from idlib_wargame.rules.variants import chosen
from idlib_wargame.session.acts import FACILITATOR, Act
from idlib_wargame.session.chronicle import Chronicle
from idlib_wargame.session.faults import Refused
from idlib_wargame.session.kinds.adjudicated import Adjudicate
from idlib_wargame.session.kinds.phase import MoveOn
from idlib_wargame.session.kinds.sealed import SealOrders
from idlib_wargame.session.log import line_for
from idlib_wargame.session.play import Play, Setup, Wish
from idlib_wargame.session.seating import Seating
from idlib_wargame.session.session import Session

SEED = seed_from_number(7)
PROTEST = (Wish("protest", "", "They fished at night"),)
PROTEST_CARD = Address(1, "diplomacy", "astra", "protest")
COVERT = (Wish("silent_nets", "", "Nobody counts what nobody sees"),)
COVERT_CARD = Address(1, "posture", "astra", "silent_nets")
SEATING = (
    Seating("astra", ("Ada", "Amir")),
    Seating("borea", ("Bo",)),
    Seating("caldis", (), "habit:cautious"),
    Seating("press", (), "control"),
)
ASTRA, BOREA, CALDIS, PRESS = (Reader(seating.seat) for seating in SEATING)
READERS = (CONTROL, ASTRA, BOREA, CALDIS, PRESS, ROOM)
SEATS_AND_ROOM = READERS[1:]


def begun(reading: PackReading, path: Path | None = None, **choices: Any) -> Session:
    """An exercise: two seats of people, a habit, a press played by the facilitator."""
    assert reading.scenario is not None
    played = chosen(reading.scenario, arrangement=choices.get("arrangement", ""))
    seating = tuple(each for each in SEATING if each.seat in played.seat_by_id)
    settled = {"exercise": "Grey Bank", "group": "B", "turns": 4, "seating": seating, **choices}
    return Session.create(path, reading, Setup(**settled), SEED)


def do(session: Session, *acts: Act) -> None:
    """The facilitator does these, one after another."""
    for act in acts:
        session.submit(act, FACILITATOR)


def to_orders(session: Session) -> None:
    """The facilitator moves on, sending nothing, until orders are open."""
    while session.play.phase != "orders":
        do(session, MoveOn())


def to_results(session: Session, wishes: tuple[Wish, ...] = PROTEST) -> None:
    """Turn 1, with both seats of people sealed, adjudicated."""
    to_orders(session)
    session.submit(SealOrders("astra", wishes), "astra")
    session.submit(SealOrders("borea", ()), "borea")
    do(session, Adjudicate())


def refusal(session: Session, act: Act, by: str = FACILITATOR) -> str:
    """What is said where an act is refused; the record and the play stay as they were."""
    head, play = session.saved.head, session.play
    with pytest.raises(Refused) as refused:
        session.submit(act, by)
    assert (session.saved.head, session.play) == (head, play)
    return str(refused.value)


def last_line(session: Session, reader: Reader = CONTROL) -> str:
    """What the last entry says to a reader; "" where it says nothing."""
    last = session.entries[-1]
    return line_for(session.scenario, last, reader, session.opened, session.entries)


def told_to(session: Session) -> set[Reader]:
    """Who reads of the last entry what control reads."""
    whole = last_line(session)
    assert whole
    return {reader for reader in READERS if last_line(session, reader) == whole}


def texts(session: Session, reader: Reader) -> list[str]:
    """A reader's log."""
    return [line.text for line in session.log(reader)]


def read_back(session: Session) -> Play:
    """Where the record says the exercise stands, each body read from its text anew."""
    return folded(session, (each._replace(body=Body(each.body.text)) for each in session.entries))


def altered(entry: Entry, **changes: object) -> Entry:
    """The entry with other things in its body."""
    return entry._replace(body=Body(encode({**entry.body, **changes})))


def folded(session: Session, entries: Iterable[Entry]) -> Play:
    """Where those entries leave an exercise on the session's pack."""
    chronicle = Chronicle(session.referee)
    chronicle.extend(tuple(entries))
    return chronicle.play
