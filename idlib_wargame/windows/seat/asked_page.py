"""What a seat is asked about orders that lie open, a card a question, and its answers."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Protocol

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QPlainTextEdit,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from idlib_wargame.session.faults import Refused
from idlib_wargame.views.asked_orders import AskedFor, Order, OrderAsked
from idlib_wargame.views.seat import SeatView
from idlib_wargame.windows.look import theme
from idlib_wargame.windows.parts.flow_row import flowing
from idlib_wargame.windows.parts.labels import emptied, label
from idlib_wargame.windows.parts.marks import Swatch
from idlib_wargame.windows.parts.one_press import steady
from idlib_wargame.windows.parts.sending import sends
from idlib_wargame.words.language import _, fill


class Answering(Protocol):
    """The part of a seat's door by which it answers. Each raises Refused."""

    def give_reason(self, order: Order, text: str) -> None:
        """Give a reason against an order."""

    def give_word(self, order: Order, what: AskedFor, number: int) -> None:
        """Say how likely an order is, or how it comes out."""


class AskedCard(QFrame):
    """One question. ``reasoned`` carries what was written, ``chosen`` a number.

    What is half typed stays while others answer.
    """

    reasoned = Signal(str)
    chosen = Signal(int)

    def __init__(self, row: OrderAsked, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self.row = row
        self.buttons: dict[int, QPushButton] = {}
        self.field: QPlainTextEdit | None = None
        self.send: QPushButton | None = None
        self.fault = label(role="danger", wrap=True)
        self._about = QVBoxLayout()
        self._about.setSpacing(4)
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * theme.SPACE, 12, 2 * theme.SPACE, 12)
        column.setSpacing(theme.SPACE)
        column.addLayout(self._head())
        column.addWidget(label(row.title, wrap=True, bold=True))
        column.addLayout(self._about)
        column.addWidget(label(row.asks, "heading", wrap=True))
        self._remark = label(row.remark, "muted", wrap=True)
        column.addWidget(self._remark)
        if row.choices:
            column.addWidget(self._choices())
        else:
            self._add_field(column)
        column.addWidget(self.fault)
        self.fault.hide()
        self.show_row(row)

    def _head(self) -> QHBoxLayout:
        head = QHBoxLayout()
        head.setSpacing(theme.SPACE)
        head.addWidget(Swatch(self.row.colour))
        head.addWidget(label(self.row.whose, "muted", wrap=True, leads=True), 1)
        if self.row.is_free:
            head.addWidget(label(_("Free order"), "muted"))
        return head

    def _choices(self) -> QWidget:
        for number, words in self.row.choices:
            button = self.buttons[number] = QPushButton(words)
            button.setProperty("role", "soft")
            button.setCheckable(True)
            said = _("{order}: {answer}")
            button.setAccessibleName(fill(said, order=self.row.title, answer=words))
            button.clicked.connect(lambda _on=False, number=number: self._choose(number))
            steady(button)
        return flowing(theme.SPACE, *self.buttons.values())

    def _choose(self, number: int) -> None:
        self._show_given()  # a press checks nothing by itself: what counts is what is on record
        self.chosen.emit(number)

    def _add_field(self, column: QVBoxLayout) -> None:
        field = self.field = QPlainTextEdit()
        field.setPlaceholderText(_("A reason against it"))
        field.setAccessibleName(fill(_("A reason against: {order}"), order=self.row.title))
        field.setTabChangesFocus(True)
        field.setFixedHeight(theme.scaled(60))
        send = self.send = QPushButton(_("Give this reason"))
        send.setProperty("role", "soft")
        send.clicked.connect(self._give)
        steady(send)
        sends(self._give, field)
        column.addWidget(field)
        column.addWidget(flowing(theme.SPACE, send))

    def _give(self) -> None:
        if self.field is not None:
            self.reasoned.emit(self.field.toPlainText())

    def given(self) -> None:
        """The reason is on record."""
        self.say("")
        if self.field is not None:
            self.field.clear()
            self.field.setFocus()

    def say(self, text: str) -> None:
        """Say why an answer is not taken."""
        self.fault.setText(text)
        self.fault.setVisible(bool(text))

    def show_row(self, row: OrderAsked) -> None:
        """Show what was said since."""
        if row.lines != self.row.lines or self._about.count() == 0:
            emptied(self._about)
            for line in row.lines:
                self._about.addWidget(label(line, "muted", wrap=True))
        self.row = row
        self._remark.setText(row.remark)
        self._show_given()
        if self.field is not None and self.send is not None:
            self.field.setEnabled(row.is_open)
            self.send.setEnabled(row.is_open)

    def _show_given(self) -> None:
        for number, button in self.buttons.items():
            button.setChecked(number == self.row.given)
            button.setEnabled(self.row.is_open)


class AskedPage(QScrollArea):
    """A card for each question, the oldest order first."""

    def __init__(self, door: Answering, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._door = door
        self.cards: dict[str, AskedCard] = {}
        self._left: Mapping[str, str] = {}
        self.setAccessibleName(_("Asked"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        inside = QWidget()
        self.setWidget(inside)
        column = QVBoxLayout(inside)
        column.setContentsMargins(2 * theme.SPACE, 12, 2 * theme.SPACE, 2 * theme.SPACE)
        column.setSpacing(12)
        column.addWidget(label(_("What you are asked about orders"), "heading", wrap=True))
        self._body = QVBoxLayout()
        self._body.setSpacing(12)
        column.addLayout(self._body)
        column.addStretch()

    def show_view(self, view: SeatView) -> None:
        """Show what is asked now; a card that is there stays, with what is being typed."""
        wanted = {each.key: each for each in view.asked}
        for key in [each for each in self.cards if each not in wanted]:
            card = self.cards.pop(key)
            self._body.removeWidget(card)
            card.hide()
            card.deleteLater()
        for place, (key, row) in enumerate(wanted.items()):
            if key in self.cards:
                self.cards[key].show_row(row)
            else:
                self._body.insertWidget(place, self._made(row))

    @property
    def half_typed(self) -> dict[str, str]:
        """Reasons that were begun and not given, by the question that they are for."""
        fields = {key: card.field for key, card in self.cards.items()}
        typed = {key: field.toPlainText() for key, field in fields.items() if field is not None}
        return {key: text for key, text in typed.items() if text.strip()}

    def bring_back(self, reasons: Mapping[str, str]) -> None:
        """Have what was half typed in an earlier window stand in its field."""
        self._left = reasons

    def _made(self, row: OrderAsked) -> AskedCard:
        card = self.cards[row.key] = AskedCard(row)
        if card.field is not None:
            card.field.setPlainText(self._left.get(row.key, ""))
        card.chosen.connect(
            lambda number: self._try(
                card, lambda: self._door.give_word(row.order, row.what, number), lambda: None
            )
        )
        card.reasoned.connect(
            lambda text: self._try(
                card, lambda: self._door.give_reason(row.order, text), card.given
            )
        )
        return card

    def _try(self, card: AskedCard, act: Callable[[], None], done: Callable[[], object]) -> None:
        try:
            act()
        except Refused as refused:
            card.say(str(refused))
        else:
            card.say("")
            done()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Whoever turns to it can answer at once."""
        super().focusInEvent(event)
        for card in self.cards.values():
            if card.row.waits and card.field is not None:
                card.field.setFocus()
                return
