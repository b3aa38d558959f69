"""A bar that closes gives the keys back to where they were, and never to what stands next."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication, QFrame, QLineEdit, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from idlib_wargame.windows.parts.keys_back import KeysBack


def test_a_bar_gives_the_keys_back(qtbot: QtBot) -> None:
    """To what had them; where that is gone, to what it lay in; and it takes none from others."""
    window, pane, bar = QWidget(), QWidget(), QFrame()
    before, field, after = QPushButton("Before"), QLineEdit(), QPushButton("After")
    QVBoxLayout(pane).addWidget(before)
    QVBoxLayout(bar).addWidget(field)
    column = QVBoxLayout(window)
    for part in (pane, bar, after):
        column.addWidget(part)
    KeysBack(bar)
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is window)
    before.setFocus()
    field.setFocus()
    bar.hide()
    assert QApplication.focusWidget() is before
    bar.show()
    field.setFocus()
    delete(before)
    bar.hide()
    assert QApplication.focusWidget() is pane
    bar.show()
    field.setFocus()
    after.setFocus()
    bar.hide()
    assert QApplication.focusWidget() is after
    bar.show()
    field.setFocus()
    after.setEnabled(False)
    bar.hide()
    assert QApplication.focusWidget() is window
