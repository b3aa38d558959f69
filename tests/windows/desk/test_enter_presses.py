"""Enter presses the button that has the keys, once, as the space bar does."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QPushButton,
    QToolButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from idlib_wargame.packs.reader import PackReading
from idlib_wargame.session.session import Session
from idlib_wargame.windows.parts.keys import Where, bind
from idlib_wargame.windows.parts.one_press import steady
from tests.windows.desk.conftest import Opener
from tests.windows.hands import WatchedHand
from tests.windows.play_harbour import begin


@pytest.fixture
def session(harbour: PackReading, tmp_path: Path) -> Iterator[Session]:
    """An exercise in its first phase."""
    session = begin(harbour, tmp_path / "night.wargame")
    yield session
    session.close()


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
def test_a_seat_is_opened_by_keys_alone(
    desk_of: Opener, session: Session, key: Qt.Key, hand: WatchedHand
) -> None:
    """Tab to 'Open seat' and press Enter: the seat's window is there."""
    desk = desk_of(session)
    opens = desk.page.seats.rows["astra"].open
    opens.setFocus()
    hand.rests()
    QTest.keyClick(opens, key)
    assert list(desk.handover.windows) == ["astra"]
    desk.handover.close_seat()


def test_enter_held_down_presses_once(qtbot: QtBot, hand: WatchedHand) -> None:
    """A key that rests on the keyboard is one press, whatever button it is."""
    window = QWidget()
    qtbot.addWidget(window)
    bind(window, Where.START, {})
    pressed: list[str] = []
    row = QHBoxLayout(window)
    plain, other = QPushButton("Verify"), QToolButton()
    for button in (plain, other):
        row.addWidget(button)
    plain.clicked.connect(lambda: pressed.append("plain"))
    other.clicked.connect(lambda: pressed.append("other"))
    steady(other)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is window)
    for button in (plain, other):
        button.setFocus()
        hand.holds(Qt.Key.Key_Return)
    assert sorted(pressed) == ["other", "plain"]


def test_enter_with_ctrl_is_not_for_the_focused_button(
    desk_of: Opener, session: Session, hand: WatchedHand
) -> None:
    """It does the next thing of the exercise, wherever the keys rest."""
    desk = desk_of(session)
    opens = desk.page.seats.rows["astra"].open
    opens.setFocus()
    hand.rests()
    QTest.keyClick(opens, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert desk.handover.windows == {}
    assert session.play.phase == "orders"
