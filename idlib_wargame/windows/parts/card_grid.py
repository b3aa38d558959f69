"""Cards in as many columns as the width allows."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from idlib_wargame.windows.look import theme


class CardGrid(QWidget):
    """Lays cards out in rows, again whenever its width changes.

    ``narrowest`` is the least width, in pixels, that a card is given.
    """

    def __init__(self, narrowest: int) -> None:
        super().__init__()
        self._narrowest = narrowest
        self._cards: list[QWidget] = []
        self._blanks: list[QWidget] = []
        self._columns = 0
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(2 * theme.SPACE)

    def show_cards(self, cards: Sequence[QWidget]) -> None:
        """Puts these cards in place of the ones before."""
        for card in self._cards:
            self._grid.removeWidget(card)
            card.deleteLater()
        self._cards = list(cards)
        self._columns = 0
        self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """More width, more columns."""
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        columns = max(1, (self.width() + self._grid.spacing()) // self._narrowest)
        if columns == self._columns:
            return
        for column in range(max(columns, self._columns)):
            self._grid.setColumnStretch(column, 1 if column < columns else 0)
        self._columns = columns
        for place, card in enumerate(self._cards):
            self._grid.addWidget(card, place // columns, place % columns)
        self._fill_first_row(columns)

    def minimumSizeHint(self) -> QSize:
        """One card's width: what stands side by side now need not stay so."""
        least = super().minimumSizeHint()
        widest = max((card.minimumSizeHint().width() for card in self._cards), default=0)
        return QSize(widest, least.height())

    def _fill_first_row(self, columns: int) -> None:
        """An empty column has no gap before it, so cards would be wider where they are few."""
        for blank in self._blanks:
            self._grid.removeWidget(blank)
            blank.deleteLater()
        self._blanks = [QWidget() for _ in range(len(self._cards), columns)]
        for place, blank in enumerate(self._blanks, start=len(self._cards)):
            self._grid.addWidget(blank, 0, place)
