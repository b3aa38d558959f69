"""The facilitator looks at sealed orders before they are opened."""

from __future__ import annotations

from idlib_wargame.rules.audience import CONTROL
from idlib_wargame.session.kinds.adjudicated import Adjudicate
from idlib_wargame.session.kinds.closed import CloseTurn
from idlib_wargame.session.kinds.phase import MoveOn
from idlib_wargame.session.kinds.reopened import Reopen
from idlib_wargame.session.kinds.sealed import SealOrders
from idlib_wargame.session.kinds.uncovered import UncoverOrders, still_covered
from idlib_wargame.session.kinds.undone import Undo
from idlib_wargame.session.kinds.unsealed import UnsealOrders
from idlib_wargame.session.play import Wish
from idlib_wargame.session.session import Session
from tests.session.exercises import (
    PROTEST,
    READERS,
    do,
    last_line,
    read_back,
    refusal,
    texts,
    to_orders,
    to_results,
    told_to,
)

SECRET = (Wish("silent_nets", "", "Nobody counts what nobody sees"),)
SECRET_LINE = "Astra seals Fish at night behind the patrol line."


def test_everyone_reads_whose_orders_were_looked_at(session: Session) -> None:
    """Looking is an act: it stands in everybody's log, once for what was sealed by then."""
    to_orders(session)
    session.submit(SealOrders("astra", PROTEST), "astra")
    do(session, UncoverOrders())
    assert last_line(session) == "The facilitator looks at the sealed orders of Astra."
    assert told_to(session) == set(READERS)
    assert refusal(session, UncoverOrders()) == "There are no sealed orders to look at."
    session.submit(SealOrders("borea", ()), "borea")
    assert still_covered(session.play) == ("borea",)
    assert read_back(session) == session.play


def test_orders_sealed_anew_are_covered_again(session: Session) -> None:
    """What was looked at was the sheet, and this is another."""
    to_orders(session)
    session.submit(SealOrders("astra", PROTEST), "astra")
    do(session, UncoverOrders())
    session.submit(UnsealOrders("astra"), "astra")
    session.submit(SealOrders("astra", SECRET), "astra")
    assert still_covered(session.play) == ("astra",)
    assert SECRET_LINE not in texts(session, CONTROL)


def test_it_is_for_the_facilitator_before_orders_are_opened(session: Session) -> None:
    """Afterwards there is a card for each, and the look cannot be undone."""
    assert refusal(session, UncoverOrders(), "astra") == "Only the facilitator may do that."
    assert refusal(session, UncoverOrders()) == "There are no sealed orders to look at."
    to_results(session)
    assert refusal(session, UncoverOrders()) == "The orders of turn 1 have been opened."


def test_orders_that_were_never_opened_are_read_by_nobody_else(session: Session) -> None:
    """Not after a re-opening, nor an undo to a report, nor in what was sealed before."""
    to_results(session, SECRET)
    assert SECRET_LINE in texts(session, CONTROL)
    do(session, CloseTurn(), MoveOn(), MoveOn())
    session.submit(SealOrders("borea", PROTEST), "borea")
    line = "Borea seals Protest in public."
    assert line not in texts(session, CONTROL)
    do(session, Undo(), Undo())
    assert session.play.phase == "report"
    assert line not in texts(session, CONTROL)
    do(session, Reopen(1))
    assert line not in texts(session, CONTROL)
    assert SECRET_LINE in texts(session, CONTROL)


def test_a_sheet_that_was_taken_back_stays_unread(session: Session) -> None:
    """Only what the orders were when they were opened is told."""
    to_orders(session)
    session.submit(SealOrders("astra", SECRET), "astra")
    session.submit(UnsealOrders("astra"), "astra")
    session.submit(SealOrders("astra", PROTEST), "astra")
    do(session, Adjudicate())
    told = texts(session, CONTROL)
    assert SECRET_LINE not in told
    assert "Astra seals Protest in public." in told
