"""A turn goes back to its orders."""

from __future__ import annotations

from idlib_wargame.rules.audience import CONTROL
from idlib_wargame.session.kinds.adjudicated import Adjudicate
from idlib_wargame.session.kinds.closed import CloseTurn
from idlib_wargame.session.kinds.draft import DraftOrders
from idlib_wargame.session.kinds.note import TakeNote
from idlib_wargame.session.kinds.phase import MoveOn
from idlib_wargame.session.kinds.redone import Redo
from idlib_wargame.session.kinds.reopened import Reopen
from idlib_wargame.session.kinds.sealed import SealOrders
from idlib_wargame.session.kinds.undone import Undo
from idlib_wargame.session.kinds.unsealed import UnsealOrders
from idlib_wargame.session.session import Session
from tests.session.exercises import (
    COVERT,
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


def test_its_orders_are_back_and_what_came_after_is_struck(session: Session) -> None:
    """A turn closed long ago is open again with its sealed orders, and comes out the same."""
    to_results(session)
    first, number = session.play.pending, session.entries[-1].number
    do(session, CloseTurn(), MoveOn(), MoveOn(), Adjudicate(), CloseTurn())
    assert len(session.play.closed) == 2
    do(session, Reopen(1))
    play = session.play
    assert (play.turn, play.phase, play.closed) == (1, "orders", ())
    assert play.sealed["astra"] == PROTEST
    assert [line.number for line in session.log() if line.struck] == list(range(number, number + 6))
    assert read_back(session) == play
    do(session, Adjudicate())
    assert first is not None
    assert session.play.pending is not None
    assert session.play.pending.result == first.result


def test_a_turn_is_re_opened_again(session: Session) -> None:
    """What was struck before is not looked for."""
    to_results(session)
    do(session, Reopen(1))
    not_yet = "Turn 1 has not been adjudicated, so it cannot be re-opened."
    assert refusal(session, Reopen(1)) == not_yet
    do(session, Adjudicate(), TakeNote("Again"), Reopen(1))
    assert session.play.phase == "orders"
    assert [note.text for note in session.play.notes] == ["Again"]


def test_orders_sealed_while_it_was_open_again_go_with_an_undo(session: Session) -> None:
    """The results stand again, and with them the orders they came of; redone, the new ones do."""
    to_results(session)
    stood = session.play
    do(session, Reopen(1))
    session.submit(UnsealOrders("astra"), "astra")
    session.submit(DraftOrders("astra", ()), "astra")
    session.submit(SealOrders("astra", COVERT), "astra")
    assert session.play.sealed["astra"] == COVERT
    do(session, Undo())
    assert session.play.sealed == stood.sealed
    assert session.play.drafts == stood.drafts
    assert session.play.pending == stood.pending
    assert read_back(session) == session.play
    do(session, Redo())
    assert session.play.sealed["astra"] == COVERT
    do(session, Undo(), Reopen(1))
    assert session.play.sealed["astra"] == COVERT


def test_it_must_have_been_adjudicated(session: Session) -> None:
    """And the facilitator alone may."""
    not_yet = "Turn 1 has not been adjudicated, so it cannot be re-opened."
    assert refusal(session, Reopen(1)) == not_yet
    to_results(session)
    assert refusal(session, Reopen(1), "astra") == "Only the facilitator may do that."


def test_everyone_reads_that_the_turn_is_open_again(session: Session) -> None:
    """Only control reads which entries it struck, and the lines of those."""
    to_results(session)
    do(session, Reopen(1))
    whole = "Turn 1 re-opened; what the game did since its orders no longer counts."
    assert last_line(session) == whole
    assert told_to(session) == {CONTROL}
    covered = {last_line(session, reader) for reader in SEATS_AND_ROOM}
    assert covered == {"Turn 1 re-opened."}
    assert "Turn 1 adjudicated." not in texts(session, SEATS_AND_ROOM[-1])
