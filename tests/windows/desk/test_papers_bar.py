"""Read-aheads from the desk: for whoever lost theirs, also in the middle of an exercise."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from idlib_wargame.packs.reader import PackReading
from idlib_wargame.session.session import Session
from idlib_wargame.windows.desk.papers_bar import PapersBar
from idlib_wargame.windows.desk.window import DeskWindow
from tests.exports.reading import Pdf, letters
from tests.windows.desk.conftest import Opener
from tests.windows.play_harbour import begin


@pytest.fixture
def session(harbour: PackReading, tmp_path: Path) -> Session:
    """An exercise on disk."""
    return begin(harbour, tmp_path / "course.wargame")


def bar_of(desk: DeskWindow) -> PapersBar:
    """The bar, which a desk has that somebody makes papers for."""
    assert desk.page.papers is not None
    return desk.page.papers


def test_the_menu_opens_a_bar_that_writes_them(
    desk_of: Opener, session: Session, qtbot: QtBot, tmp_path: Path
) -> None:
    """File, Read-aheads…, a seat, a folder; Escape puts the bar away."""
    desk = desk_of(session)
    bar = bar_of(desk)
    assert not bar.isVisible()
    action = desk.menus.actions["show_read_aheads"]
    assert action.text() == "Read-aheads…"
    assert action.isVisible()
    action.trigger()
    assert bar.isVisible()
    bar.form.whose.setCurrentIndex(bar.form.whose.findText("Borea"))
    bar.form.save_to(tmp_path / "papers")
    qtbot.waitUntil(lambda: not bar.form.is_writing)
    sheet = tmp_path / "papers" / "Borea, read-ahead, Spring course, Group B.pdf"
    assert letters("You hold two crews and one grudge.") in Pdf(sheet.read_bytes()).read
    QTest.keyClick(bar, Qt.Key.Key_Escape)
    assert not bar.isVisible()
    session.close()


def test_a_desk_that_nobody_makes_papers_for_offers_none(session: Session, qtbot: QtBot) -> None:
    """No entry leads nowhere."""
    desk = DeskWindow(session)
    qtbot.addWidget(desk)
    assert not desk.menus.actions["show_read_aheads"].isVisible()
    session.close()
