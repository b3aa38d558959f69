"""A few answers side by side, of which one is given."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Generic, TypeVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QPushButton, QWidget

from idlib_wargame.windows import theme

Answer = TypeVar("Answer")


class ChoiceRow(QWidget, Generic[Answer]):
    """Buttons that exclude one another; the arrow keys go along them."""

    picked = Signal()

    def __init__(self, name: str, answers: Sequence[tuple[Answer, str]]) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self._answers: list[tuple[Answer, QPushButton]] = []
        self._group = QButtonGroup(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.SPACE)
        for answer, words in answers:
            button = QPushButton(words)
            button.setCheckable(True)
            button.setAutoDefault(False)
            button.setAccessibleName(f"{name}: {words}")
            self._group.addButton(button)
            self._answers.append((answer, button))
            row.addWidget(button)
        row.addStretch(1)
        self._group.buttonClicked.connect(lambda _: self.picked.emit())

    def pick(self, answer: Answer) -> None:
        """Gives that answer; one that is not offered gives none."""
        for each, button in self._answers:
            button.setChecked(each == answer)

    def answer(self) -> Answer:
        """The answer given; the first where none is."""
        given = (each for each, button in self._answers if button.isChecked())
        return next(given, self._answers[0][0])

    def buttons(self) -> list[QPushButton]:
        """The buttons, in order."""
        return [button for _, button in self._answers]
