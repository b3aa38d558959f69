"""What a seat ordered, turn by turn, and what came of it."""

from __future__ import annotations

from PySide6.QtCore import QMargins
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from idlib_wargame.views.own_door import OwnDoor
from idlib_wargame.views.own_history import OwnTurn, history_words
from idlib_wargame.windows.cards.adjudication_card import AdjudicationCard
from idlib_wargame.windows.cards.beside_card import BesideCard
from idlib_wargame.windows.look import theme
from idlib_wargame.windows.parts.labels import label
from idlib_wargame.windows.parts.tall_column import TallColumn
from idlib_wargame.words.language import _

MARGINS = QMargins(2 * theme.SPACE, 12, 2 * theme.SPACE, 2 * theme.SPACE)


class HistoryPage(TallColumn):
    """A block a turn, the newest first. It is worked out when somebody looks."""

    def __init__(self, own: OwnDoor, parent: QWidget | None = None) -> None:
        self.empty = label("", "muted", wrap=True)
        super().__init__(MARGINS, 2 * theme.SPACE, self.empty, parent)
        self._own = own
        self._shown: tuple[OwnTurn, ...] | None = None
        self.setAccessibleName(_("History"))

    def look_again(self) -> None:
        """Show the turns as they stand."""
        turns = self._own.history()
        if turns == self._shown:
            return
        self._shown = turns
        self.empty.setText(history_words(turns))
        self.show_cards(turns, lambda place: _block(turns[place]))

    def showEvent(self, event: QShowEvent) -> None:
        """Somebody looks."""
        super().showEvent(event)
        self.look_again()


def _block(turn: OwnTurn) -> QWidget:
    block = QWidget()
    column = QVBoxLayout(block)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(theme.SPACE)
    column.addWidget(label(turn.title, "heading", wrap=True))
    if turn.said:
        column.addWidget(label(turn.said, "muted", wrap=True))
    for card in turn.cards:
        column.addWidget(AdjudicationCard(card))
    for each in turn.beside:
        column.addWidget(BesideCard(each))
    return block
