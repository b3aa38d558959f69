"""What people type is kept while the desk is busy, and one person's costs nobody else's."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterator, Mapping
from contextlib import closing

import pytest

from idlib_wargame.packs.reader import PackReading
from idlib_wargame.session.play import Setup
from idlib_wargame.session.session import Session
from idlib_wargame.views.online.reception import Reception
from idlib_wargame.views.online.who import Who
from idlib_wargame.web import unsent
from idlib_wargame.web.unsent import MOST_BYTES, Unsent, owner_of

PEOPLE = [Who("seat", f"Player {number}", "astra") for number in range(12)]


class Busy:
    """A session's thread with much to do: it comes to one thing a turn."""

    def __init__(self) -> None:
        self._waiting: list[Callable[[], None]] = []

    def do(self, does: Callable[[], None]) -> None:
        """Do that in some turn."""
        self._waiting.append(does)

    async def turn(self) -> None:
        """Come to the next thing, and let everybody hear of it."""
        await everybody()
        self._waiting.pop(0)()
        await everybody()


async def everybody() -> None:
    """Let all go on that can."""
    for _each in range(20):
        await asyncio.sleep(0)


@pytest.fixture
def session(harbour: PackReading, monkeypatch: pytest.MonkeyPatch) -> Iterator[Session]:
    """An exercise in memory; nobody waits between two times that something is kept."""
    monkeypatch.setattr(unsent, "PAUSE", 0)
    with closing(Session.create(None, harbour, Setup("Group B", "", 3), b"s" * 32)) as session:
        yield session


async def known(kept: Unsent, busy: Busy, people: list[Who]) -> None:
    """Have their pages opened."""
    for who in people:
        opening = asyncio.ensure_future(kept.of(who))
        await busy.turn()
        await opening


def texts(session: Session, people: list[Who]) -> list[Mapping[str, str]]:
    """What is kept of each."""
    return [session.kept(owner_of(who)) for who in people]


def test_what_a_dozen_people_type_is_kept_in_one_turn_of_a_busy_desk(session: Session) -> None:
    """Not in a turn for each, of which the last comes seconds later, or never before a kill."""

    async def typing() -> None:
        busy = Busy()
        kept = Unsent(Reception(session), busy)
        await known(kept, busy, PEOPLE)
        for text in ("Half", "Half a sentence"):
            for who in PEOPLE:
                assert await kept.take(who, {"message.text": text})
            await busy.turn()
            assert texts(session, PEOPLE) == [{"typed.message.text": text}] * len(PEOPLE)

    asyncio.run(typing())


def test_what_cannot_be_kept_of_one_person_costs_nobody_who_types_beside_them(
    session: Session, our_faults: list[str]
) -> None:
    """There is no room for hers, and there is for what the others have."""
    full = {("filler", str(n)): "x" * MOST_BYTES for n in range(999)}
    session.keep({**full, ("filler", "last"): "x" * (MOST_BYTES - 1000)})
    long, short = PEOPLE[0], PEOPLE[1]

    async def typing() -> None:
        busy = Busy()
        kept = Unsent(Reception(session), busy)
        await known(kept, busy, [long, short])
        assert await kept.take(long, {"message.text": "y" * 2000})
        assert await kept.take(short, {"message.text": "Half"})
        await busy.turn()

    asyncio.run(typing())
    assert texts(session, [long, short]) == [{}, {"typed.message.text": "Half"}]
    assert [each.partition("\n")[0] for each in our_faults] == [
        "What somebody typed could not be kept"
    ]
    our_faults.clear()
