"""Help beside each thing of the desk, and nothing of what was typed lost by it."""

from __future__ import annotations

import platform

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from idlib_wargame import __version__
from idlib_wargame.packs.reader import PackReading
from idlib_wargame.session.acts import FACILITATOR
from idlib_wargame.session.kinds.judgement_asked import AskJudgements
from idlib_wargame.words.help_texts import help_on, help_texts
from tests.windows.desk.conftest import Opener
from tests.windows.play_harbour import begin, closed

SHIFT = Qt.KeyboardModifier.ShiftModifier
CTRL = Qt.KeyboardModifier.ControlModifier


def test_help_stands_beside_every_page_and_bar(desk_of: Opener, full: PackReading) -> None:
    """By the button, by the keys of what is typed in, from the palette; Escape closes it."""
    session = begin(full)
    session.submit(AskJudgements(), FACILITATOR)
    closed(session)
    desk = desk_of(session)
    card, tabs = desk.helping.card, desk.page.tabs
    found = []
    for place in range(tabs.count()):
        tabs.setCurrentIndex(place)
        assert not card.isVisible()
        desk.helping.button.click()
        assert card.isVisible()
        assert card.title.text() == help_on(card.topic).title
        found.append(card.topic)
    assert len(found) == len(set(found)) == tabs.count() == 10
    desk.helping.button.click()
    assert not card.isVisible()
    desk.take_note()
    field = desk.page.note.text
    field.setPlainText("Half a n")
    cursor = field.textCursor()
    cursor.setPosition(0)
    cursor.setPosition(4, cursor.MoveMode.KeepAnchor)
    field.setTextCursor(cursor)
    QTest.keyClick(field, Qt.Key.Key_F1, SHIFT)
    assert card.topic == "note"
    QTest.keyClick(card.away, Qt.Key.Key_Escape)
    assert not card.isVisible()
    assert QApplication.focusWidget() is field
    assert (field.toPlainText(), field.textCursor().selectedText()) == ("Half a n", "Half")
    QTest.keyClick(field, Qt.Key.Key_K, CTRL)
    QTest.keyClicks(desk.palette_bar.field, "help undo")
    QTest.keyClick(desk.palette_bar.field, Qt.Key.Key_Return)
    assert card.topic == "undo"
    assert card.text.text().startswith("Undo strikes the last act")
    listed = [each.row.value for each in desk.menus.entries if each.row.does == "show_help"]
    assert listed == [each.topic for each in help_texts()]
    desk.show_palette()
    desk.cover_desk()
    desk.handover.cover.lifted.emit()
    assert desk.page.isVisible()
    assert (card.isVisible(), desk.palette_bar.isVisible()) == (False, False)


def test_the_menu_says_which_program_this_is(desk_of: Opener, full: PackReading) -> None:
    """Its version and what it runs on, for whoever reports a fault; once more puts it away."""
    desk = desk_of(begin(full))
    about = desk.menus.actions["helping.show_about"]
    about.trigger()
    assert desk.helping.card.title.text() == f"Idlib wargame {__version__}"
    assert f"Python {platform.python_version()}" in desk.helping.card.text.text()
    about.trigger()
    assert not desk.helping.card.isVisible()


def test_a_mac_takes_one_entry_alone_into_the_program_s_own_menu(
    desk_of: Opener, full: PackReading
) -> None:
    """Qt would go by English words, and take away what is called settings or setup."""
    desk = desk_of(begin(full))
    roles = {each.row.does: each.action.menuRole() for each in desk.menus.entries}
    assert roles.pop("helping.show_about") == QAction.MenuRole.AboutRole
    assert set(roles.values()) == {QAction.MenuRole.NoRole}
