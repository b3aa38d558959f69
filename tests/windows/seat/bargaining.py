"""Offers on the harbour pack, and what the tests of a seat's agreements do with them."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from idlib_wargame.rules.agreements.case import Stage
from idlib_wargame.rules.offer import Does, Offer, Term, Verification
from idlib_wargame.session.acts import FACILITATOR
from idlib_wargame.session.kinds.adjudicated import Adjudicate
from idlib_wargame.session.kinds.closed import CloseTurn
from idlib_wargame.session.play import Wish
from idlib_wargame.session.session import Session
from idlib_wargame.windows.seat.window import SeatWindow
from idlib_wargame.words.language import unmarked
from tests.windows.play_harbour import open_orders, seal
from tests.windows.play_harbour import shown_text as shown_as_isolated
from tests.windows.typist import KeysAlone

NETS = Wish("silent_nets")
NO_RAIDS = Term("astra", Does.RESTRAINT, "no_raids", 4)
CREWS = Term("borea", Does.ACT, "free_crews", 2)
PLAIN = Offer("astra", ("borea",), (NO_RAIDS, CREWS), 1, 4, verification=Verification.OBSERVERS)
THEIRS = PLAIN._replace(maker="borea", to=("astra",))


def answer(typist: KeysAlone[SeatWindow], words: str) -> None:
    """Answer the question that is asked there."""
    assert typist.window.deals.question.isVisible()
    typist.press_button(words)


def shown_text(widget: QWidget) -> str:
    """What can be read on a widget, as it is spelled."""
    return unmarked(shown_as_isolated(widget))


def stages(session: Session) -> list[Stage]:
    """How each offer stands, in the order they were tabled."""
    return [each.stage for each in session.play.ledger.cases.values()]


def played(session: Session, *astra: Wish) -> None:
    """A turn in which Astra orders this, and Borea nothing."""
    open_orders(session)
    seal(session, "astra", *astra)
    seal(session, "borea")
    session.submit(Adjudicate(), FACILITATOR)
    session.submit(CloseTurn(), FACILITATOR)
