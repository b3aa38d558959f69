"""The command palette: typed, chosen, left, and what it leaves as it was."""

from __future__ import annotations

from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from idlib_wargame.views.actions import ActionRow
from idlib_wargame.windows.parts.one_press import steady
from idlib_wargame.windows.parts.palette import CommandPalette, Doable
from tests.windows.hands import WatchedHand

KEY = Qt.Key
DOWN, ENTER, ESC = KEY.Key_Down, KEY.Key_Return, KEY.Key_Escape


class Room:
    """A window with a field, a button and a palette; ``done`` is what was chosen or pressed."""

    def __init__(self, qtbot: QtBot) -> None:
        self.done: list[str] = []
        self.window, over = QWidget(), QWidget()
        self.field, self.button = QLineEdit("half a thought"), QPushButton("Next")
        self.button.clicked.connect(lambda: self.done.append("next"))
        column = QVBoxLayout(self.window)
        for part in (self.field, self.button, over):
            column.addWidget(part)
        self.palette = CommandPalette(self.offers)
        self.palette.float_on(over)
        self.window.resize(800, 600)
        qtbot.addWidget(self.window)
        self.window.show()
        self.window.activateWindow()
        qtbot.waitUntil(self.window.isActiveWindow)

    def offers(self) -> list[Doable]:
        """Three things, of which one cannot be done."""
        rows = (
            ActionRow("Take a note", "Exercise", "Ctrl+N"),
            ActionRow("Undo…", why_not="There is nothing to undo."),
            ActionRow("Map or tracks", "View", "Ctrl+G"),
        )
        return [Doable(row, partial(self.done.append, row.words)) for row in rows]

    @property
    def shown(self) -> list[str]:
        """The rows as they stand."""
        return [each.row.words for each in self.palette.shown]


@pytest.fixture
def room(qtbot: QtBot) -> Room:
    """A window to open a palette on."""
    return Room(qtbot)


def test_what_was_being_typed_stays_as_it_was(room: Room) -> None:
    """Its words, its cursor and what was picked of it; by the same keys or by Escape."""
    room.field.setFocus()
    room.field.setSelection(0, 4)
    escape = partial(QTest.keyClick, room.palette.field, ESC)
    for leave in (escape, room.palette.begin):
        room.palette.begin()
        QTest.keyClicks(room.palette.field, "map")
        assert room.shown == ["Map or tracks"]
        leave()
        assert not room.palette.isVisible()
        assert QApplication.focusWidget() is room.field
        assert (room.field.text(), room.field.selectedText()) == ("half a thought", "half")
    assert room.done == []


def test_arrows_and_enter_choose(room: Room) -> None:
    """What cannot be done stands last, says why, and stays open under Enter."""
    room.palette.begin()
    field = room.palette.field
    assert room.shown == ["Take a note", "Map or tracks", "Undo…"]
    QTest.keyClick(field, DOWN)
    assert field.accessibleDescription() == "Map or tracks · Ctrl+G"
    QTest.keyClick(field, DOWN)
    assert field.accessibleDescription() == "Undo… · not now · There is nothing to undo."
    QTest.keyClick(field, ENTER)
    assert (room.palette.isVisible(), room.done) == (True, [])
    QTest.keyClick(field, KEY.Key_Up)
    QTest.keyClick(field, ENTER)
    assert (room.palette.isVisible(), room.done) == (False, ["Map or tracks"])


def test_words_that_name_nothing_say_so(room: Room) -> None:
    """And Enter does nothing then."""
    room.palette.begin()
    QTest.keyClicks(room.palette.field, "sink the fleet")
    assert room.palette.nothing.isVisible()
    QTest.keyClick(room.palette.field, ENTER)
    assert (room.shown, room.done) == ([], [])


def test_a_second_enter_presses_nothing_behind_it(room: Room, hand: WatchedHand) -> None:
    """The keys go back to a button, and the hand was quicker than the eye."""
    steady(room.button)
    room.button.setFocus()
    room.palette.begin()
    hand.rests()
    QTest.keyClick(room.palette.field, ENTER)
    assert QApplication.focusWidget() is room.button
    QTest.keyClick(room.button, ENTER)
    QTest.keyClick(room.button, KEY.Key_Space)
    assert room.done == ["Take a note", "next"]


def test_what_counts_presses_itself_counts_the_one_that_chose_it(
    room: Room, hand: WatchedHand
) -> None:
    """As the seal does, which takes no second press of a hand that trembles."""
    press, counted = steady(room.button, waits=False), list[bool]()
    sealing = Doable(ActionRow("Seal"), lambda: counted.append(press.counts(ENTER)))
    room.palette._offers = lambda: [sealing]
    room.palette.begin()
    hand.rests()
    QTest.keyClick(room.palette.field, ENTER)
    assert counted == [True]


def test_it_goes_when_somebody_goes_elsewhere(room: Room) -> None:
    """It stops nobody, and takes no keys back."""
    room.palette.begin()
    room.button.setFocus()
    assert not room.palette.isVisible()
    assert QApplication.focusWidget() is room.button
