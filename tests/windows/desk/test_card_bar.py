"""The printed card, from the desk's menus: what it says of keys and entries is so."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from idlib_wargame.packs.reader import PackReading
from idlib_wargame.windows.desk.card_names import ON_CARD
from idlib_wargame.windows.parts.keys import Where, key_words
from tests.exports.reading import Pdf, letters
from tests.windows.desk.conftest import Opener
from tests.windows.play_harbour import begin


def test_the_menu_opens_a_bar_that_writes_the_card(
    desk_of: Opener, harbour: PackReading, qtbot: QtBot, tmp_path: Path
) -> None:
    """Help, Card for the desk…, a folder: one side, with every key as this keyboard has it."""
    session = begin(harbour, tmp_path / "course.wargame")
    desk = desk_of(session)
    bar = desk.page.card
    assert bar is not None
    assert not bar.isVisible()
    desk.menus.actions["show_card"].trigger()
    assert bar.save.hasFocus()
    bar.save_to(tmp_path / "papers")
    qtbot.waitUntil(lambda: not bar.is_writing)
    pdf = Pdf((tmp_path / "papers" / "Spring course, Group B, desk-card.pdf").read_bytes())
    keys = [key_words(Where.DESK, means) for means in ON_CARD]
    assert len(pdf.sides) == 1
    assert len(set(keys)) == len(ON_CARD) >= 12
    assert [key for key in keys if letters(key) not in pdf.read] == []
    for words in ("course.wargame, written as you play", "“Re-open a turn…” in the menus"):
        assert letters(words) in pdf.read
    QTest.keyClick(bar, Qt.Key.Key_Escape)
    assert not bar.isVisible()
    session.close()
