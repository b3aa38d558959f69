"""One message: from whom, to whom, what it says, what it moved and what became of it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from idlib_wargame.views.messages import MessageView
from idlib_wargame.windows.look import theme
from idlib_wargame.windows.parts.labels import label, leading
from idlib_wargame.windows.parts.marks import Glyph
from idlib_wargame.windows.parts.one_press import steady
from idlib_wargame.words.language import _, fill
from idlib_wargame.words.lists import facts


class MessageCard(QFrame):
    """``is_new`` marks it. ``to`` says whom it was for, where the reader may know.

    ``answered`` when it is to be answered, with its key and who wrote it.
    """

    answered = Signal(str, str)

    def __init__(
        self,
        message: MessageView,
        is_new: bool = False,
        to: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * theme.SPACE, 12, 2 * theme.SPACE, 12)
        column.setSpacing(4)
        column.addLayout(self._head(message, is_new))
        if message.title:
            column.addWidget(label(message.title, size=16, bold=True, wrap=True))
        if to or message.to:
            said = fill(_("To {seats}"), seats=to or message.to)
            column.addWidget(label(said, "muted", wrap=True))
        column.addWidget(label(message.text, wrap=True))
        for note in message.notes:
            column.addWidget(label(note, "muted", wrap=True))
        if message.did:
            column.addWidget(label(message.did, "muted", wrap=True))
        if message.answer_to:
            column.addWidget(self._answerer(message), 0, leading())
        spoken = message.spoken
        said = fill(_("New: {message}"), message=spoken) if is_new else spoken
        self.setAccessibleName(said)

    def _answerer(self, message: MessageView) -> QPushButton:
        self.answer = QPushButton(_("Answer"))
        self.answer.setProperty("role", "quiet")
        self.answer.setAccessibleName(fill(_("Answer: {message}"), message=message.spoken))
        self.answer.clicked.connect(
            lambda: self.answered.emit(message.answers_as, message.answer_to)
        )
        steady(self.answer)
        return self.answer

    def _head(self, message: MessageView, is_new: bool) -> QHBoxLayout:
        head = QHBoxLayout()
        head.setSpacing(6)
        if is_new:
            head.addWidget(Glyph("circle", "focus", 10))
            head.addWidget(label(_("New"), bold=True))
        head.addWidget(label(message.sender, "muted", wrap=True, leads=True), 1)
        when = [fill(_("Turn {turn}"), turn=message.turn), message.phase]
        head.addWidget(label(facts([each for each in when if each]), "muted"))
        return head
