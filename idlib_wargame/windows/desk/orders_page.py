"""This turn's orders: covered until they are opened, then a card for each, step by step."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from idlib_wargame.rules.dice import Address
from idlib_wargame.rules.pack.scenario import Scenario
from idlib_wargame.rules.result import Card
from idlib_wargame.session.play import ADJUDICATION, ORDERS, Play, Turn
from idlib_wargame.session.session import Session
from idlib_wargame.views.cards import card_view
from idlib_wargame.views.trails import trails
from idlib_wargame.windows.cards.adjudication_card import AdjudicationCard
from idlib_wargame.windows.desk.after_list import AfterList
from idlib_wargame.windows.desk.sealed_orders import SealedOrders
from idlib_wargame.windows.look import icons, theme
from idlib_wargame.windows.parts.labels import emptied, label
from idlib_wargame.words.figures import counted
from idlib_wargame.words.situation import reason_words


class OrdersPage(QScrollArea):
    """``ruled`` carries an address, a band or None, the reason, and whether players see it."""

    ruled = Signal(object, object, str, bool)
    covered = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._scenario: Scenario = session.scenario
        self.uncovered = False
        self._read: set[Address] = set()
        self._turn_shown: Turn | None = None
        self._could_rule = False
        self.cards: dict[Address, AdjudicationCard] = {}
        self.setWidgetResizable(True)
        self._inside = QWidget()
        self.setWidget(self._inside)
        column = QVBoxLayout(self._inside)
        column.setContentsMargins(2 * theme.SPACE, 12, 2 * theme.SPACE, 2 * theme.SPACE)
        column.setSpacing(12)
        column.addLayout(self._head())
        self._body = QVBoxLayout()
        self._body.setSpacing(12)
        column.addLayout(self._body)
        column.addStretch()

    def _head(self) -> QHBoxLayout:
        self.heading = label("", "heading")
        self.hint = label("", "muted", wrap=True)
        self.uncover = QPushButton()
        self.uncover.setProperty("role", "quiet")
        self.uncover.clicked.connect(self.cover_or_uncover)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self.heading)
        words.addWidget(self.hint)
        row = QHBoxLayout()
        row.addLayout(words, 1)
        row.addWidget(self.uncover, 0, Qt.AlignmentFlag.AlignTop)
        return row

    def show_play(self, play: Play) -> None:
        """Show the orders as far as they may be seen."""
        turn = play.pending or play.last
        if turn is not None and (turn.number == play.turn or play.finished):
            self._show_turn(play, turn)
        else:
            self._show_sealed(play)

    def cover_or_uncover(self) -> None:
        """Show sealed orders to the facilitator, or cover them again."""
        self.uncovered = not self.uncovered
        self.show_play(self._session.play)
        self.covered.emit()

    def _show_sealed(self, play: Play) -> None:
        self._turn_shown = None
        self._read.clear()
        self.cards.clear()
        emptied(self._body)
        open_now = play.phase == ORDERS
        self.uncover.setVisible(bool(play.sealed))
        self.uncover.setText("Cover sealed orders" if self.uncovered else "Show sealed orders")
        self.uncover.setIcon(icons.icon("eye_off" if self.uncovered else "eye", "muted"))
        self.heading.setText(f"Orders of turn {play.turn}")
        self.hint.setText(self._sealed_hint() if open_now else _NOT_OPEN)
        if play.sealed:
            self._body.addWidget(SealedOrders(self._session, play, self.uncovered))

    def _sealed_hint(self) -> str:
        waiting = self._session.waiting_for()
        if not waiting:
            return "Every seat has sealed. Adjudicate when you are ready."
        names = ", ".join(self._scenario.seat_by_id[seat].name for seat in waiting)
        return f"Waiting for {names}." + (_COVERED if not self.uncovered else "")

    def _show_turn(self, play: Play, turn: Turn) -> None:
        if turn is self._turn_shown and self._may_rule(play) == self._could_rule:
            return
        if self._turn_shown is None or self._turn_shown.number != turn.number:
            self._read.clear()
            self.uncovered = False
        place = self.verticalScrollBar().value() if self._turn_shown else 0
        at = next((a for a, card in self.cards.items() if card.isAncestorOf(_focused())), "")
        self._turn_shown, self._could_rule = turn, self._may_rule(play)
        self.uncover.hide()
        self.heading.setText(f"Results of turn {turn.number}")
        self.cards.clear()
        emptied(self._body)
        self._add_steps(turn)
        if turn.result.after:
            self._body.addWidget(AfterList(self._scenario, turn.result.after))
        self._say_progress()
        self.verticalScrollBar().setValue(place)
        if at in self.cards:
            self.cards[at].more.setFocus()

    def _may_rule(self, play: Play) -> bool:
        return play.phase == ADJUDICATION and play.setup.method != "rigid"

    def _add_steps(self, turn: Turn) -> None:
        moved = trails(self._scenario, turn.opening, turn.result)
        for step in self._scenario.steps:
            mine = [card for card in turn.result.cards if card.step == step]
            if mine:
                name = self._scenario.step_names.get(step, step.capitalize())
                self._body.addWidget(label(name, "eyebrow"))
            for card in mine:
                reason = reasons(self._scenario, turn, card)
                view = card_view(self._scenario, card, moved[card.address], reason)
                shown = AdjudicationCard(view, self._could_rule)
                shown.ruled.connect(self.ruled)
                shown.marked.connect(self._mark)
                if self._could_rule and card.address in self._read:
                    shown.mark.setChecked(True)
                self.cards[card.address] = shown
                self._body.addWidget(shown)

    def _mark(self, address: Address, on: bool) -> None:
        (self._read.add if on else self._read.discard)(address)
        self._say_progress()

    def _say_progress(self) -> None:
        count = len(self.cards)
        if not count:
            self.hint.setText("Nobody gave an order this turn.")
        elif not self._could_rule:
            self.hint.setText(f"{counted(count, 'order', 'orders')}, as adjudicated.")
        else:
            self.hint.setText(
                f"{len(self._read)} of {count} marked as read. "
                "Closing the turn accepts every result as it stands."
            )

    def say_refused(self, address: Address, text: str) -> None:
        """Say beside a ruling why it was refused."""
        form = self.cards[address].form
        if form is not None:
            form.say(text)


_COVERED = " Sealed orders appear here, covered."
_NOT_OPEN = (
    "Orders are not open yet. Once they are, each seat's sealed orders appear here, covered, "
    "and after adjudication a card for each order."
)


def _focused() -> QWidget:
    return QApplication.focusWidget() or QWidget()


def reasons(scenario: Scenario, turn: Turn, card: Card) -> str:
    """The reason that the seat gave for an order; each seat's, where several gave it jointly."""
    order = card.order
    found = [
        (each.order.seat, reason)
        for each in turn.orders
        if each.order.seat in card.seats
        and each.order[1:] == order[1:]
        and (reason := reason_words(scenario, each.why, each.inject))
    ]
    if len(found) == 1:
        return found[0][1]
    return "\n".join(f"{scenario.seat_by_id[seat].name}: {reason}" for seat, reason in found)
