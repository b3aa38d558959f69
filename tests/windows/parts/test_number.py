"""Numbers that open: by the mouse and by keys, beside themselves, and for screen readers."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QPoint, QRect, Qt
from PySide6.QtGui import QEnterEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QScrollArea, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from idlib_wargame.views.account import Account, Change, Standing
from idlib_wargame.windows.parts.labels import label
from idlib_wargame.windows.parts.number import Number
from tests.windows.play_harbour import shown_text


def account(name: str, changes: int = 1) -> Account:
    """A number that was 4 and rose by one each time."""
    rose = [Change(f"Astra: Send patrols, {n}", "+1", 1, "asked +2") for n in range(changes)]
    return Account(
        name, (Standing("As turn 2 began", "4", 4), *rose, Standing("Now", "5", 4 + changes))
    )


class Page(QScrollArea):
    """Two numbers in a list, and one that opens nothing."""

    def __init__(self) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.calm, self.trust, self.plain = label("tense"), label("low"), label("nothing")
        self.numbers = [Number(each, opens_after=0) for each in (self.calm, self.trust, self.plain)]
        inside = QWidget()
        column = QVBoxLayout(inside)
        for each in (self.calm, self.trust, self.plain):
            column.addWidget(each)
        self.setWidget(inside)
        self.numbers[0].tell(account("Calm"), note="How calm the bank is")
        self.numbers[1].tell(account("Trust", changes=40))
        self.resize(640, 480)


@pytest.fixture
def page(qtbot: QtBot) -> Page:
    """The page, shown, with the keys on its first number."""
    page = Page()
    qtbot.addWidget(page)
    page.show()
    page.activateWindow()
    page.numbers[0].take_keys()
    return page


def enter(number: QWidget) -> None:
    """The mouse comes onto it."""
    at = QPoint(1, 1).toPointF()
    QApplication.sendEvent(number, QEnterEvent(at, at, number.mapToGlobal(QPoint(1, 1)).toPointF()))


def test_a_key_opens_the_account_beside_the_number_and_a_key_closes_it(
    page: Page,
) -> None:
    """What it was, the change with its why, what it is, and what it means; never on the number."""
    calm, trust, _plain = page.numbers
    QTest.keyClick(page.calm, Qt.Key.Key_Return)
    assert calm.sheet is not None
    assert shown_text(calm.sheet).split("\n") == [
        *("Calm", "As turn 2 began", "4", "Astra: Send patrols, 0", "+1", "asked +2"),
        *("Now", "5", "How calm the bank is"),
    ]
    lies_beside(page, page.calm, calm.sheet)
    assert page.calm.hasFocus()
    QTest.keyClick(page.calm, Qt.Key.Key_Escape)
    assert calm.sheet is None
    QTest.keyClick(page.calm, Qt.Key.Key_Down)
    assert page.trust.hasFocus()
    QTest.keyClick(page.trust, Qt.Key.Key_F2)
    assert trust.sheet is not None
    lies_beside(page, page.trust, trust.sheet)  # forty changes are more than the window is high
    page.trust.hide()
    assert trust.sheet is None


def test_a_long_account_lies_to_the_side_where_there_is_room(qtbot: QtBot) -> None:
    """It scrolls there, and its bar takes no room from the number."""
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(900, 400)
    written = QLabel("5", window)
    written.setGeometry(700, 190, 40, 20)
    number = Number(written)
    number.tell(account("Trust", changes=40))
    window.show()
    number.open()
    assert number.sheet is not None
    lies_beside(window, written, number.sheet)
    assert number.sheet.geometry().right() < 700


def lies_beside(page: QWidget, number: QLabel, sheet: QWidget) -> None:
    """It lies wholly in the window, and not on what it is of."""
    around = QRect(number.mapTo(page, QPoint(0, 0)), number.size())
    assert page.rect().contains(sheet.geometry())
    assert not sheet.geometry().intersects(around)


def test_the_mouse_opens_one_account_at_a_time_and_takes_no_keys(qtbot: QtBot, page: Page) -> None:
    """The one that was open makes room; away from both, none is left."""
    calm, trust, plain = page.numbers
    enter(page.calm)
    qtbot.waitUntil(lambda: calm.sheet is not None)
    enter(page.plain)
    enter(page.trust)
    qtbot.waitUntil(lambda: trust.sheet is not None)
    assert (calm.sheet is None, trust.sheet is None, plain.sheet) == (True, False, None)
    assert page.calm.hasFocus()
    QApplication.sendEvent(page.trust, QEvent(QEvent.Type.Leave))
    qtbot.waitUntil(lambda: trust.sheet is None)


def test_a_screen_reader_hears_the_account_and_tab_stops_once_in_a_list(page: Page) -> None:
    """The account is the number's description; arrows go on from the one stop that there is."""
    assert page.calm.accessibleDescription().split("\n") == [
        *("As turn 2 began: 4", "Astra: Send patrols, 0: +1 (asked +2)", "Now: 5"),
        "How calm the bank is",
    ]
    assert [each.is_stop for each in page.numbers] == [True, False, False]
    assert page.plain.accessibleDescription() == ""


def test_what_is_told_anew_closes_what_was_open(page: Page) -> None:
    """Nobody goes on reading what is true no longer; of nothing, there is nothing to open."""
    calm = page.numbers[0]
    calm.open()
    calm.tell(account("Calm"), note="How calm the bank is")
    assert calm.sheet is not None
    calm.tell(account("Calm", changes=2))
    assert calm.sheet is None
    calm.tell()
    calm.open()
    assert calm.sheet is None
