"""Where a move stands in a seat's window, for tests that pick some."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication

from idlib_wargame.windows.cards.option_button import OptionButton
from idlib_wargame.windows.seat.window import SeatWindow


def option(window: SeatWindow, move: str, choice: str = "") -> OptionButton:
    """The button of a move, with its choice."""
    found = [b for b in window.moves.buttons() if b.option.wish[:2] == (move, choice)]
    assert len(found) == 1
    return found[0]


def in_focus() -> OptionButton:
    """The move that has the focus."""
    button = QApplication.focusWidget()
    assert isinstance(button, OptionButton)
    return button
