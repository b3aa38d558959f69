"""A desk on a session, for every test of the desk."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from idlib_wargame.exports.papers import TypesetPapers
from idlib_wargame.session.session import Session
from idlib_wargame.windows.desk.window import DeskWindow
from idlib_wargame.windows.look import theme
from tests.windows.dress import dress

Opener = Callable[[Session], DeskWindow]


@pytest.fixture
def desk_of(qtbot: QtBot, qapp: QApplication) -> Iterator[Opener]:
    """Opens a desk on a session."""
    dress(qapp)

    def opened(session: Session) -> DeskWindow:
        desk = DeskWindow(session, maker=TypesetPapers())
        qtbot.addWidget(desk)
        desk.show()
        desk.activateWindow()
        qtbot.waitUntil(lambda: QApplication.activeWindow() is desk)
        return desk

    yield opened
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)  # not dressed once more
    theme.set_text_scale(100)
    theme.set_scheme(None)
