"""One message of seats and control on the desk: between whom, what it says, what became of it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from idlib_wargame.views.desk.letters import LetterRow
from idlib_wargame.windows.look import theme
from idlib_wargame.windows.parts.flow_row import flowing
from idlib_wargame.windows.parts.labels import label
from idlib_wargame.windows.parts.marks import Glyph
from idlib_wargame.windows.parts.one_press import steady
from idlib_wargame.words.language import _, fill


class LetterCard(QFrame):
    """``answered`` carries the key of the message and who wrote it, ``leaking`` the key."""

    answered = Signal(str, str)
    leaking = Signal(str)

    def __init__(self, row: LetterRow, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)  # selected, for a note about it
        self.row = row
        self.answer = self._button(_("Answer"), _("Answer: {message}"))
        self.answer.setProperty("role", "soft")
        self.answer.clicked.connect(lambda: self.answered.emit(row.key, row.answer_to))
        self.leak = self._button(_("Leak…"), _("Leak: {message}"))
        self.leak.setProperty("role", "quiet")
        self.leak.clicked.connect(lambda: self.leaking.emit(row.key))
        self.column = column = QVBoxLayout(self)
        column.setContentsMargins(2 * theme.SPACE, 10, 2 * theme.SPACE, 10)
        column.setSpacing(4)
        column.addLayout(self._head())
        column.addWidget(label(row.where, "muted", wrap=True, leads=True))
        if row.text:
            column.addWidget(label(row.text, wrap=True))
        for note in row.notes:
            column.addWidget(label(note, "muted", wrap=True))
        if row.answer_to or row.may_leak:
            column.addWidget(flowing(theme.SPACE, self.answer, self.leak))
        self.answer.setVisible(bool(row.answer_to))
        self.leak.setVisible(row.may_leak)
        self.setAccessibleName(row.spoken)

    def _head(self) -> QHBoxLayout:
        head = QHBoxLayout()
        head.setSpacing(theme.SPACE)
        head.addWidget(label(self.row.head, bold=True, wrap=True), 1)
        if self.row.covered:
            head.addWidget(Glyph("eye_off", "muted", 16))
        return head

    def _button(self, words: str, spoken: str) -> QPushButton:
        button = QPushButton(words, self)
        button.setAccessibleName(fill(spoken, message=self.row.spoken))
        steady(button)
        return button
