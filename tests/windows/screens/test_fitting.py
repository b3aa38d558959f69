"""A window opens whole, whatever the size of the screen."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QMargins, QRect, QSize
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget
from pytestqt.qtbot import QtBot

from idlib_wargame.windows.screens.fitting import fitted, open_within

FRAME = QMargins(2, 22, 2, 2)


@pytest.mark.parametrize(
    ("wanted", "place"),
    [
        (QRect(100, 100, 600, 400), QRect(100, 100, 600, 400)),  # whole already
        (QRect(0, 0, 1366, 768), QRect(2, 22, 1276, 696)),  # larger than the screen
        (QRect(900, 500, 600, 400), QRect(678, 318, 600, 400)),  # over the far corner
        (QRect(-300, -80, 600, 400), QRect(2, 22, 600, 400)),  # over the near one
        (QRect(5000, 9000, 600, 400), QRect(678, 318, 600, 400)),  # on a screen that has gone
    ],
)
def test_a_window_is_brought_inside_the_screen(wanted: QRect, place: QRect) -> None:
    """With its frame, it lies in the area, at the size it had where there is room."""
    area = QRect(0, 0, 1280, 720)
    assert fitted(wanted, area, FRAME) == place
    assert area.contains(place.marginsAdded(FRAME))


def test_a_screen_beside_a_taskbar_gives_less(qtbot: QtBot) -> None:
    """An area that begins below a bar is kept to, and so is one on a second screen."""
    area = QRect(1366, 40, 1280, 680)
    assert fitted(QRect(0, 0, 2000, 2000), area, FRAME) == QRect(1368, 62, 1276, 656)


def test_a_window_opens_in_the_middle_with_its_frame_in_sight(qtbot: QtBot) -> None:
    """On a screen too small for it, a window opens smaller, and its least size does not hinder."""
    small = QGuiApplication.screens()[1]
    window = QWidget()
    qtbot.add_widget(window)
    window.setMinimumSize(1500, 300)
    open_within(window, QSize(1600, 900), small)
    window.show()
    qtbot.wait_exposed(window)
    qtbot.wait_until(lambda: small.availableGeometry().contains(window.frameGeometry()))
    assert window.screen() is small
    assert window.height() > 700


def test_words_that_grow_do_not_make_a_window_grow(qtbot: QtBot) -> None:
    """What is in a window may want more room; the window keeps the size it was given."""
    window, words = QWidget(), QLabel("5:00")
    row = QHBoxLayout(window)
    row.addWidget(words)
    qtbot.add_widget(window)
    open_within(window, QSize(640, 400))
    window.show()
    qtbot.wait_exposed(window)
    before = window.size()
    words.setText("12:00 over " * 40)
    qtbot.wait_until(lambda: row.minimumSize().width() > 1000)
    assert window.size() == before
