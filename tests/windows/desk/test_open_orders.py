"""The desk before the roll: odds, others' say, and a press for each order, step, or all."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest

from idlib_wargame.packs.reader import PackReading
from idlib_wargame.rules.odds import Band
from idlib_wargame.rules.order import Order
from idlib_wargame.rules.pack.free_orders import FreeOrders
from idlib_wargame.session.acts import FACILITATOR
from idlib_wargame.session.before_roll import AskedFor
from idlib_wargame.session.free_order import FreeOrder, free_id
from idlib_wargame.session.kinds.adjudicated import Adjudicate
from idlib_wargame.session.kinds.closed import CloseTurn
from idlib_wargame.session.kinds.orders_opened import OpenOrders
from idlib_wargame.session.kinds.phase import MoveOn
from idlib_wargame.session.kinds.row_written import WriteRow
from idlib_wargame.session.kinds.sealed import SealOrders
from idlib_wargame.session.kinds.undone import Undo
from idlib_wargame.session.methods import VOTE
from idlib_wargame.session.play import Wish
from idlib_wargame.session.session import Session
from idlib_wargame.views.desk.free_rows import row_help
from idlib_wargame.views.desk.votes_to_ask import votes_to_ask
from idlib_wargame.windows.desk.keep_row import KeepRowForm
from idlib_wargame.windows.desk.open_order_card import OpenOrderCard
from idlib_wargame.windows.desk.order_forms import AskForm, OddsForm, ShowForm, WordForm
from idlib_wargame.windows.desk.orders_page import OrdersPage
from idlib_wargame.windows.desk.row_form import RowForm
from idlib_wargame.words.language import unmarked
from tests.harbour_exercise import begin, open_orders, seal_both
from tests.session.exercises import begun
from tests.windows.desk.conftest import Opener
from tests.windows.play_harbour import shown_text


@pytest.fixture
def session(full: PackReading) -> Session:
    """Both seats have sealed."""
    session = begin(full)
    open_orders(session)
    seal_both(session)
    return session


def test_a_turn_is_looked_at_and_rolled_step_by_step(desk_of: Opener, session: Session) -> None:
    """From the switch on the page to the results, with odds set and a vote on the way."""
    desk = desk_of(session)
    page = desk.page.orders
    desk.page.tabs.setCurrentWidget(page)
    assert desk.page.top.next.text() == "Adjudicate turn 1"
    assert page.uncover.isVisibleTo(page)
    assert page.uncover.x() < page.look_first.x(), "its place is its own, sealed or not"
    page.look_first.click()
    assert desk.page.top.next.text() == "Open the orders of turn 1"
    desk.do_next()
    desk.page.question.hide()
    assert page.open is not None
    cards = page.open.cards
    first, second = [*cards][:2]
    assert desk.page.top.next.text() == f"Roll all {len(cards)} orders"
    _set_odds(page, first)
    before = session.play.before_roll
    assert before is not None
    assert before.odds[first].need == 9
    assert "Set by you" in unmarked(shown_text(page.open.cards[first]))
    _vote(page, second)
    assert session.play.before_roll is not None
    assert session.play.before_roll.odds[second].voted
    rolled = next(roll for roll in page.open.rolls if roll.isEnabled())
    grey = next(roll for roll in page.open.rolls if not roll.isEnabled())
    assert "first; what comes later rests on them" in unmarked(grey.toolTip())
    rolled.click()
    assert session.play.before_roll is not None
    assert first in session.play.before_roll.rolled
    assert not rolled.hasFocus()
    desk.do_next()
    assert session.play.pending is not None
    assert page.open is None
    assert len(page.cards) == len(session.play.pending.result.cards)


def card_of(page: OrdersPage, order: Order) -> OpenOrderCard:
    """The card of an order as it stands now."""
    assert page.open is not None
    return page.open.cards[order]


def _set_odds(page: OrdersPage, order: Order) -> None:
    card_of(page, order).set_odds()
    form = card_of(page, order).form
    assert isinstance(form, OddsForm)
    assert not form.send.isEnabled()
    form.odds.setCurrentIndex(form.odds.findData(9))
    QTest.keyClicks(form.why, "The fog came up")
    form.send.click()
    assert card_of(page, order).form is None


def _vote(page: OrdersPage, order: Order) -> None:
    card_of(page, order).ask_others()
    form = card_of(page, order).form
    assert isinstance(form, AskForm)
    form.what.setCurrentIndex(form.what.findData(AskedFor.ODDS))
    form.people.setText("Ann, Ben")
    form.send.click()
    card_of(page, order).words[0].click()
    word = card_of(page, order).form
    assert isinstance(word, WordForm)
    word.send.click()
    card_of(page, order).counts[0].click()


def test_what_is_half_written_outlives_what_happens_beside_it(
    desk_of: Opener, session: Session
) -> None:
    """A form goes on in the card that takes the place of its own, and Escape leaves it."""
    desk = desk_of(session)
    page = desk.page.orders
    page.look_first.click()
    desk.do_next()
    desk.page.question.hide()
    assert page.open is not None
    order = next(iter(page.open.cards))
    page.open.cards[order].set_odds()
    form = page.open.cards[order].form
    assert isinstance(form, OddsForm)
    form.why.setText("Half a sen")
    assert page.half_typed == ["Half a sen"]
    methods = page.open.cards[order].method
    methods.activated.emit(methods.findData("free"))
    card = page.open.cards[order]
    assert card.view.method == "free"
    assert card.form is form
    assert form.why.text() == "Half a sen"
    form.typed.emit()
    form.left.emit()
    assert page.open.cards[order].form is None
    page.open.cards[order].set_odds()
    again = page.open.cards[order].form
    assert isinstance(again, OddsForm)
    assert again.why.text() == "Half a sen", "Escape loses nothing"
    again.leave.click()
    page.open.cards[order].set_odds()
    last = page.open.cards[order].form
    assert isinstance(last, OddsForm)
    assert last.why.text() == "", "its button does"


def test_a_free_order_is_given_a_row_and_who_leads_offers_that_in_a_later_turn_too(
    desk_of: Opener, full: PackReading
) -> None:
    """Then it has odds and is rolled among the others; who learns of it is for control to say."""
    session = begun(full, free_orders=FreeOrders(1))
    open_orders(session)
    name = free_id(1, "astra", ())
    wish = Wish(name, free=FreeOrder("Cut the nets of Borea by night", "They must see us"))
    session.submit(SealOrders("astra", (wish,)), "astra")
    desk = desk_of(session)
    page = desk.page.orders
    desk.page.tabs.setCurrentWidget(page)
    session.submit(OpenOrders(), FACILITATOR)
    order = Order("astra", name)
    card = card_of(page, order)
    assert (card.roll.isEnabled(), card.view.has_row) == (False, False)
    assert "Because" not in unmarked(shown_text(card))
    card.row.click()
    form = card.form
    assert isinstance(form, RowForm)
    assert "nets" in form.like.currentText().lower()
    assert form.name.text() == "Cut the nets of Borea by night"
    assert form.effects.rows[0].by.text()[0] in "+−"
    if form.comes.text():
        form.without.click()
        assert (form.row.like, form.row.choice) == ("", "")
        form.without.click()
    form.odds.setCurrentIndex(form.odds.findData(9))
    form.told.setCurrentIndex(form.told.findData("own"))
    form.effects.rows[0].by.show_number(3)
    moved = form.effects.rows[0].effect
    form.send.click()
    (move,) = session.play.own.moves
    assert (move.id, move.target, move.seen_by) == (name, 9, frozenset({"astra"}))
    assert moved in move.effects[Band.SUCCESS]
    again = card_of(page, order)
    assert again.view.has_row
    again.row.click()
    assert isinstance(again.form, RowForm)
    assert again.form.row.target == 9
    session.submit(Adjudicate(), FACILITATOR)
    assert session.play.pending is not None
    played = next(c for c in session.play.pending.result.cards if c.order == order)
    result = page.cards[played.address]
    assert result.keep is not None
    result.keep.click()
    kept = result.findChild(KeepRowForm)
    assert kept is not None
    kept.copy.click()
    assert "cut_the_nets_of_borea_by_night" in QGuiApplication.clipboard().text()
    assert not kept.send.isEnabled()
    kept.actors.chips["borea"].click()
    kept.send.click()
    (move,) = session.play.own.moves
    assert move.seats == ("borea",)
    assert result.findChild(KeepRowForm) is None
    others = [card for address, card in page.cards.items() if address != played.address]
    assert all(card.keep is None for card in others)
    assert others
    session.submit(CloseTurn(), FACILITATOR)
    closed = page.cards[played.address]
    assert closed.view.moved in shown_text(closed)
    assert "They must see us" in shown_text(closed)
    session.submit(MoveOn(), FACILITATOR)
    desk.show_rows()
    bar = desk.page.rows
    assert "It can be ordered by Borea." in unmarked(shown_text(bar))
    bar.opens[name].click()
    assert bar.form is not None
    bar.form.actors.chips["borea"].click()
    bar.form.send.click()
    assert session.play.own.moves[0].seats == ()
    assert bar.opens[name].hasFocus()
    assert "Nobody may order it again." in unmarked(shown_text(bar))


def test_a_free_order_is_shown_to_seats_before_it_has_a_row(
    desk_of: Opener, full: PackReading
) -> None:
    """So that they can be asked about it."""
    session = begun(full, free_orders=FreeOrders(1))
    open_orders(session)
    name = free_id(1, "astra", ())
    wish = Wish(name, free=FreeOrder("Light the bank"))
    session.submit(SealOrders("astra", (wish,)), "astra")
    desk = desk_of(session)
    session.submit(OpenOrders(), FACILITATOR)
    page, order = desk.page.orders, Order("astra", name)
    card_of(page, order).show_to.click()
    form = card_of(page, order).form
    assert isinstance(form, ShowForm)
    assert not form.send.isEnabled()
    form.seats.chips["borea"].click()
    form.send.click()
    assert session.play.before_roll is not None
    assert session.play.before_roll.told[order] == frozenset({"borea"})
    assert "Shown to Borea" in unmarked(shown_text(card_of(page, order)))


def test_who_asks_others_about_a_free_order_shows_it_to_them_by_the_same_press(
    desk_of: Opener, full: PackReading
) -> None:
    """It is said before; then the keys are on its card, and stay there through an undo."""
    session = begun(full, free_orders=FreeOrders(1))
    open_orders(session)
    name = free_id(1, "astra", ())
    session.submit(SealOrders("astra", (Wish(name, free=FreeOrder("Light it")),)), "astra")
    desk = desk_of(session)
    session.submit(OpenOrders(), FACILITATOR)
    page, order = desk.page.orders, Order("astra", name)
    desk.page.tabs.setCurrentWidget(page)
    card_of(page, order).ask_others()
    form = card_of(page, order).form
    assert isinstance(form, AskForm)
    form.people.setText("Ann")
    form.seats.chips["borea"].click()
    assert "They do not know of it yet" in form.note.text()
    assert form.send.text() == "Show it and ask"
    form.send.setFocus()
    form.send.click()
    before = session.play.before_roll
    assert before is not None
    assert before.told[order] == frozenset({"borea"})
    asking = before.asked(order, AskedFor.AGAINST)
    assert asking is not None
    assert (asking.seats, asking.people) == (("borea",), ("Ann",))
    assert card_of(page, order).form is None
    assert card_of(page, order).hasFocus()
    session.submit(Undo(), FACILITATOR)
    assert card_of(page, order).hasFocus()


def test_seats_that_do_not_learn_of_a_covert_order_are_not_offered_to_be_asked(
    desk_of: Opener, full: PackReading
) -> None:
    """And it is said why."""
    session = begun(full, free_orders=FreeOrders(1))
    open_orders(session)
    name = free_id(1, "astra", ())
    session.submit(SealOrders("astra", (Wish(name, free=FreeOrder("Light it")),)), "astra")
    session.submit(OpenOrders(), FACILITATOR)
    order = Order("astra", name)
    row = row_help(session, order).like("cut_nets")._replace(learns=())
    session.submit(WriteRow(order, row), FACILITATOR)
    card = card_of(desk_of(session).page.orders, order)
    card.ask_others()
    assert isinstance(card.form, AskForm)
    assert "borea" not in card.form.seats.chips
    assert "Not offered" in card.form.note.text()
    assert "Borea" in card.form.note.text()


def test_one_press_asks_for_the_votes_on_all_orders_together(
    desk_of: Opener, full: PackReading
) -> None:
    """Nobody was asked yet: the button says what is needed, and asks all who may vote."""
    session = begin(full, method=VOTE)
    open_orders(session)
    seal_both(session)
    session.submit(OpenOrders(), FACILITATOR)
    desk = desk_of(session)
    page = desk.page.orders
    asks = votes_to_ask(session)
    assert len(asks) > 1
    assert desk.page.top.next.text() == f"Ask for votes on {len(asks)} orders"
    card = card_of(page, asks[0].order)
    card.ask_others()
    assert isinstance(card.form, AskForm)
    assert card.form.what.currentData() is AskedFor.ODDS
    assert set(card.form.seats.picked) == set(asks[0].seats)
    assert card.form.send.isEnabled()
    card.form.leave.click()
    desk.do_next()
    before = session.play.before_roll
    assert before is not None
    assert {each.order: before.asking[each.order][AskedFor.ODDS].seats for each in asks} == {
        each.order: each.seats for each in asks
    }
    assert votes_to_ask(session) == ()
    assert desk.page.top.next.text() == "Wait for 3 voters"
    assert "asked how likely" in desk.page.banner.words.text()
