"""What stays in sight is told from what is only turned past."""

from __future__ import annotations

from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from idlib_wargame.windows.parts.staying import Staying


class Shown:
    """Something that may be in sight, and how often it has stayed there."""

    def __init__(self, owner: QObject) -> None:
        self.is_seen, self.times = True, 0
        self.staying = Staying(lambda: self.is_seen, 0.0, owner)
        self.staying.stayed.connect(self._stayed)

    def _stayed(self) -> None:
        self.times += 1


def test_what_is_turned_past_has_not_stayed(qtbot: QtBot) -> None:
    """Whether it went before it was looked for again, or after."""
    owner = QObject()
    past, gone, there = Shown(owner), Shown(owner), Shown(owner)
    for each in (past, gone, there):
        each.staying.look()
    past.is_seen = False
    past.staying.look()
    gone.is_seen = False
    qtbot.waitUntil(lambda: there.times == 1)
    assert (past.times, gone.times) == (0, 0)
