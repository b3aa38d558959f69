"""Offers and agreements in exercises on the harbour pack, for the tests of what is done to them."""

from __future__ import annotations

from typing import Any

from idlib_wargame.rules.agreements.case import Case
from idlib_wargame.rules.audience import CONTROL, Reader
from idlib_wargame.rules.offer import Does, Offer, Term
from idlib_wargame.rules.pack.scenario import Scenario
from idlib_wargame.session.acts import FACILITATOR
from idlib_wargame.session.chronicle import Chronicle
from idlib_wargame.session.kinds.adjudicated import Adjudicate
from idlib_wargame.session.kinds.closed import CloseTurn
from idlib_wargame.session.kinds.offer_accepted import AcceptOffer
from idlib_wargame.session.kinds.offer_tabled import TableOffer
from idlib_wargame.session.kinds.sealed import SealOrders
from idlib_wargame.session.play import Wish
from idlib_wargame.session.session import Session
from idlib_wargame.session.written_again import PlayAgain
from tests.session.exercises import ASTRA, BOREA, altered, do, to_orders

NO_RAIDS = Term("astra", Does.RESTRAINT, "no_raids", 4)
BE_KIND = Term("borea", Does.WORDS, "Be kind", 4)
# Astra fishes with nobody counting, which it promises not to; and borea is to be kind.
OFFER = Offer("astra", ("borea",), (NO_RAIDS, BE_KIND), answer_by=1, until=4)
KEY = f"astra>borea/parties/{OFFER.digest}"
PARTIES: set[Reader] = {CONTROL, ASTRA, BOREA}


def table(session: Session, offer: Offer = OFFER, answers: str = "") -> str:
    """An offer on the table; its key."""
    before = set(session.play.ledger.cases)
    by = signs_for(session.scenario, offer.maker)
    session.submit(TableOffer(by, offer, answers), by)
    (key,) = set(session.play.ledger.cases) - before
    return key


def accept(session: Session, key: str, *seats: str) -> None:
    """Those seats accept it as it stands; the facilitator does it for a habit's or control's."""
    for seat in seats:
        played_by = session.play.setup.of(seat).played_by
        by = seat if played_by == "person" else FACILITATOR
        session.submit(AcceptOffer(seat, key, case(session, key).digest), by)


def sign(session: Session, offer: Offer = OFFER) -> str:
    """An offer that all have accepted; its key."""
    key = table(session, offer)
    accept(session, key, *offer.signers[1:])
    assert case(session, key).in_force
    return key


def signs_for(scenario: Scenario, actor: str) -> str:
    """The first seat of an actor."""
    return next(seat.id for seat in scenario.seats if seat.actor == actor)


def case(session: Session, key: str = "") -> Case:
    """How that offer or agreement stands; the first of all where none is named."""
    return session.play.ledger[key or next(iter(session.play.ledger.cases))]


def to_open_orders(session: Session, astra: tuple[Wish, ...] = ()) -> None:
    """The turn in play with its orders open: what astra orders, and nothing of borea's."""
    to_orders(session)
    session.submit(SealOrders("astra", astra), "astra")
    session.submit(SealOrders("borea", ()), "borea")
    do(session, Adjudicate())


def to_closed(session: Session, astra: tuple[Wish, ...] = ()) -> None:
    """The turn in play closed."""
    to_open_orders(session, astra)
    do(session, CloseTurn())


def strange_steps(session: Session, forged: dict[int, dict[str, Any]] | None = None) -> list[str]:
    """The kinds of the acts that would not be written again as the record has them.

    ``forged`` are other bodies, by the number of their entry.
    """

    changed = forged or {}
    entries = [
        altered(e, **changed[e.number]) if e.number in changed else e for e in session.entries
    ]
    steps = PlayAgain(session.referee, session._dice).steps(entries)
    return [step.entry.kind for step in steps if not step.is_stored]


def folded_again(session: Session) -> Chronicle:
    """The record read from its beginning."""
    chronicle = Chronicle(session.referee)
    chronicle.extend(tuple(session.entries))
    assert chronicle.strange == []
    return chronicle
