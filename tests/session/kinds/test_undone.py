"""The last act that still stands is struck."""

from __future__ import annotations

from idlib_wargame.rules.audience import CONTROL
from idlib_wargame.session.kinds.closed import CloseTurn
from idlib_wargame.session.kinds.draft import DraftOrders
from idlib_wargame.session.kinds.finished import Finish
from idlib_wargame.session.kinds.note import TakeNote
from idlib_wargame.session.kinds.undone import UNDONE, Undo
from idlib_wargame.session.session import Session
from tests.session.exercises import (
    PROTEST,
    SEATS_AND_ROOM,
    do,
    last_line,
    read_back,
    refusal,
    texts,
    to_results,
    told_to,
)


def test_it_strikes_the_facilitators_last_act_and_keeps_both(session: Session) -> None:
    """Undoing an adjudication brings the orders back, sealed; the next undo goes further back."""
    to_results(session)
    do(session, Undo())
    assert (session.play.phase, session.play.pending) == ("orders", None)
    assert session.play.sealed["astra"] == PROTEST
    struck = [line.kind for line in session.log() if line.struck]
    assert struck == ["adjudicated"]
    do(session, Undo())
    assert session.play.phase == "talks"
    assert session.play.sealed["astra"] == PROTEST
    assert read_back(session) == session.play


def test_what_came_after_the_act_stays(session: Session) -> None:
    """A draft written since is the seat's own."""
    do(session, TakeNote("Too soon"))
    session.submit(DraftOrders("astra", PROTEST), "astra")
    do(session, Undo())
    assert not session.play.notes
    assert session.play.drafts == {"astra": PROTEST}


def test_a_turn_folds_again_as_it_was(session: Session) -> None:
    """Taking back the close leaves the same results waiting."""
    to_results(session)
    pending = session.play.pending
    do(session, CloseTurn(), Undo())
    assert (session.play.phase, session.play.pending) == ("adjudication", pending)


def test_there_must_be_something_to_strike(session: Session) -> None:
    """Nothing at the start, nothing after the finish; and no seat may."""
    assert session.undoable() is None
    assert refusal(session, Undo()) == "There is nothing to undo."
    do(session, TakeNote("Begun"))
    assert refusal(session, Undo(), "astra") == "Only the facilitator may do that."
    undoable = session.undoable()
    assert undoable is not None
    assert undoable.text == "Note: Begun"
    do(session, Finish())
    assert session.undoable() is None
    assert refusal(session, Undo()).startswith("The exercise is finished")


def test_what_was_done_while_somebody_was_asked_is_not_struck(session: Session) -> None:
    """They meant another act: it is said, and both stand."""
    do(session, TakeNote("Meant"))
    meant = session.entries[-1].number
    do(session, TakeNote("Came between"))
    assert refusal(session, Undo(meant)) == (
        "Something was done meanwhile. Undo again to see what would be struck."
    )
    do(session, Undo(session.entries[-1].number), Undo(meant))
    assert session.undoable() is None


def test_only_control_reads_of_it_and_of_what_was_struck(session: Session) -> None:
    """For the others it is as if it had never been."""
    before = [texts(session, reader) for reader in SEATS_AND_ROOM]
    to_results(session)
    for _ in range(2):
        do(session, Undo())
    assert last_line(session) == "Undone: “Turn 1: Orders open.”"
    assert told_to(session) == {CONTROL}
    sealed = ["Astra seals its orders.", "Borea seals its orders."]
    assert texts(session, SEATS_AND_ROOM[-1]) == before[-1] + sealed
    assert not UNDONE.undoable
