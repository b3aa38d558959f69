"""Where an offer is written: what we give, what they give, by when; kept as it is written."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from idlib_wargame.rules.offer import Offer, Term
from idlib_wargame.session.faults import Refused
from idlib_wargame.views.bargains.changing import (
    has_past_dates,
    made_to,
    moved_on,
    with_term,
    with_term_at,
    without_term,
)
from idlib_wargame.views.bargains.choosing import TermChoices, new_term
from idlib_wargame.views.bargains.ledger import DraftLine, LedgerView
from idlib_wargame.views.bargains.unkept import unkept_offer
from idlib_wargame.views.bargains.writing import Desk, Reading
from idlib_wargame.views.correspondence import Correspondent
from idlib_wargame.views.meanwhile import contested_words, offers_together, together
from idlib_wargame.views.question import Question
from idlib_wargame.views.seat_door import SeatDoor
from idlib_wargame.windows.look import theme
from idlib_wargame.windows.parts.labels import label, rule
from idlib_wargame.windows.parts.one_press import hand
from idlib_wargame.windows.parts.recipient_chips import RecipientChips
from idlib_wargame.windows.parts.sending import sends
from idlib_wargame.windows.seat.offer_foot import OfferFoot
from idlib_wargame.windows.seat.small_print import SmallPrint
from idlib_wargame.windows.seat.term_form import Shown
from idlib_wargame.windows.seat.terms_side import TermsSide
from idlib_wargame.words.language import _

PAUSE = 600  # milliseconds after a change until it is kept


class OfferEditor(QWidget):
    """``left`` when somebody is done here for now; ``asking`` carries a question and what then.

    An offer is kept in a place of its own after a pause, and at once by ``keep``. One that was
    opened and not touched is not kept.
    """

    left = Signal()
    asking = Signal(object, object)

    def __init__(self, door: SeatDoor, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._door = door
        self._desk: Desk | None = None
        self._drafts: dict[int, DraftLine] = {}
        self._offer: Offer | None = None
        self._answers = ""
        self._place = 0
        self._kept: tuple[Offer, str] | None = None
        self._is_kept = False  # whether a draft of it is in the record
        self._reading = Reading((), "", ())
        self.chips = RecipientChips(_("Offer to"), _("All of them"))
        self.answering = label("", "muted", wrap=True, leads=True)
        self.ours = TermsSide(_("We"), _("Add what we give"))
        self.theirs = TermsSide(_("They"), _("Add what they give"))
        self.rest = SmallPrint()
        self.dropped_head = label(_("No longer in it"), "eyebrow", wrap=True)
        self.dropped = label("", "muted", wrap=True, leads=True)
        self.foot = foot = OfferFoot()
        self.go, self.draft, self.discard = foot.go, foot.draft, foot.discard
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE)
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(2 * theme.SPACE, 12, 2 * theme.SPACE, 12)
        column.setSpacing(12)
        column.addWidget(self.chips)
        column.addWidget(self.answering)
        sides = QHBoxLayout()
        sides.setSpacing(2 * theme.SPACE)
        sides.addWidget(self.ours, 1)
        sides.addWidget(self.theirs, 1)
        column.addLayout(sides)
        column.addWidget(self.dropped_head)
        column.addWidget(self.dropped)
        column.addWidget(self.rest)
        column.addStretch()
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setWidget(inside)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self._scroll, 1)
        whole.addWidget(rule())
        whole.addWidget(self.foot)

    def _connect(self) -> None:
        self.chips.changed.connect(self._pick_others)
        for side in (self.ours, self.theirs):
            side.changed.connect(self._change_term)
            side.dropped.connect(self._drop_term)
            side.sent.connect(self.table_from_field)
        self.ours.added.connect(lambda: self._add_term(self.ours))
        self.theirs.added.connect(lambda: self._add_term(self.theirs))
        self.rest.changed.connect(self._take)
        self.go.clicked.connect(self.table)
        self.draft.clicked.connect(self._keep_and_leave)
        self.discard.clicked.connect(self._ask_to_discard)
        self.foot.move_on.clicked.connect(self._move_on)
        self.foot.let_go.clicked.connect(self._answer_nothing)
        self._pause.timeout.connect(self.keep)
        self.foot.meanwhile.chosen.connect(self._choose)
        sends(self.table_from_field, self.rest.text)

    def begin(self, offer: Offer, answers: str = "") -> None:
        """Write from this on, in a place where no other draft stands."""
        self.keep_apart()
        self._begin(offer, answers)

    def _begin(self, offer: Offer, answers: str) -> None:
        place = next(n for n in range(1, len(self._drafts) + 2) if n not in self._drafts)
        self._open(offer, answers, place, is_kept=False)

    def resume(self, draft: DraftLine) -> None:
        """Go on with what was kept."""
        self.keep_apart()
        self._open(draft.offer, draft.answers, draft.place, is_kept=True)

    def _open(self, offer: Offer, answers: str, place: int, is_kept: bool) -> None:
        self._pause.stop()
        self._offer, self._answers, self._place = offer, answers, place
        self._kept, self._is_kept = (offer, answers), is_kept
        self.foot.meanwhile.let_go()
        self.foot.say("")
        self._show()
        self._scroll.verticalScrollBar().setValue(0)
        self.take_keys()

    def show_desk(self, desk: Desk, ledger: LedgerView) -> None:
        """Take up what may be chosen now, and what somebody else of the seat kept of this."""
        self._desk = desk
        before = self._drafts.get(self._place)
        self._drafts = {each.place: each for each in ledger.drafts}
        self.chips.offer([Correspondent(each.id, each.words) for each in desk.others])
        now = self._drafts.get(self._place)
        if now is not None and now != before and (now.offer, now.answers) != self._kept:
            self._meet(now)
        if self._offer is not None:
            self._show()

    def _meet(self, now: DraftLine) -> None:
        """What is not kept yet stays here; where both changed the same, they choose."""
        mine, was = self._offer, self._kept
        self._kept, self._is_kept = (now.offer, now.answers), True
        if mine is None or was is None:
            return
        self._offer, both = offers_together(was[0], mine, now.offer)
        self._answers = together(was[1], self._answers, now.answers)
        if both:
            reading = self._door.reading_of(now.offer, now.answers)
            self.foot.meanwhile.ask(contested_words(both, now.offer, reading))
        self._pause.start()

    def _choose(self, is_mine: bool) -> None:
        self.foot.say("")
        if not is_mine and self._kept is not None:
            self._offer, self._answers = self._kept
        self._show()
        self.keep()

    def take_keys(self) -> None:
        """To the button where all is said; else to whom it is for, or what is to be said first."""
        if self.go.isEnabled():
            self.go.setFocus()
        elif self._offer is not None and not self._offer.to:
            next(iter(self.chips.chips.values()), self.draft).setFocus()
        else:
            self.ours.add.setFocus()

    def keep(self) -> bool:
        """Bring what is here into the record now; whether it is there, or nothing was touched."""
        self._pause.stop()
        offer = self._offer
        if offer is None or (offer, self._answers) == self._kept:
            return True
        return not self.foot.meanwhile.is_asking and self._keep_now(offer)

    def keep_apart(self) -> None:
        """Whoever leaves without choosing finds theirs in its place, and this in one of its own."""
        if self._offer is not None and self.foot.meanwhile.is_asking:
            self._begin(self._offer, self._answers)
            self._keep_now(self._offer)

    def _keep_now(self, offer: Offer) -> bool:
        before, self._kept = self._kept, (offer, self._answers)
        try:
            self._door.draft_offer(self._place, offer, self._answers)
        except Refused as refused:
            self._kept = before
            self.foot.say(str(refused))
            return False
        self._is_kept = True
        return True

    def press_table(self) -> None:
        """By its keys, and no sooner than a hand may press the button."""
        if self.go.isVisible() and self.go.isEnabled() and self.foot.counts(Qt.Key.Key_Return):
            self.table()

    def table_from_field(self) -> None:
        """By the same keys while something is typed; what keeps it off the table stands below."""
        if self.go.isVisible() and self.foot.is_read:
            self.table()

    def table(self) -> None:
        """Put it on the table; where that is refused, it stays here, and a sentence says why."""
        offer = self._offer
        if offer is None or not self.go.isEnabled() or self.foot.asks_first():
            return
        self._pause.stop()
        try:
            self._door.table_offer(offer, self._answers, self._place if self._is_kept else 0)
        except Refused as refused:
            self.keep()
            self.foot.say(str(refused))
            return
        hand().has_acted()
        self._is_kept = False  # its draft went with it
        self._close()

    def _close(self) -> None:
        """What stood here is done with, and so is its draft."""
        place, is_kept, self._is_kept = self._place, self._is_kept, False
        self.put_away()
        if is_kept:
            self._door.draft_offer(place, None)
        self.left.emit()

    def put_away(self) -> str:
        """Write on it no more. What was kept stays in the record; what was not is told in words."""
        self._pause.stop()
        self.foot.meanwhile.let_go()
        offer, self._offer, self._place = self._offer, None, 0
        if offer is None or (offer, self._answers) == self._kept:
            return ""
        return unkept_offer(offer, self._reading)

    def _keep_and_leave(self) -> None:
        offer = self._offer
        if offer is None or self.foot.asks_first():
            return
        if (self._is_kept or self._keep_now(offer)) and self.keep():
            self._leave()

    def _leave(self) -> None:
        self._offer, self._place = None, 0
        self.left.emit()

    def _ask_to_discard(self) -> None:
        if not self._is_kept and self._kept == (self._offer, self._answers):
            self._leave()  # nobody has written anything
            return
        words = _("Discard this offer? It cannot be brought back.")
        self.asking.emit(Question(words, _("Discard it"), _("Go on writing")), self._close)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape leaves it, and what was written is kept as a draft."""
        if event.key() == Qt.Key.Key_Escape:
            if not self.foot.asks_first() and self.keep():
                self._leave()
        else:
            super().keyPressEvent(event)

    def _pick_others(self) -> None:
        if self._offer is not None:
            self._take(made_to(self._offer, tuple(each.id for each in self.chips.picked)))

    def _change_term(self, place: int, term: Term) -> None:
        if self._offer is not None:
            self._take(with_term_at(self._offer, place, term))

    def _drop_term(self, place: int) -> None:
        if self._offer is not None:
            side = self.ours if place in self._offer.side_of(self._offer.maker) else self.theirs
            side.add.setFocus()  # not on the next term's, which a second press would take out too
            self._take(without_term(self._offer, place))

    def _add_term(self, side: TermsSide) -> None:
        if self._offer is not None:
            self._take(with_term(self._offer, new_term(self._choices(side))))
            side.forms[-1].kind.setFocus()

    def _move_on(self) -> None:
        if self._offer is not None and self._desk is not None:
            self._take(moved_on(self._offer, self._desk.first, self._desk.last))
            self.take_keys()

    def _answer_nothing(self) -> None:
        self._answers = ""
        if self._offer is not None:
            self._take(self._offer)
            self.take_keys()

    def _take(self, offer: Offer) -> None:
        self._offer = offer
        self.foot.say("")
        self._show()
        self._pause.start()

    def _choices(self, side: TermsSide) -> TermChoices:
        assert self._desk is not None
        assert self._offer is not None
        desk, offer = self._desk, self._offer
        if side is self.ours:
            return TermChoices(desk, offer, (desk.actor,))
        theirs = tuple(each for each in desk.others if each.id in offer.to)
        return TermChoices(desk, offer, theirs)

    def _show(self) -> None:
        """Show the offer as it is now, and how it reads."""
        offer, desk = self._offer, self._desk
        if offer is None or desk is None:
            return
        self._reading = reading = self._door.reading_of(offer, self._answers)
        self.chips.pick(offer.to)
        ours = offer.side_of(offer.maker)
        for side, is_ours in ((self.ours, True), (self.theirs, False)):
            places = [n for n in range(len(offer.terms)) if (n in ours) is is_ours]
            shown = [Shown(n, offer.terms[n], reading.terms[n], n in reading.new) for n in places]
            side.show_terms(shown, self._choices(side), desk.most_terms)
        self.rest.show_offer(offer, desk)
        self._show_answered(reading)
        self.foot.show_reading(reading, has_past_dates(offer, desk.first))

    def _show_answered(self, reading: Reading) -> None:
        answered, dropped = reading.note or reading.answers, "\n".join(reading.dropped)
        for where, words in ((self.answering, answered), (self.dropped, dropped)):
            where.setText(words)
            where.setVisible(bool(words))
        self.dropped_head.setVisible(bool(dropped))
