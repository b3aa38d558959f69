"""A seat's orders for this turn."""

from __future__ import annotations

import pytest

from idlib_wargame.rules.audience import CONTROL, ROOM, Reader
from idlib_wargame.session.faults import Refused
from idlib_wargame.session.kinds.adjudicated import Adjudicate
from idlib_wargame.session.kinds.sealed import SEALED, SealOrders
from idlib_wargame.session.play import Wish
from idlib_wargame.session.session import Session
from tests.session.exercises import (
    ASTRA,
    BOREA,
    COVERT,
    PROTEST,
    do,
    last_line,
    read_back,
    refusal,
    texts,
    to_orders,
    to_results,
)


def test_sealed_orders_are_kept_with_their_reasons(session: Session) -> None:
    """They stand as sealed, and stay the seat's draft."""
    to_orders(session)
    session.submit(SealOrders("astra", PROTEST), "astra")
    assert (session.play.sealed, session.play.drafts) == ({"astra": PROTEST}, {"astra": PROTEST})
    assert session.wishes_of("astra") == session.orders_for("astra") == PROTEST
    assert read_back(session) == session.play


@pytest.mark.parametrize(
    ("seat", "by", "wishes", "sentence"),
    [
        (
            "astra",
            "borea",
            PROTEST,
            "These orders are for Astra; only its own seat may change them.",
        ),
        (
            "caldis",
            "caldis",
            (Wish("sign_treaty"),),
            "“Sign the treaty of the bank” is not a move of Caldis.",
        ),
        (
            "astra",
            "astra",
            (Wish("sign_treaty"),),
            "“Sign the treaty of the bank” is not open: Stage of the talks must be “draft” or "
            "more, and is “feelers”.",
        ),
    ],
)
def test_orders_that_may_not_be_sealed(
    session: Session, seat: str, by: str, wishes: tuple[Wish, ...], sentence: str
) -> None:
    """Another's sheet, a move of another seat, and one that is not open."""
    to_orders(session)
    assert refusal(session, SealOrders(seat, wishes), by) == sentence


def test_orders_are_sealed_while_they_are_open(session: Session) -> None:
    """Before, the draft is kept; afterwards it is too late."""
    seal = SealOrders("astra", PROTEST)
    assert (
        refusal(session, seal, "astra")
        == "Orders for turn 1 are not open yet; your draft is kept until they are."
    )
    to_results(session)
    assert (
        refusal(session, seal, "astra") == "Too late for turn 1: its orders have been opened. "
        "The next orders are for the next turn."
    )


def test_every_fault_of_an_order_sheet_is_told_at_once(session: Session) -> None:
    """Two mistakes in one sheet give two sentences."""
    to_orders(session)
    with pytest.raises(Refused) as refused:
        session.submit(SealOrders("astra", (Wish("sign_treaty"), Wish("fly"))), "astra")
    assert len(refused.value.reasons) == 2


@pytest.mark.parametrize(
    ("reader", "line"),
    [
        (CONTROL, "Astra seals its orders."),
        (ASTRA, "Astra seals Fish at night behind the patrol line; Protest in public."),
        (BOREA, "Astra seals its orders."),
        (ROOM, "Astra seals its orders."),
    ],
)
def test_which_orders_is_for_the_seat_alone_until_they_are_opened(
    session: Session, reader: Reader, line: str
) -> None:
    """The others read that it sealed; then control reads what."""
    to_orders(session)
    session.submit(SealOrders("astra", COVERT + PROTEST), "astra")
    assert last_line(session, reader) == line
    do(session, Adjudicate())
    whole = "Astra seals Fish at night behind the patrol line; Protest in public."
    assert (whole in texts(session, reader)) == (reader in (CONTROL, ASTRA))


def test_what_the_facilitator_seals_for_a_seat_is_told_as_that(session: Session) -> None:
    """Nobody takes it for the seat's own doing; what it is stays the seat's."""
    to_orders(session)
    do(session, SealOrders("astra", PROTEST))
    assert last_line(session, BOREA) == "The facilitator seals the orders of Astra."
    assert last_line(session, ASTRA) == "Sealed for Astra: Protest in public."


def test_an_empty_sheet_is_told_as_such(session: Session) -> None:
    """To order nothing is a choice too, and as private as any other."""
    to_orders(session)
    session.submit(SealOrders("borea", ()), "borea")
    assert last_line(session, BOREA) == "Borea seals no orders."
    assert last_line(session, ASTRA) == "Borea seals its orders."


def test_the_facilitators_undo_leaves_them_alone() -> None:
    """Orders are the seats' own."""
    assert not SEALED.undoable
