"""One press, one act."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from idlib_wargame.windows.parts.one_press import (
    NEAR,
    TWICE,
    UNREAD,
    Hand,
    Steady,
    hear,
    steady,
)
from idlib_wargame.windows.parts.one_press import hand as the_hand
from tests.clocks import Stopwatch
from tests.windows.hands import WatchedHand

ENTER, SPACE = Qt.Key.Key_Return, Qt.Key.Key_Space


def a_button(qtbot: QtBot, waits: bool = True) -> tuple[QPushButton, Steady, list[str]]:
    """A button on the screen, and what it said each time that it was pressed.

    It is steady before it is painted, as all are: what it is painted with counts as read.
    """
    button = QPushButton("Open talks")
    qtbot.addWidget(button)
    said: list[str] = []
    button.clicked.connect(lambda: said.append(button.text()))
    press = steady(button, waits)
    with qtbot.wait_exposed(button):
        button.show()
    return button, press, said


def test_a_second_press_in_the_same_place_is_none_of_its_own() -> None:
    """Nor is one with a tremble; elsewhere, or a moment later, it is."""
    watch = Stopwatch()
    hand = Hand(watch)
    assert hand.presses(QPoint(100, 100))
    watch.now += 0.3
    assert not hand.presses(QPoint(100 + NEAR, 100))
    assert hand.presses(QPoint(400, 100))
    watch.now += TWICE
    assert hand.presses(QPoint(400, 100))


def test_both_enters_of_a_keyboard_are_one_key() -> None:
    """And another key is another."""
    watch = Stopwatch()
    hand = Hand(watch)
    assert hand.presses(ENTER)
    watch.now += 0.3
    assert not hand.presses(Qt.Key.Key_Enter)
    assert hand.presses(SPACE)
    watch.now += TWICE
    assert hand.presses(SPACE)


def test_a_key_that_repeats_is_held_however_qt_hears_of_it() -> None:
    """Let go and pressed at once, seconds later: no hand does that, a keyboard under X does."""
    watch = Stopwatch()
    hand = Hand(watch)
    assert hand.presses(ENTER)
    watch.now += 2
    hand.still_holds(SPACE)
    hand.still_holds(ENTER)
    watch.now += 0.04
    assert not hand.presses(ENTER)
    watch.now += TWICE
    assert hand.presses(ENTER)


def test_a_key_let_go_just_now_is_pressed_by_a_keyboard() -> None:
    """Whatever had its first press: a window may have opened under it."""
    watch = Stopwatch()
    hand = Hand(watch)
    hand.still_holds(ENTER)
    watch.now += 0.01
    assert not hand.presses(ENTER)
    assert hand.presses(SPACE)
    hand.still_holds(SPACE)
    watch.now += TWICE
    assert hand.presses(SPACE)


def test_an_act_that_takes_long_keeps_its_moment() -> None:
    """A second press that waited while the first was worked on comes too soon all the same."""
    watch = Stopwatch()
    hand = Hand(watch)
    hand.presses(ENTER)
    watch.now += 3
    hand.has_acted()
    assert not hand.presses(ENTER)


def _key(kind: QEvent.Type, stamp: int) -> QKeyEvent:
    event = QKeyEvent(kind, ENTER, Qt.KeyboardModifier.NoModifier)
    event.setTimestamp(stamp)
    return event


def test_enter_on_what_a_slow_press_has_opened_counts(hand: WatchedHand) -> None:
    """That the first was let go is heard only once the window stands; a double press is one."""
    down, up = QEvent.Type.KeyPress, QEvent.Type.KeyRelease
    for stamp, counts in ((2300, True), (1400, False)):
        hand.rests()
        hear(_key(down, 1000))
        assert the_hand().presses(ENTER)
        hand.watch.now += 1.1
        hear(_key(up, 1080))
        hand.watch.now += 0.2
        hear(_key(down, stamp))
        assert the_hand().presses(ENTER) is counts
        the_hand().has_moved()


def test_a_double_click_presses_a_button_once(qtbot: QtBot, hand: WatchedHand) -> None:
    """However slow or quick the two are."""
    button, _steady, said = a_button(qtbot)
    for seconds in (0.06, 0.5):
        hand.double_clicks(button, seconds)
    assert said == ["Open talks"] * 2


def test_a_button_that_says_something_else_listens_a_moment_later(
    qtbot: QtBot, hand: WatchedHand
) -> None:
    """What was pressed is what could be read; that it has changed must have been painted."""
    button, _steady, said = a_button(qtbot)
    hand.rests()
    button.setText("Open orders")
    hand.presses_at(button.mapToGlobal(button.rect().center()))
    hand.rests(UNREAD / 2)
    hand.watch.now += UNREAD / 4
    hand.presses_at(button.mapToGlobal(QPoint(NEAR, 2)))
    assert said == []
    hand.clicks(button)
    assert said == ["Open orders"]


def test_a_button_that_comes_into_sight_listens_a_moment_later(
    qtbot: QtBot, hand: WatchedHand
) -> None:
    """It may have come under a hand that meant something else."""
    button, _steady, said = a_button(qtbot)
    hand.rests()
    button.hide()
    button.show()
    qtbot.waitExposed(button)
    hand.rests(0.1)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert said == []
    hand.clicks(button)
    assert said == ["Open talks"]


def test_a_button_beside_a_field_need_not_wait(qtbot: QtBot, hand: WatchedHand) -> None:
    """What it says follows what is filled in, and a double click is one press all the same."""
    button, _steady, said = a_button(qtbot, waits=False)
    hand.rests()
    button.setText("Tell Astra")
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    QTest.mouseDClick(button, Qt.MouseButton.LeftButton)
    QTest.mouseRelease(button, Qt.MouseButton.LeftButton)
    assert said == ["Tell Astra"]


def test_quick_clicks_on_a_minute_more_each_give_one(qtbot: QtBot, hand: WatchedHand) -> None:
    """Nothing changes its meaning there; a key that is held down still presses once."""
    button = QPushButton("+1")
    given = list[int]()
    button.clicked.connect(lambda: given.append(1))
    steady(button, waits=False, counts_on=True)
    qtbot.addWidget(button)
    button.show()
    for _press in range(2):
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
        hand.rests(0.1)
    QTest.mouseDClick(button, Qt.MouseButton.LeftButton)
    QTest.mouseRelease(button, Qt.MouseButton.LeftButton)
    assert len(given) == 3
    button.setFocus()
    hand.holds(SPACE)
    assert len(given) == 4


def test_a_key_held_down_presses_once(qtbot: QtBot, hand: WatchedHand) -> None:
    """The keyboard's own presses are nobody's."""
    button, _steady, said = a_button(qtbot)
    button.setFocus()
    hand.holds(SPACE)
    assert said == ["Open talks"]
    hand.rests()
    QTest.keyClick(button, SPACE)
    assert len(said) == 2


def test_a_key_between_two_presses_makes_both_count(qtbot: QtBot, hand: WatchedHand) -> None:
    """Whoever goes on with Tab or an arrow means what they press next."""
    button, press, said = a_button(qtbot)
    hand.rests()
    assert press.counts(ENTER)
    assert not press.counts(ENTER)
    QTest.keyClick(button, Qt.Key.Key_Down)
    assert press.counts(ENTER)
    assert said == []
