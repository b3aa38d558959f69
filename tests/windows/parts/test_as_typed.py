"""What people and packs write is shown letter by letter."""

from __future__ import annotations

from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from idlib_wargame.windows.parts.as_typed import in_tooltip, on_button


def test_an_ampersand_on_a_button_marks_no_key(qtbot: QtBot) -> None:
    """ "R&D" stays R&D, and Alt+D does not press it."""
    button = QPushButton(on_button("R&D && co"))
    qtbot.addWidget(button)
    assert button.shortcut().isEmpty()
    assert button.text() == "R&&D &&&& co"


def test_a_tooltip_shows_its_signs() -> None:
    """What looks like markup is escaped; other text is left as it is."""
    assert in_tooltip("a < b & c\nd") == "a &lt; b &amp; c<br>d"
    assert in_tooltip("R&D, 5 > 4") == "R&D, 5 > 4"
