"""What a projector may show of the log, and what of it is new."""

from __future__ import annotations

from idlib_wargame.session.acts import FACILITATOR
from idlib_wargame.session.kinds.adjudicated import Adjudicate
from idlib_wargame.session.kinds.draft import DraftOrders
from idlib_wargame.session.kinds.note import TakeNote
from idlib_wargame.session.kinds.sealed import SealOrders
from idlib_wargame.session.kinds.uncovered import UncoverOrders
from idlib_wargame.session.kinds.undone import Undo
from idlib_wargame.session.log import LogLine
from idlib_wargame.session.play import Wish
from idlib_wargame.session.session import Session
from idlib_wargame.views.desk.covered_log import CoveredLog, LogNews
from tests.harbour_exercise import open_orders, seal


def lines(log: CoveredLog) -> tuple[LogLine, ...]:
    """Every line, as it is read now."""
    return tuple(log[row] for row in range(len(log)))


def covered(session: Session, uncovered: bool = False) -> tuple[LogLine, ...]:
    """The whole log, read for the first time."""
    log = CoveredLog(session)
    log.catch_up(uncovered)
    return lines(log)


def test_sealed_orders_are_not_told_before_they_are_opened(session: Session) -> None:
    """Uncovered, or once they are opened, they are."""
    open_orders(session)
    seal(session, "astra", Wish("call_talks"))
    assert session.log()[-1].text == "Astra seals its orders."
    session.submit(UncoverOrders(), FACILITATOR)
    whole = session.log()
    assert "Call the three ministers together" in whole[-2].text
    assert covered(session)[-2].text == "Astra seals its orders."
    assert covered(session)[:-2] == whole[:-2]
    assert covered(session, uncovered=True) == whole
    session.submit(Adjudicate(), FACILITATOR)
    assert covered(session) == session.log()


def test_the_line_names_whose_orders_they_are(session: Session) -> None:
    """Sealed by the facilitator for a seat, they are still the seat's, and it is said."""
    open_orders(session)
    session.submit(SealOrders("borea", (Wish("protest"),)), FACILITATOR)
    assert covered(session)[-1].text == "The facilitator seals the orders of Borea."


def test_what_is_new_is_told_and_nothing_else(session: Session) -> None:
    """Lines are added; what was there reads otherwise only where something was struck."""
    log = CoveredLog(session)
    open_orders(session)
    log.catch_up(uncovered=False)
    assert log.catch_up(uncovered=False) == LogNews(0, changed=False)
    session.submit(TakeNote("Astra is late"), FACILITATOR)
    assert log.catch_up(uncovered=False) == LogNews(1, changed=False)
    session.submit(Undo(), FACILITATOR)
    assert log.catch_up(uncovered=False) == LogNews(1, changed=True)
    assert lines(log) == session.log()
    assert [line.struck for line in lines(log)][-2:] == [True, False]


def test_covering_and_opening_read_otherwise(session: Session) -> None:
    """The same log says more when orders are uncovered, and when they are opened."""
    log = CoveredLog(session)
    open_orders(session)
    seal(session, "astra", Wish("call_talks"))
    log.catch_up(uncovered=False)
    assert log[len(log) - 1].text == "Astra seals its orders."
    session.submit(UncoverOrders(), FACILITATOR)
    assert log.catch_up(uncovered=True) == LogNews(1, changed=True)
    assert lines(log) == session.log()
    log.catch_up(uncovered=False)
    session.submit(Adjudicate(), FACILITATOR)
    assert log.catch_up(uncovered=False) == LogNews(1, changed=True)
    assert lines(log) == session.log()


def test_who_spoke_is_known_by_a_row_of_theirs(session: Session) -> None:
    """A draft is no line; a seat speaks once it seals."""
    log = CoveredLog(session)
    open_orders(session)
    session.submit(DraftOrders("astra", (Wish("protest"),)), "astra")
    log.catch_up(uncovered=False)
    assert list(log.speakers) == ["Facilitator"]
    seal(session, "astra", Wish("protest"))
    log.catch_up(uncovered=False)
    assert {who: log[row].who for who, row in log.speakers.items()} == {
        "Facilitator": "Facilitator",
        "Astra": "Astra",
    }
    assert lines(log)[-1].who == "Astra"
