"""Sealing in a seat's window: meant, or not at all; and nothing wanders while it happens."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from idlib_wargame.packs.reader import PackReading
from idlib_wargame.session.acts import FACILITATOR
from idlib_wargame.session.kinds.sealed import SealOrders
from idlib_wargame.session.play import Wish
from idlib_wargame.session.session import Session
from idlib_wargame.windows.cards.option_button import OptionButton
from idlib_wargame.windows.seat.window import SeatWindow
from tests.windows.hands import WatchedHand
from tests.windows.play_harbour import begin, open_orders, shown_text
from tests.windows.seat.conftest import Opener

CTRL = Qt.KeyboardModifier.ControlModifier
ENTER = Qt.Key.Key_Return


@pytest.fixture
def session(harbour: PackReading, tmp_path: Path) -> Iterator[Session]:
    """A harbour exercise on disk, its first orders open."""
    session = begin(harbour, tmp_path / "course.wargame")
    open_orders(session)
    yield session
    session.close()


def option(window: SeatWindow, move: str) -> OptionButton:
    """The button of a move without choices."""
    return next(b for b in window.moves.buttons() if b.option.wish[:2] == (move, ""))


def test_sealing_nothing_asks_first(qtbot: QtBot, seat_of: Opener, session: Session) -> None:
    """By button or keys; Enter leaves it, and only the other button seals no orders."""
    window = seat_of(session)
    ways = (window.orders.seal.click, window.orders.press_seal)
    for press in ways:
        press()
        assert window.question.words.text().startswith("Seal no orders this turn?")
        assert QApplication.focusWidget() is window.question.no
        QTest.keyClick(window.question.no, ENTER)
        assert not window.question.isVisible()
        assert "astra" not in session.play.sealed
    assert len(ways) == 2
    window.orders.seal.click()
    window.question.yes.click()
    assert session.play.sealed["astra"] == ()


def test_what_the_facilitator_sealed_for_a_seat_says_so_there(
    seat_of: Opener, session: Session
) -> None:
    """Over the orders, while the window is open; taken back, they are its own again."""
    window = seat_of(session)
    session.submit(SealOrders("astra", (Wish("call_talks"),)), FACILITATOR)
    assert "The facilitator sealed these orders for you at" in shown_text(window.orders)
    assert len(window.orders.slots) == 1
    window.orders.unseal.click()
    assert "The facilitator sealed" not in shown_text(window.orders)


def test_the_seal_stands_out_once_something_is_picked(seat_of: Opener, session: Session) -> None:
    """'Seal no orders' is not what a seat is led to; taken back, it is plain again."""
    window = seat_of(session)
    roles = [window.orders.seal.property("role")]
    for _ in range(2):
        option(window, "call_talks").click()
        roles.append(window.orders.seal.property("role"))
    assert roles == ["", "primary", ""]


def test_an_order_picked_again_has_its_reason(
    qtbot: QtBot, seat_of: Opener, session: Session
) -> None:
    """Taken off by its card or its move, it loses nothing; another order gets none of it."""
    window = seat_of(session)
    option(window, "call_talks").click()
    why = window.orders.slots[0].why
    assert why is not None
    QTest.keyClicks(why, "The season presses")
    ways = (window.orders.slots[0].drop.click, option(window, "call_talks").click)
    picked = []
    for take_off in ways:
        take_off()
        for move in ("protest", "protest", "call_talks"):
            picked.append(window.drafting.wishes)
            option(window, move).click()
        picked.append(window.drafting.wishes)
    again = (Wish("call_talks", "", "The season presses"),)
    assert picked == [(), (Wish("protest"),), (), again] * 2
    shown = window.orders.slots[0].why
    assert shown is not None
    assert shown.toPlainText() == "The season presses"


def test_a_double_click_seals_and_leaves_it_sealed(
    qtbot: QtBot, seat_of: Opener, session: Session, hand: WatchedHand
) -> None:
    """The button that takes orders back comes where the seal was."""
    window = seat_of(session)
    option(window, "call_talks").click()
    hand.double_clicks(window.orders.seal)
    assert "astra" in session.play.sealed
    hand.rests()
    at = window.orders.unseal.mapToGlobal(window.orders.unseal.rect().center())
    hand.presses_at(at)
    assert "astra" not in session.play.sealed
    hand.rests(0.2)
    hand.presses_at(at)
    assert "astra" not in session.play.sealed


def test_a_double_click_on_a_move_picks_it(
    qtbot: QtBot, seat_of: Opener, session: Session, hand: WatchedHand
) -> None:
    """It does not take it off again."""
    window = seat_of(session)
    hand.double_clicks(option(window, "call_talks"))
    picked = [window.drafting.wishes]
    option(window, "protest").setFocus()
    hand.holds(ENTER)
    picked.append(window.drafting.wishes)
    assert picked == [(Wish("call_talks"),), (Wish("call_talks"), Wish("protest"))]


def test_enter_held_on_the_curtain_picks_nothing(
    qtbot: QtBot, seat_of: Opener, session: Session, hand: WatchedHand
) -> None:
    """It lifts the curtain, and the search that has the keys then keeps them."""
    window = seat_of(session, lifted=False)
    hand.holds(ENTER)
    assert not window.is_covered
    assert window.drafting.wishes == ()
    assert QApplication.focusWidget() is window.moves.filter


def test_keys_pressed_twice_seal_once(
    qtbot: QtBot, seat_of: Opener, session: Session, hand: WatchedHand
) -> None:
    """Ctrl and Enter in a reason seals; again, and a question is not answered by it."""
    window = seat_of(session)
    hand.rests()
    for _ in range(2):
        QTest.keyClick(window, ENTER, CTRL)
        hand.rests(0.1)
    assert window.question.isVisible()
    assert "astra" not in session.play.sealed


def test_ctrl_enter_in_a_search_seals_nothing(
    qtbot: QtBot, seat_of: Opener, session: Session
) -> None:
    """Half a word is typed there, and no orders are meant by it."""
    window = seat_of(session)
    option(window, "call_talks").click()
    window.moves.filter.setFocus()
    QTest.keyClicks(window.moves.filter, "min")
    QTest.keyClick(window.moves.filter, ENTER, CTRL)
    assert "astra" not in session.play.sealed
    window.moves.filter.clear()
    QTest.keyClick(window.moves.filter, ENTER, CTRL)
    assert "astra" in session.play.sealed


@pytest.mark.parametrize("by", ["button", "keys", "reason"])
def test_sealing_shows_no_other_move_and_scrolls_nothing(
    qtbot: QtBot, seat_of: Opener, session: Session, by: str
) -> None:
    """The move that was read stays explained; taken back, it has the keys again."""
    window = seat_of(session)
    window.resize(1000, 420)
    QApplication.processEvents()
    move = option(window, "protest")
    option(window, "call_talks").click()
    move.setFocus()
    bars = [column.area.verticalScrollBar() for column in window.moves.columns.values()]
    for bar in bars:
        bar.setValue(bar.maximum() // 2)
    QApplication.processEvents()
    read, places = shown_text(window.orders_page.detail), [bar.value() for bar in bars]
    assert any(places)
    looked: list[object] = []
    window.moves.looked_at.connect(looked.append)
    if by == "keys":
        QTest.keyClick(move, ENTER, CTRL)
    elif by == "reason":
        why = window.orders.slots[0].why
        assert why is not None
        why.setFocus()
        QTest.keyClick(why, ENTER, CTRL)
    else:
        window.orders.seal.click()
    QApplication.processEvents()
    assert "astra" in session.play.sealed
    assert looked == []
    assert (shown_text(window.orders_page.detail), [bar.value() for bar in bars]) == (read, places)
    assert QApplication.focusWidget() is (window.orders if by == "reason" else window.moves)
    window.orders.unseal.click()
    QApplication.processEvents()
    assert QApplication.focusWidget() is (window.orders if by == "reason" else move)
    assert [bar.value() for bar in bars] == places


def test_digits_go_to_the_tabs_of_a_seat(qtbot: QtBot, seat_of: Opener, session: Session) -> None:
    """And one more key shows all the others."""
    window = seat_of(session)
    QTest.keyClick(window, Qt.Key.Key_2, CTRL)
    assert window.pages.current == "situation"
    QTest.keyClick(window, Qt.Key.Key_9, CTRL)
    assert window.pages.current == "situation"
    QTest.keyClick(window, Qt.Key.Key_1, CTRL)
    assert window.pages.current == "orders"
    QTest.keyClick(window, Qt.Key.Key_F1)
    assert "Seal the orders" in "\n".join(
        shown_text(each) for each in QApplication.topLevelWidgets() if each.isVisible()
    )
