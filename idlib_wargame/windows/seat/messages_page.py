"""What control has told a seat, the newest first; what is new since the last look stands out."""

from __future__ import annotations

from collections.abc import Collection

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from idlib_wargame.views.messages import MessageView
from idlib_wargame.windows.cards.message_card import MessageCard
from idlib_wargame.windows.look import theme
from idlib_wargame.windows.parts.labels import emptied
from idlib_wargame.words.language import _


class MessagesPage(QScrollArea):
    """``looked`` when the page comes into view, so that what is on it has been seen."""

    looked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: tuple[tuple[MessageView, ...], frozenset[MessageView]] | None = None
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(_("Messages"))
        inside = QWidget()
        self.setWidget(inside)
        column = QVBoxLayout(inside)
        column.setContentsMargins(2 * theme.SPACE, 12, 2 * theme.SPACE, 2 * theme.SPACE)
        self._body = QVBoxLayout()
        self._body.setSpacing(12)
        column.addLayout(self._body)
        column.addStretch()

    def show_messages(
        self, messages: tuple[MessageView, ...], new: Collection[MessageView]
    ) -> None:
        """Show a seat's messages, of which some are ``new`` to it."""
        if (messages, frozenset(new)) == self._shown:
            return
        self._shown = (messages, frozenset(new))
        emptied(self._body)
        for message in reversed(messages):
            self._body.addWidget(MessageCard(message, message in new))
        self.verticalScrollBar().setValue(0)

    def showEvent(self, event: QShowEvent) -> None:
        """Somebody looks."""
        super().showEvent(event)
        self.looked.emit()
