"""The seat's orders: what is picked and why, and the seal."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtCore import QSignalBlocker, Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QHBoxLayout,
    QPlainTextEdit,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from idlib_wargame.views.free_orders import MOST_REASONS
from idlib_wargame.views.seat import (
    SeatView,
    Wish,
    breach_question,
    empty_seal_question,
    seal_words,
    unseal_words,
)
from idlib_wargame.windows.look import icons, theme
from idlib_wargame.windows.parts.keys import Where, key_words
from idlib_wargame.windows.parts.labels import emptied, label
from idlib_wargame.windows.parts.marks import Glyph
from idlib_wargame.windows.parts.meanwhile_row import MeanwhileRow
from idlib_wargame.windows.parts.one_press import hand, leave_keys, steady
from idlib_wargame.windows.parts.remarks import remark
from idlib_wargame.windows.parts.sending import sends
from idlib_wargame.windows.parts.why_grey import say_grey
from idlib_wargame.windows.seat.drafting import Drafting, Key
from idlib_wargame.windows.seat.free_slot import FreeSlot
from idlib_wargame.windows.seat.order_slot import Reason, Slot
from idlib_wargame.words.language import _


class Caret(NamedTuple):
    """Where somebody types: which order, which of its fields, how far in."""

    key: Key
    place: int
    position: int


class OrdersColumn(QFrame):
    """``sealed`` after a seal went through; ``asking`` carries what to ask before one.

    It takes the keys itself when its buttons change places, so that no press goes to the next.
    """

    sealed = Signal()
    asking = Signal(object)

    def __init__(self, drafting: Drafting, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "panel")
        self.setAccessibleName(_("Your orders"))
        self._drafting = drafting
        self._view: SeatView | None = None
        self.begin: QPushButton | None = None  # for an order of its own; made anew with the slots
        self.slots: list[Slot] = []
        self.own: list[FreeSlot] = []
        self._fields: dict[Key, list[QPlainTextEdit]] = {}
        self._meanwhile: dict[Key, MeanwhileRow] = {}
        self._asked: set[Key] = set()
        self._body = QVBoxLayout()
        self._body.setSpacing(theme.SPACE)
        self._body.setContentsMargins(0, 0, 0, 0)
        self._done_for_it = QVBoxLayout()
        self._done_for_it.setSpacing(4)
        self.state = label(role="muted", wrap=True)
        self.fault = label(role="danger", wrap=True)
        self.fault.hide()
        self.seal = QPushButton()
        self._look_of_seal(picked=False)
        self.seal.clicked.connect(self.ask_or_seal)
        self._seal_press = steady(self.seal)
        leave_keys(self.seal)
        self.unseal = QPushButton(unseal_words(0))
        self.unseal.setIcon(icons.icon("unseal", "muted"))
        self.unseal.clicked.connect(self._unseal)
        steady(self.unseal)
        leave_keys(self.unseal)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self._lay_out()
        drafting.changed.connect(self._redraw)
        drafting.reworded.connect(self._reword)
        drafting.refused.connect(self.say)

    def _lay_out(self) -> None:
        inside = QWidget()
        scrolled = QVBoxLayout(inside)
        scrolled.setContentsMargins(0, 0, 0, 0)
        scrolled.addLayout(self._body)
        scrolled.addStretch()
        scroll = self._scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(inside)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 12, 12, 12)
        column.setSpacing(theme.SPACE)
        column.addWidget(label(_("Your orders"), "heading"))
        column.addWidget(scroll, 1)
        column.addWidget(self.fault)
        column.addLayout(self._done_for_it)
        column.addWidget(self.state)
        column.addWidget(self.seal)
        column.addWidget(self.unseal)

    def show_view(self, view: SeatView) -> None:
        """Show the seat's orders as the exercise stands; a reason being typed is left alone."""
        before, self._view = self._view, view
        self.state.setText(view.state)
        if before is None or before.done_for_it != view.done_for_it:
            self._tell_what_was_done(view)
        if before is None or _but_reasons(before) != _but_reasons(view):
            self._redraw()

    def _tell_what_was_done(self, view: SeatView) -> None:
        emptied(self._done_for_it)
        for said in view.done_for_it:
            self._done_for_it.addLayout(remark("info", "warning", said))

    def say(self, text: str) -> None:
        """Say why something cannot be."""
        self.fault.setText(text)
        self.fault.setVisible(bool(text))

    def press_seal(self) -> None:
        """By its keys, and no sooner than a hand may press the button."""
        if self._seal_press.counts(Qt.Key.Key_Return):
            self.ask_or_seal()

    def ask_or_seal(self) -> None:
        """Seal what is picked; where nothing is, or it breaks a promise, ask first."""
        if not self._drafting.may_seal:
            return
        breaches = self._breaches()
        if not self._drafting.wishes:
            self.asking.emit(empty_seal_question())
        elif breaches:
            self.asking.emit(breach_question(breaches, len(self._drafting.wishes)))
        else:
            self.seal_now()

    def _breaches(self) -> list[str]:
        """Which agreements the picked orders would break; each sentence once."""
        view = self._view
        options = [view.option(wish) for wish in self._drafting.wishes] if view else []
        return list(dict.fromkeys(said for each in options if each for said in each.breaches))

    def seal_now(self) -> None:
        """Seal what is picked."""
        if self._drafting.may_seal and self._drafting.seal():
            hand().has_acted()
            self.say("")
            self.sealed.emit()
        self._show_choice()

    def _unseal(self) -> None:
        if self._drafting.unseal():
            hand().has_acted()

    def _redraw(self) -> None:
        view, drafting = self._view, self._drafting
        if view is None:
            return
        self.say("")
        typed_in = self._typed_in()
        self._keep_keys(view)
        emptied(self._body)
        self.slots, self.own, self.begin = [], [], None
        self._fields.clear()
        self._meanwhile.clear()
        for place, wish in enumerate(drafting.wishes):
            self._add_order(view, place, wish)
        picked = len(self.slots) + len(self.own)
        if view.may_pick:
            for place in range(picked, view.orders):
                self._body.addWidget(_empty_slot(place))
            if view.free.most:
                self._body.addWidget(self._own_order(view))
        elif not picked and view.tells_no_orders:
            self._body.addWidget(label(_("No orders this turn."), "muted", wrap=True))
        self.unseal.setText(unseal_words(picked))
        self._look_of_seal(picked=bool(picked))
        self.seal.setText(seal_words(picked, view.orders))
        self.seal.setVisible(view.may_pick)
        say_grey(self.seal, "" if view.may_seal else view.state, key_words(Where.SEAT, "go_on"))
        self.unseal.setVisible(view.may_unseal)
        if typed_in is not None:
            self._type_on(typed_in)
        self._ask_whose()

    def _reword(self) -> None:
        """What somebody else at the seat wrote meanwhile; what is typed here, drafting has kept."""
        _blocked = [QSignalBlocker(slot) for slot in self.own]  # nobody types it here
        for wish in self._drafting.wishes:
            texts = _texts_of(wish)
            for field, text in zip(self._fields.get(wish[:2], ()), texts, strict=False):
                if _as_kept(field.toPlainText()) != _as_kept(text):
                    caret = field.textCursor().position()
                    field.setPlainText(text)
                    _put_caret(field, caret)
        self._ask_whose()

    def _ask_whose(self) -> None:
        """Where somebody else wrote what is typed here, one of the two is to be chosen."""
        asked_before, self._asked = self._asked, set()
        for wish in self._drafting.wishes:
            row, words = self._meanwhile.get(wish[:2]), self._drafting.told(wish)
            if row is not None and words:
                row.ask(words)
                self._asked.add(wish[:2])
            elif row is not None:
                row.let_go()
        if self._asked - asked_before:
            self._show_choice()

    def _show_choice(self) -> None:
        """Below the fold nobody would find it."""
        rows = [row for row in self._meanwhile.values() if row.is_asking]
        if rows:
            first = rows[0]
            QTimer.singleShot(0, first, lambda: self._scroll.ensureWidgetVisible(first, 0, 8))

    def _typed_in(self) -> Caret | None:
        """Where somebody types just now."""
        on = QApplication.focusWidget()
        for key, fields in self._fields.items():
            for place, field in enumerate(fields):
                if field is on:
                    return Caret(key, place, field.textCursor().position())
        return None

    def _type_on(self, caret: Caret) -> None:
        """The keys go back to where they were, if that order is still there."""
        fields = self._fields.get(caret.key, [])
        if caret.place < len(fields):
            fields[caret.place].setFocus()
            _put_caret(fields[caret.place], caret.position)

    def _look_of_seal(self, picked: bool) -> None:
        """It is the thing to do only once something is picked."""
        role = "primary" if picked else ""
        if self.seal.property("role") != role:
            self.seal.setProperty("role", role)
            self.seal.setIcon(icons.icon("seal", "on_accent" if picked else "muted"))
            theme.style(self.seal)

    def _keep_keys(self, view: SeatView) -> None:
        """What goes leaves the keys here, or they would go on to whatever stands next."""
        on = QApplication.focusWidget()
        leaving = [*self.slots, *self.own, *([] if view.may_pick else [self.seal])]
        leaving += [] if view.may_unseal else [self.unseal]
        if on is not None and any(each is on or each.isAncestorOf(on) for each in leaving):
            self.setFocus()

    def _add_order(self, view: SeatView, place: int, wish: Wish) -> None:
        """A picked move or an order of its own; of a move that is none of the seat's, nothing."""
        if wish.free is not None:
            own = FreeSlot(place, wish.free, view.may_pick, view.opened_hint(place))
            self._wire_own(own, place)
            self._fields[wish[:2]] = [*own.fields]
            self.own.append(own)
            self._body.addWidget(own)
        elif (option := view.order(place, wish)) is not None:
            slot = Slot(place, wish, option, view.may_pick)
            self._wire(slot, place)
            self._fields[wish[:2]] = [slot.why] if slot.why is not None else []
            self.slots.append(slot)
            self._body.addWidget(slot)

    def _own_order(self, view: SeatView) -> QWidget:
        """The way to an order of the seat's own, where it may write one."""
        begin = self.begin = QPushButton(_("Write an order of our own"))
        begin.setIcon(icons.icon("edit", "muted"))
        begin.clicked.connect(self._begin_own)
        steady(begin)
        say_grey(begin, self._drafting.why_not_free(), view.free.hint)
        both = QWidget()
        column = QVBoxLayout(both)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(begin)
        column.addWidget(label(view.free.hint, "muted", wrap=True))
        return both

    def _begin_own(self) -> None:
        self._drafting.begin_free()
        last = self.own[-1] if self.own else None
        if last is not None and last.fields:
            last.what.setFocus()
            QTimer.singleShot(0, last, lambda: self._scroll.ensureWidgetVisible(last))

    def _wire_own(self, slot: FreeSlot, place: int) -> None:
        drafting = self._drafting
        slot.drop.clicked.connect(lambda: drafting.drop(place))
        slot.written.connect(lambda: drafting.write_free(place, slot.free))
        slot.left.connect(drafting.keep)
        if slot.fields:
            self._wire_choice(place, slot.meanwhile, slot.what)
        sends(self.ask_or_seal, *slot.fields)

    def _wire_choice(self, place: int, row: MeanwhileRow, field: QPlainTextEdit) -> None:
        wish = self._drafting.wishes[place]
        self._meanwhile[wish[:2]] = row

        def choose(is_mine: bool) -> None:
            field.setFocus()
            self.say("")
            self._drafting.choose(wish, is_mine)

        row.chosen.connect(choose)

    def _wire(self, slot: Slot, place: int) -> None:
        drafting = self._drafting
        slot.drop.clicked.connect(lambda: drafting.drop(place))
        if slot.why is not None:
            reason = slot.why
            slot.why.textChanged.connect(_writer(drafting, place, reason))
            slot.why.left.connect(drafting.keep)
            self._wire_choice(place, slot.meanwhile, slot.why)
            sends(self.ask_or_seal, slot.why)


def _texts_of(wish: Wish) -> tuple[str, ...]:
    """What its fields hold, in their order."""
    if wish.free is None:
        return (wish.why,)
    more = ("",) * (MOST_REASONS - len(wish.free.reasons))
    return (wish.free.what, wish.free.aim, *wish.free.reasons, *more)


def _as_kept(text: str) -> str:
    """A reason of blanks is none: the field of somebody who has typed one stays as it is."""
    return text if text.strip() else ""


def _put_caret(field: QPlainTextEdit, position: int) -> None:
    cursor = field.textCursor()
    cursor.setPosition(min(position, len(field.toPlainText())))
    field.setTextCursor(cursor)


def _but_reasons(view: SeatView) -> tuple[object, ...]:
    picks = () if view.is_sealed else tuple(wish[:2] for wish in view.wishes)
    hints = view.opened_hints
    return view.turn, view.phase, view.is_sealed, view.orders, view.options, hints, picks


def _writer(drafting: Drafting, place: int, reason: Reason) -> Callable[[], None]:
    return lambda: drafting.write(place, reason.toPlainText())


def _empty_slot(place: int) -> QFrame:
    slot = QFrame()
    slot.setProperty("role", "well")
    row = QHBoxLayout(slot)
    row.setContentsMargins(12, 12, 12, 12)
    row.addWidget(label(str(place + 1), "muted", bold=True))
    row.addWidget(label(_("Click a move, and it stands here."), "muted", wrap=True), 1)
    row.addWidget(Glyph("add", "muted", 14))
    return slot
