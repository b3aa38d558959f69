"""A list of values: what is picked is never lost, whatever is offered."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from idlib_wargame.windows.parts.value_list import ValueList
from idlib_wargame.words.language import unmarked

ROWS = [("a", "Short"), ("b", "A name that is a good deal longer than the list is wide")]


def a_list(qtbot: QtBot) -> tuple[QWidget, ValueList[str]]:
    """A window, and a narrow list in it."""
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(700, 300)
    made: ValueList[str] = ValueList("Which one", 4)
    QVBoxLayout(window).addWidget(made, 0, Qt.AlignmentFlag.AlignLeft)
    made.setMaximumWidth(120)
    window.show()
    qtbot.waitExposed(window)
    return window, made


def test_a_value_that_is_offered_no_more_still_stands(qtbot: QtBot) -> None:
    """It is shown as gone, until another is picked and it is offered anew without it."""
    _window, made = a_list(qtbot)
    made.offer(ROWS, "x", "no longer there: x")
    assert (made.value, unmarked(made.currentText())) == ("x", "no longer there: x")
    assert made.count() == 3
    made.offer(ROWS, "b", "unused")
    assert (made.value, made.count()) == ("b", 2)


@pytest.mark.qt_log_ignore("This plugin does not support")  # of a screen that nobody looks at
def test_only_a_hand_picks_and_long_words_are_read_in_full(qtbot: QtBot) -> None:
    """Offering tells nobody; folded out, the list is as wide as its words."""
    _window, made = a_list(qtbot)
    picked: list[str | None] = []
    made.picked.connect(lambda: picked.append(made.value))
    made.offer(ROWS, "a", "")
    assert picked == []
    QTest.keyClick(made, Qt.Key.Key_Return)
    assert made.view().width() >= made.view().sizeHintForColumn(0) > made.width()
    QTest.keyClick(made.view(), Qt.Key.Key_Down)
    QTest.keyClick(made.view(), Qt.Key.Key_Return)
    assert picked == ["b"]
    assert made.toolTip() == made.shown


def test_words_longer_than_the_list_is_wide_stand_in_several_lines(qtbot: QtBot) -> None:
    """It has the height of them; shorter ones picked, it is as low as any list."""
    window = QWidget()
    qtbot.addWidget(window)
    made: ValueList[str] = ValueList("Which one", 4)
    column = QVBoxLayout(window)
    column.addWidget(made)
    column.addStretch()
    made.offer(ROWS, "b", "")
    window.resize(200, 300)
    window.show()
    qtbot.waitExposed(window)
    line = made.fontMetrics().height()
    high = made.height()
    assert high == made.heightForWidth(made.width())
    made.offer(ROWS, "a", "")
    qtbot.waitUntil(lambda: made.height() <= high - line)
