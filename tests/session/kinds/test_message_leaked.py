"""The facilitator leaks a message."""

from __future__ import annotations

import pytest

from idlib_wargame.rules.audience import CONTROL, FACILITATOR, Reader
from idlib_wargame.session.kinds.closed import CloseTurn
from idlib_wargame.session.kinds.message_leaked import MESSAGE_LEAKED, LeakMessage
from idlib_wargame.session.kinds.message_sent import SendMessage
from idlib_wargame.session.kinds.reopened import Reopen
from idlib_wargame.session.kinds.undone import Undo
from idlib_wargame.session.letters import Letter
from idlib_wargame.session.session import Session
from tests.session.exercises import (
    CALDIS,
    PRESS,
    READERS,
    do,
    last_line,
    read_back,
    refusal,
    to_results,
    told_to,
)

SENT = "astra>borea#1"


@pytest.fixture
def session(session: Session) -> Session:
    """Astra has written to Borea."""
    session.submit(SendMessage(("borea",), "Between us"), "astra")
    return session


def test_the_copy_says_between_whom_it_was(session: Session) -> None:
    """It is from the facilitator, with a key that counts only what came from there."""
    do(session, LeakMessage(SENT, ("press", "caldis")))
    assert session.play.letters[-1] == Letter(
        key="facilitator>caldis+press#1",
        at=session.entries[-1].at,
        turn=1,
        phase="talks",
        sender=FACILITATOR,
        to=("caldis", "press"),
        text="Between us",
        leaks=SENT,
        leaked_from="astra",
        leaked_to=("borea",),
    )
    assert read_back(session) == session.play


@pytest.mark.parametrize(
    ("to", "line", "readers"),
    [
        (
            ("caldis", "press"),
            "Leaked to Caldis and Press, from Astra to Borea: Between us",
            {CONTROL, CALDIS, PRESS},
        ),
        ((), "Leaked to everybody, from Astra to Borea: Between us", set(READERS)),
    ],
)
def test_those_it_is_leaked_to_are_told(
    session: Session, to: tuple[str, ...], line: str, readers: set[Reader]
) -> None:
    """Whoever wrote it learns of nothing, unless everybody does."""
    do(session, LeakMessage(SENT, to))
    assert last_line(session) == line
    assert told_to(session) == readers


def test_what_cannot_be_leaked_is_refused(session: Session) -> None:
    """To nobody who has it, of nothing that is not there, and only by the facilitator."""
    assert refusal(session, LeakMessage(SENT), "caldis") == "Only the facilitator may do that."
    assert refusal(session, LeakMessage("astra>borea#2")) == "There is no such message to leak."
    assert (
        refusal(session, LeakMessage(SENT, ("astra", "borea", FACILITATOR, "nowhere")))
        == "There is no seat “nowhere” in this exercise. "
        "The facilitator reads every message; pick seats to leak it to. "
        "Astra has this message already. Borea has this message already."
    )
    do(session, LeakMessage(SENT, ("caldis",)))
    copy = session.play.letters[-1].key
    assert refusal(session, LeakMessage(SENT, ("caldis",))) == "Caldis has this message already."
    assert refusal(session, LeakMessage(copy, ("press",))).startswith("This is a leaked copy")
    do(session, LeakMessage(SENT))
    assert refusal(session, LeakMessage(SENT)) == "Everybody has this message already."


def test_a_thing_read_cannot_be_unread(session: Session) -> None:
    """Neither an undo nor a re-opening takes a leak back."""
    to_results(session)
    do(session, LeakMessage(SENT), CloseTurn(), Reopen(1))
    assert session.play.letters[-1].leaks == SENT
    do(session, Undo())
    assert session.play.letters[-1].leaks == SENT
    assert not MESSAGE_LEAKED.undoable
