"""One message from the facilitator: from whom, what it says, and what it moved."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from idlib_wargame.views.messages import MessageView
from idlib_wargame.windows.look import theme
from idlib_wargame.windows.parts.labels import label
from idlib_wargame.windows.parts.marks import Glyph
from idlib_wargame.words.language import _, fill


class MessageCard(QFrame):
    """``is_new`` marks it. ``to`` says whom it was for, where the reader may know."""

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
        if to:
            column.addWidget(label(fill(_("To {seats}"), seats=to), "muted", wrap=True))
        column.addWidget(label(message.text, wrap=True))
        if message.did:
            column.addWidget(label(message.did, "muted", wrap=True))
        spoken = message.spoken
        said = fill(_("New: {message}"), message=spoken) if is_new else spoken
        self.setAccessibleName(said)

    def _head(self, message: MessageView, is_new: bool) -> QHBoxLayout:
        head = QHBoxLayout()
        head.setSpacing(6)
        if is_new:
            head.addWidget(Glyph("circle", "focus", 10))
            head.addWidget(label(_("New"), bold=True))
        head.addWidget(label(message.sender, "muted", wrap=True, leads=True), 1)
        head.addWidget(label(fill(_("Turn {turn}"), turn=message.turn), "muted"))
        return head
