"""What came of the last turn, as far as the seat may know it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from idlib_wargame.views.results_read import how_to_read
from idlib_wargame.views.seat import SeatView
from idlib_wargame.windows.cards.adjudication_card import AdjudicationCard
from idlib_wargame.windows.cards.beside_card import BesideCard
from idlib_wargame.windows.look import theme
from idlib_wargame.windows.parts.labels import emptied, label
from idlib_wargame.words.language import _


class ResultsPage(QScrollArea):
    """A card for each order that the seat learns of, then what agreements moved beside them."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: tuple[object, ...] | None = None
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        inside = QWidget()
        self.setWidget(inside)
        self.setAccessibleName(_("Results"))
        column = QVBoxLayout(inside)
        column.setContentsMargins(2 * theme.SPACE, 12, 2 * theme.SPACE, 2 * theme.SPACE)
        column.setSpacing(12)
        self._body = QVBoxLayout()
        self._body.setSpacing(12)
        column.addLayout(self._body)
        column.addStretch()

    def show_view(self, view: SeatView) -> None:
        """Show the last closed turn's cards."""
        if (view.cards, view.beside) == self._shown:
            return
        self._shown = (view.cards, view.beside)
        emptied(self._body)
        self._body.addWidget(label(how_to_read(view), "muted", wrap=True))
        for card in view.cards:
            self._body.addWidget(AdjudicationCard(card))
        if view.beside:
            self._body.addWidget(label(_("Beside the orders"), "heading", wrap=True))
        for each in view.beside:
            self._body.addWidget(BesideCard(each))
