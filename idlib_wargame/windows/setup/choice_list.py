"""Answers one below the other, each with a line that says what it means, of which one is given."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Generic, TypeVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QRadioButton, QVBoxLayout, QWidget

from idlib_wargame.windows.look import theme
from idlib_wargame.windows.parts.as_typed import on_button
from idlib_wargame.windows.parts.margins import set_margins
from idlib_wargame.windows.setup.assistant_page import muted

Answer = TypeVar("Answer")

# Where the words of a radio button begin: its edge, its padding, its mark and the gap after it.
# The style gives all of these in pixels, whatever the size of text.
_INDENT = 27


class ChoiceList(QWidget, Generic[Answer]):
    """``answers`` are each what is given, its name, and its line (which may be empty)."""

    picked = Signal()

    def __init__(self, name: str, answers: Sequence[tuple[Answer, str, str]]) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self._group = QButtonGroup(self)
        self.buttons: dict[Answer, QRadioButton] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        for answer, words, line in answers:
            button = QRadioButton(on_button(words))
            button.setAccessibleDescription(line)
            self._group.addButton(button)
            self.buttons[answer] = button
            column.addWidget(button)
            if line:
                below = muted(line)
                set_margins(below, _INDENT, 0, 0, theme.SPACE // 2)
                column.addWidget(below)
        self._group.buttonClicked.connect(lambda _: self.picked.emit())

    def pick(self, answer: Answer) -> None:
        """Gives that answer."""
        self.buttons[answer].setChecked(True)

    def answer(self) -> Answer:
        """The answer given; the first where none is."""
        given = (answer for answer, button in self.buttons.items() if button.isChecked())
        return next(given, next(iter(self.buttons)))
