"""This turn's orders: covered until they are opened, then a card for each, step by step."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from idlib_wargame.rules.dice import Address
from idlib_wargame.session.kinds.uncovered import still_covered
from idlib_wargame.session.play import Play, Turn
from idlib_wargame.session.session import Session
from idlib_wargame.views.cards import CardView
from idlib_wargame.views.desk.results import (
    Followed,
    cards_by_step,
    decided_words,
    followed,
    may_accept,
    may_rule,
    progress_words,
    results_heading,
    turn_on_the_table,
)
from idlib_wargame.views.desk.sealed_orders import sealed_heading, sealed_hint
from idlib_wargame.windows.cards.adjudication_card import AdjudicationCard
from idlib_wargame.windows.desk.sealed_orders import SealedOrders
from idlib_wargame.windows.look import icons, theme
from idlib_wargame.windows.parts.labels import emptied, label
from idlib_wargame.windows.parts.page_head import PageHead
from idlib_wargame.words.language import _


class OrdersPage(QScrollArea):
    """``ruled`` carries an address, a band or None, the reason, and whether players see it.

    ``accepted`` carries the address of an order that is decided as the dice fell.
    """

    ruled = Signal(object, object, str, bool)
    accepted = Signal(object)
    covered = Signal()
    look_asked = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
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
        self.head = self._make_head()
        column.addWidget(self.head)
        self._body = QVBoxLayout()
        self._body.setSpacing(12)
        column.addLayout(self._body)
        column.addStretch()

    def _make_head(self) -> PageHead:
        self.heading = label("", "heading", wrap=True)
        self.hint = label("", "muted", wrap=True)
        self.uncover = QPushButton()
        self.uncover.setProperty("role", "quiet")
        self.uncover.clicked.connect(self.cover_or_uncover)
        return PageHead(self.heading, self.hint, self.uncover)

    def show_play(self, play: Play) -> None:
        """Show the orders as far as they may be seen."""
        turn = turn_on_the_table(play)
        if turn is None:
            self._show_sealed(play)
        else:
            self._show_turn(play, turn)

    def cover_or_uncover(self) -> None:
        """Show sealed orders to the facilitator, or cover them again.

        To look at what nobody has looked at is an act of its own: ``look_asked`` asks for it.
        """
        if not self.uncovered and still_covered(self._session.play):
            self.look_asked.emit()
        else:
            self._cover(self.uncovered)

    def show_what_is_sealed(self) -> None:
        """The facilitator has looked, and the record says so."""
        self._cover(False)

    def _cover(self, on: bool) -> None:
        self.uncovered = not on
        self.show_play(self._session.play)
        self.covered.emit()

    def _show_sealed(self, play: Play) -> None:
        self._turn_shown = None
        self._read.clear()
        self.cards.clear()
        emptied(self._body)
        self.uncover.setVisible(bool(play.sealed))
        self.uncover.setText(
            _("Cover sealed orders") if self.uncovered else _("Show sealed orders")
        )
        self.uncover.setIcon(icons.icon("eye_off" if self.uncovered else "eye", "muted"))
        self.heading.setText(sealed_heading(play))
        self.hint.setText(sealed_hint(self._session, self.uncovered))
        if play.sealed:
            self._body.addWidget(SealedOrders(self._session, self.uncovered))

    def _show_turn(self, play: Play, turn: Turn) -> None:
        # A turn's results are new values whenever a ruling changes them, so identity tells.
        if turn is self._turn_shown and may_rule(play) == self._could_rule:
            return
        if self._turn_shown is None or self._turn_shown.number != turn.number:
            self._read.clear()
            self.uncovered = False
        shown, same_acts = self._turn_shown, may_rule(play) == self._could_rule
        if shown is not None and shown.result is turn.result and same_acts:
            self._show_decided(turn)
            return
        place = self.verticalScrollBar().value() if self._turn_shown else 0
        at = next((a for a, card in self.cards.items() if card.isAncestorOf(_focused())), None)
        self._turn_shown, self._could_rule = turn, may_rule(play)
        self.uncover.hide()
        self.heading.setText(results_heading(turn))
        self.cards.clear()
        emptied(self._body)
        self._add_cards(turn)
        rows = followed(self._session.scenario, turn)
        if rows:
            self._body.addWidget(FollowedCard(rows))
        self._say_progress()
        self.verticalScrollBar().setValue(place)
        if at in self.cards:
            self.cards[at].more.setFocus()

    def _show_decided(self, turn: Turn) -> None:
        """The results are the same, and some were decided: what is typed on others stays."""
        waiting = {card.address for card in self._session.play.undecided}
        self._turn_shown = turn
        for step in cards_by_step(self._session.scenario, turn):
            for view in step.cards:
                old, waits = self.cards[view.address], view.address in waiting
                if waits == (old.accept is not None):
                    continue
                had_focus = old.isAncestorOf(_focused())
                card = self.cards[view.address] = self._card(view, waits)
                self._body.replaceWidget(old, card)
                old.hide()
                old.deleteLater()
                card.show()
                if had_focus and not self.go_to_undecided(view.address):
                    card.more.setFocus()
        self._say_progress()

    def go_to_undecided(self, after: Address | None = None) -> bool:
        """Go to the first order that waits for a decision, from a card on and round."""
        addresses = [*self.cards]
        start = addresses.index(after) if after is not None else 0
        for address in (*addresses[start:], *addresses[:start]):
            accept = self.cards[address].accept
            if accept is not None:
                accept.setFocus()
                self.ensureWidgetVisible(self.cards[address])
                return True
        return False

    def _add_cards(self, turn: Turn) -> None:
        waiting = {card.address for card in self._session.play.undecided}
        for step in cards_by_step(self._session.scenario, turn):
            self._body.addWidget(label(step.name, "eyebrow"))
            for view in step.cards:
                card = self._card(view, view.address in waiting)
                self.cards[view.address] = card
                self._body.addWidget(card)

    def _card(self, view: CardView, waits: bool) -> AdjudicationCard:
        decides = may_accept(self._session.play)
        card = AdjudicationCard(view, self._could_rule, waits if decides else None)
        card.ruled.connect(self.ruled)
        card.marked.connect(self._mark)
        card.accepted.connect(self.accepted)
        if self._could_rule and view.address in self._read:
            card.mark.setChecked(True)
        return card

    def _mark(self, address: Address, on: bool) -> None:
        (self._read.add if on else self._read.discard)(address)
        self._say_progress()

    def _say_progress(self) -> None:
        count = len(self.cards)
        if may_accept(self._session.play):
            self.hint.setText(decided_words(count - len(self._session.play.undecided), count))
            return
        self.hint.setText(progress_words(len(self._read), count, self._could_rule))

    def say_refused(self, address: Address, text: str) -> None:
        """Say beside a ruling why it was refused."""
        form = self.cards[address].form
        if form is not None:
            form.say(text)


class FollowedCard(QFrame):
    """What followed a turn by itself: chances, upkeep and conversions, each with its reason."""

    def __init__(self, rows: Sequence[Followed], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * theme.SPACE, 12, 2 * theme.SPACE, 12)
        column.setSpacing(theme.SPACE)
        column.addWidget(label(_("What followed by itself"), "heading", wrap=True))
        for row in rows:
            pair = QVBoxLayout()
            pair.setSpacing(0)
            pair.addWidget(label(row.why, wrap=True, leads=True))
            pair.addWidget(label(row.did, "muted", wrap=True, leads=True))
            column.addLayout(pair)


def _focused() -> QWidget:
    return QApplication.focusWidget() or QWidget()
