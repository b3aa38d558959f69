"""Notes on the desk: taken in the middle of anything, found again, and never lost."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from idlib_wargame.packs.reader import PackReading
from idlib_wargame.session.acts import FACILITATOR
from idlib_wargame.session.kinds.message_sent import SendMessage
from idlib_wargame.session.kinds.note import TakeNote, latest_notes
from idlib_wargame.session.kinds.observer_seated import SeatObserver
from idlib_wargame.session.notes import About, Note, Tie
from idlib_wargame.session.seating import Observer
from idlib_wargame.session.session import Session
from idlib_wargame.windows.desk.window import DeskWindow
from idlib_wargame.windows.notes.note_mark import NoteMark
from tests.windows.desk.conftest import Opener
from tests.windows.play_harbour import adjudicated, begin, shown_text

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
ASTRA = Tie(About.SEAT, "astra")


@pytest.fixture
def session(harbour: PackReading, tmp_path: Path) -> Iterator[Session]:
    """An exercise in its first phase."""
    session = begin(harbour, tmp_path / "night.wargame")
    yield session
    session.close()


def _press(key: Qt.Key, with_: Qt.KeyboardModifier = CTRL) -> None:
    on = QApplication.focusWidget()
    assert on is not None
    QTest.keyClick(on, key, with_)


def _notes(session: Session) -> list[Note]:
    return list(latest_notes(session.play).values())


def test_enter_after_a_switch_keeps_the_note_with_it(desk_of: Opener, session: Session) -> None:
    """The keys go back to the words; Ctrl+Enter keeps it from wherever they are."""
    note = desk_of(session).page.note
    _press(Qt.Key.Key_N)
    QTest.keyClicks(note.text, "Astra is stalling")
    QTest.mouseClick(note.for_report, Qt.MouseButton.LeftButton)
    _press(Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier)
    [first] = _notes(session)
    assert (first.text, first.for_report) == ("Astra is stalling", True)
    _press(Qt.Key.Key_N)
    QTest.keyClicks(note.text, "Borea too")
    note.important.setFocus()
    _press(Qt.Key.Key_Return)
    assert [(each.text, each.important) for each in _notes(session)] == [
        ("Astra is stalling", False),
        ("Borea too", False),
    ]


def test_a_note_is_taken_in_the_middle_of_a_ruling_and_leads_back(
    desk_of: Opener, session: Session
) -> None:
    """It is tied to the order in hand; what was typed there stays, and so do the keys."""
    adjudicated(session)
    desk = desk_of(session)
    page = desk.page
    address, card = next(iter(page.orders.cards.items()))
    card.open_form()
    assert card.form is not None
    QApplication.processEvents()  # widgets added to a layout are shown by the event loop
    QTest.keyClicks(card.form.why, "The nets were")
    _press(Qt.Key.Key_N)
    assert page.note.stamp.text() == "Note: Turn 1 · Adjudication"
    assert page.note.privacy.text() == "Private: nobody but you reads it."
    QTest.keyClicks(page.note.text, "They saw it coming")
    _press(Qt.Key.Key_Return, SHIFT)
    QTest.keyClicks(page.note.text, "and said so #nets")
    _press(Qt.Key.Key_P, CTRL | SHIFT)
    _press(Qt.Key.Key_I, CTRL | SHIFT)
    assert page.note.privacy.text().startswith("For the report")
    _press(Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier)
    assert card.form.why.hasFocus()
    assert card.form.why.text() == "The nets were"
    (note,) = _notes(session)
    assert (note.text, note.tags) == ("They saw it coming\nand said so", ("nets",))
    assert note.ties == (Tie(About.ORDER, str(address)),)
    assert note.for_report
    assert note.important
    mark = page.orders.cards[address].findChild(NoteMark)
    assert mark is not None
    assert mark.text() == "1 note"
    mark.click()
    assert page.tabs.currentWidget() is page.notes
    assert page.tabs.tabText(page.tabs.currentIndex()) == "Notes (1)"
    page.notes.cards[1].ties[note.ties[0]].click()
    assert page.tabs.currentWidget() is page.orders
    assert page.orders.cards[address].hasFocus()


def test_the_keys_go_back_to_where_they_were_before_the_note(
    desk_of: Opener, session: Session
) -> None:
    """However it is kept or left, and of the bar for the seats too; a clock never has them."""
    desk = desk_of(session)
    tabs = desk.page.tabs.tabBar()
    starts = (tabs, desk.page.seats.rows["astra"], desk)
    for start in starts:
        start.setFocus()
        _press(Qt.Key.Key_N)
        QTest.keyClicks(desk.page.note.text, "They saw it coming")
        _press(Qt.Key.Key_Return)
        assert QApplication.focusWidget() is start
        desk.tell_seats()
        assert desk.page.tell.text.hasFocus()
        QTest.keyClick(desk.page.tell.text, Qt.Key.Key_Escape)
        assert QApplication.focusWidget() is start
    assert len(_notes(session)) == len(starts) == 3


def test_a_note_about_a_message_leads_there_and_back(desk_of: Opener, session: Session) -> None:
    """Tied as the message is selected; its card counts the notes."""
    session.submit(SendMessage(("borea",), "Meet me by the window"), "astra")
    desk = desk_of(session)
    page = desk.page
    page.tabs.setCurrentWidget(page.messages)
    QApplication.processEvents()
    (key,) = page.messages.cards
    page.messages.cards[key].setFocus()
    _press(Qt.Key.Key_N)
    QTest.keyClicks(page.note.text, "They met by the window")
    page.note.keep.click()
    (note,) = _notes(session)
    assert note.ties == (Tie(About.MESSAGE, key),)
    mark = page.messages.cards[key].findChild(NoteMark)
    assert mark is not None
    assert mark.text() == "1 note"
    mark.click()
    assert page.tabs.currentWidget() is page.notes
    page.notes.cards[1].ties[note.ties[0]].click()
    assert page.tabs.currentWidget() is page.messages
    assert page.messages.cards[key].hasFocus()


def test_a_half_typed_note_is_there_after_a_kill_as_it_was_left(
    desk_of: Opener, session: Session
) -> None:
    """Its words, what it is tied to and for whom it is; acts in between change nothing of it."""
    desk = desk_of(session)
    desk.page.seats.rows["astra"].setFocus()
    _press(Qt.Key.Key_N)
    note = desk.page.note
    QTest.keyClicks(note.text, "Astra was about")
    note.for_report.click()
    adjudicated(session)
    assert note.text.toPlainText() == "Astra was about"
    assert note.stamp.text() == "Note: Turn 1 · Adjudication"
    desk.page.half.keep()  # the pause in typing has gone by
    again = desk_of(session)
    again.take_note()
    note = again.page.note
    assert (note.text.toPlainText(), note.ties) == ("Astra was about", (ASTRA,))
    assert note.for_report.isChecked()
    note._ties[ASTRA].click()
    note.keep.click()
    assert _notes(session)[0].ties == ()
    assert session.play.desk_drafts == {}


def test_a_note_too_long_to_keep_is_said_to_be_and_loses_nothing(
    desk_of: Opener, session: Session
) -> None:
    """What was pasted is there to the last letter after the desk was shut."""
    desk, pasted = desk_of(session), "y" * 25_000 + "the end"
    desk.take_note()
    desk.page.note.text.setPlainText(pasted)
    said = "A note has 20000 characters at most; go on in another."
    assert desk.page.note.fault.text() == said
    desk.page.half.keep()
    again = desk_of(session)
    again.take_note()
    note = again.page.note
    assert note.text.toPlainText() == pasted
    note.keep.click()
    assert _notes(session) == []
    note.text.setPlainText(pasted[:20_000])
    assert note.fault.isHidden()
    note.keep.click()
    assert [each.text for each in _notes(session)] == [pasted[:20_000]]


def _with_notes(desk_of: Opener, session: Session) -> DeskWindow:
    session.submit(SeatObserver(Observer("Olga")), FACILITATOR)
    session.submit(TakeNote("The nets were torn", ("nets",), (ASTRA,)), FACILITATOR)
    session.submit(TakeNote("They laughed"), Observer("Olga").by)
    session.submit(TakeNote("Fog came up", ("fog",)), FACILITATOR)
    desk = desk_of(session)
    desk.turning.show_notes()
    return desk


def test_a_note_is_found_changed_in_place_and_taken_away(desk_of: Opener, session: Session) -> None:
    """An observer's stands there with their name, and is only theirs to change."""
    desk = _with_notes(desk_of, session)
    page = desk.page.notes
    assert list(page.cards) == [3, 2, 1]
    assert "Olga" in shown_text(page.cards[2])
    assert page.cards[2].change.isHidden()
    QTest.keyClicks(page.words, "astra")
    assert list(page.cards) == [1]
    assert page.hint.text() == "1 of 3 notes"
    page.cards[1].change.click()
    form = page.forms[1]
    assert form.text.toPlainText() == "The nets were torn #nets"
    QTest.keyClicks(form.text, " #night")
    _press(Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier)
    changed = latest_notes(session.play)[1]
    assert (changed.text, changed.tags) == ("The nets were torn", ("nets", "night"))
    assert changed.ties == (ASTRA,)
    page.cards[1].drop.click()
    page.question.no.click()
    assert 1 in latest_notes(session.play)
    page.cards[1].drop.click()
    page.question.yes.click()
    assert [note.number for note in _notes(session)] == [2, 3]
    assert "No note is like that" in shown_text(page.list)
    page.all.click()
    assert list(page.cards) == [3, 2]


def test_a_new_note_makes_one_card_anew(desk_of: Opener, session: Session) -> None:
    """With many notes, those that read as they did stay the widgets that they were."""
    desk = _with_notes(desk_of, session)
    page = desk.page.notes
    before = page.cards
    session.submit(TakeNote("One more"), FACILITATOR)
    after = page.cards
    assert list(after) == [4, 3, 2, 1]
    assert [after[number] is before[number] for number in (1, 2, 3)] == [True] * 3


def test_a_list_without_notes_says_what_they_are_for(desk_of: Opener, session: Session) -> None:
    """And no sieve is filled with nothing."""
    desk = desk_of(session)
    desk.turning.show_notes()
    assert "Nothing is noted yet" in shown_text(desk.page.notes.list)
    assert desk.page.notes.tag.isHidden()
