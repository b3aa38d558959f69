"""What a projector may show of the log."""

from __future__ import annotations

from idlib_wargame.session.acts import FACILITATOR
from idlib_wargame.session.kinds.adjudicated import Adjudicate
from idlib_wargame.session.kinds.sealed import SealOrders
from idlib_wargame.session.kinds.uncovered import UncoverOrders
from idlib_wargame.session.play import Wish
from idlib_wargame.session.session import Session
from idlib_wargame.views.desk.covered_log import covered_log
from tests.harbour_exercise import open_orders, seal


def test_sealed_orders_are_not_told_before_they_are_opened(session: Session) -> None:
    """Uncovered, or once they are opened, they are."""
    open_orders(session)
    seal(session, "astra", Wish("call_talks"))
    assert session.log()[-1].text == "Astra seals its orders."
    session.submit(UncoverOrders(), FACILITATOR)
    whole = session.log()[:-1]
    assert "Call the three ministers together" in whole[-1].text
    covered = covered_log(session, uncovered=False)[:-1]
    assert covered[-1].text == "Astra seals its orders."
    assert covered[:-1] == whole[:-1]
    assert covered_log(session, uncovered=True)[:-1] == whole
    session.submit(Adjudicate(), FACILITATOR)
    assert covered_log(session, uncovered=False) == session.log()


def test_the_line_names_whose_orders_they_are(session: Session) -> None:
    """Sealed by the facilitator for a seat, they are still the seat's."""
    open_orders(session)
    session.submit(SealOrders("borea", (Wish("protest"),)), FACILITATOR)
    assert covered_log(session, uncovered=False)[-1].text == "Borea seals its orders."
