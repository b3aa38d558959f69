"""Seats at several screens of one computer: a laptop with the desk, and a projector beside it."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from idlib_wargame.packs.reader import PackReading
from idlib_wargame.session.acts import FACILITATOR
from idlib_wargame.session.kinds.reseated import Reseat
from idlib_wargame.session.play import Wish
from idlib_wargame.session.session import Session
from idlib_wargame.views.desk.drafts import Draft
from idlib_wargame.views.seat_door import seat_door
from idlib_wargame.windows.desk.window import DeskWindow
from idlib_wargame.windows.screens.sharing import OtherScreen, other_screens, share_a_screen
from idlib_wargame.windows.seat.window import SeatWindow
from tests.windows.desk.conftest import Opener
from tests.windows.play_harbour import begin, open_orders, seal

PROJECTOR = OtherScreen("projector", 1366, 768)
ON_LAPTOP, ON_PROJECTOR = QPoint(200, 150), QPoint(2000, 60)
ENTER = Qt.Key.Key_Return


@pytest.fixture
def session(harbour: PackReading, tmp_path: Path) -> Session:
    """Orders are open."""
    session = begin(harbour, tmp_path / "course.wargame")
    open_orders(session)
    return session


@pytest.fixture
def desk(desk_of: Opener, session: Session) -> DeskWindow:
    """The desk, on the laptop."""
    desk = desk_of(session)
    desk.setGeometry(QRect(ON_LAPTOP, QSize(1300, 700)))
    return desk


def opened(qtbot: QtBot, desk: DeskWindow, seat: str, on: OtherScreen | None = None) -> SeatWindow:
    """A seat's window on the screen, its curtain down."""
    desk.handover.open_seat(seat, on)
    window = desk.handover.windows[seat]
    qtbot.wait_exposed(window)
    return window


def a_move(session: Session) -> Wish:
    """What a seat may pick."""
    options = seat_door(session, "astra").view().options
    return next(option.wish for option in options if option.legal)


def test_a_seat_on_another_screen_leaves_the_desk_usable(
    qtbot: QtBot, desk: DeskWindow, session: Session
) -> None:
    """Somebody writes orders at the projector while the facilitator goes on at the desk."""
    row = desk.page.seats.rows["astra"]
    assert row.elsewhere.isVisible()
    row.elsewhere.click()
    window = desk.handover.windows["astra"]
    qtbot.wait_exposed(window)
    assert window.screen().name() == "projector"
    assert window.is_covered, "whoever sits there lifts the curtain"
    assert not desk.handover.is_covered
    window.lift()
    desk.take_note()
    desk.page.note.text.setPlainText("Astra hesitates")
    desk.page.note.keep.click()
    assert session.play.notes[-1].text == "Astra hesitates"
    seal(session, "astra")
    assert "sealed" in row.state.text()
    window.close()
    assert not desk.handover.is_covered, "nothing of the desk was ever on that screen"


def test_the_screen_that_is_offered_says_which_it_is(desk: DeskWindow) -> None:
    """By name and size; and none is offered that the desk is on."""
    button = desk.page.seats.rows["astra"].elsewhere
    button.look()
    assert button.toolTip() == "Open on projector, 1366 × 768; the desk stays usable"
    assert other_screens(desk) == (PROJECTOR,)
    desk.setGeometry(QRect(ON_PROJECTOR, QSize(1300, 700)))
    button.look()
    assert button.toolTip() == "Open on laptop, 1920 × 1080; the desk stays usable"
    desk.setGeometry(QRect(1500, 60, 1000, 600))  # it lies across both
    button.look()
    assert not button.isVisible()


def test_two_seats_at_once_on_two_screens(qtbot: QtBot, desk: DeskWindow) -> None:
    """One on the projector, one on the laptop: the desk is covered for the second alone."""
    there = opened(qtbot, desk, "astra", PROJECTOR)
    there.lift()
    here = opened(qtbot, desk, "borea")
    here.lift()
    assert desk.handover.is_covered
    assert not there.is_covered, "they are at another screen, and nobody looks over their shoulder"
    here.close()
    assert desk.handover.cover.title.text() == "Facilitator only"
    desk.handover.cover.button.click()
    assert desk.page.isVisible()
    assert there.isVisible()
    assert not there.is_covered


def test_a_second_seat_on_a_screen_hides_the_first(
    qtbot: QtBot, desk: DeskWindow, session: Session
) -> None:
    """Its curtain goes down, also when the first is lifted again, and what was typed is kept."""
    first = opened(qtbot, desk, "astra", PROJECTOR)
    first.lift()
    move = next(
        option.wish for option in seat_door(session, "astra").view().options if option.legal
    )
    first.drafting.pick_or_drop(move)
    second = opened(qtbot, desk, "borea", PROJECTOR)
    assert first.is_covered
    second.lift()
    assert (first.is_covered, second.is_covered) == (True, False)
    first.lift()
    assert (first.is_covered, second.is_covered) == (False, True)
    assert first.drafting.wishes == (move,)


def test_a_window_pulled_over_is_held_to_the_same(qtbot: QtBot, desk: DeskWindow) -> None:
    """On the desk's screen it covers the desk, and the desk stays covered until the PIN."""
    window = opened(qtbot, desk, "astra", PROJECTOR)
    window.lift()
    window.move(ON_LAPTOP)
    qtbot.wait_until(lambda: desk.handover.is_covered)
    assert not desk.page.isVisible()
    window.move(ON_PROJECTOR)
    qtbot.wait_until(lambda: desk.handover.cover.title.text() == "Facilitator only")
    assert desk.handover.is_covered


def test_the_desk_pulled_over_is_covered(qtbot: QtBot, desk: DeskWindow) -> None:
    """Whoever moves the desk to a seat's screen shows nobody the desk."""
    opened(qtbot, desk, "astra", PROJECTOR)
    desk.move(ON_PROJECTOR)
    qtbot.wait_until(lambda: desk.handover.is_covered)


def test_a_window_across_two_screens_is_on_both(qtbot: QtBot, desk: DeskWindow) -> None:
    """Half of the other screen is enough to read it."""
    window = opened(qtbot, desk, "astra", PROJECTOR)
    window.setGeometry(1700, 100, 900, 600)
    qtbot.wait_until(lambda: desk.handover.is_covered)
    assert share_a_screen(window, desk)


def test_a_window_made_small_comes_back_from_the_covered_desk(
    qtbot: QtBot, desk: DeskWindow
) -> None:
    """The cover names the seat and shows its window again."""
    window = opened(qtbot, desk, "astra")
    window.lift()
    window.showMinimized()
    qtbot.wait_until(window.isMinimized)
    cover = desk.handover.cover
    assert cover.forward.text() == "Show the window of Astra"
    cover.forward.click()
    qtbot.wait_until(lambda: not window.isMinimized())
    assert desk.handover.is_covered
    window.close()
    assert not cover.forward.isVisible()


def test_closing_the_covered_desk_closes_neither(qtbot: QtBot, desk: DeskWindow) -> None:
    """Alt+F4 beside a seat's window ends nobody's work; the seat's window comes forward."""
    window = opened(qtbot, desk, "astra")
    window.lift()
    desk.close()
    assert desk.isVisible()
    assert window.isVisible()
    window.close()
    desk.handover.cover.button.click()
    desk.close()
    assert not desk.isVisible()


def test_closing_the_desk_asks_for_those_at_other_screens(qtbot: QtBot, desk: DeskWindow) -> None:
    """It names them, and both ways do what they say."""
    window = opened(qtbot, desk, "astra", PROJECTOR)
    desk.close()
    assert desk.isVisible()
    question = desk.page.question
    assert "The window of Astra is open and closes with the desk." in question.words.text()
    question.no.click()
    assert window.isVisible()
    desk.close()
    question.yes.click()
    qtbot.wait_until(lambda: not desk.isVisible() and not window.isVisible())


def test_a_seat_that_is_open_is_brought_forward(qtbot: QtBot, desk: DeskWindow) -> None:
    """No seat has two windows."""
    window = opened(qtbot, desk, "astra", PROJECTOR)
    desk.activateWindow()
    qtbot.wait_until(lambda: QApplication.activeWindow() is desk)
    desk.page.seats.rows["astra"].open.click()
    qtbot.wait_until(lambda: QApplication.activeWindow() is window)
    assert list(desk.handover.windows) == ["astra"]
    assert not desk.handover.is_covered


def test_enter_lifts_no_other_curtain(qtbot: QtBot, desk: DeskWindow) -> None:
    """Keys at a covered desk reach neither the desk nor the seat."""
    window = opened(qtbot, desk, "astra")
    QTest.keyClick(desk.handover.cover, ENTER)
    assert desk.handover.is_covered
    assert window.is_covered


def test_a_half_typed_note_is_kept_when_the_program_ends(
    desk: DeskWindow, session: Session
) -> None:
    """As a session or a system ends without closing windows."""
    desk.take_note()
    desk.page.note.text.setPlainText("Astra was about to")
    desk.keep_time()
    desk.keep_time()
    assert Draft(session.play.desk_drafts["note"]).get("text", "") == "Astra was about to"


def test_what_is_typed_at_a_seat_is_kept_when_the_program_ends(
    qtbot: QtBot, desk: DeskWindow, session: Session
) -> None:
    """Picks and reasons are in the record, though nobody closed the curtain."""
    window = opened(qtbot, desk, "astra", PROJECTOR)
    window.lift()
    move = next(
        option.wish for option in seat_door(session, "astra").view().options if option.legal
    )
    window.drafting.pick_or_drop(move)
    desk.keep_time()
    assert session.play.drafts["astra"] == (move,)


def test_whoever_is_seated_anew_finds_the_curtain_down(
    qtbot: QtBot, desk: DeskWindow, session: Session
) -> None:
    """A window that was lifted for others shows nothing to them before they show who they are."""
    window = opened(qtbot, desk, "astra", PROJECTOR)
    window.lift()
    session.submit(Reseat("borea", ("Dora",), "person"), FACILITATOR)
    assert not window.is_covered
    session.submit(Reseat("astra", ("Dora",), "person"), FACILITATOR)
    assert window.is_covered
