"""Orders that are sealed and not yet opened: covered seat by seat, or uncovered step by step."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from idlib_wargame.rules.result import Order
from idlib_wargame.session.play import Play, Wish
from idlib_wargame.session.session import Session
from idlib_wargame.views.cards import order_view
from idlib_wargame.windows.cards.order_card import OrderCard
from idlib_wargame.windows.look import theme
from idlib_wargame.windows.parts.labels import label
from idlib_wargame.windows.parts.marks import Glyph, Swatch
from idlib_wargame.words.figures import counted
from idlib_wargame.words.situation import reason_words


class SealedOrders(QWidget):
    """Covered, it says no more than how many; a projector leaks nothing."""

    def __init__(
        self, session: Session, play: Play, uncovered: bool, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._play = play
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme.SPACE)
        if uncovered:
            self._add_open()
        else:
            self._add_covered()

    def _add_covered(self) -> None:
        for seat in self._session.scenario.seats:
            if seat.id not in self._play.sealed:
                continue
            card = QFrame()
            card.setProperty("role", "card")
            row = QHBoxLayout(card)
            row.setContentsMargins(2 * theme.SPACE, 12, 2 * theme.SPACE, 12)
            row.setSpacing(theme.SPACE)
            row.addWidget(Swatch(seat.colour))
            row.addWidget(label(seat.name, bold=True))
            sealed = counted(len(self._play.sealed[seat.id]), "order", "orders")
            row.addWidget(label(f"{sealed} sealed", "muted"))
            row.addStretch()
            row.addWidget(Glyph("seal", "muted", 16))
            self._column.addWidget(card)

    def _add_open(self) -> None:
        scenario = self._session.scenario
        for step in scenario.steps:
            found = [
                (seat.id, wish)
                for seat in scenario.seats
                for wish in self._play.sealed.get(seat.id, ())
                if scenario.move_by_id[wish.move].step == step
            ]
            if found:
                name = scenario.step_names.get(step, step.capitalize())
                self._column.addWidget(label(name, "eyebrow"))
            for seat_id, wish in found:
                self._column.addWidget(self._card(seat_id, wish))

    def _card(self, seat: str, wish: Wish) -> OrderCard:
        order = Order(seat, wish.move, wish.choice)
        scenario = self._session.scenario
        odds = self._session.referee.desk.odds(self._play.state, order)
        reason = reason_words(scenario, wish.why)
        return OrderCard(order_view(scenario, order, odds, reason))
