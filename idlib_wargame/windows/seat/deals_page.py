"""A seat's deals: what do we give, what do we get, by when, and who keeps what?

Who looks: a minister with five minutes. The list of what there is, and in its place the offer that
is being written.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QLabel, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from idlib_wargame.session.faults import Refused
from idlib_wargame.views.bargains.asking import before_dropping, question_of
from idlib_wargame.views.bargains.case_card import CaseCard, May
from idlib_wargame.views.bargains.changing import blank_offer, counter_to
from idlib_wargame.views.bargains.ledger import DraftLine, LedgerView, why_nothing_is_offered
from idlib_wargame.views.bargains.unkept import told_where
from idlib_wargame.views.bargains.writing import Desk, Prepared
from idlib_wargame.views.seat import SeatView
from idlib_wargame.views.seat_door import SeatDoor
from idlib_wargame.views.seat_notes import LONGEST
from idlib_wargame.windows.look import icons, theme
from idlib_wargame.windows.parts.as_typed import in_tooltip, on_button
from idlib_wargame.windows.parts.flow_row import flowing
from idlib_wargame.windows.parts.labels import emptied, label
from idlib_wargame.windows.parts.one_press import hand, steady
from idlib_wargame.windows.parts.question_bar import QuestionBar
from idlib_wargame.windows.seat.allege_bar import AllegeBar
from idlib_wargame.windows.seat.deal_list import DealList
from idlib_wargame.windows.seat.offer_editor import OfferEditor
from idlib_wargame.words.language import _, fill


class DealsPage(QWidget):
    """Nothing that is being written is touched by a new view.

    ``turned`` when an offer comes to be written here, or is so no more.
    """

    turned = Signal()

    def __init__(self, door: SeatDoor, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._door = door
        self._ledger: LedgerView | None = None
        self._desk: Desk | None = None
        self._templates: tuple[Prepared, ...] | None = None
        self.templates: dict[str, QPushButton] = {}
        self.write = QPushButton(_("Write an offer…"), self)
        self.write.setIcon(icons.icon("edit", "muted"))
        self.write.clicked.connect(self._write_anew)
        steady(self.write)
        self.why_closed = label("", "muted", wrap=True)
        self.fault = label("", "danger", wrap=True)
        self.unkept = label("", "warning", wrap=True)
        self.list = DealList(self._make_head())
        self.editor = OfferEditor(door)
        self.allege = AllegeBar(door)
        self.question = QuestionBar()
        self._stack = QStackedWidget()
        self._lay_out()
        self._connect()

    def _make_head(self) -> QWidget:
        head = QWidget()
        column = QVBoxLayout(head)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.SPACE)
        self._choice = QVBoxLayout()
        column.addLayout(self._choice)
        column.addWidget(self.why_closed)
        column.addWidget(self.fault)
        column.addWidget(self.unkept)
        for each in (self.why_closed, self.fault, self.unkept):
            each.hide()
        return head

    def _lay_out(self) -> None:
        listed = QWidget()
        under = QVBoxLayout(listed)
        under.setContentsMargins(0, 0, 0, 0)
        under.setSpacing(0)
        under.addWidget(self.allege)
        under.addWidget(self.list, 1)
        self._stack.addWidget(listed)
        self._stack.addWidget(self.editor)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._stack)
        self.question.float_on(self._stack)

    def _connect(self) -> None:
        self.list.wanted.connect(self._do_or_ask)
        self.list.alleged.connect(self.allege.ask)
        self.list.resumed.connect(self._resume)
        self.list.dropped.connect(self._ask_to_drop)
        self.allege.left.connect(self.list.setFocus)
        self._stack.currentChanged.connect(self.turned)
        self.editor.left.connect(self._back)
        self.editor.asking.connect(lambda question, then: self.question.ask(question, then))

    @property
    def is_writing(self) -> bool:
        """Whether an offer is being written."""
        return self._stack.currentWidget() is self.editor

    def show_view(self, view: SeatView) -> None:
        """Show what the seat knows of offers and agreements now."""
        ledger, desk = view.ledger, view.offers
        if ledger is None or desk is None:
            return
        self._ledger, self._desk = ledger, desk
        if ledger.is_over:
            self._put_away()
        self._show_templates(desk, ledger)
        self._say(self.why_closed, why_nothing_is_offered(ledger))
        self.list.show_ledger(ledger)
        self.allege.show_drafts(ledger.half_alleged)
        self.editor.show_desk(desk, ledger)

    def _put_away(self) -> None:
        """Nothing can be offered or said any more: what is being written makes way."""
        self.question.hide()
        unkept = "\n\n".join(filter(None, (self.editor.put_away(), self.allege.put_away())))
        if unkept:  # once what ended it is told to all
            QTimer.singleShot(0, self, lambda: self._leave_in_notes(unkept))
        if self.is_writing:
            self._stack.setCurrentIndex(0)

    def _leave_in_notes(self, typed: str) -> None:
        own = self._door.own
        try:
            for begin in range(0, len(typed), LONGEST):
                own.write_note(own.notes().number, typed[begin : begin + LONGEST], True)
        except Refused as refused:
            self._say(self.fault, str(refused))
        else:
            self._say(self.unkept, told_where())

    def _show_templates(self, desk: Desk, ledger: LedgerView) -> None:
        """The pack's own offers by their names, and one of the seat's own."""
        offered = desk.templates if ledger.may_offer and not ledger.closed else ()
        if offered != self._templates:
            self._templates = offered
            self.write.setParent(self)
            emptied(self._choice)
            self.templates = {each.id: self._template(each) for each in offered}
            leads = [label(_("Offer"), "muted")] if offered else []
            row = flowing(6, *leads, *self.templates.values(), self.write)
            self._choice.addWidget(row)
        self.write.setVisible(ledger.may_offer and not ledger.closed)

    def _template(self, each: Prepared) -> QPushButton:
        button = QPushButton(on_button(each.name))
        button.setIcon(icons.icon("add", "muted"))
        said = "\n".join([*([each.summary] if each.summary else []), *each.terms])
        button.setToolTip(in_tooltip(said))
        button.setAccessibleName(fill(_("Offer: {template}"), template=each.name))
        button.clicked.connect(lambda: self._begin(each))
        steady(button)
        return button

    def _begin(self, template: Prepared) -> None:
        self._open(lambda: self.editor.begin(template.offer))

    def _write_anew(self) -> None:
        desk = self._desk
        if desk is not None:
            offer = blank_offer(desk.actor.id, desk.first, desk.last)
            self._open(lambda: self.editor.begin(offer))

    def _counter(self, card: CaseCard) -> None:
        if self._desk is not None:
            offer = counter_to(card.offer, self._desk.actor.id)
            self._open(lambda: self.editor.begin(offer, card.key))

    def _resume(self, draft: DraftLine) -> None:
        self._open(lambda: self.editor.resume(draft))

    def _open(self, begin: Callable[[], None]) -> None:
        for each in (self.fault, self.unkept):
            self._say(each, "")
        self._stack.setCurrentWidget(self.editor)
        begin()

    def _back(self) -> None:
        self._stack.setCurrentIndex(0)
        self.list.setFocus()

    def _ask_to_drop(self, draft: DraftLine) -> None:
        drop = self._door.draft_offer
        question = before_dropping(draft.title)
        self.question.ask(question, lambda: self._try(lambda: drop(draft.place, None)))

    def _do_or_ask(self, may: May, card: CaseCard) -> None:
        if may is May.COUNTER:
            self._counter(card)
            return
        question = question_of(may, card)
        if question is None:
            self._do(may, card)
        else:
            made = self.list.cards.get(card.key)
            near = made.acts.get(may) if made else None
            self.question.ask(question, lambda: self._do(may, card), near=near)

    def _do(self, may: May, card: CaseCard) -> None:
        door, key = self._door, card.key
        act = {
            May.ACCEPT: lambda: door.accept_offer(key, card.digest),
            May.TAKE_BACK: lambda: door.take_back_acceptance(key),
            May.REFUSE: lambda: door.refuse_offer(key),
            May.WITHDRAW: lambda: door.withdraw_offer(key),
            May.AGREE_TO_END: lambda: door.agree_to_end(key),
            May.DECLARE_OVER: lambda: door.declare_over(key),
            May.PUBLISH: lambda: door.publish_agreement(key),
        }[may]
        self._try(act)

    def _try(self, act: Callable[[], None]) -> None:
        """What goes leaves the keys with the list, or they would go on to whatever stands next."""
        self.list.setFocus()
        try:
            act()
        except Refused as refused:
            self._say(self.fault, str(refused))
            self.list.verticalScrollBar().setValue(0)
            return
        hand().has_acted()
        self._say(self.fault, "")

    def table(self) -> None:
        """By its keys: table the offer that is being written."""
        self.editor.press_table()

    def take_keys(self) -> None:
        """To what is written, else to the first answer that waits, or the first template."""
        if self.is_writing:
            self.editor.take_keys()
            return
        waiting = self._ledger.waiting if self._ledger else ()
        made = self.list.cards.get(waiting[0].key) if waiting else None
        if made is not None:
            next(iter(made.acts.values()), made.more).setFocus()
        elif self.templates:
            next(iter(self.templates.values())).setFocus()
        else:
            self.list.setFocus()

    def keep(self) -> None:
        """Bring what is half written into the record now."""
        if self.is_writing:
            self.editor.keep()
        self.allege.keep()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Whoever is given the keys by the page goes to what is to be done."""
        self.take_keys()

    def _say(self, where: QLabel, words: str) -> None:
        where.setText(words)
        where.setVisible(bool(words))
