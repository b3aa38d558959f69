"""The room's screen from the desk: on the projector, on the only screen, and pulled about."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from idlib_wargame.packs.reader import PackReading
from idlib_wargame.rules.odds import Band
from idlib_wargame.session.acts import FACILITATOR
from idlib_wargame.session.kinds.adjudicated import Adjudicate
from idlib_wargame.session.kinds.reseated import Reseat
from idlib_wargame.session.kinds.ruling import Decide
from idlib_wargame.session.kinds.timer import SetTimer
from idlib_wargame.session.kinds.undone import Undo
from idlib_wargame.session.session import Session
from idlib_wargame.session.timer import TimerState
from idlib_wargame.views.room.scenes import Scene
from idlib_wargame.windows.desk.window import DeskWindow
from idlib_wargame.windows.look import theme
from idlib_wargame.windows.parts.keys_sheet import KeysSheet
from idlib_wargame.windows.parts.projector_question import ProjectorQuestion
from idlib_wargame.windows.parts.sign_here import SignHere
from idlib_wargame.windows.room.screen import CornerWords, QuestionStrip
from idlib_wargame.windows.room.window import RoomWindow
from idlib_wargame.windows.screens.projector import projector
from idlib_wargame.windows.screens.sharing import OtherScreen, other_screens, share_a_screen
from tests.harbour_exercise import begin, closed, open_orders, seal_both
from tests.windows.desk.conftest import Opener
from tests.windows.dress import dressed

ON_LAPTOP, ON_BOTH = QRect(200, 150, 1300, 700), QRect(1500, 60, 1000, 600)
ON_PROJECTOR = QRect(2000, 60, 800, 600)


@pytest.fixture
def session(full: PackReading, tmp_path: Path) -> Session:
    """The first turn is closed."""
    session = begin(full, tmp_path / "course.wargame")
    closed(session)
    return session


@pytest.fixture
def desk(desk_of: Opener, session: Session) -> DeskWindow:
    """The desk, on the laptop."""
    desk = desk_of(session)
    desk.setGeometry(ON_LAPTOP)
    return desk


def opened(qtbot: QtBot, desk: DeskWindow) -> RoomWindow:
    """The room's window, by one press; then somebody clicks it, as the desk keeps the keys."""
    desk.room.panel.open.click()
    window = desk.handover.room
    assert window is not None
    window.activateWindow()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is window)
    return window


def said(window: RoomWindow) -> str:
    """What the room reads."""
    return window.screen_of_room.accessibleDescription()


def test_the_keys_of_the_desk_for_the_room_work_with_the_rooms_window_in_front(
    qtbot: QtBot, desk: DeskWindow
) -> None:
    """On to the next result, blank and back, and closed."""
    window = opened(qtbot, desk)
    both = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    QTest.keyClick(window, Qt.Key.Key_N, both)
    assert said(window).endswith("1 of 4")
    QTest.keyClick(window, Qt.Key.Key_B, both)
    assert said(window) == ""
    QTest.keyClick(window, Qt.Key.Key_B, both)
    assert said(window).endswith("1 of 4")
    QTest.keyClick(window, Qt.Key.Key_R, both)
    assert desk.handover.room is None


def test_one_press_fills_the_projector_and_leaves_the_desk(
    qtbot: QtBot, desk: DeskWindow, session: Session
) -> None:
    """Results come one by one, at the desk and at the projector, and nothing is in the record."""
    before = len(session.entries)
    window = opened(qtbot, desk)
    assert (window.screen().name(), window.isFullScreen()) == ("projector", True)
    assert not desk.handover.is_covered
    assert "Results of turn 1" in said(window)
    desk.room.panel.on.click()
    assert said(window).endswith("1 of 4")
    QTest.keyClick(window, Qt.Key.Key_Space)
    assert said(window).endswith("2 of 4")
    QTest.keyClick(window, Qt.Key.Key_Left)
    assert said(window).endswith("1 of 4")
    assert desk.room.panel.state.text().startswith("Results · 1 of")
    desk.room.panel.blank.click()
    assert said(window) == ""
    assert desk.room.panel.state.text().startswith("blank · Results")
    QTest.keyClick(window, Qt.Key.Key_B)
    assert said(window).endswith("1 of 4")
    QTest.keyClick(window, Qt.Key.Key_F1)
    assert window.findChild(KeysSheet) is None, "the room has no use for them"
    sheet = desk.findChild(KeysSheet)
    assert sheet is not None
    assert sheet.findChildren(QLabel)[0].text() == "The room's screen"
    sheet.close()
    desk.room.choose(Scene.LADDER)
    assert "Situation ladder" in said(window)
    desk.room.panel.open.click()
    assert (desk.handover.room, desk.handover.is_covered) == (None, False)
    assert len(session.entries) == before
    opened(qtbot, desk)  # and again, with what was chosen


def test_the_picture_on_the_desk_is_what_the_projector_shows(
    qtbot: QtBot, desk: DeskWindow
) -> None:
    """In its shape, on the same page; and it folds away to a line."""
    window = opened(qtbot, desk)
    panel = desk.room.panel
    folded = panel.height()
    panel.fold.setChecked(True)
    QApplication.processEvents()
    small = panel.preview.screen_of_room
    assert small.accessibleDescription() == said(window)
    assert small.width() / small.height() == pytest.approx(1366 / 768, rel=0.02)
    desk.room.next()
    assert small.accessibleDescription() == said(window)
    panel.fold.setChecked(False)
    qtbot.waitUntil(lambda: panel.height() == folded)


def test_no_curtain_is_lifted_where_the_room_looks(qtbot: QtBot, desk: DeskWindow) -> None:
    """It comes down again, on the laptop, whose desk is covered then."""
    desk.handover.open_seat("astra", other_screens(desk)[0])
    seat = desk.handover.windows["astra"]
    window = opened(qtbot, desk)
    seat.lift()
    assert seat.is_covered
    assert not share_a_screen(seat, window)
    assert desk.handover.is_covered


def test_escape_asks_before_the_full_screen_is_left(qtbot: QtBot, desk: DeskWindow) -> None:
    """Any other key stays; a second Escape leaves it, and the window stays open."""
    window = opened(qtbot, desk)
    desk.room.choose(Scene.MAP)
    QTest.keyClick(window, Qt.Key.Key_Escape)
    screen = window.screen_of_room
    assert screen.asked.startswith("Leave the full screen?")
    assert screen.map is not None
    foot = QPoint(screen.map.geometry().center().x(), screen.map.geometry().bottom())
    assert isinstance(screen.childAt(foot), QuestionStrip), "the map leaves the question in sight"
    desk.room.choose(None)
    QTest.keyClick(window, Qt.Key.Key_Space)
    assert (window.screen_of_room.asked, window.isFullScreen()) == ("", True)
    assert desk.room.show.showing.page == 0, "that key answered, and did nothing else"
    QTest.keyClick(window, Qt.Key.Key_Escape)
    QTest.keyClick(window, Qt.Key.Key_Escape)
    assert not window.isFullScreen()
    assert window.isVisible()


def test_a_mouse_that_moves_is_told_the_way_out_of_the_full_screen(
    qtbot: QtBot, desk: DeskWindow
) -> None:
    """At the foot, over nothing that is shown; never over a blank screen."""
    window = opened(qtbot, desk)
    screen = window.screen_of_room
    assert screen.findChild(CornerWords) is None
    QTest.mouseMove(screen, QPoint(200, 200))
    QTest.mouseMove(screen, QPoint(210, 210))
    qtbot.waitUntil(lambda: screen.findChild(CornerWords) is not None)
    told = screen.findChild(CornerWords)
    assert isinstance(told, CornerWords)
    assert (told.isVisible(), told.words) == (True, "Esc: leave the full screen")
    body = desk.room.show.sheet.body
    assert told.geometry().top() >= int(body.bottom() * screen.scale)
    desk.room.blank()
    assert not told.isVisible()
    QTest.mouseMove(screen, QPoint(300, 300))
    QApplication.processEvents()
    assert not told.isVisible()


def test_pulled_onto_the_desks_screen_it_covers_the_desk(qtbot: QtBot, desk: DeskWindow) -> None:
    """As when its screen is unplugged: the desk comes back by the facilitator alone."""
    window = opened(qtbot, desk)
    window.showNormal()
    window.setGeometry(QRect(QPoint(50, 50), QSize(900, 600)))
    QApplication.processEvents()
    cover = desk.handover.cover
    assert desk.handover.is_covered
    assert "room's screen is shown here" in cover.words.text()
    assert window.isVisible()
    cover.close_room.click()
    assert cover.title.text() == "Facilitator only"
    cover.button.click()
    assert not desk.handover.is_covered


def test_a_screen_that_comes_back_has_its_window_again(qtbot: QtBot, desk: DeskWindow) -> None:
    """While it was gone the window stood on the laptop's, and the desk was covered."""
    window = opened(qtbot, desk)
    laptop = next(each for each in QApplication.screens() if each.name() == "laptop")
    window.showNormal()  # as Qt puts it on another screen once its own has gone
    window.stand_on(laptop)
    window.fill_screen()
    QApplication.processEvents()
    assert (window.screen().name(), desk.handover.is_covered) == ("laptop", True)
    desk.room.opening.screens_changed()
    assert (window.screen().name(), window.isFullScreen()) == ("projector", True)
    assert desk.handover.cover.title.text() == "Facilitator only"
    assert desk.handover.room is window


def test_no_seat_is_opened_where_the_room_looks(qtbot: QtBot, desk: DeskWindow) -> None:
    """It opens on the desk's screen, which is covered; one that was there before is covered."""
    projector = OtherScreen("projector", 1366, 768)
    desk.handover.open_seat("borea", projector)
    before = desk.handover.windows["borea"]
    qtbot.wait_exposed(before)
    before.lift()
    desk.room.panel.open.click()
    assert before.is_covered
    desk.handover.open_seat("astra", projector)
    assert desk.handover.windows["astra"].screen().name() == "laptop"
    assert desk.handover.is_covered


def test_where_the_projector_shows_the_desk_the_desk_is_covered(
    qtbot: QtBot, desk: DeskWindow
) -> None:
    """Asked first; to leave the full screen closes it, and the facilitator is waited for."""
    desk.setGeometry(ON_BOTH)
    panel = desk.room.panel
    panel.open.click()
    asked = desk.page.question
    assert asked.isVisible()
    assert asked.words.text() == "Does the projector show this screen?"
    assert desk.handover.room is None
    asked.yes.click()
    window = desk.handover.room
    assert window is not None
    qtbot.waitUntil(lambda: QApplication.activeWindow() is window)
    assert desk.handover.is_covered
    assert window.isFullScreen()
    QTest.keyClick(window, Qt.Key.Key_Escape)
    QTest.keyClick(window, Qt.Key.Key_Escape)
    assert desk.handover.room is None
    assert desk.handover.is_covered


@dressed
def test_the_question_where_the_room_looks_is_whole_in_a_small_window(desk: DeskWindow) -> None:
    """It lies over the middle, and not in a narrow column that cuts its buttons."""
    desk.setGeometry(QRect(ON_BOTH.topLeft(), QSize(1024, 560)))
    theme.set_text_scale(150)
    desk.room.open_or_close()
    QApplication.processEvents()
    asked, across = desk.page.question, desk.page.across
    assert across.geometry().contains(asked.geometry())
    for button in (asked.other, asked.yes, asked.no):
        assert asked.rect().contains(button.geometry())
        assert button.width() >= button.minimumSizeHint().width()
    assert asked.no.hasFocus()


def question(over: QWidget) -> ProjectorQuestion:
    """What is asked on that window."""
    [asked] = [each for each in over.findChildren(ProjectorQuestion) if each.isVisible()]
    assert asked.title.text() == "The projector shows this screen"
    assert QApplication.focusWidget() is asked.stay
    return asked


def put(window: QWidget, box: QRect) -> None:
    """Pull a window there, and let the window system have told of it."""
    QApplication.processEvents()  # of where it was put before
    window.setGeometry(box)
    QApplication.processEvents()


def projected(desk: DeskWindow) -> None:
    """The projector was said to show the desk's screen, and the room's screen is closed again."""
    desk.setGeometry(ON_BOTH)
    desk.room.panel.open.click()
    desk.page.question.yes.click()
    desk.handover.close_room()
    assert desk.handover.is_covered
    desk.activateWindow()


def test_a_desk_that_the_projector_shows_is_uncovered_once_that_is_over(
    qtbot: QtBot, desk: DeskWindow
) -> None:
    """Nothing of it is seen before somebody says so; to stay stays, and asks again."""
    projected(desk)
    qtbot.waitUntil(lambda: QApplication.activeWindow() is desk)
    cover = desk.handover.cover
    cover.button.click()
    asked = question(desk)
    assert desk.handover.is_covered
    QTest.keyClick(asked.stay, Qt.Key.Key_Return)
    assert (asked.isVisible(), desk.handover.is_covered) == (False, True)
    desk.looking.see_as("astra")
    desk.hand_round()
    assert (desk.looking.windows, desk.page.isVisible()) == ({}, False)
    cover.button.click()
    question(desk).elsewhere.click()
    assert desk.page.isVisible()
    desk.cover_desk()
    cover.button.click()
    assert desk.page.isVisible(), "it is asked once"


def test_a_seat_that_the_projector_shows_lifts_its_curtain_once_that_is_over(
    qtbot: QtBot, desk: DeskWindow
) -> None:
    """While the laptop goes round too; said at one window, it holds for all."""
    desk.hand_round()
    desk.handover.cover.round.buttons["borea"].click()
    early = desk.handover.windows["borea"]
    early.lift()
    projector().show_screen_of(desk)
    assert early.is_covered, "what was open is covered"
    desk.handover.cover.round.buttons["astra"].click()
    seat = desk.handover.windows["astra"]
    seat.activateWindow()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is seat)
    seat.curtain.lift()
    asked = question(seat)
    QTest.keyClick(asked.stay, Qt.Key.Key_Escape)
    assert seat.is_covered
    seat.curtain.lift()
    question(seat).elsewhere.click()
    assert not seat.is_covered
    early.curtain.lift()
    assert not early.is_covered


def test_seen_as_a_seat_where_the_projector_shows_it_asks_first(
    qtbot: QtBot, desk: DeskWindow
) -> None:
    """On the desk's screen or another: to stay closes it. What the room may read is not asked."""
    projector().show_screen_of(desk)
    put(desk, ON_PROJECTOR)
    desk.handover.cover.button.click()
    assert desk.page.isVisible()
    desk.looking.see_as("astra")
    window = desk.looking.windows["astra"]
    qtbot.waitUntil(lambda: QApplication.activeWindow() is window)
    assert window.screen().name() == "laptop"
    asked = question(window)
    assert asked.size() == window.size()
    asked.stay.click()
    assert (desk.looking.windows, window.isVisible()) == ({}, False)
    desk.see_as_room()
    assert not desk.looking.windows[""].findChildren(ProjectorQuestion)


def test_a_desk_that_comes_back_to_where_the_room_looks_is_covered_again(
    desk: DeskWindow, session: Session
) -> None:
    """No window of a seat or the room need be open for that; what is being signed goes, too."""
    projector().show_screen_of(desk)
    put(desk, ON_PROJECTOR)
    desk.handover.cover.button.click()
    assert desk.page.isVisible()
    put(desk, ON_LAPTOP)
    assert desk.handover.is_covered
    put(desk, ON_PROJECTOR)
    desk.handover.cover.button.click()
    desk.handover.show_signing(SignHere([], QLabel("What was agreed"), []))
    put(desk, ON_LAPTOP)
    assert desk.handover.currentWidget() is desk.handover.cover


def test_seen_as_a_seat_goes_where_the_room_comes_to_see_it(qtbot: QtBot, desk: DeskWindow) -> None:
    """It was opened where nobody else looked, and is pulled, or the projector is turned, there."""
    desk.looking.see_as("astra")
    window = desk.looking.windows["astra"]
    qtbot.waitUntil(lambda: QApplication.activeWindow() is window)

    def stands_there() -> bool:  # a window that was just opened is still being fitted
        put(window, ON_PROJECTOR)
        return window.geometry() == ON_PROJECTOR and window.screen().name() == "projector"

    qtbot.waitUntil(stands_there)
    assert window.isVisible()
    projector().show_screen_of(window)
    assert (desk.looking.windows, window.isVisible()) == ({}, False)


def test_a_pin_given_under_the_question_is_not_the_next_persons(
    qtbot: QtBot, desk: DeskWindow, session: Session
) -> None:
    """Somebody else sits there, or the desk was covered anew: what was asked is asked no more."""
    desk.handover.open_seat("astra")
    seat = desk.handover.windows["astra"]
    projector().show_screen_of(desk)
    qtbot.waitUntil(lambda: QApplication.activeWindow() is seat)
    seat.curtain.lift()
    asked = question(seat)
    session.submit(Reseat("astra", ("Newcomer",), "person"), FACILITATOR)
    assert not asked.isVisible()
    asked.elsewhere.click()
    assert seat.is_covered
    seat.close()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is desk)
    projector().show_screen_of(desk)
    desk.handover.cover.lift()
    asked = question(desk)
    desk.cover_desk()
    assert not asked.isVisible()
    asked.elsewhere.click()
    assert desk.handover.is_covered


def test_tab_stays_within_the_question(qtbot: QtBot, desk: DeskWindow) -> None:
    """From answer to answer, and to nothing that lies under it."""
    projector().show_screen_of(desk)
    desk.handover.cover.lift()
    asked = question(desk)
    assert asked.stay.hasFocus()
    for before, button in pairwise((asked.stay, asked.elsewhere, asked.stay, asked.elsewhere)):
        QTest.keyClick(before, Qt.Key.Key_Tab)
        assert button.hasFocus()


def test_what_the_room_has_a_screen_of_its_own_for_is_not_asked(desk: DeskWindow) -> None:
    """Nor where the projector was said to show another screen, or has been told so since."""
    projector().show_screen_of(desk)
    assert desk.handover.is_covered
    desk.room.opening.open_on(other_screens(desk)[0])
    desk.handover.cover.button.click()
    assert desk.page.isVisible()
    desk.room.opening.open_beside_desk()
    assert not projector().shows(desk)


def test_where_it_does_not_the_room_is_a_window_beside_the_desk(
    qtbot: QtBot, desk: DeskWindow
) -> None:
    """Nobody but the facilitator sees that screen; Cancel opens nothing."""
    desk.setGeometry(ON_BOTH)
    panel = desk.room.panel
    panel.open.click()
    desk.page.question.no.click()
    assert (desk.page.question.isVisible(), desk.handover.room) == (False, None)
    panel.open.click()
    desk.page.question.other.click()
    window = desk.handover.room
    assert window is not None
    assert (window.isFullScreen(), desk.handover.is_covered) == (False, False)
    there, area = window.geometry(), window.screen().availableGeometry()
    assert there.width() * there.height() < area.width() * area.height() / 3
    assert there.right() > area.center().x(), "it stands in the corner, and the desk is seen"
    desk.close()
    assert not window.isVisible(), "nothing of it outlives its desk"


def test_a_handling_line_is_set_in_place_and_stands_in_every_window(
    qtbot: QtBot, desk: DeskWindow, session: Session
) -> None:
    """On the desk and its cover, behind a seat's curtain, on the room's screen."""
    assert not desk.handling.isVisible()
    desk.ask_handling()
    desk.page.handling.text.setText("Exercise.  Chatham House rule")
    desk.page.handling.keep.click()
    line = "Exercise. Chatham House rule"
    assert session.play.setup.handling == line
    assert not desk.page.handling.isVisible()
    assert (desk.handling.isVisible(), desk.handling.words.text()) == (True, line)
    assert line in said(opened(qtbot, desk))
    desk.handover.open_seat("astra")
    seat = desk.handover.windows["astra"]
    qtbot.wait_exposed(seat)
    assert seat.is_covered
    assert (seat.handling.isVisible(), seat.handling.words.text()) == (True, line)
    assert desk.handling.isVisible(), "on the cover too"


def results_on_the_table(desk_of: Opener, full: PackReading) -> DeskWindow:
    """The desk of a first turn whose two results wait to be accepted."""
    session = begin(full)
    desk = desk_of(session)
    desk.setGeometry(ON_LAPTOP)
    session.submit(SetTimer(TimerState.RUNNING, 0), FACILITATOR)
    open_orders(session)
    seal_both(session)
    session.submit(Adjudicate(), FACILITATOR)
    return desk


def test_each_press_on_show_the_next_turns_the_rooms_screen_to_the_result_just_shown(
    qtbot: QtBot, desk_of: Opener, full: PackReading
) -> None:
    """Where the room's window stands open and follows every act, and where a page back was read."""
    desk = results_on_the_table(desk_of, full)
    window, page = opened(qtbot, desk), desk.page.orders
    desk.activateWindow()
    first, second = [*page.cards.values()][:2]
    page.next_to_room.click()
    assert first.view.head.title in said(window)
    page.next_to_room.click()
    assert second.view.head.title in said(window)
    assert said(window).endswith("2 of 2")
    desk.room.back()
    desk.session.submit(Undo(), FACILITATOR)
    page.next_to_room.click()
    assert said(window).endswith("2 of 2")


def test_results_are_shown_to_the_room_one_by_one_while_they_are_read(
    qtbot: QtBot, desk_of: Opener, full: PackReading
) -> None:
    """In the order by step, by one press each; what is ruled on since says that it changed."""
    desk = results_on_the_table(desk_of, full)
    session, page = desk.session, desk.page.orders
    assert page.next_to_room.isHidden()
    assert all(card.room is None for card in page.cards.values())
    window = opened(qtbot, desk)
    assert "The orders are being adjudicated" in said(window)
    desk.activateWindow()
    page.next_to_room.click()
    first = next(iter(page.cards.values()))
    assert first.view.head.title in said(window)
    assert first.room is not None
    assert (first.room.text(), first.room.isEnabled()) == ("Shown to the room", False)
    desk.room.choose(Scene.LADDER)
    page.next_to_room.click()
    assert "Situation ladder" not in said(window)
    assert said(window).endswith("2 of 2")
    desk.room.back()
    other = Band.FAILURE if first.view.final is not Band.FAILURE else Band.SUCCESS
    session.submit(Decide(first.view.address, other, "So it was"), FACILITATOR)
    assert said(window).endswith("1 of 2"), "nothing turns the page that is read"
    assert "Changed since it was shown" in said(window)
