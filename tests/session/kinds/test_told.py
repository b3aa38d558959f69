"""The facilitator tells some actors something of the moment."""

from __future__ import annotations

import pytest

from idlib_wargame.packs.reader import PackReading
from idlib_wargame.rules.audience import CONTROL, ROOM, Reader
from idlib_wargame.session.faults import Refused
from idlib_wargame.session.kinds.told import TOLD, Tell
from idlib_wargame.session.letters import Message
from idlib_wargame.session.session import Session
from tests.session.exercises import (
    ASTRA,
    CALDIS,
    READERS,
    begun,
    do,
    last_line,
    read_back,
    refusal,
    told_to,
)


def test_the_words_are_kept_as_a_message(session: Session) -> None:
    """Without the spaces around them; no track moves."""
    before = session.play.state
    do(session, Tell(("astra",), " A skipper ", " Somebody was here "))
    message = Message(
        at=session.entries[-1].at,
        turn=1,
        to=("astra",),
        sender="A skipper",
        means="",
        title="",
        text="Somebody was here",
    )
    assert session.play.messages == (message,)
    assert session.play.state == before
    assert read_back(session) == session.play


def test_there_must_be_words_and_known_seats(session: Session) -> None:
    """Everything that is wrong is told at once."""
    assert refusal(session, Tell((), "", "Hello"), "astra") == "Only the facilitator may do that."
    with pytest.raises(Refused) as refused:
        do(session, Tell(("nowhere", "astra"), "", " "))
    assert refused.value.reasons == (
        "The message is empty; write a few words first.",
        "There is no seat “nowhere” in this exercise.",
    )
    assert TOLD.undoable


@pytest.mark.parametrize(
    ("to", "sender", "line", "readers"),
    [
        ((), "", "To all, from the facilitator: Hello", set(READERS)),
        ((), "A skipper", "To all, from A skipper: Hello", set(READERS)),
        (("astra",), "", "To Astra, from the facilitator: Hello", {CONTROL, ASTRA}),
        (
            ("astra", "caldis"),
            "A skipper",
            "To Astra, Caldis, from A skipper: Hello",
            {CONTROL, ASTRA, CALDIS},
        ),
        (
            ("astra", "borea", "caldis", "press"),
            "A skipper",
            "To Astra, Borea, Caldis, Press, from A skipper: Hello",
            set(READERS),
        ),
    ],
)
def test_those_it_is_to_read_it(
    session: Session, to: tuple[str, ...], sender: str, line: str, readers: set[Reader]
) -> None:
    """The room reads it only where every seat does."""
    do(session, Tell(to, sender, "Hello"))
    assert last_line(session) == line
    assert told_to(session) == readers


def test_every_seat_of_an_actor_reads_what_the_actor_is_told(full: PackReading) -> None:
    """Where two seats share Astra, both are told, and the room still is not."""
    session = begun(full, arrangement="four")
    do(session, Tell(("astra",), "", "Hello"))
    court, navy = Reader("astra_court"), Reader("astra_navy")
    said = [last_line(session, reader) for reader in (court, navy, Reader("borea"), ROOM)]
    assert said == ["To Astra, from the facilitator: Hello"] * 2 + ["", ""]
