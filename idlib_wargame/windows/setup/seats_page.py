"""Who sits where?"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from idlib_wargame.rules.pack.scenario import Scenario
from idlib_wargame.views.setup.arranging import arrangement_of, host_of
from idlib_wargame.views.setup.plan import Plan
from idlib_wargame.views.setup.telling import seating_words
from idlib_wargame.windows.look import theme
from idlib_wargame.windows.parts.card_grid import CardGrid
from idlib_wargame.windows.parts.labels import emptied
from idlib_wargame.windows.setup.assistant_page import AssistantPage, heading, muted
from idlib_wargame.windows.setup.choice_row import ChoiceRow
from idlib_wargame.windows.setup.seat_card import SeatCard
from idlib_wargame.words.language import _
from idlib_wargame.words.setting_up import arrangement_words

if TYPE_CHECKING:
    from idlib_wargame.packs.reader import PackReading

_NARROWEST_CARD = 38 * theme.SPACE


class SeatsPage(AssistantPage):
    """A card a seat, players first, then the white cell."""

    def __init__(self) -> None:
        super().__init__()
        self.cards: list[SeatCard] = []
        self.arrangements: ChoiceRow[str] | None = None
        self._reading: PackReading | None = None
        self._arrangement: str | None = None
        self._for_habits: list[SeatCard] = []
        self._first_habit = ""
        self._arranged = muted()
        self._arrangement_slot = QVBoxLayout()
        self._arrangement_part = QWidget()
        self._players = CardGrid(theme.scaled(_NARROWEST_CARD))
        self._control = CardGrid(theme.scaled(_NARROWEST_CARD))
        self._control_part = QWidget()
        self.habits = QPushButton(_("Let habits play every seat"))
        self.habits.setProperty("role", "quiet")
        self.habits.setAutoDefault(False)
        self.habits.setToolTip(_("A demonstration: nobody needs to sit anywhere"))
        self.habits.clicked.connect(self._seat_habits)
        self._lay_out()

    @property
    def name(self) -> str:
        """The page in a word."""
        return _("Seats")

    @property
    def question(self) -> str:
        """What it asks."""
        return _("Who sits where?")

    @property
    def onward(self) -> str:
        """What going on from it does."""
        return _("Continue to the last page")

    def fill(self, plan: Plan) -> None:
        """Shows who sits where; cards are made anew only for other seats."""
        if self._reading is not plan.reading:
            self._reading = plan.reading
            self._offer_arrangements(plan.scenario)
            self._arrangement = None
        if self._arrangement != plan.arrangement:
            self._arrangement = plan.arrangement
            self._make_cards(plan)
        if self.arrangements is not None:
            self.arrangements.pick(plan.arrangement)
        arrangement = arrangement_of(plan.scenario, plan.arrangement)
        self._arranged.setText(arrangement_words(plan.scenario, arrangement))
        names = {seat.id: seat.name for seat in plan.played.seats}
        for card, seating in zip(self.cards, plan.seating, strict=True):
            card.show_seating(seating)
            guests = [names[each.seat] for each in plan.seating if host_of(each) == card.seat.id]
            card.show_guests(guests)

    def answer(self, plan: Plan) -> Plan:
        """The plan with everyone in their place, once the cards are those of its pack."""
        if self._reading is not plan.reading:
            return plan
        plan = replace(plan, seating=tuple(card.seating() for card in self.cards))
        picked = self.arrangements.answer() if self.arrangements is not None else ""
        return plan if picked == plan.arrangement else plan.with_arrangement(picked)

    def summary(self, plan: Plan) -> str:
        """How many seats people play, and how many habits do."""
        return seating_words(plan)

    def _offer_arrangements(self, scenario: Scenario) -> None:
        emptied(self._arrangement_slot)
        self.arrangements = None
        self._arrangement_part.setVisible(bool(scenario.arrangements))
        if scenario.arrangements:
            rows = [(each.id, each.name) for each in scenario.arrangements]
            self.arrangements = ChoiceRow(_("Arrangement of the seats"), rows)
            self.arrangements.picked.connect(self.changed)
            self._arrangement_slot.addWidget(self.arrangements)

    def _make_cards(self, plan: Plan) -> None:
        played = plan.played
        arrangement = arrangement_of(plan.scenario, plan.arrangement)
        hosts = arrangement.with_seat
        by_id = played.seat_by_id
        for card in self.cards:
            card.hide()
        self.cards = [
            SeatCard(played, seat, by_id[hosts[seat.id]] if seat.id in hosts else None)
            for seat in played.seats
        ]
        for card in self.cards:
            card.changed.connect(self.changed)
        of_control = {seat.id for seat in played.seats if seat.control} | {*arrangement.control}
        self._players.show_cards(self._in_order(hosts, of_control, among=False))
        control = self._in_order(hosts, of_control, among=True)
        self._control.show_cards(control)
        self._control_part.setVisible(bool(control))
        self.habits.setVisible(bool(played.habits))
        self._first_habit = played.habits[0].id if played.habits else ""
        self._for_habits = [card for card in self.cards if played.orders_of(card.seat.id) > 0]

    def _in_order(
        self, hosts: Mapping[str, str], of_control: set[str], *, among: bool
    ) -> list[SeatCard]:
        """The cards among the white cell's, or not; a seat that goes with another stands by it."""
        shown = []
        for card in self.cards:
            if card.seat.id not in hosts and (card.seat.id in of_control) == among:
                shown.append(card)
                shown += [each for each in self.cards if hosts.get(each.seat.id) == card.seat.id]
        return shown

    def _seat_habits(self) -> None:
        for card in self._for_habits:
            card.show_seating(card.seating()._replace(played_by=f"habit:{self._first_habit}"))
        self.changed.emit()

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.addWidget(
            muted(_("Type names, with commas between several, and drag them from seat to seat.")), 1
        )
        row.addWidget(self.habits)
        self._arrangement_slot.setContentsMargins(0, 0, 0, 0)
        shared = QVBoxLayout(self._arrangement_part)
        shared.setContentsMargins(0, 0, 0, theme.SPACE)
        shared.setSpacing(theme.SPACE)
        shared.addLayout(self._arrangement_slot)
        shared.addWidget(self._arranged)
        part = QVBoxLayout(self._control_part)
        part.setContentsMargins(0, theme.SPACE, 0, 0)
        part.setSpacing(theme.SPACE)
        part.addWidget(heading(_("Played by the facilitator")))
        said = _("The facilitator speaks for these, unless someone is to play one of them.")
        part.addWidget(muted(said))
        part.addWidget(self._control)
        self.body.addWidget(self._arrangement_part)
        self.body.addLayout(row)
        self.body.addWidget(self._players)
        self.body.addWidget(self._control_part)
        self.body.addStretch(1)
