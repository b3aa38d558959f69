"""An order that lies open: its odds and who may still have a say, before it is rolled."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from idlib_wargame.rules.order import Order
from idlib_wargame.session.kinds.method_chosen import ChooseMethod
from idlib_wargame.session.kinds.words_counted import CountWords
from idlib_wargame.views.desk.free_rows import RowHelp
from idlib_wargame.views.desk.open_orders import AskedOf, OpenOrder
from idlib_wargame.windows.cards.band_label import BandLabel
from idlib_wargame.windows.cards.card_head import head_line
from idlib_wargame.windows.cards.sheet import Sheet
from idlib_wargame.windows.desk.half_typed import HalfTyped
from idlib_wargame.windows.desk.order_forms import (
    AgreeForm,
    AskForm,
    Do,
    Named,
    OddsForm,
    OrderForm,
    ReasonForm,
    ShowForm,
    WordForm,
)
from idlib_wargame.windows.desk.row_form import RowForm
from idlib_wargame.windows.look import icons, theme
from idlib_wargame.windows.parts.flow_row import flowing
from idlib_wargame.windows.parts.in_sight import bring_in_sight
from idlib_wargame.windows.parts.labels import label
from idlib_wargame.windows.parts.marks import Glyph
from idlib_wargame.windows.parts.number import Number
from idlib_wargame.windows.parts.one_press import steady
from idlib_wargame.windows.parts.pick_list import PickList
from idlib_wargame.windows.parts.why_grey import say_grey
from idlib_wargame.words.language import _, fill
from idlib_wargame.words.lists import facts


class OpenOrderCard(Sheet):
    """``rolled`` when it is to be rolled by itself. One form at a time stands inside it."""

    rolled = Signal()

    def __init__(
        self,
        view: OpenOrder,
        seats: Named,
        methods: Named,
        do: Do,
        row_help: Callable[[Order], RowHelp],
        half: HalfTyped,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(view.head.table.colour, parent)
        self.view = view
        self._seats, self._do, self._row_help, self._half = seats, do, row_help, half
        self.form: OrderForm | None = None
        self.counts: list[QPushButton] = []
        self.words: list[QPushButton] = []
        self.lines.addWidget(head_line(view.head))
        self.lines.addWidget(label(view.head.title, bold=True, wrap=True))
        if view.lapse:
            self.lines.addWidget(label(view.lapse, "muted", wrap=True))
        if view.odds:
            self._add_odds()
        for conflict in view.conflicts:
            self.lines.addWidget(_with_glyph("warning", conflict))
        if view.reason:
            self.lines.addWidget(label(view.reason, wrap=True))
        for said in view.arguments:
            self.lines.addWidget(label(said, wrap=True))
        for asked in view.asked:
            self._add_asked(asked)
        if view.agreed:
            self.lines.addWidget(_with_glyph("check", view.agreed))
        if view.is_rolled:
            self._add_result()
        else:
            self._add_presses(methods)
        self.setAccessibleName(view.spoken)
        for button in self.findChildren(QPushButton):
            said = _("{act}: {order}")
            button.setAccessibleName(fill(said, act=button.text(), order=view.spoken))

    def _add_odds(self) -> None:
        chance = label(self.view.odds)
        Number(chance).tell(*self.view.odds_accounts, note=self.view.set_by)
        self.lines.addWidget(flowing(theme.SPACE, chance))
        if self.view.set_by:
            self.lines.addWidget(label(self.view.set_by, "muted", wrap=True))
        elif self.view.leanings:
            self.lines.addWidget(label(facts(self.view.leanings), "muted", wrap=True))

    def _add_result(self) -> None:
        if self.view.band is not None:
            self.lines.addWidget(BandLabel(self.view.band, self.view.result))
        elif not self.view.lapse:
            self.lines.addWidget(label(self.view.result, "muted"))

    def _add_asked(self, asked: AskedOf) -> None:
        told = [each for each in (asked.said, asked.waits, asked.came) if each]
        parts: list[QWidget] = []
        if asked.may_count:
            count = self._soft(_("Count what was said"), "check", lambda: self._count(asked))
            self.counts.append(count)
            parts.append(count)
        if asked.people:
            word = self._soft(_("Write down a word…"), "edit", lambda: self._hear(asked))
            self.words.append(word)
            parts.append(word)
        self.lines.addWidget(label(facts(told), "muted", wrap=True))
        if parts:
            self.lines.addWidget(flowing(theme.SPACE, *parts))

    def _hear(self, asked: AskedOf) -> None:
        self._open(lambda: WordForm(self.view, asked, self._do))

    def _count(self, asked: AskedOf) -> None:
        self._do(CountWords(self.view.order, asked.what))

    def _add_presses(self, methods: Named) -> None:
        view = self.view
        self.roll = self._soft(_("Roll this"), "dice", self.rolled.emit)
        parts: list[QWidget] = [self.roll]
        if view.has_row:
            self.odds = self._soft(_("Set the odds…"), "edit", self.set_odds)
            parts.append(self.odds)
        if view.is_free:
            said = _("Change its row…") if view.has_row else _("Give it a row…")
            self.row = self._soft(said, "list", self.write_row)
            parts.append(self.row)
        if view.is_free and not view.has_row:
            self.show_to = self._soft(_("Show it to…"), "eye", self.show_to_seats)
            parts.append(self.show_to)
        self.ask = self._soft(_("Ask others…"), "people", self.ask_others)
        self.reason = self._soft(_("Add a reason…"), "note", self.add_reason)
        self.agree = self._soft(_("They agree…"), "check", self.they_agree)
        parts += [self.ask, self.reason, self.agree]
        if view.has_row:
            parts.append(self._method_list(methods))
        self.lines.addWidget(flowing(theme.SPACE, *parts))
        say_grey(self.roll, view.lacks or view.waits)
        if view.lacks:
            self.lines.addWidget(label(view.lacks, "muted", wrap=True))

    def _method_list(self, methods: Named) -> PickList:
        self.method = PickList()  # as wide as its words
        for method, name in methods:
            self.method.addItem(name, method)
        self.method.setCurrentIndex(max(self.method.findData(self.view.method), 0))
        name = _("How this order is decided: {order}")
        self.method.setAccessibleName(fill(name, order=self.view.spoken))
        self.method.activated.connect(self._choose_method)
        return self.method

    def _choose_method(self, place: int) -> None:
        method = str(self.method.itemData(place))
        if method != self.view.method and not self._do(ChooseMethod(self.view.order, method)):
            self.method.setCurrentIndex(max(self.method.findData(self.view.method), 0))

    def set_odds(self) -> None:
        """Open the form for the odds."""
        self._open(lambda: OddsForm(self.view, self._do))

    def write_row(self) -> None:
        """Open the form for the row of a free order."""
        self._open(lambda: RowForm(self.view, self._row_help(self.view.order), self._do))

    def show_to_seats(self) -> None:
        """Open the form for who may read a free order before it has a row."""
        self._open(lambda: ShowForm(self.view, self._seats, self._do))

    def ask_others(self) -> None:
        """Open the form for whom to ask."""
        self._open(lambda: AskForm(self.view, self._seats, self._do))

    def add_reason(self) -> None:
        """Open the form for a reason."""
        self._open(lambda: ReasonForm(self.view, self._seats, self._do))

    def they_agree(self) -> None:
        """Open the form for what tables agree on."""
        self._open(lambda: AgreeForm(self.view, self._seats, self._do))

    def _open(self, make: Callable[[], OrderForm]) -> None:
        """In place of another form, unless something was typed in that one."""
        if self.form is not None and self.form.half_typed:
            self.form.take_keys()
            return
        self._close()
        form = make()
        if kept := self._half.of(self._place(form)):
            form.fill_in(kept)
        self.adopt(form)
        form.take_keys()
        bring_in_sight(form)

    def _place(self, form: OrderForm) -> str:
        seat, move, choice = self.view.order
        return f"order/{self.view.turn}/{seat}/{move}/{choice}/{form.kind}"

    def adopt(self, form: OrderForm) -> None:
        """Hold a form, also one that was begun on the card before this one."""
        self.form = form
        self.lines.addWidget(form)
        form.done.connect(self._sent)
        form.left.connect(self._close)
        form.typed.connect(self._keep)

    def _keep(self) -> None:
        if self.form is not None:
            self._half.typed(self._place(self.form), self.form.draft)

    def _sent(self) -> None:
        if self.form is not None:
            self._half.done(self._place(self.form))
        self._close()

    def give_up(self) -> OrderForm | None:
        """The form that is open, for the card that comes in this one's place."""
        form, self.form = self.form, None
        if form is not None:
            form.done.disconnect(self._sent)
            form.left.disconnect(self._close)
            form.typed.disconnect(self._keep)
            self.lines.removeWidget(form)
        return form

    def _close(self) -> None:
        """The keys go back to the card: left to Qt they would go to what stands next."""
        if self.form is not None:
            form, self.form = self.form, None
            self.setFocus()
            form.hide()
            form.deleteLater()

    def _soft(self, text: str, icon: str, does: Callable[[], object]) -> QPushButton:
        button = QPushButton(text)
        button.setProperty("role", "soft")
        button.setIcon(icons.icon(icon, "muted"))
        button.clicked.connect(lambda: does())
        steady(button)
        return button


def _with_glyph(glyph: str, text: str) -> QWidget:
    row = QWidget()
    across = QHBoxLayout(row)
    across.setContentsMargins(0, 0, 0, 0)
    across.setSpacing(6)
    across.addWidget(Glyph(glyph, "muted", 16))
    across.addWidget(label(text, wrap=True), 1)
    return row
