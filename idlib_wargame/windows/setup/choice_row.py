"""A few answers side by side, or in lines where there is no room, of which one is given."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Generic, TypeVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QPushButton, QSizePolicy, QWidget

from idlib_wargame.windows import theme
from idlib_wargame.windows.flow_row import FlowRow

Answer = TypeVar("Answer")


class ChoiceRow(QWidget, Generic[Answer]):
    """Buttons that exclude one another; the arrow keys go along them."""

    picked = Signal()

    def __init__(self, name: str, answers: Sequence[tuple[Answer, str]]) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self._answers: list[tuple[Answer, QPushButton]] = []
        self._group = QButtonGroup(self)
        row = FlowRow(theme.SPACE, self)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        for answer, words in answers:
            button = QPushButton(words)
            button.setCheckable(True)
            button.setAutoDefault(False)
            button.setAccessibleName(f"{name}: {words}")
            self._group.addButton(button)
            self._answers.append((answer, button))
            row.addWidget(button)
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
