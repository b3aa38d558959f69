"""The first look: shown at the first lifting, left at any moment, opened again by a key."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from idlib_wargame.packs.reader import PackReading
from idlib_wargame.session.session import Session
from idlib_wargame.windows.seat.window import SeatWindow
from tests.session.exercises import begun
from tests.windows.play_harbour import shown_text
from tests.windows.seat.conftest import Opener

ENTER = Qt.Key.Key_Return


@pytest.fixture
def session(harbour: PackReading) -> Session:
    """An exercise in which nobody has looked round yet."""
    return begun(harbour)


def presses(key: Qt.Key) -> None:
    """A key where the keys are."""
    on = QApplication.focusWidget()
    assert on is not None
    QTest.keyClick(on, key)


def test_it_goes_from_card_to_card_by_enter(seat_of: Opener, session: Session) -> None:
    """Six cards, the last of which begins; then the keys are where orders are picked."""
    window: SeatWindow = seat_of(session, new=True)
    look, titles = window.first_look, []
    assert look.isVisible()
    while look.isVisible():
        titles.append(look.title.text())
        presses(ENTER)
    assert titles == [
        "You are Astra",
        "What you want",
        "How a turn goes",
        "What you can do",
        "What sealing means",
        "Where things are",
    ]
    assert window.page.isVisible()
    assert QApplication.focusWidget() is window.moves.filter
    assert session.play.looked_round == {"astra"}
    assert session.play.briefs_read == frozenset()  # its cards are not the brief


def test_it_is_shown_once_on_any_laptop(seat_of: Opener, session: Session) -> None:
    """The record remembers; another seat has its own."""
    seat_of(session, new=True).first_look.leave.click()
    assert session.play.briefs_read == frozenset()  # nobody has read anything yet
    assert not seat_of(session, new=True).first_look.isVisible()
    assert seat_of(session, "borea", new=True).first_look.isVisible()


def test_it_is_left_at_any_moment_and_opened_again_by_a_key(
    seat_of: Opener, session: Session
) -> None:
    """Back to the first card, without being counted twice."""
    window = seat_of(session, new=True)
    presses(ENTER)
    presses(Qt.Key.Key_Escape)
    assert window.page.isVisible()
    entries = len(session.entries)
    QTest.keyClick(window, Qt.Key.Key_F1, Qt.KeyboardModifier.ShiftModifier)
    assert window.first_look.title.text() == "You are Astra"
    assert "Shift+F1 opens this again." in shown_text(window.first_look)
    window.first_look.next.click()
    window.first_look.back.click()
    assert window.first_look.title.text() == "You are Astra"
    window.first_look.leave.click()
    assert len(session.entries) == entries


def test_no_key_seals_orders_behind_it(seat_of: Opener, session: Session) -> None:
    """What cannot be seen is not done."""
    window = seat_of(session, new=True)
    QTest.keyClick(window, ENTER, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(window, Qt.Key.Key_M, Qt.KeyboardModifier.ControlModifier)
    assert window.first_look.isVisible()
    assert "astra" not in session.play.sealed
    assert not window.question.isVisible()


def test_the_curtain_covers_it(seat_of: Opener, session: Session) -> None:
    """It tells of the seat, so nobody else reads it."""
    window = seat_of(session, new=True)
    window.let_down()
    assert "You are Astra" not in shown_text(window)
    window.lift()
    assert window.first_look.isVisible()
