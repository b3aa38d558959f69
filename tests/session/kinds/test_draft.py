"""What a seat has picked so far."""

from __future__ import annotations

from idlib_wargame.rules.audience import CONTROL
from idlib_wargame.session.acts import FACILITATOR
from idlib_wargame.session.kinds.adjudicated import Adjudicate
from idlib_wargame.session.kinds.draft import DRAFT, DraftOrders
from idlib_wargame.session.kinds.sealed import SealOrders
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
)


def test_a_draft_is_kept(session: Session) -> None:
    """The seat finds what it picked, reasons included; the last sheet counts."""
    session.submit(DraftOrders("astra", (Wish("call_talks"),)), "astra")
    session.submit(DraftOrders("astra", PROTEST), "astra")
    assert session.play.drafts == {"astra": PROTEST}
    assert session.wishes_of("astra") == PROTEST
    assert read_back(session) == session.play


def test_what_is_not_open_yet_may_be_drafted(session: Session) -> None:
    """By the time of sealing it may be."""
    session.submit(DraftOrders("astra", (Wish("sign_treaty"),)), "astra")
    assert session.play.drafts["astra"] == (Wish("sign_treaty"),)


def test_who_may_draft_what_and_when(session: Session) -> None:
    """A seat for itself, the facilitator for any; moves of the pack; before orders are opened."""
    draft = DraftOrders("astra", PROTEST)
    assert (
        refusal(session, draft, "borea")
        == "These orders are for Astra; only its own seat may change them."
    )
    assert (
        refusal(session, DraftOrders("astra", (Wish("fly"), Wish("swim"))), "astra")
        == "There is no move “fly” in this pack. There is no move “swim” in this pack."
    )
    assert (
        refusal(session, DraftOrders("nowhere", ()))
        == "There is no seat “nowhere” in this exercise."
    )
    do(session, draft)
    to_orders(session)
    session.submit(SealOrders("astra", PROTEST), "astra")
    assert (
        refusal(session, draft, "astra") == "These orders are sealed; unseal them to change them."
    )
    do(session, Adjudicate())
    assert refusal(session, draft, "astra").startswith("Too late for turn 1")


def test_no_log_tells_of_a_draft(session: Session) -> None:
    """It only guards against loss; undo leaves it alone."""
    before = texts(session, CONTROL)
    session.submit(DraftOrders("astra", PROTEST), FACILITATOR)
    assert [last_line(session, reader) for reader in READERS] == [""] * len(READERS)
    assert texts(session, CONTROL) == before
    assert not DRAFT.undoable
