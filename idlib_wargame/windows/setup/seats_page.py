"""Who sits where?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from idlib_wargame.rules.scenario import Scenario
from idlib_wargame.session.play import Seating
from idlib_wargame.windows import theme
from idlib_wargame.windows.card_grid import CardGrid
from idlib_wargame.windows.setup.page import Page, heading, muted
from idlib_wargame.windows.setup.plan import Plan
from idlib_wargame.windows.setup.seat_card import SeatCard

_NARROWEST_CARD = 38 * theme.SPACE


class SeatsPage(Page):
    """A card a seat, players first, then the white cell."""

    name = "Seats"
    question = "Who sits where?"
    onward = "Continue to the last page"

    def __init__(self) -> None:
        super().__init__()
        self.cards: list[SeatCard] = []
        self._scenario: Scenario | None = None
        self._players = CardGrid(theme.scaled(_NARROWEST_CARD))
        self._control = CardGrid(theme.scaled(_NARROWEST_CARD))
        self._control_part = QWidget()
        self.habits = QPushButton("Let habits play every seat")
        self.habits.setProperty("role", "quiet")
        self.habits.setAutoDefault(False)
        self.habits.setToolTip("A demonstration: nobody needs to sit anywhere")
        self.habits.clicked.connect(self._seat_habits)
        self._lay_out()

    def fill(self, plan: Plan) -> None:
        """Shows who sits where; cards are made anew only for another pack."""
        if self._scenario is not plan.scenario:
            self._scenario = plan.scenario
            self._make_cards(plan)
        for card, seating in zip(self.cards, plan.seating, strict=True):
            card.show_seating(seating)

    def answer(self, plan: Plan) -> Plan:
        """The plan with everyone in their place, once the cards are those of its pack."""
        if self._scenario is not plan.scenario:
            return plan
        return replace(plan, seating=tuple(card.seating() for card in self.cards))

    def summary(self, plan: Plan) -> str:
        """How many seats people play, and how many habits do."""
        return seating_words(plan.scenario, plan.seating)

    def _make_cards(self, plan: Plan) -> None:
        scenario = plan.scenario
        self.cards = [
            SeatCard(scenario, seat, seating)
            for seat, seating in zip(scenario.seats, plan.seating, strict=True)
        ]
        for card in self.cards:
            card.changed.connect(self.changed)
        control = [card for card in self.cards if card.seat.control]
        self._players.show_cards([card for card in self.cards if not card.seat.control])
        self._control.show_cards(control)
        self._control_part.setVisible(bool(control))
        self.habits.setVisible(bool(scenario.habits))

    def _seat_habits(self) -> None:
        if self._scenario is None:
            return
        habit = f"habit:{self._scenario.habits[0].id}"
        for card in self.cards:
            if self._scenario.orders_of(card.seat.id) > 0:
                card.show_seating(card.seating()._replace(played_by=habit))
        self.changed.emit()

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.addWidget(
            muted("Type names, several to a seat, and drag them from one seat to another."), 1
        )
        row.addWidget(self.habits)
        part = QVBoxLayout(self._control_part)
        part.setContentsMargins(0, theme.SPACE, 0, 0)
        part.setSpacing(theme.SPACE)
        part.addWidget(heading("White cell"))
        part.addWidget(muted("Control speaks for these, unless someone is to play one of them."))
        part.addWidget(self._control)
        self.body.addLayout(row)
        self.body.addWidget(self._players)
        self.body.addWidget(self._control_part)
        self.body.addStretch(1)


def seating_words(scenario: Scenario, seating: Sequence[Seating]) -> str:
    """Who plays, counted: "4 by people · 2 by habits"."""
    seats = [s for s in seating if not scenario.seat_by_id[s.seat].control]
    people = [s for s in seats if s.played_by == "person"]
    habits = sum(1 for s in seats if s.habit)
    control = len(seats) - len(people) - habits
    parts = [
        f"{len(people)} by people" if people else "",
        f"{habits} by habits" if habits else "",
        f"{control} by control" if control else "",
    ]
    return " · ".join(part for part in parts if part)
