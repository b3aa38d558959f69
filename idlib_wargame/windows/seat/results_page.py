"""What came of the last turn, as far as the seat may know it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from idlib_wargame.rules.pack.scenario import Scenario
from idlib_wargame.rules.result import Card
from idlib_wargame.session.seat_view import SeatView
from idlib_wargame.views.trails import known_trails
from idlib_wargame.windows.cards.adjudication_card import AdjudicationCard
from idlib_wargame.windows.look import theme
from idlib_wargame.windows.parts.labels import emptied, label

HOW_TO_READ = (
    "Each number leads on from where the turn found it, through the orders that you know of."
)


class ResultsPage(QScrollArea):
    """A card for each order that the seat learns of."""

    def __init__(self, scenario: Scenario, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._scenario = scenario
        self._cards: tuple[Card, ...] | None = None
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        inside = QWidget()
        self.setWidget(inside)
        column = QVBoxLayout(inside)
        column.setContentsMargins(2 * theme.SPACE, 12, 2 * theme.SPACE, 2 * theme.SPACE)
        column.setSpacing(12)
        self._body = QVBoxLayout()
        self._body.setSpacing(12)
        column.addLayout(self._body)
        column.addStretch()

    def show_view(self, view: SeatView) -> None:
        """Show the last closed turn's cards."""
        if view.cards == self._cards:
            return
        self._cards = view.cards
        emptied(self._body)
        moved = known_trails(self._scenario, view.opening, view.cards)
        if any(moved.values()):
            self._body.addWidget(label(HOW_TO_READ, "muted", wrap=True))
        for card in view.cards:
            self._body.addWidget(AdjudicationCard(self._scenario, card, "", moved[card.address]))
        if not view.cards:
            text = "Nothing of that turn has come to your knowledge."
            self._body.addWidget(label(text, "muted", wrap=True))
