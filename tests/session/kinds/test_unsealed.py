"""A seat takes its sealed orders back."""

from __future__ import annotations

from idlib_wargame.session.kinds.sealed import SealOrders
from idlib_wargame.session.kinds.unsealed import UNSEALED, UnsealOrders
from idlib_wargame.session.session import Session
from tests.session.exercises import (
    PROTEST,
    READERS,
    last_line,
    read_back,
    refusal,
    to_orders,
    to_results,
    told_to,
)


def test_the_orders_go_back_to_the_draft(session: Session) -> None:
    """The seat can write on where it was; another's sealed orders stay."""
    to_orders(session)
    for seat in ("astra", "borea"):
        session.submit(SealOrders(seat, PROTEST), seat)
    session.submit(UnsealOrders("astra"), "astra")
    assert (set(session.play.sealed), session.play.drafts["astra"]) == ({"borea"}, PROTEST)
    assert (session.wishes_of("astra"), session.orders_for("astra")) == (PROTEST, ())
    assert read_back(session) == session.play


def test_who_may_unseal_and_when(session: Session) -> None:
    """The seat itself, where it has sealed, before orders are opened."""
    unseal = UnsealOrders("astra")
    to_orders(session)
    assert refusal(session, unseal, "astra") == "There are no sealed orders to take back."
    session.submit(SealOrders("astra", PROTEST), "astra")
    assert refusal(session, unseal, "borea").startswith("These orders are for Astra")
    to_results(session)
    assert refusal(session, unseal, "astra").startswith("Too late for turn 1")


def test_everyone_reads_that_it_did(session: Session) -> None:
    """The line says nothing of the orders; undo leaves it alone."""
    to_orders(session)
    session.submit(SealOrders("astra", PROTEST), "astra")
    session.submit(UnsealOrders("astra"), "astra")
    assert last_line(session) == "Astra takes its orders back."
    assert told_to(session) == set(READERS)
    assert not UNSEALED.undoable
