"""A replay shows control's view to whoever has the facilitator's PIN, and to nobody else."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from idlib_wargame.packs.reader import PackReading
from idlib_wargame.session.acts import FACILITATOR
from idlib_wargame.session.kinds.finished import Finish
from idlib_wargame.session.kinds.note import TakeNote
from idlib_wargame.session.pins import PinLock, hashed
from idlib_wargame.session.reading import SavedSession, read_session
from idlib_wargame.windows.parts.projector_question import ProjectorQuestion
from idlib_wargame.windows.replay.window import ReplayWindow
from idlib_wargame.windows.screens.projector import projector
from tests.harbour_exercise import begin, closed

PIN = "grey seal"
HASH = hashed(PIN)


@pytest.fixture
def saved(harbour: PackReading, tmp_path: Path) -> SavedSession:
    """A turn played, with a note that only control reads."""
    session = begin(harbour, tmp_path / "a.wargame")
    session.submit(TakeNote("Astra is stalling"), FACILITATOR)
    closed(session)
    session.close()
    return read_session(tmp_path / "a.wargame")


def a_replay(qtbot: QtBot, saved: SavedSession, pin_hash: str = HASH) -> ReplayWindow:
    """The replay window, in front."""
    window = ReplayWindow(saved, lock=PinLock(pin_hash))
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is window)
    return window


def tells_note(window: ReplayWindow) -> bool:
    """Whether the log has what is for control alone."""
    return any("Astra is stalling" in line.text for line in window.retelling.log)


def type_pin(window: ReplayWindow, pin: str) -> None:
    """Where the keyboard is, which is the field."""
    assert QApplication.focusWidget() is window.asking.pin.field
    QTest.keyClicks(window.asking.pin.field, pin)
    QTest.keyClick(window.asking.pin.field, Qt.Key.Key_Return)


def test_control_gives_the_pin(qtbot: QtBot, saved: SavedSession) -> None:
    """A wrong one leaves the room's view, the right one shows control's."""
    window = a_replay(qtbot, saved)
    window.readers.control.click()
    assert window.asking.isVisible()
    assert window.readers.room.isChecked()
    type_pin(window, "grey whale")
    assert window.asking.pin.words.text() == "That is not the PIN."
    assert not tells_note(window)
    assert window.readers.room.isChecked()
    type_pin(window, PIN)
    assert not window.asking.isVisible()
    assert tells_note(window)
    assert window.readers.control.isChecked()


def test_where_the_projector_shows_the_replay_control_waits_until_that_is_over(
    qtbot: QtBot, saved: SavedSession
) -> None:
    """Asked after the PIN; what control has open goes back to the room's view."""
    window = a_replay(qtbot, saved)
    projector().show_screen_of(window)
    window.readers.control.click()
    type_pin(window, PIN)
    asked = window.findChild(ProjectorQuestion)
    assert asked is not None
    asked.stay.click()
    assert (window.readers.room.isChecked(), tells_note(window)) == (True, False)
    window.readers.control.click()
    type_pin(window, PIN)
    asked.elsewhere.click()
    assert tells_note(window)
    projector().show_screen_of(window)
    assert (window.readers.room.isChecked(), tells_note(window)) == (True, False)


@pytest.mark.parametrize("is_over", [False, True])
def test_the_room_may_be_shown_how_it_came_about_once_it_is_over(
    qtbot: QtBot, harbour: PackReading, tmp_path: Path, is_over: bool
) -> None:
    """In the review all may see it; in the middle of an exercise nobody offers that."""
    session = begin(harbour, tmp_path / "b.wargame")
    session.submit(TakeNote("Astra is stalling"), FACILITATOR)
    closed(session)
    if is_over:
        session.submit(Finish(), FACILITATOR)
    session.close()
    window = a_replay(qtbot, read_session(tmp_path / "b.wargame"))
    projector().show_screen_of(window)
    window.readers.control.click()
    type_pin(window, PIN)
    asked = window.findChild(ProjectorQuestion)
    assert asked is not None
    assert asked.shown.isVisible() == is_over
    if is_over:
        asked.shown.click()
        assert (asked.isVisible(), tells_note(window)) == (False, True)
        assert projector().shows(window)


def test_a_replay_pulled_to_where_the_room_looks_shows_what_the_room_may_see(
    qtbot: QtBot, saved: SavedSession
) -> None:
    """What control opened elsewhere is not for the room."""
    window = a_replay(qtbot, saved)
    projector().show_screen_of(window)
    here = window.geometry()
    away = QRect(2000, 60, 800, 600) if here.x() < 1900 else QRect(50, 50, 800, 600)
    window.setGeometry(away)
    qtbot.waitUntil(lambda: not projector().shows(window))
    window.readers.control.click()
    type_pin(window, PIN)
    assert tells_note(window)
    window.setGeometry(here)
    qtbot.waitUntil(lambda: projector().shows(window))
    assert (window.readers.room.isChecked(), tells_note(window)) == (True, False)


def test_it_is_asked_for_each_time(qtbot: QtBot, saved: SavedSession) -> None:
    """Who turned back to the room did so to show it to the room."""
    window = a_replay(qtbot, saved)
    window.readers.control.click()
    type_pin(window, PIN)
    window.readers.room.click()
    assert not tells_note(window)
    window.readers.control.click()
    assert window.asking.isVisible()
    assert not tells_note(window)


def test_the_room_goes_on_without_it(qtbot: QtBot, saved: SavedSession) -> None:
    """Escape, the other button and the room's own each put the question away."""
    window = a_replay(qtbot, saved)
    ways = [
        lambda: QTest.keyClick(window.asking.pin.field, Qt.Key.Key_Escape),
        window.asking.leave.click,
        window.readers.room.click,
    ]
    for leave in ways:
        window.readers.control.click()
        QTest.keyClicks(window.asking.pin.field, PIN)
        leave()
        assert not window.asking.isVisible()
        assert not tells_note(window)
        assert window.readers.room.isChecked()
    window.readers.control.click()
    assert window.asking.pin.field.text() == ""
    assert len(ways) == 3


def test_keys_of_the_replay_go_to_the_field(qtbot: QtBot, saved: SavedSession) -> None:
    """A space, a plus or an arrow is part of a PIN while it is typed."""
    window = a_replay(qtbot, saved, hashed("a + b - c"))
    window.readers.control.click()
    before = window.player.at
    QTest.keyClicks(window.asking.pin.field, "a + b - c")
    QTest.keyClick(window.asking.pin.field, Qt.Key.Key_Home)
    QTest.keyClick(window.asking.pin.field, Qt.Key.Key_End)
    assert window.asking.pin.field.text() == "a + b - c"
    assert window.player.at == before
    QTest.keyClick(window.asking.pin.field, Qt.Key.Key_Return)
    assert tells_note(window)


def test_without_a_pin_control_is_a_button_away(qtbot: QtBot, saved: SavedSession) -> None:
    """As it was before there were PINs."""
    window = a_replay(qtbot, saved, "")
    window.readers.control.click()
    assert tells_note(window)
