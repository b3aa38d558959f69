"""The key map: one table, what windows do with it, and the sheet that shows it."""

from __future__ import annotations

from collections import defaultdict
from functools import partial

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QTabWidget, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from idlib_wargame.windows.parts.keys import (
    Where,
    bind,
    bind_tabs,
    is_typing,
    key_map,
    key_words,
    keys_of,
    where_words,
)
from idlib_wargame.windows.parts.keys_sheet import KeysSheet, show_keys
from tests.windows.hands import WatchedHand
from tests.windows.play_harbour import shown_text

CTRL = Qt.KeyboardModifier.ControlModifier


def a_window(qtbot: QtBot) -> tuple[QWidget, QLineEdit, QTabWidget]:
    """A window with a field and three tabs, of which the second is not seen."""
    window, field, tabs = QWidget(), QLineEdit(), QTabWidget()
    qtbot.addWidget(window)
    column = QVBoxLayout(window)
    column.addWidget(field)
    column.addWidget(tabs)
    for name in ("Moves", "Messages", "Results"):
        tabs.addTab(QLabel(name), name)
    tabs.setTabVisible(1, False)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    return window, field, tabs


def test_a_key_with_ctrl_means_one_thing_in_every_window() -> None:
    """Nobody has to remember where they are."""
    meant: dict[str, set[str]] = defaultdict(set)
    for row in key_map():
        for key in row.keys:
            if "Ctrl" in key or key.startswith("F1"):
                meant[key].add(row.means)
    assert len(meant) > 20
    assert {key: means for key, means in meant.items() if len(means) > 1} == {}


def test_no_key_of_a_window_has_two_meanings() -> None:
    """Those that hold everywhere counted in; and each is a key that Qt knows."""
    windows = (Where.START, Where.SETUP, Where.DESK, Where.SEAT, Where.REPLAY)
    for where in windows:
        rows = [row for row in key_map() if row.where in (where, Where.EVERYWHERE)]
        keys = [QKeySequence(key).toString() for row in rows for key in row.keys]
        assert "" not in keys
        assert len(keys) == len(set(keys)) > 5
    assert len(windows) == 5


def test_a_meaning_is_looked_up_by_its_window() -> None:
    """Tooltips and menus take their keys from the map; what it lacks is a mistake."""
    assert keys_of(Where.SEAT, "go_on") == ("Ctrl+Return", "Ctrl+Enter")
    assert key_words(Where.DESK, "new") == "Ctrl+N"
    assert key_words(Where.REPLAY, "close") == "Ctrl+W"
    with pytest.raises(LookupError):
        keys_of(Where.START, "go_on")


def test_digits_follow_the_tabs_that_are_seen(qtbot: QtBot) -> None:
    """The second from the left is the second from the left; past the last is nothing."""
    window, _field, tabs = a_window(qtbot)
    bind_tabs(window, lambda: tabs)
    QTest.keyClick(window, Qt.Key.Key_2, CTRL)
    assert tabs.tabText(tabs.currentIndex()) == "Results"
    QTest.keyClick(window, Qt.Key.Key_3, CTRL)
    assert tabs.tabText(tabs.currentIndex()) == "Results"
    tabs.setTabVisible(1, True)
    QTest.keyClick(window, Qt.Key.Key_2, CTRL)
    assert tabs.tabText(tabs.currentIndex()) == "Messages"


def test_a_weighty_key_does_nothing_while_somebody_types(qtbot: QtBot) -> None:
    """Others do; a search with nothing in it is not being typed in."""
    window, field, _tabs = a_window(qtbot)
    done: list[str] = []
    does = {"go_on": lambda: done.append("next"), "new": lambda: done.append("note")}
    bind(window, Where.DESK, does)
    field.setFocus()
    assert is_typing()
    QTest.keyClick(field, Qt.Key.Key_Return, CTRL)
    QTest.keyClick(field, Qt.Key.Key_N, CTRL)
    assert done == ["note"]
    field.setProperty("finds", True)
    assert not is_typing()
    QTest.keyClick(field, Qt.Key.Key_Return, CTRL)
    assert done == ["note", "next"]
    field.setText("nets")
    QTest.keyClick(field, Qt.Key.Key_Return, CTRL)
    field.setReadOnly(True)
    assert not is_typing()
    assert done == ["note", "next"]


def test_no_key_repeats_that_does_more_than_look(qtbot: QtBot) -> None:
    """Held down, only those of a replay go on."""
    window, _field, _tabs = a_window(qtbot)
    does = {row.means: lambda: None for row in key_map()}
    bind(window, Where.REPLAY, does)
    repeating = {
        shortcut.key().toString()
        for shortcut in window.findChildren(QShortcut)
        if shortcut.autoRepeat()
    }
    assert repeating == {"Left", "Right", "PgUp", "PgDown"}
    assert not any(row.repeats for row in key_map() if row.where is not Where.REPLAY)


def test_a_key_that_is_held_down_does_its_act_once(qtbot: QtBot) -> None:
    """Under X it is let go and pressed again each time, and Qt takes some of those for presses."""
    hand = WatchedHand()
    window, _field, _tabs = a_window(qtbot)
    done: list[str] = []
    bind(window, Where.DESK, {row.means: partial(done.append, row.means) for row in key_map()})

    def presses() -> None:
        QTest.keyPress(window, Qt.Key.Key_Up, CTRL)
        released = QKeyEvent(QEvent.Type.KeyRelease, Qt.Key.Key_Up, CTRL)
        QApplication.sendEvent(window, released)

    for _repeat in range(3):
        presses()
    assert done == ["minute_more"]
    hand.rests(0.3)
    presses()
    assert done == ["minute_more", "minute_more"]


def test_the_sheet_shows_every_key_and_the_window_s_own_first(qtbot: QtBot) -> None:
    """One sheet a window, which Escape puts away."""
    window, _field, _tabs = a_window(qtbot)
    sheet = show_keys(window, Where.SEAT)
    assert show_keys(window, Where.SEAT) is sheet
    lines = shown_text(sheet).split("\n")
    assert lines[0] == "A seat's window"
    assert lines[1:3] == ["Ctrl+Enter", "Seal the orders, or table the offer"]
    assert "Ctrl+1 to Ctrl+9" in lines
    assert [where_words(where) for where in Where if where_words(where) not in lines] == []
    assert all(row.words.rstrip("…") in lines for row in key_map())
    assert not sheet.isModal()
    QTest.keyClick(sheet, Qt.Key.Key_Escape)
    assert not sheet.isVisible()
    qtbot.waitUntil(lambda: window.findChild(KeysSheet) is None)
