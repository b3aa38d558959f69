"""The orders of a turn that lie open, step by step, before all of them are rolled."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from idlib_wargame.rules.order import Order
from idlib_wargame.session.session import Session
from idlib_wargame.views.desk.free_rows import row_help
from idlib_wargame.views.desk.open_orders import (
    OpenOrder,
    OpenStep,
    method_choices,
    open_steps,
    roll_act,
)
from idlib_wargame.windows.desk.half_typed import HalfTyped
from idlib_wargame.windows.desk.open_order_card import OpenOrderCard
from idlib_wargame.windows.desk.order_forms import Do
from idlib_wargame.windows.look import icons, theme
from idlib_wargame.windows.parts.labels import emptied, label
from idlib_wargame.windows.parts.one_press import steady
from idlib_wargame.windows.parts.why_grey import say_grey
from idlib_wargame.words.language import _, fill


class OpenOrders(QWidget):
    """A card an order, and a press for each step that can be rolled."""

    def __init__(
        self, session: Session, do: Do, half: HalfTyped, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._session, self._do, self._half = session, do, half
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.cards: dict[Order, OpenOrderCard] = {}
        self.rolls: list[QPushButton] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(12)

    def show_orders(self) -> None:
        """Show them as they stand; a form that is open goes on in the card that comes."""
        steps = open_steps(self._session)
        before = dict(self.cards)
        on = QApplication.focusWidget()
        at = next((o for o, card in before.items() if on and card.isAncestorOf(on)), None)
        for card in before.values():
            self._column.removeWidget(card)
        emptied(self._column)
        self.cards.clear()
        self.rolls.clear()
        for step in steps:
            self._column.addWidget(self._step_head(step))
            for view in step.orders:
                old = before.pop(view.order, None)
                is_kept = old is not None and old.view == view
                card = old if old and is_kept else self._in_place_of(old, view)
                self.cards[view.order] = card
                self._column.addWidget(card)
        for card in before.values():
            card.hide()
            card.deleteLater()
        if at in self.cards:
            self._keys_to(self.cards[at])

    def waiting(self, order: Order | None) -> OpenOrderCard | None:
        """The card of that order, else the first that cannot be rolled before something is done."""
        if order is not None:
            return self.cards.get(order)
        return next((each for each in self.cards.values() if each.view.lacks), None)

    def _keys_to(self, card: OpenOrderCard) -> None:
        """To the card that came in place of theirs, where a press does nothing."""
        on = QApplication.focusWidget()
        if on is not None and (on is card or card.isAncestorOf(on)):
            return
        if card.form is not None:
            card.form.take_keys()
        else:
            card.setFocus()

    def _in_place_of(self, before: OpenOrderCard | None, view: OpenOrder) -> OpenOrderCard:
        scenario = self._session.scenario
        seats = [(seat.id, seat.name) for seat in scenario.seats if not seat.control]
        methods = method_choices(self._session)
        rows = partial(row_help, self._session)
        card = OpenOrderCard(view, seats, methods, self._do, rows, self._half)
        card.rolled.connect(lambda: self._roll((view.order,)))
        if before is not None:
            form = before.give_up()
            if form is not None and not view.is_rolled:
                card.adopt(form)
            before.hide()
            before.deleteLater()
        return card

    def _step_head(self, step: OpenStep) -> QWidget:
        head = QWidget()
        column = QVBoxLayout(head)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        row = QHBoxLayout()
        row.setSpacing(theme.SPACE)
        row.addWidget(label(step.name, "eyebrow", wrap=True), 1)
        column.addLayout(row)
        if step.roll:
            roll = QPushButton(step.roll)
            roll.setProperty("role", "soft")
            roll.setIcon(icons.icon("dice", "muted"))
            said = _("{act}: {step}")
            roll.setAccessibleName(fill(said, act=step.roll, step=step.name))
            roll.clicked.connect(lambda: self._roll(step.left))
            steady(roll)
            say_grey(roll, step.waits)
            self.rolls.append(roll)
            row.addWidget(roll)
        if step.waits:
            column.addWidget(label(step.waits, "muted", wrap=True))
        return head

    def _roll(self, orders: tuple[Order, ...]) -> None:
        """The keys go to nothing that a second press would roll."""
        if self._do(roll_act(self._session, orders)) and self.isVisible():
            self.setFocus()

    @property
    def half_typed(self) -> list[str]:
        """What was begun in the forms and not sent."""
        cards = self.cards.values()
        return [card.form.half_typed for card in cards if card.form and card.form.half_typed]
