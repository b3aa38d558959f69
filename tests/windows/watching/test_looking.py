"""Whoever looks at what others are shown does nothing by it, and reads no more than they do."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from idlib_wargame.packs.reader import PackReading
from idlib_wargame.session.acts import FACILITATOR
from idlib_wargame.session.kinds.adjudicated import Adjudicate
from idlib_wargame.session.kinds.closed import CloseTurn
from idlib_wargame.session.kinds.finished import Finish
from idlib_wargame.session.kinds.handling_set import SetHandling
from idlib_wargame.session.kinds.judgement_asked import AskJudgements
from idlib_wargame.session.kinds.observer_seated import SeatObserver
from idlib_wargame.session.kinds.result_shown import ShowResult
from idlib_wargame.session.kinds.sealed import SealOrders
from idlib_wargame.session.kinds.seat_note import WriteSeatNote
from idlib_wargame.session.play import Wish
from idlib_wargame.session.seating import EVERYTHING, Observer
from idlib_wargame.session.session import Session
from idlib_wargame.views.looking import looking_door
from idlib_wargame.views.observer_door import looking_on, observer_door
from idlib_wargame.views.seat_notes import own_notes
from idlib_wargame.windows.watching.observer_window import ObserverWindow
from idlib_wargame.windows.watching.seen_as import SeenAs
from idlib_wargame.windows.watching.seen_room import SeenRoom
from idlib_wargame.windows.watching.seen_seat import SeenSeat
from tests.secret_bargains import WORDS, bargained_in_secret, for_the_room, kept_from, read_by
from tests.session.exercises import begun, do, to_orders
from tests.windows.replay.everything_said import everything_said

OWN_NOTE = "MARRAKESH"


@pytest.fixture(scope="module")
def session(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Session]:
    """The exercise in which everybody has secrets, with a note that Astra wrote for itself."""
    made = bargained_in_secret(tmp_path_factory.mktemp("looked"))
    made.submit(
        WriteSeatNote("astra", own_notes(made.play, "astra").number, OWN_NOTE, True), "astra"
    )
    made.submit(SeatObserver(Observer("Olga", sees="room")), FACILITATOR)
    yield made
    made.close()


def _found_in(said: str) -> set[str]:
    found = set()
    for word in sorted(WORDS, key=len, reverse=True):
        if word in said:
            found.add(word)
            said = said.replace(word, "")
    return found


def _press_everything(within: QWidget) -> int:
    """Click each button, and press Enter and a letter wherever the keys may go."""
    tried = 0
    for widget in within.findChildren(QWidget):
        if widget.isVisible() and widget.focusPolicy() != Qt.FocusPolicy.NoFocus:
            widget.setFocus()
            for key in (Qt.Key.Key_Return, Qt.Key.Key_Space, Qt.Key.Key_A):
                QTest.keyClick(widget, key)
        if isinstance(widget, QPushButton) and widget.isVisible() and widget.isEnabled():
            QTest.mouseClick(widget, Qt.MouseButton.LeftButton)
            tried += 1
    return tried


def test_a_seat_looked_at_shows_its_pages_and_nothing_of_others(
    qtbot: QtBot, session: Session
) -> None:
    """Every page turned to and everything pressed: no entry, no mark, none of its own notes."""
    before = len(session.entries)
    window = SeenAs(looking_door(session, "astra"))
    qtbot.addWidget(window)
    window.show()
    qtbot.waitExposed(window)
    assert window.words.text() == "Seen as Astra: nothing here can be pressed."
    assert isinstance(window.shown, SeenSeat)
    shown = window.shown.window_of_seat
    said, turned, pressed = [], 0, 0
    for page in shown._page_list():
        if shown.pages.shows(page.id):
            QTest.mouseClick(shown.pages.buttons[page.id], Qt.MouseButton.LeftButton)
            assert shown.pages.current == page.id, "pages are turned to"
            QApplication.processEvents()
            said += [*everything_said(window)]
            pressed += _press_everything(page.widget)
            turned += 1
    assert shown.drafting.wishes == ()
    assert not shown.deals.is_writing
    assert turned >= 5
    assert pressed >= 5
    found = _found_in("\n".join(said))
    assert found & kept_from("astra") == set()
    assert found & read_by("astra")
    assert OWN_NOTE not in "\n".join(said)
    window.leave.click()
    assert len(session.entries) == before


def test_what_a_seat_has_given_to_nobody_stays_covered(session: Session) -> None:
    """Its drafts and sealed orders, as they are to control; that it sealed is told."""
    view = looking_door(session, "astra").view()
    assert view.wishes == ()
    assert view.writing.draft.text == ""
    assert view.ledger is not None
    assert view.ledger.drafts == ()


@pytest.mark.parametrize("as_observer", [False, True])
def test_the_room_looked_at_shows_what_every_seat_may_read(
    qtbot: QtBot, session: Session, as_observer: bool
) -> None:
    """To the facilitator, and to an observer who was given the room's view."""
    before = len(session.entries)
    window: SeenAs | ObserverWindow
    if as_observer:
        window = ObserverWindow(observer_door(session, session.play.observers["Olga"]))
    else:
        window = SeenAs(looking_on(session))
    qtbot.addWidget(window)
    window.show()
    qtbot.waitExposed(window)
    if isinstance(window, ObserverWindow):
        assert not window.page.isVisible()
        QTest.keyClick(window.curtain, Qt.Key.Key_Return)
        assert not window.page.isVisible(), "a PIN is asked for at the first look"
        window.curtain.form.leave.click()
        assert window.page.isVisible()
        before += 1
    assert isinstance(window.shown, SeenRoom)
    session.submit(SetHandling(f"Chatham House rule, {as_observer}"), FACILITATOR)
    assert window.shown.handling.words.text() == f"Chatham House rule, {as_observer}"
    before += 1
    said = []
    for place in range(window.shown.tabs.count()):
        window.shown.tabs.setCurrentIndex(place)
        QApplication.processEvents()
        said += [*everything_said(window)]
    assert place >= 2
    assert _found_in("\n".join(said)) <= for_the_room()
    window.close()
    assert len(session.entries) == before


def test_an_observer_reads_each_result_as_the_room_is_shown_it(
    qtbot: QtBot, full: PackReading
) -> None:
    """Before the turn is closed, that one and no other; after it, all that it may know."""
    made = begun(full)
    room = SeenRoom(looking_on(made))
    qtbot.addWidget(room)
    room.show()
    room.tabs.setCurrentWidget(room.results)
    to_orders(made)
    made.submit(SealOrders("astra", (Wish("protest"), Wish("call_talks"))), "astra")
    do(made, Adjudicate())
    assert made.play.pending is not None
    cards = made.play.pending.result.cards
    first, second = (each.address for each in cards if each.seats == ("astra",))
    titles = [made.scenario.move_by_id[each.move].name for each in (first, second)]
    assert not room.so_far.isVisible()
    do(made, ShowResult(first))
    said = "\n".join(everything_said(room))
    assert "1 result so far" in said
    assert titles[0] in said
    assert titles[1] not in said
    assert not room.results.closed.isVisible(), "that none stand yet is not said beside it"
    do(made, CloseTurn())
    assert not room.so_far.isVisible()
    said = "\n".join(everything_said(room))
    assert all(title in said for title in titles)


def test_an_observer_who_sees_everything_reads_how_it_ended(
    qtbot: QtBot, full: PackReading
) -> None:
    """The report, the ladder, the outcome with its aims, and what seats thought; the line that says
    how it may be passed on stands on the cover and under the notes, too."""
    made = begun(full)
    do(made, SeatObserver(Observer("Ove", sees=EVERYTHING)), SetHandling("Chatham House rule"))
    window = ObserverWindow(observer_door(made, made.play.observers["Ove"]))
    qtbot.addWidget(window)
    window.show()
    qtbot.waitExposed(window)
    assert [line.words.text() for line in window.handling] == ["Chatham House rule"] * 2
    assert window.handling[0].isVisible()
    window.lift()
    assert isinstance(window.shown, SeenRoom)
    tabs = window.shown.tabs
    assert not tabs.isTabVisible(tabs.indexOf(window.shown.report))
    do(made, AskJudgements())
    to_orders(made)
    do(made, Adjudicate(), CloseTurn(), Finish())
    shown = [tabs.tabText(place) for place in range(tabs.count()) if tabs.isTabVisible(place)]
    assert shown[-4:] == ["Report", "Escalation", "Outcome", "Judgements"]
    assert "Situation report, turn 1" in window.shown.report.text.toPlainText()
    tabs.setCurrentWidget(window.shown.chart)
    assert window.shown.chart.panel.isVisible()
    tabs.setCurrentIndex(tabs.count() - 2)
    said = "\n".join(everything_said(window))
    assert "The exercise ended in" in said
    assert made.scenario.aims[0].text in said
