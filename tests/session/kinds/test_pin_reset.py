"""The facilitator's PIN is replaced from outside the desk."""

from __future__ import annotations

from idlib_wargame.session.kinds.finished import Finish
from idlib_wargame.session.kinds.pin_reset import PIN_RESET, ResetPin
from idlib_wargame.session.kinds.undone import Undo
from idlib_wargame.session.session import Session
from tests.session.exercises import READERS, do, last_line, read_back, refusal, told_to


def test_everyone_reads_that_a_pin_was_reset(session: Session) -> None:
    """Whoever did it in secret is told of; it changes nothing of play."""
    before = session.play
    session.reset_pin("1234")
    assert last_line(session) == "The facilitator's PIN was reset."
    assert told_to(session) == set(READERS)
    session.reset_pin("")
    assert last_line(session) == "The facilitator's PIN was taken away."
    assert session.play == before == read_back(session)


def test_a_reset_can_be_done_after_the_finish(session: Session) -> None:
    """A forgotten PIN keeps nobody from a finished exercise."""
    do(session, Finish())
    session.reset_pin("1234")
    assert session.entries[-1].body == {"turn": 1, "is_set": True}


def test_no_undo_brings_a_pin_back(session: Session) -> None:
    """And no seat may reset it."""
    session.reset_pin("1234")
    assert not PIN_RESET.undoable
    assert refusal(session, Undo()) == "There is nothing to undo."
    assert refusal(session, ResetPin(True), "astra") == "Only the facilitator may do that."
