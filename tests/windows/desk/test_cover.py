"""A covered desk: who comes back to it, by what, and what it shows until then."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from idlib_wargame.packs.reader import PackReading
from idlib_wargame.session.acts import FACILITATOR
from idlib_wargame.session.kinds.note import TakeNote
from idlib_wargame.session.pins import PinLock, hashed
from idlib_wargame.session.session import Session
from idlib_wargame.session.tries import TryBook
from idlib_wargame.windows.desk.window import DeskWindow
from idlib_wargame.windows.parts.keys import Where, key_map
from idlib_wargame.windows.parts.sign_here import SignHere
from tests.harbour_exercise import begin, open_orders, seal_both
from tests.windows.dress import dress
from tests.windows.play_harbour import shown_text

PIN = "grey seal"
HASH = hashed(PIN)
CTRL = Qt.KeyboardModifier.ControlModifier
ENTER = Qt.Key.Key_Return


class Clock:
    """Stands still until it is set."""

    def __init__(self) -> None:
        self.now = 1_000_000.0

    def __call__(self) -> float:
        """Seconds since 1970."""
        return self.now


@pytest.fixture
def session(harbour: PackReading) -> Session:
    """Orders sealed, and a note that no player may read."""
    session = begin(harbour)
    open_orders(session)
    session.submit(TakeNote("Astra is stalling"), FACILITATOR)
    return session


def a_desk(
    qtbot: QtBot, session: Session, lock: PinLock | None = None, covered: bool = True
) -> DeskWindow:
    """A desk in front, covered unless told otherwise."""
    dress(QApplication.instance())
    desk = DeskWindow(session, PinLock(HASH) if lock is None else lock, covered)
    qtbot.addWidget(desk)
    desk.show()
    desk.activateWindow()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is desk)
    return desk


def in_focus() -> QWidget:
    """Where the keyboard is."""
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def give(desk: DeskWindow, pin: str) -> None:
    """Type a PIN where the keyboard is, and press Enter."""
    assert in_focus() is desk.handover.cover.pin.field
    QTest.keyClicks(in_focus(), pin)
    QTest.keyClick(in_focus(), ENTER)


def test_a_session_opened_again_waits_for_the_pin(qtbot: QtBot, session: Session) -> None:
    """Nothing but title, turn and phase is to be seen, until the right PIN is typed."""
    desk = a_desk(qtbot, session)
    cover = desk.handover.cover
    assert not desk.page.isVisible()
    assert cover.where.text() == "Spring course · Group B · Turn 1 of 4 · Orders"
    shown = shown_text(cover)
    assert "Astra is stalling" not in shown
    assert "Ana" not in shown
    give(desk, "grey whale")
    assert not desk.page.isVisible()
    assert cover.pin.words.text() == "That is not the PIN."
    assert cover.pin.field.text() == ""
    give(desk, PIN)
    assert desk.page.isVisible()
    assert desk.menus.actions["show_log"].isEnabled()


def test_an_enter_too_many_after_the_pin_takes_no_step(qtbot: QtBot, session: Session) -> None:
    """Whoever presses it twice has the desk open, and the exercise where it was."""
    desk = a_desk(qtbot, session)
    seal_both(session)
    give(desk, PIN)
    before = (session.play.turn, session.play.phase)
    focus = QApplication.focusWidget()
    assert focus is not None
    for _ in range(2):
        QTest.keyClick(focus, ENTER)
        QTest.keyClick(focus, Qt.Key.Key_Space)
    assert (session.play.turn, session.play.phase) == before


def test_no_key_does_anything_on_a_covered_desk(qtbot: QtBot, session: Session) -> None:
    """Neither the keys of its menus nor Enter: nothing happens to the exercise or the cover."""
    desk = a_desk(qtbot, session)
    seal_both(session)
    before = len(session.entries)
    rows = [row for row in key_map() if row.where in (Where.DESK, Where.EVERYWHERE)]
    keys = {key for row in rows for key in row.keys} - {"?"}  # that one is typed into the field
    assert len(keys) == 35
    for key in keys:
        QTest.keySequence(desk, key)
    for widget in (desk, desk.handover.cover, desk.handover.cover.pin.field):
        QTest.keyClick(widget, ENTER)
        QTest.keyClick(widget, ENTER, CTRL)
        QTest.keyClick(widget, Qt.Key.Key_Escape)
    assert desk.isVisible()
    assert len(session.entries) == before
    assert not desk.page.isVisible()
    desk.do_next()  # whatever reaches the desk by another way
    assert len(session.entries) == before


def test_the_menus_of_a_covered_desk_tell_nobody_what_was_done(
    qtbot: QtBot, session: Session
) -> None:
    """The entry that would undo names the facilitator's note: no menu opens, and none names it."""
    desk = a_desk(qtbot, session, covered=False)
    desk.menus.opening.emit()
    undo = desk.menus.actions["ask_undo"]
    assert "Astra is stalling" in undo.text()
    desk.cover_desk()
    assert "Astra" not in undo.text() + undo.toolTip() + undo.iconText()
    assert not desk.menuBar().isEnabled()
    desk.menus.opening.emit()
    assert "Astra" not in undo.text() + undo.toolTip() + undo.iconText()


def test_coming_back_from_a_seat_asks_for_the_pin(qtbot: QtBot, session: Session) -> None:
    """However the seat's window goes: by its button, its keys, or by closing it."""
    desk = a_desk(qtbot, session, covered=False)
    ways = 0
    for leave in ("leave", "keys", "close"):
        desk.handover.open_seat("astra")
        seat = desk.handover.seat_window
        assert seat is not None
        assert desk.handover.cover.pin.isHidden()
        qtbot.waitUntil(seat.isVisible)
        seat.activateWindow()
        qtbot.waitUntil(seat.isActiveWindow)
        if leave == "leave":
            seat.lift()
            seat.head.leave.click()
        elif leave == "keys":
            QTest.keyClick(seat, Qt.Key.Key_W, CTRL)
        else:
            seat.close()
        assert not desk.page.isVisible()
        desk.activateWindow()
        qtbot.waitUntil(lambda: QApplication.activeWindow() is desk)
        QTest.keyClick(in_focus(), ENTER)
        assert not desk.page.isVisible()
        assert desk.handover.cover.pin.words.text() == ""  # Enter alone is no try
        give(desk, PIN)
        assert desk.page.isVisible()
        ways += 1
    assert ways == 3


def test_the_facilitator_covers_the_desk_and_comes_back(qtbot: QtBot, session: Session) -> None:
    """Going for coffee hides everything; the PIN shows it as it was."""
    desk = a_desk(qtbot, session, covered=False)
    desk.turning.show_log()
    desk.menus.actions["cover_desk"].trigger()
    assert not desk.page.isVisible()
    give(desk, PIN)
    assert desk.page.isVisible()
    assert desk.page.log.isVisible()


def test_without_a_pin_only_its_button_lifts_the_cover(qtbot: QtBot, session: Session) -> None:
    """Enter pressed twice at a seat is not enough, and the cover says what no PIN means."""
    desk = a_desk(qtbot, session, PinLock())
    cover = desk.handover.cover
    assert "No PIN was set, so anybody can" in cover.words.text()
    assert not cover.pin.isVisible()
    for _ in range(2):
        QTest.keyClick(in_focus(), ENTER)
    assert not desk.page.isVisible()
    QTest.mouseClick(cover.button, Qt.MouseButton.LeftButton)
    assert desk.page.isVisible()


def test_wrong_pins_make_one_wait(qtbot: QtBot, session: Session) -> None:
    """The field is shut, the seconds are counted down, and then it opens by itself."""
    clock = Clock()
    desk = a_desk(qtbot, session, PinLock(HASH, TryBook(), clock))
    entry = desk.handover.cover.pin
    for _ in range(3):
        give(desk, "wrong")
    assert not entry.field.isEnabled()
    assert not entry.button.isEnabled()
    assert "the next try is in 5 seconds" in entry.words.text()
    assert "idlib-wargame reset-pin" in entry.words.text()
    clock.now += 4
    entry.look_again()
    assert "the next try is in 1 second." in entry.words.text()
    clock.now += 1
    entry.look_again()
    assert entry.field.isEnabled()
    assert entry.words.text() == ""
    give(desk, PIN)
    assert desk.page.isVisible()


def test_starting_anew_is_no_way_round_the_wait(
    qtbot: QtBot, session: Session, tmp_path: Path
) -> None:
    """A desk opened after wrong tries waits with the rest of their time."""
    clock, file = Clock(), tmp_path / "tries.json"
    first = PinLock(HASH, TryBook(file), clock)
    assert [first.opens("wrong") for _ in range(4)] == [False] * 4
    clock.now += 5
    assert [first.opens("wrong"), first.wait] == [False, 10]
    clock.now += 3
    desk = a_desk(qtbot, session, PinLock(HASH, TryBook(file), clock))
    assert "the next try is in 7 seconds" in desk.handover.cover.pin.words.text()
    assert not desk.handover.cover.pin.field.isEnabled()


def test_a_reset_is_told_on_the_desk(qtbot: QtBot, session: Session) -> None:
    """Whoever reset it while nobody looked is found out, on the log too."""
    session.reset_pin("another")
    desk = a_desk(qtbot, session, PinLock(session.pin_hash))
    assert not desk.page.banner.isVisible()
    give(desk, "another")
    assert "was reset on" in desk.page.banner.words.text()
    assert "If that was not you" in desk.page.banner.words.text()
    assert "The facilitator's PIN was reset." in [line.text for line in session.log()]


def test_whoever_resets_a_pin_and_only_looks_is_found_out(qtbot: QtBot, session: Session) -> None:
    """Lifting the curtain has the timer go on, which does not hide that a PIN was reset."""
    session.reset_pin("another")
    looking = a_desk(qtbot, session, PinLock(session.pin_hash))
    give(looking, "another")
    looking.close()
    assert session.entries[-1].kind == "timer"
    desk = a_desk(qtbot, session, PinLock(session.pin_hash))
    give(desk, "another")
    assert "was reset on" in desk.page.banner.words.text()


def test_what_is_typed_is_not_to_be_read(qtbot: QtBot, session: Session) -> None:
    """Dots on the screen, nothing to copy, and nothing left after a try."""
    desk = a_desk(qtbot, session)
    field = desk.handover.cover.pin.field
    QTest.keyClicks(field, "grey")
    assert field.displayText() == field.displayText()[0] * 4 != "grey"
    QApplication.clipboard().clear()
    field.selectAll()
    field.copy()
    assert QApplication.clipboard().text() == ""


def test_a_stray_click_or_escape_costs_nobody_their_typing(qtbot: QtBot, session: Session) -> None:
    """Wherever on the cover somebody clicks, what they type next is their PIN."""
    desk = a_desk(qtbot, session)
    cover, ways = desk.handover.cover, 0
    for clicked in (cover, cover.title, cover.where, cover.words, cover.pin.words, cover.pin):
        QTest.mouseClick(clicked, Qt.MouseButton.LeftButton, pos=QPoint(2, 2))
        assert in_focus() is cover.pin.field
        QTest.keyClick(in_focus(), Qt.Key.Key_Escape)
        assert in_focus() is cover.pin.field
        ways += 1
    assert ways == 6
    give(desk, PIN)
    assert desk.page.isVisible()


def test_a_pin_typed_on_the_button_goes_to_the_field(qtbot: QtBot, session: Session) -> None:
    """After the button was pressed too early, nothing that is typed is lost."""
    desk = a_desk(qtbot, session)
    entry = desk.handover.cover.pin
    QTest.mouseClick(entry.button, Qt.MouseButton.LeftButton)
    assert entry.words.text() == ""
    for letter in PIN:
        QTest.keyClicks(in_focus(), letter)
    QTest.keyClick(in_focus(), ENTER)
    assert desk.page.isVisible()


def test_a_cover_that_waits_for_a_seat_takes_no_pin(qtbot: QtBot, session: Session) -> None:
    """What is typed on it while the seat's window is open is not in the field later."""
    desk = a_desk(qtbot, session, covered=False)
    desk.handover.open_seat("astra")
    cover, seat = desk.handover.cover, desk.handover.seat_window
    assert seat is not None
    QTest.keyClicks(cover, "grey")
    QTest.keyClick(cover, ENTER)
    assert not desk.page.isVisible()
    seat.close()
    desk.activateWindow()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is desk)
    assert cover.pin.field.text() == ""
    give(desk, PIN)
    assert desk.page.isVisible()


def test_nobody_is_told_to_take_back_a_laptop_that_nobody_has(
    qtbot: QtBot, session: Session
) -> None:
    """Only after a seat's window, and after the round, is it in other hands."""
    desk = a_desk(qtbot, session)
    cover = desk.handover.cover
    assert cover.words.text() == "Type your PIN."
    desk.handover.open_seat("astra")
    curtain = desk.handover.windows["astra"].curtain
    assert curtain.words.text().startswith("Hand over the laptop")
    assert curtain.back.text() == "Back to the facilitator"
    curtain.back.click()
    assert cover.words.text() == "Take the laptop back, then type your PIN."
    desk.cover_desk()
    assert cover.words.text() == "Type your PIN."


def test_closing_a_covered_desk_that_is_in_memory_alone_says_why_it_stays(
    qtbot: QtBot, session: Session
) -> None:
    """On the cover; and on a sheet that people sign, where that covers it."""
    desk = a_desk(qtbot, session, PinLock())
    desk.close()
    assert desk.isVisible()
    assert "would lose what is not saved" in desk.handover.cover.stays.text()
    assert desk.handover.cover.stays.isVisible()
    desk.handover.show_signing(SignHere([], QLabel("What was agreed"), []))
    desk.close()
    assert desk.isVisible()
    assert desk.handover.sheet is not None
    assert "would lose what is not saved" in shown_text(desk.handover.sheet)
