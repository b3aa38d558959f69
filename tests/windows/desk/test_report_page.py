"""The report on a projector: scrolled, it stays the room's."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from idlib_wargame.packs.reader import PackReading
from idlib_wargame.session.session import Session
from idlib_wargame.windows.desk.report_page import ReportPage
from tests.windows.desk.conftest import Opener
from tests.windows.dress import dressed
from tests.windows.play_harbour import begin, closed
from tests.windows.wheels import turn_wheel


@pytest.fixture
def session(harbour: PackReading, tmp_path: Path) -> Iterator[Session]:
    """An exercise in its first phase."""
    session = begin(harbour, tmp_path / "night.wargame")
    yield session
    session.close()


def test_arrows_scroll_the_report_after_a_turn_is_closed(desk_of: Opener, session: Session) -> None:
    """Whoever presses Down on a projector scrolls, and shows nobody what no player may know."""
    desk = desk_of(session)
    desk.resize(1000, 420)
    closed(session)
    report = desk.page.report
    assert report.text.hasFocus()
    assert report.text.verticalScrollBar().maximum() > 0
    QTest.keyClick(report.text, Qt.Key.Key_Down)
    assert report.text.verticalScrollBar().value() > 0
    assert report.readers.currentText() == "For the room"


def test_turning_to_the_report_again_gives_its_text_the_keys(
    desk_of: Opener, session: Session
) -> None:
    """Not the list of readers, which stands first on the page."""
    desk = desk_of(session)
    closed(session)
    desk.turning.show_log()
    desk.page.log.setFocus()
    desk.turning.show_report()
    assert not desk.page.report.readers.hasFocus()


def test_the_wheel_over_the_list_of_readers_changes_no_reader(
    desk_of: Opener, session: Session
) -> None:
    """Nor do arrows on it, folded as it is."""
    desk = desk_of(session)
    closed(session)
    report = desk.page.report
    turn_wheel(report.readers, -1)
    report.readers.setFocus()
    QTest.keyClick(report.readers, Qt.Key.Key_Down)
    assert report.readers.currentText() == "For the room"
    assert "not for the screen of the room" not in report.hint.text()


@dressed
def test_every_way_to_save_a_report_is_in_sight_on_a_low_page(
    qtbot: QtBot, session: Session
) -> None:
    """What rewords a report and is not seen keeps no room from it."""
    closed(session)
    page = ReportPage(session)
    qtbot.addWidget(page)
    page.refresh()
    page.show()
    page.papers_wanted.click()
    page.resize(300, 290)
    QApplication.processEvents()
    papers = page.papers
    for button in (papers.pdf, papers.print, papers.markdown, papers.away):
        foot = button.mapTo(papers, button.rect().bottomLeft()).y()
        assert button.height() >= button.sizeHint().height()
        assert foot < papers.height()
