"""What an undo or a re-opening leaves alone: what seats wrote, and the facts of the room."""

from __future__ import annotations

from idlib_wargame.packs.reader import PackReading
from idlib_wargame.session.kinds.adjudicated import Adjudicate
from idlib_wargame.session.kinds.closed import CloseTurn
from idlib_wargame.session.kinds.draft import DraftOrders
from idlib_wargame.session.kinds.injected import SendInject
from idlib_wargame.session.kinds.note import TakeNote
from idlib_wargame.session.kinds.phase import MoveOn
from idlib_wargame.session.kinds.reopened import Reopen
from idlib_wargame.session.kinds.reseated import Reseat
from idlib_wargame.session.kinds.sealed import SealOrders
from idlib_wargame.session.kinds.told import Tell
from idlib_wargame.session.kinds.undone import Undo
from idlib_wargame.session.play import Play, Wish
from idlib_wargame.session.session import Session
from tests.session.exercises import PROTEST, begun, do, read_back, to_orders, to_results

TALKS = (Wish("call_talks", "", "Before the season"),)


def in_turn_2(session: Session) -> None:
    """Turn 1 closed; in turn 2 one seat has sealed and another is writing."""
    to_results(session)
    do(session, CloseTurn(), MoveOn(), MoveOn())
    session.submit(SealOrders("astra", TALKS), "astra")
    session.submit(DraftOrders("borea", PROTEST), "borea")


def sheets(play: Play) -> tuple[dict[str, object], dict[str, object]]:
    """What is sealed and drafted for the turn in play."""
    return dict(play.sealed), dict(play.drafts)


def test_undoing_past_the_start_of_a_turn_loses_no_order(session: Session) -> None:
    """Undo to the report of turn 1, start turn 2 again: its seals and drafts are there."""
    in_turn_2(session)
    written = sheets(session.play)
    assert written == ({"astra": TALKS}, {"astra": TALKS, "borea": PROTEST})
    do(session, Undo(), Undo())
    assert (session.play.turn, session.play.phase) == (1, "report")
    assert session.play.sealed["astra"] == PROTEST
    do(session, MoveOn())
    assert (session.play.turn, session.play.phase) == (2, "talks")
    assert sheets(session.play) == written
    assert read_back(session) == session.play


def test_re_opening_an_earlier_turn_keeps_what_was_sealed_for_a_later_one(
    session: Session,
) -> None:
    """Turn 1 played again, turn 2 finds its orders as they were written."""
    in_turn_2(session)
    written = sheets(session.play)
    do(session, Reopen(1), Adjudicate(), CloseTurn(), MoveOn(), MoveOn())
    assert sheets(session.play) == written
    do(session, Adjudicate())
    assert session.play.pending is not None
    assert ("astra", "call_talks") in {
        (each.order.seat, each.order.move) for each in session.play.pending.orders
    }


def test_who_came_late_still_sits_there_after_a_re_opening(session: Session) -> None:
    """The habit that played before them does not play again."""
    to_results(session)
    do(session, Reseat("caldis", ("Cem",), "person"), CloseTurn(), Reopen(1))
    assert session.play.setup.of("caldis").people == ("Cem",)
    assert session.play.setup.of("caldis").played_by == "person"
    assert read_back(session) == session.play


def test_notes_and_words_to_the_seats_stay_after_a_re_opening(session: Session) -> None:
    """They were said; they are undone one by one, or not at all."""
    to_results(session)
    do(session, TakeNote("They whisper"), Tell(("astra",), "", "A word"), CloseTurn(), Reopen(1))
    assert [note.text for note in session.play.notes] == ["They whisper"]
    assert [message.text for message in session.play.messages] == ["A word"]
    lines = {line.kind: line.struck for line in session.log()}
    assert not lines["note"]
    assert not lines["told"]
    assert lines["closed"]


def test_an_injects_words_stay_and_what_it_did_goes_with_its_turn(full: PackReading) -> None:
    """Marked as taken back; it may be sent again, and then counts once."""
    session = begun(full)
    to_results(session)
    do(session, CloseTurn(), MoveOn())
    before = session.play.state
    do(session, SendInject("wreck"))
    after = session.play.state
    assert before != after
    while session.play.phase != "orders":
        do(session, MoveOn())
    do(session, Reopen(1))
    (wreck,) = session.play.messages
    assert (wreck.inject, wreck.taken_back, wreck.effects) == ("wreck", True, ())
    assert session.play.state["inject.wreck"] == 0
    do(session, Undo())
    (wreck,) = session.play.messages
    assert not wreck.taken_back
    assert session.play.state == after
    do(session, Reopen(1), Adjudicate(), CloseTurn(), MoveOn(), SendInject("wreck"))
    assert [each.taken_back for each in session.play.messages] == [True, False]
    assert session.play.state == after
    assert read_back(session) == session.play


def test_a_message_undone_by_itself_is_gone(session: Session) -> None:
    """It was sent by mistake, and nothing else changes."""
    to_orders(session)
    do(session, TakeNote("Kept"), Tell((), "", "To the wrong seat"), Undo())
    assert not session.play.messages
    assert [note.text for note in session.play.notes] == ["Kept"]
    assert session.play.phase == "orders"
