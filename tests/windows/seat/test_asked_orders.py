"""A seat answers what it is asked about orders that lie open."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtTest import QTest

from idlib_wargame.packs.reader import PackReading
from idlib_wargame.rules.order import Order
from idlib_wargame.session.before_roll import Argument, AskedFor, Said
from idlib_wargame.session.kinds.adjudicated import Adjudicate
from idlib_wargame.session.kinds.orders_opened import OpenOrders
from idlib_wargame.session.kinds.others_asked import AskOthers
from idlib_wargame.session.kinds.sealed import SealOrders
from idlib_wargame.session.kinds.words_counted import CountWords
from idlib_wargame.session.play import Wish
from tests.session.exercises import begun, do, to_orders
from tests.windows.play_harbour import shown_text
from tests.windows.seat.conftest import Opener

CREWS = Order("borea", "free_crews")


def test_a_seat_answers_while_orders_lie_open(
    seat_of: Opener, full: PackReading, tmp_path: Path
) -> None:
    """Its line leads to the page; what it half typed stays as others are asked."""
    session = begun(full, tmp_path / "asked.wargame")
    to_orders(session)
    session.submit(SealOrders("borea", (Wish("free_crews"),)), "borea")
    do(session, OpenOrders())
    window = seat_of(session)
    assert not window.pages.shows("asked")
    do(session, AskOthers(CREWS, AskedFor.AGAINST, ("astra",)))
    assert "You are asked about an order of Borea: Free the crews we hold." in shown_text(window)
    window.turn_to("asked")
    against = window.asked.cards["borea/free_crews//against"]
    assert against.field is not None
    assert against.field.hasFocus()
    QTest.keyClicks(against.field, "They will")
    do(session, AskOthers(CREWS, AskedFor.ODDS, ("astra",)))
    assert "Asked (2 wait)" in window.pages.titles()
    QTest.keyClicks(against.field, " not come")
    assert against.send is not None
    against.send.click()
    before = session.play.before_roll
    assert before is not None
    assert before.arguments[CREWS] == (Argument("astra", "They will not come"),)
    assert against.field.toPlainText() == ""
    assert "Against it, Astra: They will not come" in shown_text(against)
    against.send.click()
    assert against.fault.text() == "A reason needs a few words."
    QTest.keyClicks(against.field, "Nor will")
    assert window.left_at.reasons == (("borea/free_crews//against", "Nor will"),)
    odds = window.asked.cards["borea/free_crews//odds"]
    odds.buttons[9].click()
    odds.buttons[7].click()
    before = session.play.before_roll
    asking = before.asked(CREWS, AskedFor.ODDS) if before is not None else None
    assert asking is not None
    assert asking.said == (Said("astra", 7),)
    assert [number for number, button in odds.buttons.items() if button.isChecked()] == [7]
    do(session, CountWords(CREWS, AskedFor.ODDS))
    assert not odds.buttons[7].isEnabled()
    do(session, Adjudicate())
    assert not window.pages.shows("asked")
