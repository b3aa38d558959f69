"""What a seat is told, where it looks at its orders, of what others did with them."""

from __future__ import annotations

from datetime import datetime

from idlib_wargame.session.kinds.adjudicated import Adjudicate
from idlib_wargame.session.kinds.closed import CloseTurn
from idlib_wargame.session.kinds.reopened import Reopen
from idlib_wargame.session.kinds.reseated import Reseat
from idlib_wargame.session.kinds.sealed import SealOrders
from idlib_wargame.session.kinds.timer import SetTimer
from idlib_wargame.session.kinds.undone import Undo
from idlib_wargame.session.kinds.unsealed import UnsealOrders
from idlib_wargame.session.session import Session
from idlib_wargame.session.timer import TimerState
from idlib_wargame.views.own_history import own_history
from idlib_wargame.views.seat import seat_view
from tests.session.exercises import PROTEST, do, read_back, to_orders


def told(session: Session, seat: str = "astra") -> tuple[str, ...]:
    """What stands over the orders of a seat."""
    return seat_view(session, seat).done_for_it


def clock(session: Session) -> str:
    """When the last entry was made, by the laptop's clock."""
    return f"{datetime.fromisoformat(session.entries[-1].at).astimezone():%H:%M}"


def said(session: Session, seat: str = "astra") -> list[str]:
    """Who gave the orders of each turn, in the history of a seat."""
    return [turn.said for turn in own_history(session.referee, session.play, seat)]


def test_a_seat_reads_that_the_facilitator_sealed_for_it(session: Session) -> None:
    """Until it takes them back; it alone reads of it, and its history says so afterwards."""
    to_orders(session)
    do(session, SealOrders("astra", PROTEST))
    assert told(session) == (f"The facilitator sealed these orders for you at {clock(session)}.",)
    assert told(session, "borea") == ()
    session.submit(UnsealOrders("astra"), "astra")
    assert told(session) == ()
    session.submit(SealOrders("astra", PROTEST), "astra")
    assert told(session) == ()
    do(session, SealOrders("astra", PROTEST), SealOrders("borea", ()))
    assert told(session, "borea") == (
        f"The facilitator sealed no orders for you at {clock(session)}.",
    )
    do(session, Adjudicate(), CloseTurn())
    assert told(session) == ()
    assert said(session) == ["The facilitator sealed these orders for you."]
    assert said(session, "borea") == ["The facilitator sealed no orders for you."]
    assert read_back(session) == session.play


def test_a_seat_reads_that_a_habit_or_the_facilitator_plays_it(session: Session) -> None:
    """Since when, where somebody sat there before; and of a habit's orders in its history."""
    do(session, SetTimer(TimerState.RUNNING, 0))
    assert told(session, "caldis") == ("A habit plays this seat. It orders unless you seal.",)
    assert told(session, "press") == ()
    to_orders(session)
    do(session, Reseat("astra", ("Ada",), "habit:cautious"))
    at = clock(session)
    assert told(session) == (
        f"A habit has played this seat since turn 1, {at}. It orders unless you seal.",
    )
    do(session, Reseat("borea", ("Bo",), "control"))
    assert told(session, "borea") == (
        f"The facilitator has played this seat since turn 1, {clock(session)}.",
    )
    do(session, Adjudicate(), CloseTurn())
    assert said(session) == ["A habit gave these orders for you."]
    do(session, Reseat("astra", ("Ada",), "person"))
    assert told(session) == ()


def test_a_seat_reads_that_its_turn_came_back(session: Session) -> None:
    """Until the orders are opened again; a re-opening that was undone is told of no more."""
    to_orders(session)
    session.submit(SealOrders("astra", PROTEST), "astra")
    do(session, Adjudicate(), Reopen(1))
    at = clock(session)
    came = f"The facilitator re-opened this turn at {at}: what came of it no longer counts."
    assert told(session) == (f"{came} What is sealed counts anew, unless you take it back.",)
    assert told(session, "borea") == (f"{came} Orders may be sealed anew.",)
    do(session, Undo())
    assert told(session) == ()
    do(session, Reopen(1), Adjudicate())
    assert told(session) == ()
    assert read_back(session) == session.play
