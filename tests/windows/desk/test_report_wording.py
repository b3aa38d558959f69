"""A report worded anew at the desk, held, released, saved: what is typed is never lost."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QPageSize, QPdfWriter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from idlib_wargame.packs.reader import PackReading
from idlib_wargame.session.acts import FACILITATOR
from idlib_wargame.session.kinds.by_hand import TakeInHand
from idlib_wargame.session.kinds.handling_set import SetHandling
from idlib_wargame.session.kinds.note import TakeNote
from idlib_wargame.session.kinds.phase import MoveOn
from idlib_wargame.session.play import Length, ReportText
from idlib_wargame.session.session import Session
from idlib_wargame.windows.desk.report_page import ReportPage
from tests.exports.reading import Pdf, letters
from tests.windows.desk.conftest import Opener
from tests.windows.play_harbour import begin, closed, shown_text

PAGE = ReportText(1, "room", Length.PAGE)


@pytest.fixture
def session(harbour: PackReading, tmp_path: Path) -> Iterator[Session]:
    """Turn 1 closed, with its reports held."""
    session = begin(harbour, tmp_path / "night.wargame")
    session.submit(TakeInHand("reports"), FACILITATOR)
    closed(session)
    yield session
    session.close()


def test_what_is_half_worded_outlives_other_acts_other_readers_and_the_program(
    desk_of: Opener, session: Session, qtbot: QtBot, tmp_path: Path
) -> None:
    """An act elsewhere changes nothing in the field; a kill takes no more than the last words."""
    desk = desk_of(session)
    desk.turning.show_report()
    report = desk.page.report
    report.edit.click()
    field = report.editor.text
    assert field.hasFocus()
    assert field.toPlainText().startswith("# Situation report, turn 1")
    field.setPlainText("# The bank is qui")
    session.submit(TakeNote("They argue"), FACILITATOR)
    desk.turning.show_log()
    desk.turning.show_report()
    assert field.toPlainText() == "# The bank is qui"
    qtbot.waitUntil(lambda: "report/1/room/page" in session.play.desk_drafts)
    field.insertPlainText("Well: ")
    report.readers.setCurrentIndex(report.readers.findText("For Astra"))
    assert not report.is_editing
    assert "Half worded: For the room, a page" in shown_text(report)
    # The program is killed: its files are what is left, and nothing of it has closed them.
    (tmp_path / "left").mkdir()
    for path in tmp_path.glob("night.wargame*"):
        shutil.copy(path, tmp_path / "left")
    again = Session.open(tmp_path / "left" / "night.wargame")
    other = desk_of(again)
    other.turning.show_report()
    page = other.page.report
    assert "You have begun to word this report anew." in shown_text(page)
    page.offer.take.click()
    assert page.editor.text.toPlainText() == "Well: # The bank is qui"
    other.keep_time()
    again.close()


def test_what_is_pressed_keeps_its_place(desk_of: Opener, session: Session, qtbot: QtBot) -> None:
    """Whoever reads it, however it is worded and once it is released; and what was opened to save
    a turn's reports goes with that turn."""
    desk = desk_of(session)
    desk.turning.show_report()
    report = desk.page.report
    pressed = (report.turns, report.readers, report.length, report.edit, report.papers_wanted)

    def places() -> list[QPoint]:
        QApplication.processEvents()
        return [part.mapTo(desk, QPoint(0, 0)) for part in (*pressed, report.waits)]

    at_first = places()
    report.readers.setCurrentIndex(report.readers.findText("For the facilitator"))
    assert places() == at_first
    report.readers.setCurrentIndex(0)
    report.edit.click()
    report.editor.text.setPlainText("# The bank is quiet")
    report.keep_wording()
    assert "Worded by the facilitator" in report.hint.text()
    assert places() == at_first
    report.release_report()
    assert places() == at_first
    report.papers_wanted.click()
    assert report.papers.isVisible()
    session.submit(MoveOn(), FACILITATOR)
    assert not report.papers.isVisible()
    desk.turning.show_report()
    assert places() == at_first


def test_a_wording_that_was_begun_is_cancelled(desk_of: Opener, session: Session) -> None:
    """At once where nothing was typed; else it is asked first, and nothing of it stays."""
    desk = desk_of(session)
    desk.turning.show_report()
    report = desk.page.report
    report.begin_editing()
    report.editor.cancel.click()
    assert not report.is_editing
    report.begin_editing()
    report.editor.text.setPlainText("# The bank is qui")
    report.keep()
    assert session.play.desk_drafts
    report.editor.cancel.click()
    assert "What you have typed since is gone." in report.question.words.text()
    report.question.yes.click()
    assert not report.is_editing
    assert session.play.desk_drafts == {}
    assert session.play.reports == {}
    assert report.offer.isHidden()


def test_the_report_is_released_as_the_exercise_is_finished(
    desk_of: Opener, session: Session
) -> None:
    """The menu's question offers both at once."""
    desk = desk_of(session)
    desk.menus.actions["ask_finish"].trigger()
    desk.page.question.other.click()
    assert session.play.released == {1}
    assert session.play.finished


def test_a_wording_is_kept_released_and_left_again(desk_of: Opener, session: Session) -> None:
    """Ctrl and Enter keep it; the desk says who worded it, and since when it may be read."""
    desk = desk_of(session)
    desk.turning.show_report()
    report = desk.page.report
    assert report.hint.text() == "Held: seats and room read the results, and not this report yet"
    assert report.waits.isChecked()
    _word(report, "# The bank is quiet")
    assert session.play.reports == {PAGE: "# The bank is quiet\n"}
    assert session.play.desk_drafts == {}
    assert "The bank is quiet" in report.text.toPlainText()
    assert "Worded by the facilitator." in report.text.toPlainText()
    assert report.offer.isHidden()
    assert report.release.text() == "Release turn 1"
    desk.turning.show_log()
    entries = desk.menus.actions
    entries["release_reports"].trigger()
    assert desk.page.tabs.currentWidget() is report
    assert desk.page.banner.words.text() == "The report of turn 1 may be read."
    assert session.play.released == {1}
    desk.menus.opening.emit()
    assert not entries["release_reports"].isEnabled()
    assert entries["release_reports"].toolTip() == (
        "The reports of all closed turns can be read already."
    )
    assert entries["hold_reports"].isChecked()
    assert report.hint.text().startswith("Released at ")
    assert report.release.isHidden()
    entries["hold_reports"].trigger()
    assert not report.waits.isChecked()
    assert not entries["hold_reports"].isChecked()
    # What was typed and not kept is asked about; the wording itself can be taken up again.
    report.begin_editing()
    report.editor.text.insertPlainText("Not so. ")
    report.editor.back.click()
    assert "What you have typed since is gone." in report.question.words.text()
    report.question.yes.click()
    assert session.play.reports == {}
    assert not report.is_editing
    assert "Situation report, turn 1" in report.text.toPlainText()
    report.offer.take.click()
    assert report.editor.text.toPlainText() == "# The bank is quiet\n"
    QTest.keyClick(report.editor.text, Qt.Key.Key_Escape)
    assert not report.is_editing
    assert session.play.desk_drafts == {}


def _word(report: ReportPage, text: str) -> None:
    report.begin_editing()
    report.editor.text.setPlainText(text)
    keys = Qt.KeyboardModifier.ControlModifier
    QTest.keyClick(report.editor.text, Qt.Key.Key_Return, keys)


def test_a_report_goes_to_paper_to_pdf_and_to_markdown(
    desk_of: Opener, session: Session, qtbot: QtBot, tmp_path: Path
) -> None:
    """The one shown, or every seat's; with the handling line and the head of the record."""
    session.submit(SetHandling("Chatham House rule"), FACILITATOR)
    desk = desk_of(session)
    desk.turning.show_report()
    report, papers = desk.page.report, desk.page.report.papers
    report.papers_wanted.click()
    assert papers.isVisible()
    papers.save_pdfs(tmp_path)
    qtbot.waitUntil(lambda: not papers.is_writing)
    assert "1 file written to" in papers.told.text()
    pdf = Pdf((tmp_path / "Spring course, Group B, room, report-1.pdf").read_bytes())
    for said in (
        "Situation report, turn 1",
        "For the room",
        "Record fingerprint when turn 1 was closed",
    ):
        assert letters(said) in pdf.read
    assert pdf.read.count(letters("Chatham House rule")) == 2 * len(pdf.sides)
    papers.whose.setCurrentIndex(1)
    papers.save_markdown(tmp_path)
    qtbot.waitUntil(lambda: not papers.is_writing)
    texts = [path.read_text("utf-8") for path in tmp_path.glob("*, report-1.md")]
    assert len(texts) == len(session.scenario.seats)
    assert all(text.endswith("\nChatham House rule\n") for text in texts)
    papers.whose.setCurrentIndex(0)
    writer = QPdfWriter(str(tmp_path / "printed.pdf"))
    writer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    papers.print_on(writer, "the printer")
    qtbot.waitUntil(lambda: not papers.is_writing)
    assert papers.told.text() == "1 paper sent to the printer."
    papers.away.click()
    assert report.tools.isVisible()
