"""This turn's orders: covered until they are opened, then a card for each, step by step."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from idlib_wargame.rules.dice import Address
from idlib_wargame.rules.order import Order
from idlib_wargame.rules.pack.phases import ORDERS
from idlib_wargame.session.kinds.by_hand import TakeInHand
from idlib_wargame.session.kinds.uncovered import still_covered
from idlib_wargame.session.notes import About, Tie
from idlib_wargame.session.play import ROLLS_GO, Play, Turn
from idlib_wargame.session.session import Session
from idlib_wargame.views.cards import CardView
from idlib_wargame.views.desk.foreseen import ruling_help
from idlib_wargame.views.desk.kept_rows import kept_row
from idlib_wargame.views.desk.open_orders import open_heading, open_hint
from idlib_wargame.views.desk.results import (
    Followed,
    ToRoom,
    cards_by_step,
    decided_words,
    followed,
    may_mark,
    may_rule,
    may_rule_on,
    next_to_show,
    progress_words,
    results_heading,
    to_decide,
    to_room,
    turn_on_the_table,
)
from idlib_wargame.views.desk.rulings import overruled
from idlib_wargame.views.desk.sealed_orders import sealed_heading, sealed_hint
from idlib_wargame.windows.cards.adjudication_card import AdjudicationCard
from idlib_wargame.windows.desk.half_typed import HalfTyped
from idlib_wargame.windows.desk.keep_row import KeepRowForm
from idlib_wargame.windows.desk.open_orders import OpenOrders
from idlib_wargame.windows.desk.order_forms import Do
from idlib_wargame.windows.desk.sealed_orders import SealedOrders
from idlib_wargame.windows.look import icons, theme
from idlib_wargame.windows.notes.note_mark import NoteMarks
from idlib_wargame.windows.parts.as_typed import in_tooltip
from idlib_wargame.windows.parts.held_place import HeldPlace
from idlib_wargame.windows.parts.in_sight import bring_in_sight
from idlib_wargame.windows.parts.labels import emptied, label
from idlib_wargame.windows.parts.number import Number
from idlib_wargame.windows.parts.one_press import leave_keys, steady
from idlib_wargame.windows.parts.page_head import PageHead
from idlib_wargame.windows.parts.why_grey import say_grey
from idlib_wargame.words.language import _


class OrdersPage(QScrollArea):
    """``ruled`` carries an address and a ``Ruling``, or None for one that is taken back.

    ``accepted`` carries the address of an order that is decided as the dice fell, ``shown`` of one
    that the room's screen is to show, ``telling`` of one whose held ruling is to be told.
    """

    ruled = Signal(object, object)
    accepted = Signal(object)
    shown = Signal(object)
    telling = Signal(object)
    covered = Signal()
    look_asked = Signal()

    def __init__(self, session: Session, half: HalfTyped, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.do: Do = lambda act: False  # given by whoever places the page
        self.open: OpenOrders | None = None
        self._half = half
        self._ask = ruling_help(session)
        self.uncovered = False
        self._read: set[Address] = set()
        self._turn_shown: Turn | None = None
        self._could_rule = self._could_mark = False
        self._may_rule: set[Address] = set()
        self._room_is_open = False
        self._to_room: Mapping[Address, ToRoom] = {}
        self._tells_agreements = False
        self._followed: FollowedCard | None = None
        self.marks: NoteMarks | None = None
        self.cards: dict[Address, AdjudicationCard] = {}
        self.setAccessibleName(_("Orders"))
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._inside = QWidget()
        self.setWidget(self._inside)
        column = QVBoxLayout(self._inside)
        column.setContentsMargins(2 * theme.SPACE, 12, 2 * theme.SPACE, 2 * theme.SPACE)
        column.setSpacing(12)
        self.head = self._make_head()
        column.addWidget(self.head)
        column.addWidget(self.overruled)
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
        steady(self.uncover)
        leave_keys(self.uncover)
        self.all_read = QPushButton()
        self.all_read.setProperty("role", "soft")
        self.all_read.setToolTip(_("For you alone, to see how far you are. It changes nothing."))
        self.all_read.clicked.connect(self._mark_all)
        steady(self.all_read)
        self.all_read.hide()
        self.next_to_room = QPushButton(_("Show the next to the room"))
        self.next_to_room.setProperty("role", "soft")
        self.next_to_room.setIcon(icons.icon("eye", "muted"))
        self.next_to_room.clicked.connect(self._show_next)
        steady(self.next_to_room)
        self.next_to_room.hide()
        self.overruled = label("", "muted", wrap=True, leads=True)
        self.overruled.hide()
        self.look_first = QPushButton(_("Look before rolling"))
        self.look_first.setProperty("role", "soft")
        self.look_first.setCheckable(True)
        said = _(
            "Orders are opened first; odds can be set and others heard before they are rolled."
        )
        self.look_first.setToolTip(in_tooltip(said))
        self.look_first.clicked.connect(lambda on: self.do(TakeInHand(ROLLS_GO, on)))
        steady(self.look_first)
        self.look_first.hide()
        parts = (self.next_to_room, self.all_read, self.uncover, self.look_first)
        return PageHead(self.heading, self.hint, *parts)

    def show_play(self, play: Play) -> None:
        """Show the orders as far as they may be seen."""
        turn = turn_on_the_table(play)
        had_keys, place = self.isAncestorOf(_focused()), self.verticalScrollBar().value()
        self._show(play, turn)
        if had_keys and not self.isAncestorOf(_focused()):
            self.setFocus()  # not what stands next: that scrolls there, and a press would press it
            if play.before_roll is None:
                self.verticalScrollBar().setValue(place)

    def _show(self, play: Play, turn: Turn | None) -> None:
        if play.before_roll is not None:
            self._show_open(play)
        elif turn is None:
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

    def _show_open(self, play: Play) -> None:
        """Orders that lie open and were not all rolled: what can be decided of each."""
        if self.open is None:
            self._clear()
            self.open = OpenOrders(self._session, lambda act: self.do(act), self._half)
            self._body.addWidget(self.open)
            self.uncover.hide()
        self.heading.setText(open_heading(play.turn))
        held = HeldPlace(self, self.open.cards)
        self.hint.setText(open_hint(self._session))
        self.open.show_orders()
        held.restore(self.open.cards)

    def waiting(self, order: Order | None) -> QWidget | None:
        """The card of an order that waits: of that one, else the first that cannot be rolled."""
        return self.open.waiting(order) if self.open is not None else None

    def _clear(self) -> None:
        self._turn_shown = None
        self._read.clear()
        self.cards.clear()
        for part in (self.all_read, self.overruled, self.next_to_room, self.look_first):
            part.hide()
        self.open = None
        emptied(self._body)

    def _show_sealed(self, play: Play) -> None:
        self._clear()
        self.look_first.setVisible(play.phase == ORDERS)
        self.look_first.setChecked(ROLLS_GO in play.by_hand)
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
        if self.open is not None:
            self._clear()
        may = may_rule(play), may_mark(play)
        self._may_rule = {c.address for c in turn.result.cards if may[0] and may_rule_on(play, c)}
        if turn is self._turn_shown and may == (self._could_rule, self._could_mark):
            return
        if self._turn_shown is None or self._turn_shown.number != turn.number:
            self._read.clear()
            self.uncovered = False
        place = self.verticalScrollBar().value() if self._turn_shown else 0
        at = next((a for a, card in self.cards.items() if card.isAncestorOf(_focused())), None)
        as_before = may == (self._could_rule, self._could_mark)
        self._turn_shown, (self._could_rule, self._could_mark) = turn, may
        self.uncover.hide()
        self.look_first.hide()
        self.heading.setText(results_heading(turn))
        before = dict(self.cards)
        self.cards.clear()
        self._to_room = self._room_states(play, turn)
        self._add_cards(turn, before, as_before)
        self._add_followed(turn)
        self._say_progress()
        self._say_overruled(play)
        self._say_room()
        self.show_marks()
        self.verticalScrollBar().setValue(place)
        if at in self.cards and not self.cards[at].isAncestorOf(_focused()):
            decided = before[at].waits and not self.cards[at].waits
            if not decided or not self.go_to_undecided(at):
                self.cards[at].more.setFocus()

    def show_room(self, is_open: bool) -> None:
        """Whether results may be shown one by one on the room's screen: it is there, or is not."""
        if is_open != self._room_is_open:
            self._room_is_open, self._turn_shown = is_open, self._again()
            self.show_play(self._session.play)

    def _again(self) -> Turn | None:
        """The turn as if it were shown for the first time, with what was marked of it kept."""
        shown = self._turn_shown
        return replace(shown) if shown is not None else None

    def _room_states(self, play: Play, turn: Turn) -> Mapping[Address, ToRoom]:
        if not self._room_is_open or play.pending is not turn:
            return {}
        return to_room(self._session.referee, turn)

    def _say_room(self) -> None:
        self.next_to_room.setVisible(bool(self._to_room))
        done = next_to_show(self._to_room) is None
        said = _("Every result that everybody may know of is on the room's screen.")
        say_grey(self.next_to_room, said if done else "")

    def _show_next(self) -> None:
        address = next_to_show(self._to_room)
        if address is not None:
            self.shown.emit(address)

    def _say_overruled(self, play: Play) -> None:
        said = overruled(play)
        self.overruled.setText(said)
        self.overruled.setVisible(bool(said))

    def show_agreements(self, on: bool) -> None:
        """Whether what came of agreements is told with its reason."""
        if on == self._tells_agreements:
            return
        self._tells_agreements = on
        if self._turn_shown is not None and self._followed is not None:
            self._body.removeWidget(self._followed)
            self._followed.hide()
            self._followed.deleteLater()
            self._add_followed(self._turn_shown)

    def _add_followed(self, turn: Turn) -> None:
        numbers = self._session.play.setup.numbers
        rows = followed(self._session.scenario, turn, numbers, self._tells_agreements)
        self._followed = FollowedCard(rows) if rows else None
        if self._followed is not None:
            self._body.addWidget(self._followed)

    def show_marks(self) -> None:
        """Say on each card how many notes are tied to its order."""
        for address, card in self.cards.items():
            if self.marks is not None:
                self.marks.put_on(card, card.lines, Tie(About.ORDER, str(address)))

    def go_to(self, address: Address) -> bool:
        """Bring the card of that order into view, where it is among these."""
        card = self.cards.get(address)
        if card is None:
            return False
        card.setFocus()
        self.ensureWidgetVisible(card)
        self.horizontalScrollBar().setValue(0)
        return True

    def go_to_undecided(self, after: Address | None = None) -> bool:
        """Go to the first order that waits for a decision, from a card on and round.

        The keys go to what decides it. That is steady, so that the second of two presses on the
        one before it decides nothing.
        """
        addresses = [*self.cards]
        start = addresses.index(after) if after is not None else 0
        for address in (*addresses[start:], *addresses[:start]):
            card = self.cards[address]
            if card.waits:
                (card.accept or card.more).setFocus()
                self.ensureWidgetVisible(card)
                self.horizontalScrollBar().setValue(0)  # a card may be wider, but reads from here
                return True
        return False

    def _add_cards(
        self, turn: Turn, before: Mapping[Address, AdjudicationCard], as_before: bool
    ) -> None:
        """A card that reads as it did stays; another is as open as the one before it was."""
        steps = cards_by_step(self._session.scenario, turn, self._session.play.setup.numbers)
        for step in steps:
            for view in step.cards:
                old, waits = before.get(view.address), self._waits(view.address)
                room = self._to_room.get(view.address)
                as_it_was = old is not None and (old.view, old.waits) == (view, waits)
                is_kept = as_before and as_it_was and old is not None and old.to_room is room
                self.cards[view.address] = old if old and is_kept else self._card(view, old)
        for card in self.cards.values():
            card.foresee()
            self._body.removeWidget(card)
        emptied(self._body)
        for step in steps:
            self._body.addWidget(label(step.name, "eyebrow"))
            for view in step.cards:
                self._body.addWidget(self.cards[view.address])

    def _waits(self, address: Address) -> bool | None:
        """Whether an order waits for a decision; None where none is asked for each."""
        play = self._session.play
        if address not in to_decide(play):
            return None
        return any(card.address == address for card in play.undecided)

    def _card(self, view: CardView, before: AdjudicationCard | None) -> AdjudicationCard:
        waits = self._waits(view.address)
        room = self._to_room.get(view.address)
        rules = view.address in self._may_rule
        keeps = view.head.is_free and not self._session.play.finished
        tells = self._session.play.pending is None and not self._session.play.finished
        marks, ask = self._could_mark, self._ask
        card = AdjudicationCard(view, rules, waits, marks, ask, room, keeps, tells)
        card.kept.connect(self._keep_row)
        card.told.connect(self.telling)
        card.shown.connect(self.shown)
        card.ruled.connect(self.ruled)
        card.marked.connect(self._mark)
        card.accepted.connect(self.accepted)
        card.setFocusPolicy(Qt.FocusPolicy.ClickFocus)  # selected, for a note about it
        card.half_ruled.connect(lambda at, text: self._half.typed(_place(at), text))
        if self._could_mark and view.address in self._read:
            card.mark.setChecked(True)
        if before is not None:
            card.take_over(before)
        elif rules and (left := self._half.of(_place(view.address))):
            card.bring_back(left)
        return card

    def _keep_row(self, address: Address) -> None:
        """Open the form for who may order a free order's row again, or leave it."""
        card, kept = self.cards[address], kept_row(self._session, address.move)
        open_form = card.findChild(KeepRowForm)
        if open_form is not None:
            _take_away(open_form)
        elif kept is not None:
            order = Order(address.seat, address.move, address.choice)
            form = KeepRowForm(kept, order, lambda act: self.do(act))
            for gone in (form.done, form.left):
                gone.connect(lambda: _take_away(form))
            card.lines.addWidget(form)
            form.take_keys()
            bring_in_sight(form)

    @property
    def read(self) -> int:
        """How many results have been read, or decided: a ruling is not given unread."""
        return sum(
            address in self._read or card.view.ruled is not None or card.waits is False
            for address, card in self.cards.items()
        )

    def _mark(self, address: Address, on: bool) -> None:
        (self._read.add if on else self._read.discard)(address)
        self._say_progress()

    def _mark_all(self) -> None:
        """One press for all of the turn's results; the next takes every mark away again."""
        on = self.read < len(self.cards)
        for card in self.cards.values():
            card.mark.setChecked(on)

    def _say_progress(self) -> None:
        count = len(self.cards)
        self.all_read.setVisible(self._could_mark and count > 1)
        self.all_read.setText(
            _("Mark all as read") if self.read < count else _("Mark none as read")
        )
        if due := len(to_decide(self._session.play)):
            self.hint.setText(decided_words(due - len(self._session.play.undecided), due))
            return
        self.hint.setText(progress_words(self.read, count, self._could_mark))

    @property
    def half_typed(self) -> list[str]:
        """The reasons of rulings that were begun and not given; of orders that lie open, all."""
        begun = self.open.half_typed if self.open is not None else []
        return begun + [card.half_typed for card in self.cards.values() if card.half_typed]

    def ruling_done(self, address: Address) -> None:
        """It is given, or its turn is over."""
        self._half.done(_place(address))

    def say_refused(self, address: Address, text: str) -> None:
        """Say beside a ruling why it was refused."""
        form = self.cards[address].form
        if form is not None:
            form.say(text)


class FollowedCard(QFrame):
    """What followed a turn by itself, each with its reason."""

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
            did = label(row.did, "muted", wrap=True, leads=True)
            Number(did).tell(*row.accounts)
            pair.addWidget(did)
            if row.came_of:
                pair.addWidget(label(row.came_of, "muted", wrap=True, leads=True))
            column.addLayout(pair)


def _place(address: Address) -> str:
    return f"ruling/{address}"


def _take_away(form: QWidget) -> None:
    form.hide()
    form.setParent(None)
    form.deleteLater()


def _focused() -> QWidget:
    return QApplication.focusWidget() or QWidget()
