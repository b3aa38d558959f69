"""The pages of a seat's window: how a player finds, turns and keeps them."""

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
from idlib_wargame.session.kinds.phase import MoveOn
from idlib_wargame.session.kinds.told import Tell
from idlib_wargame.session.session import Session
from idlib_wargame.windows.desk.window import DeskWindow
from idlib_wargame.windows.look import theme
from idlib_wargame.windows.seat.window import SeatWindow
from tests.windows.dress import at_each_size_of_text
from tests.windows.play_harbour import begin, closed, lift_by_hand, open_orders, seal, shown_text
from tests.windows.seat.conftest import Opener

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def session(full: PackReading, tmp_path: Path) -> Iterator[Session]:
    """A new exercise on disk."""
    session = begin(full, tmp_path / "course.wargame")
    yield session
    session.close()


def test_the_head_says_what_is_asked_now(seat_of: Opener, session: Session) -> None:
    """One line a moment, and a button only where the next thing is on another page."""
    window = seat_of(session)
    head, said = window.head, []
    said.append(head.asked.text())
    session.submit(MoveOn(), FACILITATOR)
    said.append(head.asked.text())
    open_orders(session)
    said.append(head.asked.text())
    assert not head.next.isVisible()
    window.turn_to("brief")
    assert (head.next.isVisible(), head.next.text()) == (True, "To your orders")
    seal(session, "astra")
    said.append(head.asked.text())
    assert not head.next.isVisible()
    closed(session)
    said.append(head.asked.text())
    assert said == [
        "Read what has come in. Orders are sealed after the talks.",
        "Talk with the other seats. Orders are sealed after the talks.",
        "Pick up to 2 orders and seal them.",
        "Nothing for now. Your orders are sealed until all are opened.",
        "Read what came of turn 1.",
    ]


def test_the_brief_is_one_press_away_and_back(seat_of: Opener, session: Session) -> None:
    """From whatever page, by one key; the same key goes back to it."""
    window = seat_of(session)
    closed(session)
    for page in ("orders", "results", "report"):
        window.turn_to(page)
        QTest.keyClick(window, Qt.Key.Key_B, CTRL)
        assert window.pages.current == "brief"
        assert "A treaty with both coasts on it" in shown_text(window.brief)
        QTest.keyClick(window, Qt.Key.Key_B, CTRL)
        assert window.pages.current == page


def test_a_page_stays_in_front_over_the_curtain_and_opened_again(
    qtbot: QtBot, session: Session
) -> None:
    """Each seat finds its window as it left it; a phase later it finds what is new."""
    desk = DeskWindow(session)
    qtbot.addWidget(desk)
    desk.show()

    def opened(seat: str) -> SeatWindow:
        desk.page.seats.rows[seat].open.click()
        window = desk.handover.seat_window
        assert window is not None
        lift_by_hand(window)
        return window

    def let_go(window: SeatWindow) -> None:
        window.close()
        desk.handover.cover.button.click()

    window = opened("astra")
    window.turn_to("brief")
    window.let_down()
    window.lift()
    assert window.pages.current == "brief"
    let_go(window)
    window = opened("borea")
    assert window.pages.current == "orders"
    let_go(window)
    window = opened("astra")
    assert window.pages.current == "brief"
    let_go(window)
    closed(session)
    assert opened("astra").pages.current == "results"


def test_no_page_turns_under_the_hands_of_somebody_who_types(
    seat_of: Opener, session: Session
) -> None:
    """Results are told in the head and wait; half a search stays in its field."""
    window = seat_of(session)
    QTest.keyClicks(window.moves.filter, "minis")
    closed(session)
    assert window.pages.current == "orders"
    assert QApplication.focusWidget() is window.moves.filter
    assert window.moves.filter.text() == "minis"
    assert window.head.next.text() == "Read the results"
    window.head.next.click()
    assert window.pages.current == "results"


def test_the_seal_keys_seal_nothing_that_is_out_of_sight(seat_of: Opener, session: Session) -> None:
    """From another page they turn to the orders first."""
    window = seat_of(session)
    open_orders(session)
    window.turn_to("brief")
    QTest.keyClick(window, Qt.Key.Key_Return, CTRL)
    assert window.pages.current == "orders"
    assert not window.question.isVisible()
    assert "astra" not in session.play.sealed


@at_each_size_of_text
def test_the_names_of_all_pages_fit_a_small_screen(
    seat_of: Opener, session: Session, scale: int
) -> None:
    """They go on to a second line rather than off the edge, and none is cut."""
    for n in range(12):
        session.submit(Tell(("astra",), "A skipper", f"Word {n}"), FACILITATOR)
    closed(session)
    theme.set_text_scale(scale)
    window = seat_of(session)
    window.resize(1280, 690)
    for _ in range(8):
        QApplication.processEvents()
    assert (window.width(), window.height()) == (1280, 690)
    buttons = [each for each in window.pages.buttons.values() if each.isVisible()]
    assert len(buttons) == len(window.pages.titles()) > 4
    for button in buttons:
        assert button.width() >= button.sizeHint().width()
        right = button.mapTo(window, button.rect().bottomRight())
        assert window.rect().contains(right)
