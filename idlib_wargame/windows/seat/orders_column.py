"""The seat's orders: what is picked and why, and the seal."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QPlainTextEdit,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from idlib_wargame.rules.pack.scenario import Scenario
from idlib_wargame.session.play import ADJUDICATION, FINISHED, INJECTS, REPORT, TALKS, Wish
from idlib_wargame.session.seat_view import SeatView
from idlib_wargame.windows.look import icons, theme
from idlib_wargame.windows.parts.labels import emptied, label
from idlib_wargame.windows.parts.marks import Glyph, Stripe
from idlib_wargame.windows.seat.drafting import Drafting
from idlib_wargame.words.odds import odds_word
from idlib_wargame.words.situation import move_words

NUMBERS = {1: "one", 2: "two", 3: "three", 4: "four"}


def seal_words(picked: int, most: int) -> str:
    """What the filled button says: "Seal both orders", "Seal one order of two"."""
    if picked == 0:
        return "Seal no orders"
    if picked < most:
        return f"Seal {NUMBERS.get(picked, picked)} of {NUMBERS.get(most, most)} orders"
    return {1: "Seal the order", 2: "Seal both orders"}.get(most, f"Seal all {most} orders")


class Reason(QPlainTextEdit):
    """The reason for one order; ``left`` when the focus goes elsewhere."""

    left = Signal()

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.setPlaceholderText("Why? One line for the record")
        self.setTabChangesFocus(True)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(theme.scaled(60))

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """What was typed is kept at once."""
        super().focusOutEvent(event)
        self.left.emit()


class Slot(QFrame):
    """One picked order: its number, its name, its odds, its reason, and a way to take it back."""

    def __init__(
        self,
        scenario: Scenario,
        place: int,
        wish: Wish,
        odds: str,
        is_open: bool,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        move = scenario.move_by_id[wish.move]
        self.why: Reason | None = None
        self.drop = QPushButton()
        self.drop.setProperty("role", "quiet")
        self.drop.setIcon(icons.icon("close", "muted"))
        self.drop.setToolTip("Take this order back")
        self.drop.setAccessibleName(f"Take back order {place + 1}")
        self.drop.setVisible(is_open)
        across = QHBoxLayout(self)
        across.setContentsMargins(theme.SPACE, theme.SPACE, theme.SPACE, theme.SPACE)
        across.setSpacing(10)
        across.addWidget(Stripe(theme.TABLES.get(move.table, "#888888")))
        column = QVBoxLayout()
        column.setSpacing(4)
        across.addLayout(column, 1)
        head = QHBoxLayout()
        head.setSpacing(6)
        head.addWidget(label(str(place + 1), "muted", bold=True), 0, Qt.AlignmentFlag.AlignTop)
        name = label(move_words(scenario, wish.move, wish.choice), bold=True, wrap=True)
        head.addWidget(name, 1)
        head.addWidget(self.drop, 0, Qt.AlignmentFlag.AlignTop)
        column.addLayout(head)
        if odds:
            column.addWidget(label(odds, "muted"))
        if is_open:
            self.why = Reason(wish.why)
            self.why.setAccessibleName(f"Why order {place + 1}?")
            column.addWidget(self.why)
        elif wish.why:
            column.addWidget(label(f"“{wish.why}”", wrap=True))


class OrdersColumn(QFrame):
    """``sealed`` after a seal went through."""

    sealed = Signal()

    def __init__(
        self, scenario: Scenario, drafting: Drafting, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setProperty("role", "panel")
        self._scenario = scenario
        self._drafting = drafting
        self._view: SeatView | None = None
        self.slots: list[Slot] = []
        self._body = QVBoxLayout()
        self._body.setSpacing(theme.SPACE)
        self._body.setContentsMargins(0, 0, 0, 0)
        self.state = label(role="muted", wrap=True)
        self.fault = label(role="danger", wrap=True)
        self.fault.hide()
        self.seal = QPushButton()
        self.seal.setProperty("role", "primary")
        self.seal.setIcon(icons.icon("seal", "on_accent"))
        self.seal.setToolTip("Ctrl+Enter")
        self.seal.clicked.connect(self.seal_now)
        self.unseal = QPushButton("Take the orders back")
        self.unseal.setIcon(icons.icon("unseal", "muted"))
        self.unseal.clicked.connect(self._drafting.unseal)
        self._lay_out()
        drafting.changed.connect(self._redraw)
        drafting.refused.connect(self.say)

    def _lay_out(self) -> None:
        inside = QWidget()
        scrolled = QVBoxLayout(inside)
        scrolled.setContentsMargins(0, 0, 0, 0)
        scrolled.addLayout(self._body)
        scrolled.addStretch()
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(inside)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 12, 12, 12)
        column.setSpacing(theme.SPACE)
        column.addWidget(label("Your orders", "heading"))
        column.addWidget(scroll, 1)
        column.addWidget(self.fault)
        column.addWidget(self.state)
        column.addWidget(self.seal)
        column.addWidget(self.unseal)

    def show_view(self, view: SeatView) -> None:
        """Show the seat's orders as the exercise stands; a reason being typed is left alone."""
        before, self._view = self._view, view
        if before is None or _but_reasons(before) != _but_reasons(view):
            self._redraw()

    def say(self, text: str) -> None:
        """Say why something cannot be."""
        self.fault.setText(text)
        self.fault.setVisible(bool(text))

    def seal_now(self) -> None:
        """Seal what is picked."""
        if self._drafting.may_seal and self._drafting.seal():
            self.say("")
            self.sealed.emit()

    def _redraw(self) -> None:
        view, drafting = self._view, self._drafting
        if view is None:
            return
        self.say("")
        emptied(self._body)
        odds = {o.wish[:2]: odds_word(o.odds.need) for o in view.options}
        self.slots = [
            Slot(self._scenario, n, wish, odds.get(wish[:2], ""), drafting.is_open)
            for n, wish in enumerate(drafting.wishes)
        ]
        for place, slot in enumerate(self.slots):
            self._wire(slot, place)
            self._body.addWidget(slot)
        if drafting.is_open:
            for place in range(len(self.slots), view.orders):
                self._body.addWidget(_empty_slot(place))
        self.seal.setText(seal_words(len(self.slots), view.orders))
        self.seal.setVisible(drafting.is_open)
        self.seal.setEnabled(drafting.may_seal)
        self.unseal.setVisible(view.is_sealed and view.phase not in (ADJUDICATION, FINISHED))
        self.state.setText(_state_words(view))

    def _wire(self, slot: Slot, place: int) -> None:
        drafting = self._drafting
        slot.drop.clicked.connect(lambda: drafting.drop(place))
        if slot.why is not None:
            reason = slot.why
            slot.why.textChanged.connect(_writer(drafting, place, reason))
            slot.why.left.connect(drafting.keep)


def _but_reasons(view: SeatView) -> tuple[object, ...]:
    picks = () if view.is_sealed else tuple(wish[:2] for wish in view.wishes)
    return view.turn, view.phase, view.is_sealed, view.orders, view.options, picks


def _writer(drafting: Drafting, place: int, reason: Reason) -> Callable[[], None]:
    return lambda: drafting.write(place, reason.toPlainText())


def _empty_slot(place: int) -> QFrame:
    slot = QFrame()
    slot.setProperty("role", "well")
    row = QHBoxLayout(slot)
    row.setContentsMargins(12, 12, 12, 12)
    row.addWidget(label(str(place + 1), "muted", bold=True))
    row.addWidget(label("Pick a move from the tables.", "muted", wrap=True), 1)
    row.addWidget(Glyph("add", "muted", 14))
    return slot


def _state_words(view: SeatView) -> str:
    if view.phase == FINISHED:
        return "The exercise is finished."
    if view.phase == ADJUDICATION:
        return "The orders are open. Results follow when the facilitator closes the turn."
    if view.phase == REPORT:
        return f"Turn {view.turn} is over; orders for the next turn open later."
    if view.is_sealed:
        return "Sealed. Nobody reads them before they are opened together."
    if view.phase in (INJECTS, TALKS):
        return "Orders open after the talks. What you pick and write is kept until then."
    return "What you pick and write is kept as you go."
