"""What a seat was told, wrote and was sent, the newest first; what is new since stands out."""

from __future__ import annotations

from collections.abc import Collection

from PySide6.QtCore import QMargins, Signal
from PySide6.QtWidgets import QWidget

from idlib_wargame.views.messages import MessageView
from idlib_wargame.windows.cards.message_card import MessageCard
from idlib_wargame.windows.look import theme
from idlib_wargame.windows.parts.labels import label
from idlib_wargame.windows.parts.tall_column import TallColumn
from idlib_wargame.words.language import _

MARGINS = QMargins(2 * theme.SPACE, 12, 2 * theme.SPACE, 2 * theme.SPACE)


class MessageList(TallColumn):
    """``answered`` carries the key of a message that is to be answered, and who wrote it."""

    answered = Signal(str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(MARGINS, 12, reads=True, parent=parent)
        self._shown: tuple[tuple[MessageView, ...], frozenset[MessageView]] | None = None
        self.setAccessibleName(_("Messages"))

    def show_messages(
        self, messages: tuple[MessageView, ...], new: Collection[MessageView]
    ) -> None:
        """Show a seat's messages, of which some are ``new`` to it."""
        if (messages, frozenset(new)) == self._shown:
            return
        self._shown = (messages, frozenset(new))
        # What the seat has read changes nothing on a card, and is kept all the time.
        shown = [message._replace(is_read=False) for message in reversed(messages)]
        cards = [(message, message.as_sent in new) for message in shown]
        if cards:
            self.show_cards(cards, lambda place: self._card(*cards[place]))
        else:
            self.show_cards([""], lambda _place: label(_nothing_yet(), "muted", wrap=True))
        if not self.isVisible():
            self.verticalScrollBar().setValue(0)  # whoever comes to look sees what is new

    def _card(self, message: MessageView, is_new: bool) -> MessageCard:
        card = MessageCard(message, is_new)
        card.answered.connect(self.answered)
        return card


def _nothing_yet() -> str:
    return _(
        "What the facilitator tells you and what others write to you stands here, the newest "
        "first. Write to them below."
    )
