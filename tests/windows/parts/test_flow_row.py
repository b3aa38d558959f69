"""A row of buttons that goes on to a second line where the first is full."""

from __future__ import annotations

from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from idlib_wargame.windows.parts.flow_row import flowing


def test_what_does_not_fit_goes_on_to_the_next_line(qtbot: QtBot) -> None:
    """Wide, all stand side by side; narrow, none is cut and the row asks for more height."""
    buttons = [QPushButton(f"Button {n}") for n in range(4)]
    row = flowing(8, *buttons)
    qtbot.addWidget(row)
    wide = row.sizeHint()
    narrow = wide.width() // 2 + 8
    assert row.heightForWidth(wide.width()) == wide.height()
    assert row.heightForWidth(narrow) == 2 * wide.height() + 8
    row.resize(narrow, row.heightForWidth(narrow))
    row.show()
    assert all(row.rect().contains(button.geometry()) for button in buttons)
    assert buttons[3].y() > buttons[0].y()


def test_hidden_ones_take_no_room(qtbot: QtBot) -> None:
    """A button that is hidden leaves no gap."""
    buttons = [QPushButton(text) for text in ("One", "Two", "Three")]
    row = flowing(8, *buttons)
    qtbot.addWidget(row)
    buttons[1].hide()
    row.resize(row.sizeHint())
    row.show()
    assert buttons[2].x() == buttons[0].width() + 8
    assert row.sizeHint().width() == buttons[0].width() + 8 + buttons[2].width()
