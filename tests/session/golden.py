"""Golden games: exercises whose every entry is known to the byte.

``python -m tests.session.golden`` writes them anew, for a change of rules that is meant.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from idlib_wargame.packs.reader import PackReading, read_pack
from idlib_wargame.record.entry import encode
from idlib_wargame.rules.dice import Address, seed_from_number
from idlib_wargame.rules.odds import Band
from idlib_wargame.session.acts import FACILITATOR
from idlib_wargame.session.autoplay import habit_seating, play_on
from idlib_wargame.session.kinds.adjudicated import Adjudicate
from idlib_wargame.session.kinds.closed import CloseTurn
from idlib_wargame.session.kinds.note import TakeNote
from idlib_wargame.session.kinds.phase import MoveOn
from idlib_wargame.session.kinds.ruling import Decide
from idlib_wargame.session.kinds.sealed import SealOrders
from idlib_wargame.session.play import Setup, Wish
from idlib_wargame.session.seating import Seating
from idlib_wargame.session.session import Session

DATA = Path(__file__).parent.parent / "data"


def by_habits(reading: PackReading) -> Session:
    """Every seat played by the pack's first habit, with dice."""
    assert reading.scenario is not None
    seating = habit_seating(reading.scenario, reading.scenario.habits[0].id)
    setup = Setup("Golden", "Habits", 4, seating=seating)
    session = Session.create(None, reading, setup, seed_from_number(2020))
    list(play_on(session))
    return session


def by_people(reading: PackReading) -> Session:
    """Two people, a note, a ruling, then habits to the end."""
    assert reading.scenario is not None
    seating = (
        Seating("astra", ("Ada",)),
        *habit_seating(replace(reading.scenario, seats=reading.scenario.seats[1:]), "cautious"),
    )
    setup = Setup("Golden", "People", 3, numbers=False, seating=seating)
    session = Session.create(None, reading, setup, seed_from_number(7))
    session.submit(TakeNote("The room is full"), FACILITATOR)
    session.submit(MoveOn(), FACILITATOR)
    wishes = (Wish("call_talks", "", "To win time"), Wish("send_patrols", "", "To be seen"))
    session.submit(SealOrders("astra", wishes), "astra")
    session.submit(Adjudicate(), FACILITATOR)
    address = Address(1, "diplomacy", "astra", "call_talks")
    session.submit(Decide(address, Band.STRONG, "Well argued"), FACILITATOR)
    session.submit(CloseTurn(), FACILITATOR)
    list(play_on(session))
    return session


GAMES = {"habits": by_habits, "people": by_people}


def lines_of(session: Session) -> Iterator[str]:
    """Every entry but for its time and digest, which hang on the clock; the pack by fingerprint."""
    for entry in session.entries:
        body = {key: value for key, value in entry.body.items() if key != "files"}
        yield encode({"number": entry.number, "kind": entry.kind, "by": entry.by, "body": body})


def main() -> None:
    """Write every golden game anew."""
    reading = read_pack(DATA / "harbour")
    for name, game in GAMES.items():
        text = "\n".join(lines_of(game(reading))) + "\n"
        (DATA / "golden" / f"{name}.jsonl").write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
