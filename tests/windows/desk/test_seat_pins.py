"""Somebody at a seat forgot their PIN: the facilitator resets it from the desk."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from idlib_wargame.packs.reader import PackReading
from idlib_wargame.rules.audience import Reader
from idlib_wargame.session.pins import PinLock
from idlib_wargame.session.seat_pins import SeatPins
from idlib_wargame.session.session import Session
from idlib_wargame.session.tries import TryBook
from idlib_wargame.windows.desk.reseat_form import ReseatForm
from idlib_wargame.windows.desk.window import DeskWindow
from tests.harbour_exercise import begin
from tests.windows.dress import dress
from tests.windows.play_harbour import shown_text, texts

ANA, BEN = "ana's own", "ben's own"


@pytest.fixture
def session(harbour: PackReading) -> Session:
    """Ana and Ben at Astra each have a PIN."""
    session = begin(harbour)
    SeatPins(session, "astra").set("Ana", ANA)
    SeatPins(session, "astra").set("Ben", BEN, given=ANA)
    return session


def a_desk(qtbot: QtBot, session: Session, lock: PinLock | None = None) -> DeskWindow:
    """The facilitator's desk."""
    dress(QApplication.instance())
    desk = DeskWindow(session, lock)
    qtbot.addWidget(desk)
    desk.show()
    return desk


def form_of(desk: DeskWindow, seat: str) -> ReseatForm:
    """The form in which a seat's people stand."""
    desk.page.seats.rows[seat].open_form()
    form = desk.page.seats.rows[seat].form
    assert form is not None
    return form


def test_a_forgotten_pin_is_reset_after_a_question(qtbot: QtBot, session: Session) -> None:
    """Of the one who is picked; the seat reads of it, and the other's stays."""
    desk = a_desk(qtbot, session)
    form = form_of(desk, "astra")
    form.forgot.setCurrentIndex(1)
    form.reset.click()
    assert "Reset the PIN of Ben at Astra?" in desk.page.question.words.text()
    assert SeatPins(session, "astra").lock.opens(BEN)
    desk.page.question.yes.click()
    lock = SeatPins(session, "astra").lock
    assert [lock.opens(each) for each in (ANA, BEN)] == [True, False]
    assert (
        "The next is set on their device as they join again, or at the curtain of Astra"
        in shown_text(desk.page.banner)
    )
    told = [line.text for line in session.log(Reader("astra"))]
    assert told[-1] == "The facilitator has reset the PIN of Ben at Astra."


def test_what_was_tried_at_a_pin_is_forgotten_as_it_is_reset(
    qtbot: QtBot, session: Session, tmp_path: Path
) -> None:
    """In the book of this computer, too, which has room for so many."""
    book = tmp_path / "tries"
    lock = PinLock("", TryBook(book))
    desk = a_desk(qtbot, session, lock)
    assert not SeatPins(session, "astra", lock).lock.opens("guessed")
    form = form_of(desk, "astra")
    for place, left in ((1, 1), (0, 0)):
        form.forgot.setCurrentIndex(place)
        form.reset.click()
        desk.page.question.yes.click()
        assert len(json.loads(book.read_text())) == left
        form = form_of(desk, "astra") if left else form


def test_a_seat_without_pins_offers_no_reset(qtbot: QtBot, session: Session) -> None:
    """There is nothing to reset."""
    form = form_of(a_desk(qtbot, session), "borea")
    assert not form.reset.isVisible()
    assert not form.forgot.isVisible()


def test_no_pin_is_to_be_read_on_the_desk(qtbot: QtBot, session: Session) -> None:
    """The facilitator reads that they were set, and not which they are."""
    desk = a_desk(qtbot, session)
    said = [*texts(desk), *(line.text for line in session.log())]
    assert any("Ana has set a PIN at Astra." in each for each in said)
    assert not [each for each in said if ANA in each or "argon2" in each]
