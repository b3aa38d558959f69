"""Orders that a vote decides, as one person goes through them with the filled button."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QSize
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from idlib_wargame.packs.reader import PackReading
from idlib_wargame.rules.order import Order
from idlib_wargame.session.acts import FACILITATOR
from idlib_wargame.session.before_roll import AskedFor
from idlib_wargame.session.faults import Refused
from idlib_wargame.session.kinds.adjudicated import Adjudicate
from idlib_wargame.session.kinds.others_asked import AskOthers
from idlib_wargame.session.kinds.rolled import RollOrders
from idlib_wargame.session.kinds.undone import Undo
from idlib_wargame.session.kinds.words_counted import CountWords
from idlib_wargame.session.session import Session
from idlib_wargame.views.desk.open_orders import open_hint, open_steps
from idlib_wargame.windows.desk.open_order_card import OpenOrderCard
from idlib_wargame.windows.desk.window import DeskWindow
from idlib_wargame.words.language import unmarked
from tests.windows.desk.conftest import Opener
from tests.windows.desk.voting import LAPSING, asked, opened_to_vote, vote
from tests.windows.dress import dressed
from tests.windows.play_harbour import shown_text


@pytest.fixture
def session(full: PackReading) -> Session:
    """Orders lie open and wait for votes; one of them will not be rolled."""
    return opened_to_vote(full)


def button_of(desk: DeskWindow) -> str:
    """What the filled button says."""
    return unmarked(desk.page.top.next.text())


def rolled_orders(session: Session) -> list[Order]:
    """The orders that dice are thrown for."""
    return [each.order for each in session.opened_rolls() if not each.lapsed]


def card_of(desk: DeskWindow, order: Order) -> OpenOrderCard:
    """The card of an order as it stands now."""
    assert desk.page.orders.open is not None
    return desk.page.orders.open.cards[order]


def test_an_order_that_will_not_be_rolled_is_in_no_count_of_votes(
    desk_of: Opener, session: Session
) -> None:
    """Not asked for, not counted, and not waited for once all the others are."""
    desk, orders = desk_of(session), rolled_orders(session)
    count = len(orders)
    assert LAPSING not in orders
    assert count > 1
    assert "Will not be rolled" in shown_text(card_of(desk, LAPSING))
    assert button_of(desk) == f"Ask for votes on {count} orders"
    with pytest.raises(Refused, match=f"{count} orders wait for their votes"):
        session.submit(Adjudicate(), FACILITATOR)
    waits = [step.waits for step in open_steps(session)]
    assert sum("wait" in unmarked(each) for each in waits) == 1
    desk.do_next()
    for order in orders:
        vote(session, order)
    assert button_of(desk) == f"Count the votes on {count} orders"
    desk.do_next()
    assert session.play.before_roll is not None
    assert button_of(desk) == f"Roll all {count} orders"
    desk.do_next()
    assert session.play.pending is not None


def test_a_step_with_an_order_that_will_not_be_rolled_is_rolled_without_its_vote(
    desk_of: Opener, session: Session
) -> None:
    """Nobody waits for it there either, and how far they are rolled does not count it."""
    desk, orders = desk_of(session), rolled_orders(session)
    desk.do_next()
    for order in orders:
        vote(session, order)
    desk.do_next()
    first = next(step for step in open_steps(session) if step.left)
    assert not first.waits
    session.submit(RollOrders(first.left), FACILITATOR)
    rolled = sum(order in orders for order in first.left)
    assert unmarked(open_hint(session)).startswith(f"{rolled} of {len(orders)} rolled")


def test_one_press_counts_what_all_have_voted_and_undo_takes_back_one(
    desk_of: Opener, session: Session
) -> None:
    """Every order has its odds then; the last count that was undone is counted again alone."""
    desk, orders = desk_of(session), rolled_orders(session)
    desk.do_next()
    for order in orders:
        vote(session, order)
    desk.do_next()
    before = session.play.before_roll
    assert before is not None
    assert all(before.odds[order].voted for order in orders)
    assert "are counted" in desk.page.banner.words.text()
    session.submit(Undo(), FACILITATOR)
    assert button_of(desk) == "Count the vote on 1 order"
    desk.do_next()
    assert session.play.before_roll is not None
    assert set(session.play.before_roll.odds) == set(orders)


def test_the_press_waits_for_whoever_has_not_voted_and_says_who(
    desk_of: Opener, session: Session
) -> None:
    """It goes to that card and counts nothing; the card's own button goes on without them."""
    desk, orders = desk_of(session), rolled_orders(session)
    desk.do_next()
    *others, last = orders
    for order in others:
        vote(session, order)
    missing, *voting = asked(session, last).seats
    assert voting
    vote(session, last, *voting)
    name = session.scenario.seat_by_id[missing].name
    assert button_of(desk) == f"Wait for {name} to vote"
    desk.do_next()
    assert session.play.before_roll is not None
    assert session.play.before_roll.odds == {}
    assert card_of(desk, last).hasFocus()
    said = unmarked(desk.page.banner.words.text())
    assert said == f"Still to vote: {name}; “Count what was said” on the card goes on without them."
    (count,) = card_of(desk, last).counts
    count.click()
    assert button_of(desk) == f"Count the votes on {len(others)} orders"


def test_an_order_that_nobody_else_knows_of_is_not_told_to_be_counted(
    desk_of: Opener, full: PackReading
) -> None:
    """The others are counted; then the button says that its odds are to be set, and goes there."""
    session = opened_to_vote(full, "silent_nets")
    desk, orders = desk_of(session), rolled_orders(session)
    secret = Order("astra", "silent_nets")
    desk.do_next()
    for order in orders:
        if order != secret:
            vote(session, order)
    assert button_of(desk) == f"Count the votes on {len(orders) - 1} orders"
    desk.do_next()
    assert button_of(desk) == "Set the odds of 1 order"
    desk.do_next()
    assert session.play.before_roll is not None
    assert card_of(desk, secret).hasFocus()


def test_the_press_says_where_the_facilitator_votes_for_a_seat_that_nobody_plays(
    desk_of: Opener, session: Session
) -> None:
    """It would be waited for in vain."""
    desk, orders = desk_of(session), rolled_orders(session)
    desk.do_next()
    for order in orders:
        vote(session, order, *(seat for seat in asked(session, order).seats if seat != "caldis"))
    assert button_of(desk) == "Wait for Caldis to vote"
    desk.do_next()
    said = "Still to vote: Caldis; you give the word of a seat that you play on “Your seats”."
    assert unmarked(desk.page.banner.words.text()) == said


def test_where_nobody_has_voted_the_press_says_how_to_go_on(
    desk_of: Opener, session: Session
) -> None:
    """There is nothing to count on the card yet."""
    desk = desk_of(session)
    desk.do_next()
    assert button_of(desk) == "Wait for 3 voters"
    desk.do_next()
    assert "set the odds on the card" in desk.page.banner.words.text()


def test_somebody_asked_by_name_is_waited_for_by_name(desk_of: Opener, session: Session) -> None:
    """The facilitator writes their word down on the card."""
    desk, orders = desk_of(session), rolled_orders(session)
    desk.do_next()
    session.submit(AskOthers(orders[0], AskedFor.ODDS, (), ("Ann",)), FACILITATOR)
    for order in orders[1:]:
        vote(session, order)
    assert button_of(desk) == "Wait for Ann to vote"
    desk.do_next()
    said = unmarked(desk.page.banner.words.text())
    assert said == "Still to vote: Ann; to go on without them, set the odds on the card."


def test_a_card_says_how_many_have_voted_and_what_can_be_done(
    desk_of: Opener, session: Session
) -> None:
    """From before it is asked until it is counted."""
    desk, order = desk_of(session), rolled_orders(session)[0]
    assert card_of(desk, order).view.lacks.startswith("Ask for its vote")
    desk.do_next()
    first, *others = asked(session, order).seats
    count = len(others) + 1
    assert unmarked(card_of(desk, order).view.lacks).startswith(f"None of the {count} who were")
    vote(session, order, first)
    assert unmarked(card_of(desk, order).view.lacks).startswith(f"1 of {count} have voted. Wait")
    vote(session, order)
    said = f"{count} of {count} have voted. Count what was said."
    assert said in unmarked(shown_text(card_of(desk, order)))
    session.submit(CountWords(order, AskedFor.ODDS), FACILITATOR)
    assert card_of(desk, order).view.lacks == ""


def settled(desk: DeskWindow) -> None:
    """Everything that Qt puts off is done."""
    for _round in range(5):
        QApplication.processEvents()
    desk.page.orders.ensurePolished()


def stands(desk: DeskWindow, part: QWidget) -> int:
    """How far below the top of the page a part of it stands."""
    return part.mapTo(desk.page.orders.viewport(), QPoint(0, 0)).y()


def small_desk(desk_of: Opener, session: Session) -> DeskWindow:
    """The page of orders in front, and higher than the screen."""
    desk = desk_of(session)
    desk.resize(QSize(1272, 684))
    desk.page.tabs.setCurrentWidget(desk.page.orders)
    settled(desk)
    assert desk.page.orders.verticalScrollBar().maximum() > 200
    return desk


@dressed
def test_a_card_that_is_counted_stays_where_it_is(desk_of: Opener, session: Session) -> None:
    """Each in turn, from the first to the last: what it came to is in view, under the hand."""
    desk, orders = small_desk(desk_of, session), rolled_orders(session)
    page = desk.page.orders
    desk.do_next()
    for order in orders:
        vote(session, order)
    for order in orders:
        page.ensureWidgetVisible(card_of(desk, order))
        settled(desk)
        (count,) = card_of(desk, order).counts
        count.setFocus()
        stood = stands(desk, card_of(desk, order))
        count.click()
        settled(desk)
        now = stands(desk, card_of(desk, order))
        bar = page.verticalScrollBar()
        assert now == stood or bar.value() in (0, bar.maximum()), "it cannot be scrolled further"
        assert now >= 0
        assert now + card_of(desk, order).height() <= page.viewport().height()
        assert card_of(desk, order).hasFocus()


@dressed
@pytest.mark.parametrize("has_keys", [True, False])
def test_the_page_stays_while_seats_vote(desk_of: Opener, session: Session, has_keys: bool) -> None:
    """Wherever it is scrolled to, and wherever the keys are."""
    desk, orders = small_desk(desk_of, session), rolled_orders(session)
    page = desk.page.orders
    desk.do_next()
    settled(desk)
    at = orders[-2]
    card_of(desk, at if has_keys else orders[0]).ask.setFocus()
    bar = page.verticalScrollBar()
    bar.setValue(bar.value() + stands(desk, card_of(desk, at)) + 30)
    settled(desk)
    stood = stands(desk, card_of(desk, at))
    assert stood == -30
    for order in orders:
        for seat in asked(session, order).seats:
            vote(session, order, seat)
            settled(desk)
            assert stands(desk, card_of(desk, at)) == stood, (seat, order)


@dressed
def test_a_reason_stays_under_the_hand_while_seats_vote(desk_of: Opener, session: Session) -> None:
    """What is typed goes on where it was begun, though the card above it grows."""
    desk, orders = small_desk(desk_of, session), rolled_orders(session)
    desk.do_next()
    settled(desk)
    card_of(desk, orders[1]).set_odds()
    settled(desk)
    on = QApplication.focusWidget()
    assert on is not None
    stood = stands(desk, on)
    for order in orders:
        vote(session, order)
        settled(desk)
        QTest.keyClicks(on, "a")
    assert QApplication.focusWidget() is on
    assert stands(desk, on) == stood
