"""A facilitator who works as a white cell does, and the people at the seats, press by press."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QPushButton, QWidget

from idlib_wargame.rules.odds import Band
from idlib_wargame.rules.order import Order
from idlib_wargame.rules.result import Release
from idlib_wargame.session.before_roll import AskedFor
from idlib_wargame.windows.cards.adjudication_card import AdjudicationCard
from idlib_wargame.windows.desk.keep_row import KeepRowForm
from idlib_wargame.windows.desk.msel_page import MselPage
from idlib_wargame.windows.desk.open_order_card import OpenOrderCard
from idlib_wargame.windows.desk.order_forms import (
    AgreeForm,
    AskForm,
    OddsForm,
    OrderForm,
    ShowForm,
    WordForm,
)
from idlib_wargame.windows.desk.row_form import RowForm
from idlib_wargame.windows.seat.window import SeatWindow
from tests.windows.asking import asked
from tests.windows.seat.picking import option
from tests.windows.seminar import LEFT, Facilitator, Players, click

Form = TypeVar("Form", bound=QWidget)


def pick_from(folded: QComboBox, data: object) -> None:
    """Open a list, go to what has that behind it, and pick it."""
    place = folded.findData(data)
    assert place >= 0, (data, [folded.itemText(n) for n in range(folded.count())])
    _pick_place(folded, place)


def pick_words(folded: QComboBox, words: str) -> None:
    """The same, by what stands in the list."""
    said = [folded.itemText(place) for place in range(folded.count())]
    assert words in said, said
    _pick_place(folded, said.index(words))


def _pick_place(folded: QComboBox, place: int) -> None:
    QApplication.processEvents()
    assert folded.isVisible(), folded.accessibleName()
    QTest.keyClick(folded, Qt.Key.Key_Return)
    view = folded.view()
    view.setCurrentIndex(view.model().index(place, 0))
    QTest.keyClick(view, Qt.Key.Key_Return)
    assert folded.currentIndex() == place


def type_into(field: QWidget, words: str) -> None:
    """Go there, take out what stands there, and type."""
    QApplication.processEvents()
    assert field.isVisible(), field.accessibleName()
    field.setFocus()
    QTest.keyClick(field, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(field, words)


class WhiteCell(Facilitator):
    """What a facilitator does about orders, injects and control's seats at the desk.

    A list costs two presses: one opens it, one picks.
    """

    def pick(self, folded: QComboBox, data: object) -> None:
        """Pick from a list what has that behind it."""
        self.presses += 2
        pick_from(folded, data)

    def pick_words(self, folded: QComboBox, words: str) -> None:
        """The same, by what stands in the list."""
        self.presses += 2
        pick_words(folded, words)

    def turn_to(self, page: QWidget) -> None:
        """Turn the desk to a page, where another is in front."""
        tabs = self.desk.page.tabs
        if tabs.currentWidget() is not page:
            self.presses += 1
            bar, place = tabs.tabBar(), tabs.indexOf(page)
            QTest.mouseClick(bar, LEFT, pos=bar.tabRect(place).center())
        assert tabs.currentWidget() is page

    def answer(self, words: str = "") -> None:
        """Say yes to what is asked, with what is to be picked there."""
        question = self.desk.page.question
        if words:
            self.presses += 2
            pick_words(question.pick, words)
        self.press(question.yes)

    # Orders that lie open

    def card(self, order: Order) -> OpenOrderCard:
        """The card of an order that lies open."""
        shown = self.desk.page.orders.open
        assert shown is not None
        card = shown.cards[order]
        self.desk.page.orders.ensureWidgetVisible(card)
        return card

    def form(self, order: Order, kind: type[Form]) -> Form:
        """The form that stands open in its card."""
        form = self.card(order).form
        assert isinstance(form, kind)
        return form

    def send(self, order: Order) -> None:
        """Send the form, which is taken."""
        form = self.form(order, OrderForm)
        self.press(form.send)
        assert self.card(order).form is None

    def show_to(self, order: Order, *seats: str) -> None:
        """Let seats read a free order before it has a row."""
        self.press(self.card(order).show_to)
        for seat in seats:
            self.press(self.form(order, ShowForm).seats.chips[seat])
        self.send(order)

    def ask(self, order: Order, what: AskedFor, seats: Sequence[str], people: str = "") -> None:
        """Ask seats, and people aloud, about an order."""
        self.press(self.card(order).ask)
        form = self.form(order, AskForm)
        if form.what.currentData() != what:
            self.pick(form.what, what)
        for seat in seats:
            self.press(form.seats.chips[seat])
        if people:
            type_into(form.people, people)
        self.send(order)

    def hear(self, order: Order, who: str, number: int) -> None:
        """Write down what somebody said who was asked aloud."""
        (button,) = self.card(order).words
        self.press(button)
        form = self.form(order, WordForm)
        if form.who.currentData() != who:
            self.pick(form.who, who)
        self.pick(form.word, number)
        self.send(order)

    def count(self, order: Order) -> None:
        """Close the vote."""
        (button,) = self.card(order).counts
        self.press(button)

    def set_odds(self, order: Order, need: int, why: str) -> None:
        """Set the odds in a word."""
        self.press(self.card(order).odds)
        form = self.form(order, OddsForm)
        self.pick(form.odds, need)
        type_into(form.why, why)
        self.send(order)

    def give_row(self, order: Order, name: str, *learns: str) -> RowForm:
        """Take the nearest row of the tables, call it that, and say who learns of it."""
        self.press(self.card(order).row)
        form = self.form(order, RowForm)
        type_into(form.name, name)
        self.pick(form.told, "some" if learns else "own")
        for seat in learns:
            self.press(form.learns.chips[seat])
        self.send(order)
        return form

    def agree(self, order: Order, band: Band, seats: Sequence[str], why: str) -> None:
        """Write down what the tables agreed on."""
        self.press(self.card(order).agree)
        form = self.form(order, AgreeForm)
        self.pick(form.band, int(band))
        for seat in seats:
            self.press(form.seats.chips[seat])
        type_into(form.why, why)
        self.send(order)

    # Results

    def result(self, order: Order) -> AdjudicationCard:
        """The card of an order that was rolled."""
        pending = self.desk.session.play.pending
        assert pending is not None
        rolled = next(each for each in pending.result.cards if each.order == order)
        card = self.desk.page.orders.cards[rolled.address]
        self.desk.page.orders.ensureWidgetVisible(card)
        return card

    def rule(self, order: Order, band: Band, why: str, release: Release) -> None:
        """Rule otherwise, for a reason, to be told then."""
        self.press(self.result(order).otherwise)
        form = self.result(order).form
        assert form is not None
        self.press(form.bands.button(int(band)))
        type_into(form.why, why)
        if form.release is not release:
            self.press(form._release_buttons[release])
        self.press(form.rule)
        assert self.result(order).form is None

    def keep_row(self, order: Order, *actors: str) -> None:
        """Let actors order a row from the next turn on."""
        keep = self.result(order).keep
        assert keep is not None
        self.press(keep)
        form = self.result(order).findChild(KeepRowForm)
        assert form is not None
        for actor in actors:
            self.press(form.actors.chips[actor])
        self.press(form.send)

    # Injects

    def board(self) -> MselPage:
        """The whole list of injects, in front."""
        tab = self.desk.page.injects_tab
        self.turn_to(tab)
        if tab.currentWidget() is not tab.board:
            self.press(tab.cards.whole)
        return tab.board

    def look_at(self, code: str) -> MselPage:
        """Pick a row of the list by its number, as a hand does in the table."""
        board = self.board()
        rows = board.table.board.rows
        place = next(place for place, row in enumerate(rows) if row.code == code)
        index = board.table.board.index(place, 0)
        board.table.scrollTo(index)
        self.presses += 1
        where = board.table.visualRect(index).center()
        QTest.mouseClick(board.table.viewport(), LEFT, pos=where)
        assert board.row is not None
        assert board.row.code == code
        return board

    def do_with(self, code: str, what: str, choice: str = "") -> None:
        """Press one of its keys, and answer what is asked then."""
        board = self.look_at(code)
        self.press(board.sheet.buttons[what])
        if choice:
            self.answer(choice)

    def states(self) -> dict[str, str]:
        """How each inject of the list stands, by its number."""
        return {row.code: row.stands for row in self.board().table.board.rows}

    def take_in(self, path: Path) -> None:
        """Take a list in from a file, as it is understood."""
        board = self.board()
        self.press(board.take)
        self._choose_file(path)
        self.press(board.list_form.take)

    def give_out(self, path: Path, name: str) -> None:
        """Write a list that was taken in to a file."""
        self.press(self.board().give)
        self.answer(name)
        self._choose_file(path)

    def _choose_file(self, path: Path) -> None:
        dialog = asked(self.desk)
        dialog.selectFile(str(path))
        dialog.accept()

    # Control's seats

    def take_suggestion(self, key: str) -> str:
        """Do as a seat's habit would, and tell what was said that it would do."""
        page = self.desk.page.control
        if self.desk.page.tabs.currentWidget() is not page:
            self.press(self.desk.page.seats.to_play)
        if not page.uncovered:
            self.press(page.uncover)
        row = next(row for each, row in page.rows.items() if each.startswith(key))
        page.ensureWidgetVisible(row)
        self.press(row.take)
        return row.row.would


class Seats(Players):
    """What people do in their windows."""

    def write_own(self, window: SeatWindow, what: str, aim: str, *reasons: str) -> None:
        """Write an order of the seat's own."""
        window.turn_to("orders")
        begin = window.orders.begin
        assert begin is not None
        click(begin)
        slot = window.orders.own[-1]
        for field, words in zip(slot.fields, (what, aim, *reasons), strict=False):
            type_into(field, words)

    def order(self, window: SeatWindow, move: str, choice: str = "") -> None:
        """Pick a move of the tables, or one that the exercise wrote."""
        window.turn_to("orders")
        click(option(window, move, choice))

    def seal_now(self, window: SeatWindow) -> None:
        """Seal what is picked."""
        window.turn_to("orders")
        click(window.orders.seal)
        if window.question.isVisible():
            click(window.question.yes)

    def say_against(self, window: SeatWindow, words: str) -> None:
        """Give the reason that the seat is asked for."""
        window.turn_to("asked")
        card = next(c for c in window.asked.cards.values() if c.row.what is AskedFor.AGAINST)
        assert card.field is not None
        assert card.send is not None
        type_into(card.field, words)
        click(card.send)

    def vote(self, window: SeatWindow, number: int) -> None:
        """Say how likely the order is that the seat is asked about."""
        window.turn_to("asked")
        card = next(c for c in window.asked.cards.values() if c.row.what is AskedFor.ODDS)
        click(card.buttons[number])

    def offer(self, window: SeatWindow, template: str) -> None:
        """Table one of the pack's own offers as it stands."""
        window.turn_to("deals")
        click(window.deals.templates[template])
        click(window.deals.editor.go)

    def accept(self, window: SeatWindow, key: str) -> None:
        """Accept an offer."""
        window.turn_to("deals")
        QApplication.processEvents()
        card = window.deals.list.cards[key]
        button = next(b for b in card.findChildren(QPushButton) if b.text() == "Accept")
        click(button)
        if window.deals.question.isVisible():
            click(window.deals.question.yes)
