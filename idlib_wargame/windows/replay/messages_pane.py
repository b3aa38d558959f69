"""What control told and seats wrote up to the cursor's moment, the newest first."""

from __future__ import annotations

from PySide6.QtCore import QMargins
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFrame, QWidget

from idlib_wargame.rules.pack.scenario import Scenario
from idlib_wargame.session.letters import Letter, Message
from idlib_wargame.session.play import Play
from idlib_wargame.views.correspondence import in_their_order, letter_view
from idlib_wargame.views.messages import message_view
from idlib_wargame.windows.cards.message_card import MessageCard
from idlib_wargame.windows.look import theme
from idlib_wargame.windows.parts.labels import label
from idlib_wargame.windows.parts.tall_column import TallColumn
from idlib_wargame.words.language import _
from idlib_wargame.words.situation import audience_words

MARGINS = QMargins(16, 12, 16, 12)


class MessagesPane(TallColumn):
    """Messages as far as the reader may know them. They are drawn when somebody looks."""

    def __init__(self, scenario: Scenario, parent: QWidget | None = None) -> None:
        super().__init__(MARGINS, theme.SPACE, reads=True, parent=parent)
        self._scenario = scenario
        self._wanted: Play | None = None
        self._shown: tuple[Message | Letter, ...] | None = None
        self.sheet.setProperty("role", "panel")
        self.setFrameShape(QFrame.Shape.NoFrame)

    def show_play(self, play: Play) -> None:
        """Show what there is in an exercise as its reader may know it."""
        self._wanted = play
        if self.isVisible():
            self._make()

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up with where the cursor has gone meanwhile."""
        super().showEvent(event)
        self._make()

    def _make(self) -> None:
        told = in_their_order(self._wanted) if self._wanted is not None else ()
        if told == self._shown:
            return
        self._shown = told
        messages = tuple(reversed(told))
        if messages:
            self.show_cards(messages, lambda place: self._card(messages[place]))
        else:
            self.show_cards([""], lambda _place: label(_nothing_yet(), "muted", wrap=True))
        self.verticalScrollBar().setValue(0)

    def _card(self, message: Message | Letter) -> MessageCard:
        if isinstance(message, Letter):
            return MessageCard(letter_view(self._scenario, message))
        to = audience_words(self._scenario, message.to)
        return MessageCard(message_view(self._scenario, message), to=to)


def _nothing_yet() -> str:
    return _("When the facilitator tells the seats something, it stands here, the newest first.")
