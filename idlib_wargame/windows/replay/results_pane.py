"""The results of one turn: each order's card, in the order that they resolved."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from idlib_wargame.rules.dice import Address
from idlib_wargame.rules.pack.own_rows import NO_ROWS, OwnRows
from idlib_wargame.rules.pack.scenario import Scenario
from idlib_wargame.rules.sight import Sight
from idlib_wargame.session.play import Turn
from idlib_wargame.views.cards import card_view, for_control, for_the_room, given_words
from idlib_wargame.views.trails import known_trails, trails
from idlib_wargame.windows.cards.adjudication_card import AdjudicationCard
from idlib_wargame.windows.look import theme
from idlib_wargame.windows.parts.labels import emptied, label
from idlib_wargame.words.language import _


class ResultsPane(QScrollArea):
    """Cards are made only when somebody looks at them. ``sight`` is None for control.

    ``numbers`` is False for an exercise that was told in words alone.
    """

    def __init__(
        self,
        scenario: Scenario,
        sight: Sight | None = None,
        numbers: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._scenario = scenario
        self._sight = sight
        self._manner = for_control(numbers) if sight is None else for_the_room(numbers)
        self._turn: Turn | None = None
        self._made: Turn | None = None
        self._wanted: Address | None = None
        self.cards: dict[Address, AdjudicationCard] = {}
        inside = QFrame()
        inside.setProperty("role", "panel")
        self.whole = QVBoxLayout(inside)  # its first place is for what stands over the cards
        self.whole.setContentsMargins(16, 12, 16, 12)
        self.whole.setSpacing(theme.SPACE)
        self.closed = QWidget()
        self._column = QVBoxLayout(self.closed)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme.SPACE)
        self.whole.addWidget(self.closed)
        self.setWidget(inside)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalScrollBar().rangeChanged.connect(self._scroll)
        self._make()

    def show_turn(self, turn: Turn | None, own: OwnRows = NO_ROWS) -> None:
        """Show a turn's results; None where there are none yet.

        ``own`` are the rows of the exercise that the turn may have been played with.
        """
        if own:
            self._scenario = own.added_to(self._scenario)
            self._sight = self._sight.of_rows(own) if self._sight else None
        self._turn = turn
        if self.isVisible():
            self._make()

    def showEvent(self, event: QShowEvent) -> None:
        """Make the cards of the turn that was asked for meanwhile."""
        self._make()

    def show_card(self, address: Address) -> None:
        """Bring an order's card into view."""
        self._make()
        self._wanted = address
        self._scroll()

    def _scroll(self) -> None:
        """Cards just made have no place yet; the scroll bar tells when they have got one."""
        card = self.cards.get(self._wanted) if self._wanted else None
        if card is not None and card.isVisible():
            self._wanted = None
            self.verticalScrollBar().setValue(card.y() - theme.SPACE)

    def _make(self) -> None:
        turn, before = self._turn, self._made
        if turn == before and self._column.count():
            return
        is_same = turn is not None and before is not None and turn.number == before.number
        opened = {each for each, card in self.cards.items() if card.more.isChecked()}
        place = self.verticalScrollBar().value()
        self._made = turn
        emptied(self._column)
        self._wanted = None
        self.cards = {}
        if turn is None:
            self._column.addWidget(label(_nothing_yet(), "muted", wrap=True))
        else:
            self._add_cards(turn)
        self._column.addStretch()
        for address in opened & self.cards.keys() if is_same else ():
            self.cards[address].more.setChecked(True)
        self.verticalScrollBar().setValue(place if is_same else 0)

    def _add_cards(self, turn: Turn) -> None:
        reasons = {played.order: given_words(self._scenario, played) for played in turn.orders}
        if self._sight is None:
            moved = trails(self._scenario, turn.opening, turn.result)
        else:
            moved = known_trails(self._sight, turn.opening, turn.result)
        for step in self._scenario.steps:
            cards = [card for card in turn.result.cards if card.step == step]
            if cards:
                name = self._scenario.step_names.get(step, step)
                self._column.addWidget(label(name, "eyebrow"))
            for card in cards:
                reason = reasons.get(card.order, "")
                unseen = self._sight is not None and self._sight.may_miss(card)
                trail = moved.get(card.address)
                view = card_view(
                    self._scenario, card, trail, reason, self._manner, unseen, turn.before
                )
                made = AdjudicationCard(view)
                self.cards[card.address] = made
                self._column.addWidget(made)


def _nothing_yet() -> str:
    return _("When the first turn is adjudicated, its results stand here, one card an order.")
