"""The facilitator reads what seats and control write, answers, writes and leaks."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from idlib_wargame.packs.reader import PackReading
from idlib_wargame.rules.audience import ROOM
from idlib_wargame.session.acts import FACILITATOR
from idlib_wargame.session.kinds.finished import Finish
from idlib_wargame.session.kinds.message_sent import SendMessage
from idlib_wargame.session.letters import LetterDraft
from idlib_wargame.session.session import Session
from idlib_wargame.windows.desk.window import DeskWindow
from idlib_wargame.windows.look import theme
from tests.windows.desk.conftest import Opener
from tests.windows.dress import at_each_size_of_text
from tests.windows.play_harbour import begin, closed, shown_text, texts

CTRL = Qt.KeyboardModifier.ControlModifier
ASKED = "astra>facilitator#1"


@pytest.fixture
def session(harbour: PackReading, tmp_path: Path) -> Iterator[Session]:
    """A new exercise on disk."""
    session = begin(harbour, tmp_path / "course.wargame")
    yield session
    session.close()


def ask(session: Session, text: str = "How deep is it?") -> None:
    """Astra asks for information."""
    session.submit(SendMessage((FACILITATOR,), text, request=True), "astra")


def in_focus() -> QWidget:
    """What has the keys."""
    found = QApplication.focusWidget()
    assert found is not None
    return found


def tab(desk: DeskWindow) -> str:
    """What the tab of messages says."""
    return desk.page.tabs.tabText(desk.page.tabs.indexOf(desk.page.messages))


def type_in(desk: DeskWindow, text: str) -> None:
    """Type where a message is written."""
    field = desk.page.messages.form.text
    field.setFocus()
    QTest.keyClicks(field, text)


def test_a_page_without_messages_says_what_will_stand_there(
    desk_of: Opener, session: Session
) -> None:
    """And nothing is there to be covered or answered."""
    desk = desk_of(session)
    desk.turning.show_letters()
    assert tab(desk) == "Messages"
    assert "What seats write to each other and to you stands here" in shown_text(desk.page.messages)
    assert not desk.page.messages.uncover.isVisible()


def test_a_request_is_counted_until_it_is_answered(desk_of: Opener, session: Session) -> None:
    """By keys alone: uncovered, Tab to its answer, typed, and sent to whoever asked."""
    desk = desk_of(session)
    ask(session)
    assert tab(desk) == "Messages (1 to answer)"
    desk.turning.show_letters()
    QTest.keyClick(desk, Qt.Key.Key_E, CTRL | Qt.KeyboardModifier.ShiftModifier)
    page = desk.page.messages
    QApplication.processEvents()
    page.list.setFocus()
    for _step in range(2):  # past the button that covers
        QTest.keyClick(in_focus(), Qt.Key.Key_Tab)
    assert in_focus() is page.cards[ASKED].answer
    QTest.keyClick(in_focus(), Qt.Key.Key_Return)
    assert QApplication.focusWidget() is page.form.text
    assert page.form.go.text() == "Send to Astra"
    assert page.form.answering.text() == "Answering Astra: “How deep is it?”"
    QTest.keyClicks(page.form.text, "Nine fathoms")
    QTest.keyClick(page.form.text, Qt.Key.Key_Return, CTRL)
    answer = session.play.letters[-1]
    assert (answer.to, answer.text, answer.answers) == (("astra",), "Nine fathoms", ASKED)
    assert tab(desk) == "Messages"
    assert page.form.text.toPlainText() == ""
    assert session.play.phase == "talks"


def test_what_is_private_is_covered_until_it_is_asked_for(
    desk_of: Opener, session: Session
) -> None:
    """On a projector nobody reads a word, nor between whom it was, nor in the log."""
    desk = desk_of(session)
    session.submit(SendMessage(("borea",), "ZANZIBAR"), "astra")
    ask(session, "TIMBUKTU")
    desk.turning.show_letters()
    QApplication.processEvents()
    page = desk.page.messages

    def told() -> str:
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        log = desk.page.log.lines
        cells = [log.data(log.index(row, at)) for row in range(log.rowCount()) for at in (2, 3)]
        return "\n".join([*cells, *texts(page.list)])

    assert "A private message" in shown_text(page)
    assert "A private request" in shown_text(page)
    for secret in ("ZANZIBAR", "TIMBUKTU", "Astra", "Borea"):
        assert secret not in told()
    page.uncover.click()
    for secret in ("ZANZIBAR", "TIMBUKTU", "Astra to Borea"):
        assert secret in told()
    page.uncover.click()
    assert "ZANZIBAR" not in told()


def test_control_writes_to_whom_it_picks(desk_of: Opener, session: Session) -> None:
    """All seats by one chip; half of it lives through a desk that is closed."""
    desk = desk_of(session)
    desk.turning.show_letters()
    form = desk.page.messages.form
    assert not form.go.isEnabled()
    form.chips.everyone.click()
    type_in(desk, "Lunch is ")
    assert form.go.text() == "Send to all seats"
    desk.close()
    assert session.play.letter_drafts[FACILITATOR].text == "Lunch is "
    again = desk_of(session)
    again.turning.show_letters()
    form = again.page.messages.form
    assert form.text.toPlainText() == "Lunch is "
    form.chips.chips["press"].click()
    type_in(again, "Lunch is served. ")
    assert form.go.text() == "Send to Astra, Borea and Caldis"
    form.go.click()
    assert session.play.letters[-1].to == ("astra", "borea", "caldis")
    assert session.play.letter_drafts == {}


def test_a_leak_names_its_readers_and_is_asked_about(desk_of: Opener, session: Session) -> None:
    """To nobody by default; the copy says between whom it was; the button goes with the last."""
    desk = desk_of(session)
    session.submit(SendMessage(("borea",), "Between us"), "astra")
    desk.turning.show_letters()
    desk.uncover_messages()
    QApplication.processEvents()
    page = desk.page.messages
    page.cards["astra>borea#1"].leak.click()
    assert page.leak.isVisible()
    assert page.leak.about.text() == "Astra to Borea"
    assert sorted(page.leak.chips.chips) == ["caldis", "press"]
    assert not page.leak.leak.isEnabled()
    page.leak.chips.chips["caldis"].click()
    assert page.leak.leak.text() == "Leak to: Caldis…"
    page.leak.leak.click()
    assert "Leak this message? To: Caldis." in desk.page.question.words.text()
    assert len(session.play.letters) == 1
    desk.page.question.no.click()
    assert len(session.play.letters) == 1
    page.leak.leak.click()
    desk.page.question.yes.click()
    assert session.play.letters[-1].to == ("caldis",)
    assert not page.leak.isVisible()
    QApplication.processEvents()
    assert "Leaked to Caldis" in shown_text(page.list)


def test_what_is_leaked_to_everybody_is_for_the_room(desk_of: Opener, session: Session) -> None:
    """Then nothing is left to leak."""
    desk = desk_of(session)
    session.submit(SendMessage(("borea",), "Between us"), "astra")
    desk.turning.show_letters()
    desk.uncover_messages()
    QApplication.processEvents()
    page = desk.page.messages
    page.cards["astra>borea#1"].leak.click()
    page.leak.chips.everyone.click()
    assert page.leak.leak.text() == "Leak to everybody…"
    page.leak.leak.click()
    desk.page.question.yes.click()
    assert session.log(ROOM)[-1].text == "Leaked to everybody, from Astra to Borea: Between us"
    QApplication.processEvents()
    assert not page.cards["astra>borea#1"].leak.isVisible()


def test_covering_takes_the_leak_with_it(desk_of: Opener, session: Session) -> None:
    """It names who wrote to whom."""
    desk = desk_of(session)
    session.submit(SendMessage(("borea",), "Between us"), "astra")
    desk.turning.show_letters()
    desk.uncover_messages()
    QApplication.processEvents()
    desk.page.messages.cards["astra>borea#1"].leak.click()
    desk.uncover_messages()
    assert not desk.page.messages.leak.isVisible()


def test_after_the_finish_all_is_read_and_nothing_written(
    desk_of: Opener, session: Session
) -> None:
    """What was sent stays to be read."""
    desk = desk_of(session)
    ask(session)
    closed(session)
    session.submit(Finish(), FACILITATOR)
    desk.turning.show_letters()
    desk.uncover_messages()
    QApplication.processEvents()
    page = desk.page.messages
    assert "How deep is it?" in shown_text(page.list)
    assert not page.form.isVisible()
    card = page.cards[ASKED]
    assert not card.answer.isVisible()
    assert not card.leak.isVisible()


def test_a_draft_of_control_is_not_told_to_a_seat(desk_of: Opener, session: Session) -> None:
    """It is half a thought."""
    desk = desk_of(session)
    desk.turning.show_letters()
    type_in(desk, "ZANZIBAR")
    desk.page.messages.form.keep()
    assert session.play.letter_drafts == {FACILITATOR: LetterDraft((), "ZANZIBAR")}


@at_each_size_of_text
def test_the_page_fits_a_small_screen(desk_of: Opener, session: Session, scale: int) -> None:
    """At 1280 × 720 less its frame, at any size of text, with everything open on it."""
    desk = desk_of(session)
    session.submit(SendMessage(("borea",), "Between us"), "astra")
    ask(session)
    desk.turning.show_letters()
    desk.uncover_messages()
    theme.set_text_scale(scale)
    desk.resize(1280, 680)
    QApplication.processEvents()
    page = desk.page.messages
    page.cards[ASKED].answer.click()
    page.cards[ASKED].leak.click()
    QApplication.processEvents()
    least = desk.minimumSizeHint()
    assert (least.width() <= 1280, least.height() <= 680) == (True, True), least
    assert page.list.height() > 60
