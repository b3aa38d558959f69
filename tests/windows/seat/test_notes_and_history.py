"""The pages of a seat's own notes and of its history."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from idlib_wargame.packs.reader import PackReading
from idlib_wargame.session.acts import FACILITATOR
from idlib_wargame.session.kinds.seat_note import LONGEST
from idlib_wargame.session.kinds.undone import Undo
from idlib_wargame.session.session import Session
from idlib_wargame.views.seat_door import seat_door
from idlib_wargame.windows.desk.window import DeskWindow
from idlib_wargame.windows.seat.notes_page import NoteCard
from tests.windows.play_harbour import begin, closed, open_orders, shown_text, texts
from tests.windows.seat.conftest import Opener

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def session(harbour: PackReading, tmp_path: Path) -> Iterator[Session]:
    """An exercise on disk."""
    session = begin(harbour, tmp_path / "course.wargame")
    yield session
    session.close()


def kept(session: Session) -> list[tuple[str, bool]]:
    """What Astra wrote, as the record has it."""
    return [(note.text, note.is_done) for note in session.play.seat_notes.get("astra", ())]


def test_a_note_is_kept_as_it_is_typed_and_waits_half_written(
    qtbot: QtBot, seat_of: Opener, session: Session
) -> None:
    """After a pause, and when the curtain falls; another window goes on with it."""
    window = seat_of(session)
    window.turn_to("notes")
    QTest.keyClicks(window.notes.field, "They bl")
    qtbot.waitUntil(lambda: kept(session) == [("They bl", False)])
    QTest.keyClicks(window.notes.field, "uf")
    window.let_down()
    assert kept(session) == [("They bluf", False)]
    window.close()
    again = seat_of(session)
    again.turn_to("notes")
    assert again.notes.field.toPlainText() == "They bluf"


@pytest.mark.parametrize("begun", ["", "They bl"])
def test_what_a_phone_writes_into_the_notes_is_not_written_over(
    seat_of: Opener, session: Session, begun: str
) -> None:
    """Neither a note that took the number of the one that is begun here, nor this one itself."""
    window = seat_of(session)
    window.turn_to("notes")
    field = window.notes.field
    QTest.keyClicks(field, begun)
    window.notes.keep()
    QTest.keyClicks(field, "Ours")
    seat_door(session, "astra").own.write_note(1, "Theirs", True)
    window.notes.keep()
    QTest.keyClicks(field, ".")
    window.notes.done.click()
    assert kept(session) == [("Theirs", True), (f"{begun}Ours.", True)]


def test_whoever_turns_to_the_notes_can_write_at_once(seat_of: Opener, session: Session) -> None:
    """By its button as by its digit; the button under the field says what it does."""
    window = seat_of(session)
    window.pages.buttons["notes"].click()
    assert QApplication.focusWidget() is window.notes.field
    window.turn_to("orders")
    place = [*window.pages.buttons].index("notes")
    window.pages.setCurrentIndex(place)
    assert QApplication.focusWidget() is window.notes.field
    assert window.notes.done.text() == "Add the note"


def test_a_note_that_is_done_stands_below_with_its_stamp(seat_of: Opener, session: Session) -> None:
    """Ctrl and Enter puts it there, and seals nothing."""
    open_orders(session)
    window = seat_of(session)
    window.turn_to("notes")
    assert "Notes that you put away stand here." in shown_text(window.notes)
    QTest.keyClicks(window.notes.field, "They bluff")
    QTest.keyClick(window.notes.field, Qt.Key.Key_Return, CTRL)
    assert kept(session) == [("They bluff", True)]
    assert "astra" not in session.play.sealed
    assert window.notes.field.toPlainText() == ""
    text = shown_text(window.notes)
    assert "Turn 1 · Orders" in text
    assert "They bluff" in text
    assert "Notes that you put away stand here." not in text


def test_a_note_is_changed_and_taken_away(seat_of: Opener, session: Session) -> None:
    """What is in hand is put away first; what cannot be brought back is asked."""
    window = seat_of(session)
    window.turn_to("notes")
    for words in ("First", "Second"):
        QTest.keyClicks(window.notes.field, words)
        window.notes.done.click()
    QTest.keyClicks(window.notes.field, "Third")
    shown_text(window)
    cards = {card.note.text: card for card in window.notes.findChildren(NoteCard)}
    cards["First"].change.click()
    assert window.notes.field.toPlainText() == "First"
    assert kept(session) == [("First", False), ("Second", True), ("Third", True)]
    shown_text(window)
    cards = {card.note.text: card for card in window.notes.findChildren(NoteCard)}
    cards["Second"].drop.click()
    assert window.notes.question.isVisible()
    assert kept(session)[1] == ("Second", True)
    window.notes.question.yes.click()
    assert kept(session)[1] == ("", True)
    assert "Second" not in shown_text(window.notes)


def test_a_note_that_is_too_long_stays_in_the_field(seat_of: Opener, session: Session) -> None:
    """One sentence says why it is not kept, and nothing of it is lost."""
    window = seat_of(session)
    window.turn_to("notes")
    window.notes.field.setPlainText("x" * (LONGEST + 1))
    window.notes.keep()
    assert window.notes.fault.text() == "A note has 10000 characters at most; go on in another."
    assert len(window.notes.field.toPlainText()) == LONGEST + 1
    assert kept(session) == []


def test_the_facilitator_reads_nothing_of_it(
    qtbot: QtBot, seat_of: Opener, session: Session
) -> None:
    """Neither on the desk, in its log, its report nor another seat's window; no undo takes it."""
    desk = DeskWindow(session)
    qtbot.addWidget(desk)
    desk.show()
    window = seat_of(session)
    window.turn_to("notes")
    QTest.keyClicks(window.notes.field, "SECRET")
    window.notes.done.click()
    closed(session)
    session.submit(Undo(), FACILITATOR)
    other = seat_of(session, "borea")
    other.turn_to("notes")
    said = [*texts(desk), *texts(other), *(line.text for line in session.log())]
    assert len(said) > 200
    assert not [text for text in said if "SECRET" in text]
    assert kept(session) == [("SECRET", True)]


def test_history_stands_turn_by_turn(seat_of: Opener, session: Session) -> None:
    """The page is there with the first results, the newest turn above."""
    window = seat_of(session)
    assert "History" not in window.pages.titles()
    closed(session, "The season presses")
    closed(session)
    window.turn_to("history")
    text = shown_text(window.history)
    assert text.index("Turn 2") < text.index("Turn 1")
    assert "The season presses" in text
    assert text.count("Call the three ministers together") == 2
