"""A question in the middle of play, asked in place: what would happen, do it, or leave it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QFrame, QHBoxLayout, QPushButton, QWidget

from idlib_wargame.windows.look import theme
from idlib_wargame.windows.parts.labels import label


class QuestionBar(QFrame):
    """Hidden until it asks. Escape leaves things as they are."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "banner")
        self.setProperty("tone", "plain")
        self._then: Callable[[], object] = self.hide
        self._name_of: Callable[[object], str] = str
        self.words = label(wrap=True)
        self.pick = QComboBox()
        self.yes = QPushButton()
        self.no = QPushButton("Leave it")
        self.no.setProperty("role", "quiet")
        row = QHBoxLayout(self)
        row.setContentsMargins(2 * theme.SPACE, theme.SPACE, theme.SPACE, theme.SPACE)
        row.setSpacing(theme.SPACE)
        row.addWidget(self.words, 1)
        row.addWidget(self.pick)
        row.addWidget(self.yes)
        row.addWidget(self.no)
        self.yes.clicked.connect(self._do)
        self.no.clicked.connect(self.hide)
        self.pick.currentIndexChanged.connect(self._name_button)
        self.hide()

    def ask(
        self, question: str, yes: str, then: Callable[[], object], no: str = "Leave it"
    ) -> None:
        """Ask, in place of whatever was asked before."""
        self._ask(question, yes, then, no)
        self.pick.hide()

    def ask_which(
        self,
        question: str,
        options: dict[str, object],
        yes: Callable[[object], str],
        then: Callable[[object], object],
    ) -> None:
        """Ask with a list to pick from; the button names what is picked."""
        self._name_of = yes
        self.pick.clear()
        for words, value in options.items():
            self.pick.addItem(words, value)
        self._ask(question, "", lambda: then(self.pick.currentData()), "Leave it")
        self.pick.show()
        self._name_button()

    def _name_button(self) -> None:
        if self.pick.currentIndex() >= 0:
            self.yes.setText(self._name_of(self.pick.currentData()))

    def _ask(self, question: str, yes: str, then: Callable[[], object], no: str) -> None:
        self._then = then
        self.words.setText(question)
        self.yes.setText(yes)
        self.no.setText(no)
        self.setAccessibleName(question)
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
