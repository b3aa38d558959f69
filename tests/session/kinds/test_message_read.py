"""A seat has read messages."""

from __future__ import annotations

from idlib_wargame.rules.audience import CONTROL, FACILITATOR
from idlib_wargame.session.kinds.message_leaked import LeakMessage
from idlib_wargame.session.kinds.message_read import MESSAGE_READ, ReadMessages
from idlib_wargame.session.kinds.message_sent import SendMessage
from idlib_wargame.session.kinds.note import TakeNote
from idlib_wargame.session.kinds.undone import Undo
from idlib_wargame.session.letters import ReadMark
from idlib_wargame.session.session import Session
from tests.session.exercises import READERS, do, last_line, read_back, refusal, texts

NOTHING = "There is no message among these that this seat had still to read."


def test_a_seat_reads_what_was_sent_to_it(session: Session) -> None:
    """Once; what was leaked to everybody too; what it wrote itself and what went to others not."""
    session.submit(SendMessage(("borea",), "Word"), "astra")
    session.submit(SendMessage(("astra",), "Back"), "borea")
    session.submit(SendMessage(("caldis",), "Between us"), "borea")
    do(session, LeakMessage("borea>caldis#1"))
    keys = tuple(letter.key for letter in session.play.letters)
    session.submit(ReadMessages(keys), "astra")
    read = [ReadMark("astra", "borea>astra#1"), ReadMark("astra", "facilitator>*#1")]
    assert list(session.play.read_marks) == read
    assert refusal(session, ReadMessages(keys), "astra") == NOTHING
    assert refusal(session, ReadMessages(("nothing",)), "astra") == NOTHING
    assert read_back(session) == session.play


def test_only_a_seat_reads(session: Session) -> None:
    """The facilitator reads everything."""
    session.submit(SendMessage((FACILITATOR,), "Word"), "astra")
    said = refusal(session, ReadMessages(("astra>facilitator#1",)))
    assert said == "There is no seat “facilitator” in this exercise."


def test_no_log_tells_who_has_read(session: Session) -> None:
    """And no undo has it unread."""
    do(session, TakeNote("They whisper"))
    session.submit(SendMessage(("borea",), "Word"), "astra")
    before = texts(session, CONTROL)
    session.submit(ReadMessages(("astra>borea#1",)), "borea")
    assert [last_line(session, reader) for reader in READERS] == [""] * len(READERS)
    assert texts(session, CONTROL) == before
    do(session, Undo())
    assert len(session.play.read_marks) == 1
    assert not MESSAGE_READ.undoable
