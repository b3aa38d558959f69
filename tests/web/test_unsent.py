"""What people type is kept while the desk is busy, and one person's costs nobody else's."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterator, Mapping
from contextlib import closing

import pytest

from idlib_wargame.packs.reader import PackReading
from idlib_wargame.record.room_rows import MOST_IN_ALL
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

    def go_on(self) -> None:
        """Come to whatever waits."""
        while self._waiting:
            self._waiting.pop(0)()


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
                assert await kept.take(who, {"message.text": text}) == frozenset()
            await busy.turn()
            assert texts(session, PEOPLE) == [{"typed.message.text": text}] * len(PEOPLE)

    asyncio.run(typing())


def test_what_cannot_be_kept_of_one_person_costs_nobody_who_types_beside_them(
    session: Session, our_faults: list[str]
) -> None:
    """There is no room for hers, and there is for what the others have."""
    full = {("filler", str(n)): "x" * MOST_BYTES for n in range(MOST_IN_ALL // MOST_BYTES - 1)}
    left = MOST_IN_ALL - len(full) * MOST_BYTES
    session.keep(
        {
            **full,
            ("filler", "last"): "x" * (left // 2 - 500),
            ("filler", "end"): "x" * (left - left // 2 - 500),
        }
    )
    long, short = PEOPLE[0], PEOPLE[1]

    async def typing() -> None:
        busy = Busy()
        kept = Unsent(Reception(session), busy)
        await known(kept, busy, [long, short])
        assert await kept.take(long, {"message.text": "y" * 2000}) == frozenset()
        assert await kept.take(short, {"message.text": "Half"}) == frozenset()
        await busy.turn()

    asyncio.run(typing())
    assert texts(session, [long, short]) == [{}, {"typed.message.text": "Half"}]
    assert [each.partition("\n")[0] for each in our_faults] == [
        "What somebody typed could not be kept"
    ]
    our_faults.clear()


def test_a_letter_of_the_most_signs_is_kept_in_any_script(session: Session) -> None:
    """And one that is too long costs none that is typed beside it."""
    who, longest = PEOPLE[0], "\u4f60" * 10_000

    async def typing() -> None:
        busy = Busy()
        kept = Unsent(Reception(session), busy)
        await known(kept, busy, [who])
        left = await kept.take(who, {"message.text": longest, "note.new": "x" * 30_001, "a": "A"})
        assert left == frozenset({"note.new"})
        await busy.turn()

    asyncio.run(typing())
    assert session.kept(owner_of(who)) == {"typed.message.text": longest, "typed.a": "A"}


def test_nobody_fills_what_the_room_may_keep_by_themselves(session: Session) -> None:
    """With many long texts; what they had kept before stays."""
    who = PEOPLE[0]

    async def typing() -> None:
        busy = Busy()
        kept = Unsent(Reception(session), busy)
        await known(kept, busy, [who])
        taken = [await kept.take(who, {str(n): "x" * MOST_BYTES}) for n in range(20)]
        assert taken == [frozenset()] * 8 + [None] * 12
        busy.go_on()
        await everybody()
        busy.go_on()

    asyncio.run(typing())
    assert len(session.kept(owner_of(who))) == 8


def test_what_was_typed_by_a_name_is_gone_before_the_record_tells_of_whoever_takes_it(
    session: Session,
) -> None:
    """A program that is killed just then shows nobody what another has typed."""
    reception = Reception(session)
    reception.seat_them("Olga", "astra")
    who = Who("seat", "Olga", "astra")
    stood: list[Mapping[str, str]] = []

    async def typing() -> None:
        busy = Busy()
        kept = Unsent(reception, busy)
        await known(kept, busy, [who])
        await kept.take(who, {"message.text": "Half"})
        await busy.turn()
        assert session.kept(owner_of(who))
        await kept.take(who, {"message.text": "Half a sentence"})
        session.subscribe(lambda _change: stood.append(session.kept(owner_of(who))))
        reception.set_first_pin(who, "a hash", await kept.gone(who))
        busy.go_on()
        await everybody()

    asyncio.run(typing())
    assert stood == [{}]
    assert session.kept(owner_of(who)) == {}
