"""What is picked is picked by an act: a wheel or an arrow in passing picks nothing."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QButtonGroup, QHBoxLayout, QPushButton, QWidget
from pytestqt.qtbot import QtBot

import idlib_wargame.windows
from idlib_wargame.windows.parts.one_press import steady
from idlib_wargame.windows.parts.pick_list import PickList
from tests.windows.wheels import turn_wheel


@pytest.fixture
def readers(qtbot: QtBot) -> PickList:
    """A list of three, the first picked, with the keys."""
    picks = PickList()
    qtbot.addWidget(picks)
    picks.addItems(["Room", "Facilitator", "Astra"])
    picks.show()
    picks.activateWindow()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is picks)
    picks.setFocus()
    return picks


@pytest.mark.parametrize(
    "key",
    [
        Qt.Key.Key_Down,
        Qt.Key.Key_Up,
        Qt.Key.Key_PageDown,
        Qt.Key.Key_PageUp,
        Qt.Key.Key_Home,
        Qt.Key.Key_End,
        Qt.Key.Key_F,
        Qt.Key.Key_A,
    ],
)
def test_a_key_pressed_in_passing_picks_nothing(readers: PickList, key: Qt.Key) -> None:
    """Whoever means to scroll shows nobody what is another's."""
    readers.setCurrentIndex(1 if key in (Qt.Key.Key_Up, Qt.Key.Key_PageUp) else 0)
    before = readers.currentText()
    QTest.keyClick(readers, key)
    assert readers.currentText() == before


@pytest.mark.parametrize("notches", [-1, 1])
def test_the_wheel_over_a_folded_list_picks_nothing(readers: PickList, notches: int) -> None:
    """The page that it lies on scrolls instead."""
    readers.setCurrentIndex(1)
    turn_wheel(readers, notches)
    assert readers.currentText() == "Facilitator"


@pytest.mark.qt_log_ignore("This plugin does not support")  # of a screen that nobody looks at
@pytest.mark.parametrize("opens", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
def test_opened_and_gone_through_it_picks_at_enter(readers: PickList, opens: Qt.Key) -> None:
    """Two acts: open, and pick. Nothing is picked on the way, nor by leaving."""
    QTest.keyClick(readers, opens)
    assert readers.view().isVisible()
    QTest.keyClick(readers.view(), Qt.Key.Key_Down)
    assert readers.currentText() == "Room"
    QTest.keyClick(readers.view(), Qt.Key.Key_Return)
    assert readers.currentText() == "Facilitator"


@pytest.mark.qt_log_ignore("This plugin does not support")  # of a screen that nobody looks at
def test_an_open_list_is_read_in_full_and_a_folded_one_ends_in_dots(qtbot: QtBot) -> None:
    """A habit or a person may have a name that is longer than the list is wide."""
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(700, 300)
    picks = PickList(letters=7)
    QHBoxLayout(window).addWidget(picks, 0, Qt.AlignmentFlag.AlignLeft)
    picks.addItems(["People", "Lieutenant Colonel (ret.) Maximiliana Featherstonehaugh"])
    picks.setMaximumWidth(120)
    window.show()
    qtbot.waitExposed(window)
    assert picks.shown_words() == "People"
    picks.setCurrentIndex(1)
    shown = picks.shown_words()
    assert (shown[:4], shown[-1]) == ("Lieu", "…")
    picks.showPopup()
    assert picks.view().width() >= picks.view().sizeHintForColumn(0) > picks.width()


def test_every_list_in_every_window_is_one_of_these() -> None:
    """Another would pick by wheel and arrows."""
    folder = Path(idlib_wargame.windows.__file__).parent
    sources = [path for path in folder.rglob("*.py") if path.name != "pick_list.py"]
    assert len(sources) > 100
    bare = re.compile(r"Q(ComboBox|FontComboBox|SpinBox|DoubleSpinBox|Slider|DateEdit)\b\(")
    assert [path.name for path in sources if bare.search(path.read_text("utf-8"))] == []


def test_arrows_along_buttons_of_which_one_is_down_press_none(qtbot: QtBot) -> None:
    """The keys go from one to the next; only a press shows the other's picture."""
    both = QWidget()
    qtbot.addWidget(both)
    row, group = QHBoxLayout(both), QButtonGroup(both)
    room, control = QPushButton("For the room"), QPushButton("For the facilitator")
    for button in (room, control):
        button.setCheckable(True)
        steady(button)
        group.addButton(button)
        row.addWidget(button)
    room.setChecked(True)
    both.show()
    both.activateWindow()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is both)
    room.setFocus()
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Right):
        QTest.keyClick(control if control.hasFocus() else room, key)
        assert room.isChecked()
    assert control.hasFocus()
    QTest.keyClick(control, Qt.Key.Key_Space)
    assert control.isChecked()
