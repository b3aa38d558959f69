"""A few answers side by side, or in lines where there is no room, of which one is given."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Generic, TypeVar

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QPushButton, QSizePolicy, QWidget

from idlib_wargame.windows.look import theme
from idlib_wargame.windows.parts.as_typed import in_tooltip, on_button
from idlib_wargame.windows.parts.flow_row import FlowRow
from idlib_wargame.words.setting_up import answer_words

Answer = TypeVar("Answer")

_NARROWEST = 10 * theme.SPACE


class AnswerButton(QPushButton):
    """Words that end in an ellipsis, and are whole on hover, where a line is too short for them."""

    def __init__(self, words: str) -> None:
        super().__init__(words)
        self._words = words
        self.setCheckable(True)
        self.setAutoDefault(False)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Room for all the words, shown or not."""
        hint = super().sizeHint()
        metrics = self.fontMetrics()
        hidden = metrics.horizontalAdvance(self._words) - metrics.horizontalAdvance(self.text())
        return QSize(hint.width() + hidden, hint.height())

    def minimumSizeHint(self) -> QSize:
        """A few words' room."""
        hint = self.sizeHint()
        return QSize(min(hint.width(), theme.scaled(_NARROWEST)), hint.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fits the words into the new width."""
        super().resizeEvent(event)
        metrics = self.fontMetrics()
        lacking = max(self.sizeHint().width() - self.width(), 0)
        room = metrics.horizontalAdvance(self._words) - lacking
        fitted = metrics.elidedText(self._words, Qt.TextElideMode.ElideRight, room)
        self.setText(on_button(fitted if lacking else self._words))
        self.setToolTip(in_tooltip(self._words) if lacking else "")


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
            button = AnswerButton(words)
            button.setAccessibleName(answer_words(name, words))
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
