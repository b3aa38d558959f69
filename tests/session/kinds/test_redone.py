"""What was undone stands again."""

from __future__ import annotations

from idlib_wargame.packs.reader import PackReading
from idlib_wargame.rules.audience import CONTROL
from idlib_wargame.session.kinds.adjudicated import Adjudicate
from idlib_wargame.session.kinds.closed import CloseTurn
from idlib_wargame.session.kinds.injected import SendInject
from idlib_wargame.session.kinds.note import TakeNote
from idlib_wargame.session.kinds.phase import MoveOn
from idlib_wargame.session.kinds.redone import Redo
from idlib_wargame.session.kinds.reopened import Reopen
from idlib_wargame.session.kinds.sealed import SealOrders
from idlib_wargame.session.kinds.told import Tell
from idlib_wargame.session.kinds.undone import Undo
from idlib_wargame.session.kinds.unsealed import UnsealOrders
from idlib_wargame.session.session import Session
from tests.session.exercises import (
    begun,
    do,
    last_line,
    read_back,
    refusal,
    to_orders,
    to_results,
    told_to,
)

GONE_ON = "There is nothing to redo: the game has gone on since the last undo."


def test_it_brings_back_what_was_undone_step_by_step(session: Session) -> None:
    """Two undone, two redone, the last undone first; then there is nothing more."""
    to_results(session)
    do(session, CloseTurn())
    before = session.play
    do(session, Undo(), Undo())
    assert session.play.phase == "orders"
    redoable = session.redoable()
    assert redoable is not None
    assert redoable.kind == "adjudicated"
    do(session, Redo(), Redo())
    assert session.play == before == read_back(session)
    assert session.redoable() is None
    assert refusal(session, Redo()) == GONE_ON


def test_what_was_redone_can_be_undone_again(session: Session) -> None:
    """As often as the facilitator likes."""
    to_results(session)
    for _ in range(3):
        do(session, Undo())
        assert session.play.phase == "orders"
        do(session, Redo())
        assert session.play.phase == "adjudication"
    assert read_back(session) == session.play


def test_a_note_or_a_message_does_not_end_it(session: Session) -> None:
    """They are no acts of the game."""
    to_results(session)
    do(session, Undo(), TakeNote("A slip"), Tell((), "", "Sorry about that"))
    do(session, Redo())
    assert session.play.phase == "adjudication"
    assert [note.text for note in session.play.notes] == ["A slip"]
    assert read_back(session) == session.play


def test_the_next_act_of_the_game_ends_it(session: Session) -> None:
    """An order taken back, sealed, or the game moved on: what was undone is over."""
    to_results(session)
    do(session, Undo())
    session.submit(UnsealOrders("astra"), "astra")
    assert refusal(session, Redo()) == GONE_ON
    session.submit(SealOrders("astra", ()), "astra")
    do(session, Adjudicate(), CloseTurn(), Undo(), CloseTurn())
    assert refusal(session, Redo()) == GONE_ON
    assert refusal(session, Redo(), "astra") == "Only the facilitator may do that."


def test_a_re_opening_can_be_taken_back(session: Session) -> None:
    """The turns that it struck stand again as they were; a redo re-opens once more."""
    to_results(session)
    do(session, CloseTurn(), MoveOn(), MoveOn(), Adjudicate(), CloseTurn())
    before = session.play
    do(session, Reopen(1))
    undoable = session.undoable()
    assert undoable is not None
    assert undoable.kind == "reopened"
    do(session, Undo())
    assert session.play == before == read_back(session)
    do(session, Redo())
    assert (session.play.turn, session.play.phase, session.play.closed) == (1, "orders", ())
    assert read_back(session) == session.play
    do(session, Undo())
    assert session.play == before


def test_only_control_reads_of_it(session: Session) -> None:
    """For the others what stands again stands as if it had never been struck."""
    to_orders(session)
    do(session, Undo())
    do(session, Redo())
    assert last_line(session) == "Redone: “Turn 1: Orders open.”"
    assert told_to(session) == {CONTROL}


def test_redoing_a_re_opening_keeps_what_people_have_read(full: PackReading) -> None:
    """As the re-opening did: an inject's words stay, marked, for control and in the log."""
    session = begun(full)
    to_results(session)
    do(session, CloseTurn(), MoveOn(), SendInject("wreck"), Reopen(1))
    after = session.play
    do(session, Undo(), Redo())
    assert session.play == after == read_back(session)
    assert [message.taken_back for message in session.play.messages] == [True]
