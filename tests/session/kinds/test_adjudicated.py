"""The facilitator opens all orders and has them turned into results."""

from __future__ import annotations

from idlib_wargame.packs.reader import PackReading
from idlib_wargame.rules.audience import CONTROL
from idlib_wargame.rules.result import Order
from idlib_wargame.session.before_roll import PlayedOrder
from idlib_wargame.session.kinds.adjudicated import ADJUDICATED, Adjudicate
from idlib_wargame.session.kinds.injected import SendInject
from idlib_wargame.session.kinds.sealed import SealOrders
from idlib_wargame.session.play import Wish
from idlib_wargame.session.session import Session
from tests.session.exercises import (
    SEATS_AND_ROOM,
    begun,
    do,
    last_line,
    read_back,
    refusal,
    to_orders,
    to_results,
)


def test_sealed_orders_and_a_habits_picks_are_opened_together(session: Session) -> None:
    """Each with its reason, if its seat gave one; the results wait to be accepted."""
    to_results(session)
    play, pending = session.play, session.play.pending
    assert (play.phase, play.phase_since) == ("adjudication", session.entries[-1].at)
    assert pending is not None
    assert PlayedOrder(Order("astra", "protest"), "They fished at night") in pending.orders
    assert {played.order.seat for played in pending.orders} == {"astra", "caldis"}
    assert pending.opening == play.state
    assert read_back(session) == play


def test_what_an_inject_makes_control_play_is_opened_too(full_session: Session) -> None:
    """With the inject as its reason, unless the seat ordered the same itself."""
    do(full_session, SendInject("wreck"))
    to_orders(full_session)
    own = (Wish("open_ground", "south", "We meant to"),)
    full_session.submit(SealOrders("borea", own), "borea")
    do(full_session, Adjudicate())
    pending = full_session.play.pending
    assert pending is not None
    opened = [played for played in pending.orders if played.order.seat in ("borea", "press")]
    assert opened == [
        PlayedOrder(Order("borea", "open_ground", "south"), "We meant to"),
        PlayedOrder(Order("press", "front_page"), "", "wreck"),
    ]
    assert read_back(full_session) == full_session.play


def test_an_inject_of_an_earlier_turn_plays_nothing_more(full_session: Session) -> None:
    """Its orders are opened once, with the turn it was sent in."""
    do(full_session, SendInject("wreck"))
    while full_session.play.turn < 2 or full_session.play.phase != "orders":
        following = full_session.next_act()
        assert following is not None
        do(full_session, following[0])
    do(full_session, Adjudicate())
    pending = full_session.play.pending
    assert pending is not None
    assert pending.number == 2
    assert not any(played.inject for played in pending.orders)


def test_orders_are_opened_only_while_they_are_open(session: Session) -> None:
    """And by the facilitator alone."""
    too_early = "Orders can be adjudicated only while the orders phase is open."
    assert refusal(session, Adjudicate()) == too_early
    assert refusal(session, Adjudicate(), "astra") == "Only the facilitator may do that."
    to_results(session)
    assert refusal(session, Adjudicate()) == too_early
    assert ADJUDICATED.undoable


def test_expected_value_throws_no_dice(harbour: PackReading) -> None:
    """Without dice each order gets its likeliest band."""
    session = begun(harbour, method="expected")
    to_results(session)
    assert session.play.pending is not None
    thrown = [card.dice for card in session.play.pending.result.cards]
    assert thrown
    assert set(thrown) == {None}


def test_only_control_reads_how_many_results_there_are(session: Session) -> None:
    """The count tells of hidden acts, and the rung of what a hidden ruling may still change."""
    to_results(session)
    line = "Turn 1 adjudicated: 3 results; ladder at “Watchful peace”."
    assert last_line(session, CONTROL) == line
    covered = {last_line(session, reader) for reader in SEATS_AND_ROOM}
    assert covered == {"Turn 1 adjudicated."}
