"""Orders that are sealed and not yet opened: covered seat by seat, or uncovered step by step."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from idlib_wargame.session.session import Session
from idlib_wargame.views.desk.sealed_orders import CoveredSeat, covered_seats, uncovered_steps
from idlib_wargame.windows.cards.order_card import OrderCard
from idlib_wargame.windows.look import theme
from idlib_wargame.windows.parts.labels import label
from idlib_wargame.windows.parts.marks import Glyph, Swatch


class SealedOrders(QWidget):
    """Covered, it says no more than how many; a projector leaks nothing."""

    def __init__(self, session: Session, uncovered: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme.SPACE)
        if uncovered:
            self._add_uncovered(session)
        for seat in covered_seats(session, uncovered):
            self._column.addWidget(_covered_card(seat))

    def _add_uncovered(self, session: Session) -> None:
        for step in uncovered_steps(session):
            self._column.addWidget(label(step.name, "eyebrow"))
            for order in step.orders:
                self._column.addWidget(OrderCard(order))


def _covered_card(seat: CoveredSeat) -> QFrame:
    card = QFrame()
    card.setProperty("role", "card")
    row = QHBoxLayout(card)
    row.setContentsMargins(2 * theme.SPACE, 12, 2 * theme.SPACE, 12)
    row.setSpacing(theme.SPACE)
    row.addWidget(Swatch(seat.seat.colour))
    row.addWidget(label(seat.seat.name, bold=True))
    row.addWidget(label(seat.words, "muted"))
    row.addStretch()
    row.addWidget(Glyph("seal", "muted", 16))
    return card
