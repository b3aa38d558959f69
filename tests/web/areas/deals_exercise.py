"""What is offered on the harbour pack in the tests of a page's deals, and turns played between."""

from __future__ import annotations

from idlib_wargame.rules.agreements.case import Stage
from idlib_wargame.rules.offer import Does, Offer, Term, Verification
from idlib_wargame.session.acts import FACILITATOR
from idlib_wargame.session.kinds.adjudicated import Adjudicate
from idlib_wargame.session.kinds.closed import CloseTurn
from idlib_wargame.session.play import Wish
from idlib_wargame.session.session import Session
from tests.harbour_exercise import open_orders, seal
from tests.web.areas.deals_hands import Hands

NETS = Wish("silent_nets")
NO_RAIDS = Term("astra", Does.RESTRAINT, "no_raids", 4)
CREWS = Term("borea", Does.ACT, "free_crews", 2)
PLAIN = Offer("astra", ("borea",), (NO_RAIDS, CREWS), 1, 4, verification=Verification.OBSERVERS)


def at_deals(session: Session, seat: str, person: str = "") -> Hands:
    """Somebody at the deals of that seat's page."""
    return Hands(session, seat, person)


def stages(session: Session) -> list[Stage]:
    """How each offer stands, in the order they were tabled."""
    return [each.stage for each in session.play.ledger.cases.values()]


def draft_of(session: Session, seat: str, place: int = 1) -> Offer:
    """What a seat has half written in that place."""
    return session.play.offer_drafts[seat][place].offer


def played(session: Session, *astra: Wish) -> None:
    """A turn in which Astra orders this, and Borea nothing."""
    open_orders(session)
    seal(session, "astra", *astra)
    seal(session, "borea")
    session.submit(Adjudicate(), FACILITATOR)
    session.submit(CloseTurn(), FACILITATOR)
