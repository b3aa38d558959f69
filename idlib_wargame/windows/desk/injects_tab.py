"""The desk's page of injects: cards of what waits now, or the whole list as a board."""

from __future__ import annotations

from PySide6.QtWidgets import QStackedWidget, QWidget

from idlib_wargame.windows.desk.injects_page import InjectsPage
from idlib_wargame.windows.desk.msel_page import MselPage
from idlib_wargame.words.language import _


class InjectsTab(QStackedWidget):
    """Opens with the cards, which are quicker; the board is one press away, and back."""

    def __init__(self, cards: InjectsPage, board: MselPage, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.cards, self.board = cards, board
        self.addWidget(cards)
        self.addWidget(board)
        self.setAccessibleName(_("Injects"))
        cards.board_wanted.connect(self.show_board)
        board.to_cards.connect(self.show_cards)

    def show_board(self) -> None:
        """Turn to the whole list."""
        self.setCurrentWidget(self.board)
        self.board.table.setFocus()

    def go_to(self, inject: str) -> None:
        """Bring an inject into view, on whichever of the two is in front."""
        if self.currentWidget() is self.board:
            self.board.go_to(inject)
        else:
            self.cards.go_to(inject)

    def show_cards(self) -> None:
        """Turn to what waits now."""
        self.setCurrentWidget(self.cards)
        self.cards.whole.setFocus()
