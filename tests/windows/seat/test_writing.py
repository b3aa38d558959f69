"""A seat writes to other seats and asks the facilitator, in its own window."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from idlib_wargame.packs.reader import PackReading
from idlib_wargame.session.acts import FACILITATOR
from idlib_wargame.session.kinds.finished import Finish
from idlib_wargame.session.kinds.letters import MOST
from idlib_wargame.session.kinds.message_leaked import LeakMessage
from idlib_wargame.session.kinds.message_sent import SendMessage
from idlib_wargame.session.letters import LetterDraft, ReadMark
from idlib_wargame.session.play import Setup
from idlib_wargame.session.seating import Seating
from idlib_wargame.session.session import Session
from idlib_wargame.views.seat_door import seat_door
from idlib_wargame.windows.look import theme
from idlib_wargame.windows.seat.window import SeatWindow
from tests.windows.dress import at_each_size_of_text
from tests.windows.hands import WatchedHand
from tests.windows.play_harbour import begin, closed, shown_text, texts
from tests.windows.seat.conftest import Opener

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def session(harbour: PackReading, tmp_path: Path) -> Iterator[Session]:
    """A new exercise on disk."""
    session = begin(harbour, tmp_path / "course.wargame")
    yield session
    session.close()


def in_focus() -> QWidget:
    """What has the keys."""
    found = QApplication.focusWidget()
    assert found is not None
    return found


def press(key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    """A key, wherever it goes."""
    QTest.keyClick(in_focus(), key, modifier)


def test_a_message_is_written_and_sent_by_keys_alone(seat_of: Opener, session: Session) -> None:
    """Ctrl+M, Tab to whom, the space bar, Tab to the field, Ctrl+Enter."""
    window = seat_of(session)
    form = window.messages.form
    press(Qt.Key.Key_M, CTRL)
    assert in_focus() is window.messages.list
    for chip in (form.chips.everyone, form.chips.chips["borea"], form.chips.chips["caldis"]):
        press(Qt.Key.Key_Tab)
        assert in_focus() is chip
        if chip is not form.chips.everyone:
            press(Qt.Key.Key_Space)
    while in_focus() is not form.text:
        press(Qt.Key.Key_Tab)
    QTest.keyClicks(form.text, "Fish is short")
    assert form.go.text() == "Send to Borea and Caldis"
    press(Qt.Key.Key_Return, CTRL)
    (sent,) = session.play.letters
    assert (sent.sender, sent.to, sent.text) == ("astra", ("borea", "caldis"), "Fish is short")
    assert in_focus() is form.text
    assert form.text.toPlainText() == ""
    press(Qt.Key.Key_Return, CTRL)
    assert len(session.play.letters) == 1
    lines = shown_text(window.messages.list).split("\n")
    assert lines == ["Astra", "Turn 1 · Talks", "To Borea and Caldis", "Fish is short"]


def test_enter_sends_nothing_and_nothing_is_sealed(seat_of: Opener, session: Session) -> None:
    """A line goes on with Enter; Ctrl+Enter on a message to nobody does nothing at all."""
    window = seat_of(session)
    window.show_messages()
    form = window.messages.form
    form.text.setFocus()
    QTest.keyClicks(form.text, "One")
    press(Qt.Key.Key_Return)
    QTest.keyClicks(form.text, "Two")
    press(Qt.Key.Key_Return, CTRL)
    assert form.text.toPlainText() == "One\nTwo"
    assert (len(session.play.letters), session.play.sealed) == (0, {})


def test_to_the_facilitator_alone_it_is_a_request(seat_of: Opener, session: Session) -> None:
    """Its answer reads below it that it is one, and to which question."""
    window = seat_of(session)
    window.show_messages()
    form = window.messages.form
    form.chips.chips[FACILITATOR].click()
    form.text.setFocus()
    QTest.keyClicks(form.text, "How deep is it?")
    assert form.go.text() == "Ask the facilitator"
    form.go.click()
    assert session.play.letters[-1].request
    assert "A request for information, not answered yet" in shown_text(window.messages.list)
    answer = SendMessage(("astra",), "Nine", answers="astra>facilitator#1")
    session.submit(answer, FACILITATOR)
    text = shown_text(window.messages.list)
    assert "A request for information, answered" in text
    assert "Answers “How deep is it?”" in text


def test_an_answer_goes_to_whoever_wrote(seat_of: Opener, session: Session) -> None:
    """One press begins it; another has it answer nothing."""
    session.submit(SendMessage(("astra",), "Well?"), "borea")
    window = seat_of(session)
    QApplication.processEvents()
    card = next(iter(window.messages.list.made))
    card.answer.click()  # type: ignore[attr-defined]
    form = window.messages.form
    assert in_focus() is form.text
    assert form.answering.text() == "Answering Borea: “Well?”"
    assert form.go.text() == "Send to Borea"
    QTest.keyClicks(form.text, "Well.")
    form.anew.click()
    assert not form.answering.isVisible()
    card.answer.click()  # type: ignore[attr-defined]
    form.go.click()
    assert session.play.letters[-1].answers == "borea>astra#1"
    assert not form.answering.isVisible()


def test_half_a_message_survives_curtain_window_and_restart(
    seat_of: Opener, session: Session
) -> None:
    """To whom, what it answers and what was typed; no other seat knows of it."""
    session.submit(SendMessage(("astra",), "Well?"), "borea")
    window = seat_of(session)
    QApplication.processEvents()
    next(iter(window.messages.list.made)).answer.click()  # type: ignore[attr-defined]
    QTest.keyClicks(window.messages.form.text, "ZANZI")
    window.let_down()
    assert session.play.letter_drafts["astra"].text == "ZANZI"
    window.lift()
    QTest.keyClicks(window.messages.form.text, "BAR")
    window.close()
    path = session.path
    assert path is not None
    session.close()
    again = Session.open(path)
    form = seat_of(again).messages.form
    assert form.draft == LetterDraft(("borea",), "ZANZIBAR", "borea>astra#1")
    assert form.answering.text() == "Answering Borea: “Well?”"
    other = seat_of(again, "borea")
    assert "ZANZIBAR" not in "\n".join(texts(other))
    again.close()


def test_typing_is_kept_after_a_pause(qtbot: QtBot, seat_of: Opener, session: Session) -> None:
    """So that a program that is killed loses a few letters at most."""
    window = seat_of(session)
    window.show_messages()
    window.messages.form.text.setFocus()
    QTest.keyClicks(window.messages.form.text, "Fish")
    assert session.play.letter_drafts == {}
    qtbot.waitUntil(lambda: "astra" in session.play.letter_drafts)
    assert session.play.letter_drafts["astra"].text == "Fish"


def test_what_is_too_long_stays_and_is_told_in_one_sentence(
    seat_of: Opener, session: Session
) -> None:
    """With what was found and what may be; shortened, it goes."""
    window = seat_of(session)
    window.show_messages()
    form = window.messages.form
    form.chips.chips["borea"].click()
    form.text.setPlainText("x" * (MOST + 1))
    form.go.click()
    said = "The message has 10001 characters and may have 10000 at most; make it shorter."
    assert form.refused.text() == said
    assert form.refused.isVisible()
    assert len(form.text.toPlainText()) == MOST + 1
    assert len(session.play.letter_drafts["astra"].text) == MOST + 1
    form.text.setPlainText("x" * MOST)
    assert not form.refused.isVisible()
    form.go.click()
    assert len(session.play.letters[-1].text) == MOST


def test_a_double_click_sends_once(seat_of: Opener, session: Session, hand: WatchedHand) -> None:
    """And picks a chip once."""
    window = seat_of(session)
    window.show_messages()
    form = window.messages.form
    hand.double_clicks(form.chips.chips["borea"])
    assert [each.id for each in form.chips.picked] == ["borea"]
    hand.rests()
    form.text.setPlainText("Word")
    hand.double_clicks(form.go)
    assert len(session.play.letters) == 1


def test_what_comes_is_new_until_it_is_read_and_stays_read(
    seat_of: Opener, session: Session
) -> None:
    """What the seat itself wrote is never new; what was read is, for a desk opened afresh too."""
    window = seat_of(session)
    session.submit(SendMessage(("borea",), "Mine"), "astra")
    assert "Messages" in window.pages.titles()
    session.submit(SendMessage(("astra",), "Theirs"), "borea")
    assert "Messages (1 new)" in window.pages.titles()
    assert window.arrival.words.text() == "A message has come from Borea."
    assert list(session.play.read_marks) == []
    window.arrival.read.click()
    assert "Messages" in window.pages.titles()
    assert list(session.play.read_marks) == [ReadMark("astra", "borea>astra#1")]
    session.submit(SendMessage(("astra",), "While it is open"), "borea")
    assert len(session.play.read_marks) == 2
    window.close()
    fresh = seat_of(session)
    assert fresh.inbox.unseen == 0


def test_a_curtain_reads_nothing(seat_of: Opener, session: Session) -> None:
    """A window behind its curtain has shown nothing to anybody."""
    window = seat_of(session)
    window.show_messages()
    window.let_down()
    session.submit(SendMessage(("astra",), "Theirs"), "borea")
    assert list(session.play.read_marks) == []


def test_a_writer_sees_who_has_read_where_the_exercise_says_so(
    seat_of: Opener, harbour: PackReading
) -> None:
    """Nobody yet, and then by name."""
    setup = Setup("Read", "", 3, seating=(Seating("astra"), Seating("borea")), read_marks=True)
    session = Session.create(None, harbour, setup)
    session.submit(SendMessage(("borea",), "Word"), "astra")
    window = seat_of(session)
    window.show_messages()
    assert "Read by nobody yet" in shown_text(window.messages.list)
    reader = SeatWindow(seat_door(session, "borea"))
    reader.show()
    reader.lift()
    reader.first_look.end()
    assert "Read by Borea" in shown_text(window.messages.list)
    reader.close()


def test_no_message_between_others_reaches_the_window(seat_of: Opener, session: Session) -> None:
    """Neither on it nor on hover nor to a screen reader, nor that anything was sent at all."""
    window = seat_of(session, "caldis")
    window.show_messages()
    before = list(texts(window))
    session.submit(SendMessage(("borea",), "ZANZIBAR"), "astra")
    session.submit(SendMessage((FACILITATOR,), "ZANZIBAR", request=True), "astra")
    session.submit(LeakMessage("astra>borea#1", ("press",)), FACILITATOR)
    assert list(texts(window)) == before
    session.submit(LeakMessage("astra>borea#1", ("caldis",)), FACILITATOR)
    text = shown_text(window.messages.list)
    assert "Leaked: from Astra to Borea" in text
    assert "ZANZIBAR" in text


def test_after_the_finish_nothing_is_written(seat_of: Opener, session: Session) -> None:
    """What came is read, and the record stays as it is."""
    session.submit(SendMessage(("astra",), "Theirs"), "borea")
    closed(session)
    session.submit(Finish(), FACILITATOR)
    head = session.saved.head
    window = seat_of(session)
    window.show_messages()
    QApplication.processEvents()
    assert "Theirs" in shown_text(window.messages.list)
    assert not window.messages.form.isVisible()
    window.close()
    assert session.saved.head == head


@at_each_size_of_text
def test_the_page_fits_a_small_screen(seat_of: Opener, session: Session, scale: int) -> None:
    """At 1280 × 720 less its frame, at any size of text."""
    window = seat_of(session)
    session.submit(SendMessage(("astra",), "Theirs"), "borea")
    theme.set_text_scale(scale)
    window.show_messages()
    window.resize(1280, 680)
    QApplication.processEvents()
    next(iter(window.messages.list.made)).answer.click()  # type: ignore[attr-defined]
    QApplication.processEvents()
    least = window.minimumSizeHint()
    assert (least.width() <= 1280, least.height() <= 680) == (True, True), least
    assert window.messages.list.height() > 100
