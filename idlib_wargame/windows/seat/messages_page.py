"""What control has told a seat, the newest first; what is new since the last look stands out."""

from __future__ import annotations

from collections.abc import Collection

from PySide6.QtCore import QMargins, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from idlib_wargame.views.messages import MessageView
from idlib_wargame.windows.cards.message_card import MessageCard
from idlib_wargame.windows.look import theme
from idlib_wargame.windows.parts.tall_column import TallColumn
from idlib_wargame.words.language import _

MARGINS = QMargins(2 * theme.SPACE, 12, 2 * theme.SPACE, 2 * theme.SPACE)


class MessagesPage(TallColumn):
    """``looked`` when the page comes into view, so that what is on it has been seen."""

    looked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(MARGINS, 12, parent=parent)
        self._shown: tuple[tuple[MessageView, ...], frozenset[MessageView]] | None = None
        self.setAccessibleName(_("Messages"))

    def show_messages(
        self, messages: tuple[MessageView, ...], new: Collection[MessageView]
    ) -> None:
        """Show a seat's messages, of which some are ``new`` to it."""
        if (messages, frozenset(new)) == self._shown:
            return
        self._shown = (messages, frozenset(new))
        cards = [(message, message in new) for message in reversed(messages)]
        self.show_cards(cards, lambda place: MessageCard(*cards[place]))
        if not self.isVisible():
            self.verticalScrollBar().setValue(0)  # whoever comes to look sees what is new

    def showEvent(self, event: QShowEvent) -> None:
        """Somebody looks."""
        super().showEvent(event)
        self.looked.emit()
