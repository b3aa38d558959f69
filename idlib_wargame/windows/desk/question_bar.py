"""A question in the middle of play, asked in place: what would happen, do it, or leave it."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QFrame, QHBoxLayout, QPushButton, QWidget

from idlib_wargame.views.desk.questions import Choice, Question
from idlib_wargame.windows.look import theme
from idlib_wargame.windows.parts.labels import label
from idlib_wargame.windows.parts.margins import set_margins


class QuestionBar(QFrame):
    """Hidden until it asks. Escape leaves things as they are."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "banner")
        self.setProperty("tone", "plain")
        self._then: Callable[[], object] = self.hide
        self._choices: tuple[Choice, ...] = ()
        self.words = label(wrap=True)
        self.pick = QComboBox()
        self.yes = QPushButton()
        self.no = QPushButton()
        self.no.setProperty("role", "quiet")
        row = QHBoxLayout(self)
        set_margins(row, 2 * theme.SPACE, theme.SPACE, theme.SPACE, theme.SPACE)
        row.setSpacing(theme.SPACE)
        row.addWidget(self.words, 1)
        row.addWidget(self.pick)
        row.addWidget(self.yes)
        row.addWidget(self.no)
        self.yes.clicked.connect(self._do)
        self.no.clicked.connect(self.hide)
        self.pick.currentIndexChanged.connect(self._name_button)
        self.hide()

    def ask(self, question: Question, then: Callable[[], object]) -> None:
        """Ask, in place of whatever was asked before."""
        self._choices = ()
        self.pick.hide()
        self._ask(question, then)

    def ask_which(
        self, question: Question, choices: Sequence[Choice], then: Callable[[int], object]
    ) -> None:
        """Ask which turn, with a list to pick from; the button names what is picked."""
        self._choices = ()  # while the list is filled, nothing is picked
        self.pick.clear()
        self.pick.addItems([choice.words for choice in choices])
        self._choices = tuple(choices)
        self._ask(question, lambda: then(choices[self.pick.currentIndex()].turn))
        self.pick.show()
        self._name_button()

    def _name_button(self) -> None:
        if self._choices:
            self.yes.setText(self._choices[self.pick.currentIndex()].yes)

    def _ask(self, question: Question, then: Callable[[], object]) -> None:
        self._then = then
        self.words.setText(question.text)
        self.yes.setText(question.yes)
        self.no.setText(question.no)
        self.setAccessibleName(question.text)
        self.show()
        self.yes.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter does what the focused button says; Escape leaves it."""
        if event.key() == Qt.Key.Key_Escape:
            self.hide()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            (self.no if self.no.hasFocus() else self.yes).click()
        else:
            super().keyPressEvent(event)

    def _do(self) -> None:
        self.hide()
        self._then()
