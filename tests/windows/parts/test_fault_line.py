from __future__ import annotations

from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from idlib_wargame.windows.parts.fault_line import FaultLine, tell

SENTENCE = "Something went wrong inside the program. " * 4


def a_window(qtbot: QtBot) -> QWidget:
    """A window of some size with something on it."""
    window = QWidget()
    qtbot.addWidget(window)
    QVBoxLayout(window).addWidget(QLabel("What the user is looking at"))
    window.resize(900, 600)
    with qtbot.wait_exposed(window):
        window.show()
    return window


def test_a_line_lies_along_the_foot_and_covers_little(qtbot: QtBot) -> None:
    """Whatever the window, the line is as tall as its words and moves nothing else."""
    window = a_window(qtbot)
    tell(window, SENTENCE)
    line = window.findChild(FaultLine)
    assert line is not None
    assert line.isVisible()
    assert line.height() < window.height() // 4
    assert window.rect().contains(line.geometry())


def test_it_stays_along_the_foot_of_a_smaller_window(qtbot: QtBot) -> None:
    """When the window shrinks, the whole line stays inside it, with all of its words."""
    window = a_window(qtbot)
    tell(window, SENTENCE)
    line = window.findChild(FaultLine)
    assert line is not None
    before = line.height()
    window.resize(480, 400)
    qtbot.wait_until(lambda: line.width() < 480)
    assert window.rect().contains(line.geometry())
    assert line.height() > before


def test_a_second_fault_takes_the_place_of_the_first(qtbot: QtBot) -> None:
    """There is one line a window, with the latest words, until it is dismissed."""
    window = a_window(qtbot)
    tell(window, "First.")
    tell(window, "Second.")
    [line] = window.findChildren(FaultLine)
    assert line.words.text() == "Second."
    line.dismiss.click()
    assert not line.isVisible()
    tell(window, "Third.")
    assert line.isVisible()
