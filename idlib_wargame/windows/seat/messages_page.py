"""What control has told a seat, the newest first; what is new since the last look stands out."""

from __future__ import annotations

from collections.abc import Collection

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from idlib_wargame.rules.pack.scenario import Scenario
from idlib_wargame.session.play import Message
from idlib_wargame.windows.look import theme
from idlib_wargame.windows.parts.labels import emptied, label
from idlib_wargame.windows.parts.marks import Glyph
from idlib_wargame.words.situation import effect_words

FROM_CONTROL = "control"


def sender_words(message: Message) -> str:
    """ "Coastguard · Radio"; control itself where no sender was given."""
    sender = message.sender or FROM_CONTROL.capitalize()
    return " · ".join(part for part in (sender, message.means) if part)


class MessageCard(QFrame):
    """One message. ``to`` says whom it was for, where the reader may know."""

    def __init__(
        self,
        scenario: Scenario,
        message: Message,
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
        if to:
            column.addWidget(label(f"To {to}", "muted", wrap=True))
        column.addWidget(label(message.text, wrap=True))
        did = " · ".join(effect_words(scenario, line) for line in message.effects)
        if did:
            column.addWidget(label(did, "muted", wrap=True))
        new = "New: " if is_new else ""
        self.setAccessibleName(f"{new}{message.title or message.text}, {sender_words(message)}")

    def _head(self, message: Message, is_new: bool) -> QHBoxLayout:
        head = QHBoxLayout()
        head.setSpacing(6)
        if is_new:
            head.addWidget(Glyph("circle", "focus", 10))
            head.addWidget(label("New", bold=True))
        head.addWidget(label(sender_words(message), "muted", wrap=True), 1)
        head.addWidget(label(f"Turn {message.turn}", "muted"))
        return head


class MessagesPage(QScrollArea):
    """``looked`` when the page comes into view, so that what is on it has been seen."""

    looked = Signal()

    def __init__(self, scenario: Scenario, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._scenario = scenario
        self._shown: tuple[tuple[Message, ...], frozenset[Message]] | None = None
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName("Messages")
        inside = QWidget()
        self.setWidget(inside)
        column = QVBoxLayout(inside)
        column.setContentsMargins(2 * theme.SPACE, 12, 2 * theme.SPACE, 2 * theme.SPACE)
        self._body = QVBoxLayout()
        self._body.setSpacing(12)
        column.addLayout(self._body)
        column.addStretch()

    def show_messages(self, messages: tuple[Message, ...], new: Collection[Message]) -> None:
        """Show a seat's messages, of which some are ``new`` to it."""
        if (messages, frozenset(new)) == self._shown:
            return
        self._shown = (messages, frozenset(new))
        emptied(self._body)
        for message in reversed(messages):
            self._body.addWidget(MessageCard(self._scenario, message, message in new))
        self.verticalScrollBar().setValue(0)

    def showEvent(self, event: QShowEvent) -> None:
        """Somebody looks."""
        super().showEvent(event)
        self.looked.emit()
