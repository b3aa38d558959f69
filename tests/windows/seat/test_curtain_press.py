"""The curtain lifts at the press that went down."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from idlib_wargame.windows.seat.curtain import Curtain


def test_a_curtain_lifts_at_the_first_press_though_it_takes_the_keys_meanwhile(
    qtbot: QtBot,
) -> None:
    """A slow computer tells it late that it came into sight, while a hand is on its button."""
    curtain, lifted = Curtain(), []
    qtbot.addWidget(curtain)
    curtain.lifted.connect(lambda: lifted.append(True))
    curtain.say("Astra", "It is your turn.", "Lift the curtain")
    with qtbot.wait_exposed(curtain):
        curtain.show()
    curtain.activateWindow()
    qtbot.wait_until(curtain.isActiveWindow)
    QTest.mousePress(curtain.button, Qt.MouseButton.LeftButton)
    curtain.setFocus()
    QTest.mouseRelease(curtain.button, Qt.MouseButton.LeftButton)
    assert lifted == [True]
