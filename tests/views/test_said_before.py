"""Behind a result stands what was said before the roll, to each reader as far as they may know."""

from __future__ import annotations

import pytest

from idlib_wargame.packs.reader import PackReading
from idlib_wargame.rules.order import Order
from idlib_wargame.rules.pack.free_orders import FreeOrders
from idlib_wargame.session.before_roll import AskedFor
from idlib_wargame.session.free_order import FreeOrder
from idlib_wargame.session.kinds.adjudicated import Adjudicate
from idlib_wargame.session.kinds.closed import CloseTurn
from idlib_wargame.session.kinds.odds_set import SetOdds
from idlib_wargame.session.kinds.orders_opened import OpenOrders
from idlib_wargame.session.kinds.others_asked import AskOthers
from idlib_wargame.session.kinds.reason_heard import GiveReason
from idlib_wargame.session.kinds.row_written import WriteRow
from idlib_wargame.session.kinds.sealed import SealOrders
from idlib_wargame.session.kinds.word_given import GiveWord
from idlib_wargame.session.own_move import like_move
from idlib_wargame.session.play import Wish
from idlib_wargame.session.session import Session
from idlib_wargame.views.cards import CardView
from idlib_wargame.views.desk.open_orders import open_steps
from idlib_wargame.views.desk.results import cards_by_step
from idlib_wargame.views.seat import seat_view
from idlib_wargame.words.language import unmarked
from tests.session.exercises import begun, do, to_orders

FREE = FreeOrder("Light the bank at night", "They must see us", ("The lamps are new",))
OURS = Order("astra", "F1_astra_1")


@pytest.fixture
def session(full: PackReading) -> Session:
    """A free order lies open with a row that Borea learns of, and was argued and voted about."""
    session = begun(full, free_orders=FreeOrders(1))
    to_orders(session)
    session.submit(SealOrders("astra", (Wish(OURS.move, free=FREE),)), "astra")
    session.submit(SealOrders("borea", ()), "borea")
    scenario = session.scenario
    move = scenario.move_by_id["protest"]
    row = like_move(scenario, "Lamps", move, "", "astra")._replace(learns=("borea",))
    do(session, OpenOrders(), WriteRow(OURS, row), AskOthers(OURS, AskedFor.AGAINST, ("borea",)))
    session.submit(GiveReason(OURS, "The oil is out", "borea", False), "borea")
    do(session, GiveReason(OURS, "It is dark", "", True))
    do(session, AskOthers(OURS, AskedFor.ODDS, (), ("Ann",)))
    do(session, GiveWord(OURS, AskedFor.ODDS, "Ann", 9, person=True))
    do(session, SetOdds(OURS, 7, "The fog came up"))
    return session


def behind(card: CardView) -> list[tuple[str, str]]:
    """The rows behind "Details" that tell of before the roll."""
    rows = [(unmarked(each.heading), unmarked(each.text)) for each in card.details]
    told = (n for n, (name, _text) in enumerate(rows) if name.startswith(("Modifier", "Odds")))
    return rows[: next(told)]


def of_ours(cards: tuple[CardView, ...]) -> CardView:
    """The card of the free order."""
    return next(card for card in cards if card.head.is_free)


def test_control_reads_all_that_was_said(session: Session) -> None:
    """What the seat wrote, for and against, and each vote; of its odds ``odds_told`` tells."""
    do(session, Adjudicate())
    assert session.play.pending is not None
    steps = cards_by_step(session.scenario, session.play.pending)
    assert behind(of_ours(tuple(card for step in steps for card in step.cards))) == [
        ("As it was written", "Light the bank at night"),
        ("To what end", "They must see us"),
        ("Because", "The lamps are new"),
        ("For it", "Facilitator: It is dark"),
        ("Against it", "Borea: The oil is out"),
        ("Said how likely", "Ann: Unlikely"),
    ]


def test_seats_read_what_was_said_aloud_and_no_vote(session: Session) -> None:
    """Its own seat reads to what end it was given; who learns of it does not."""
    do(session, Adjudicate(), CloseTurn())
    own = behind(of_ours(seat_view(session, "astra").cards))
    assert own == [
        ("As it was written", "Light the bank at night"),
        ("To what end", "They must see us"),
        ("Because", "The lamps are new"),
        ("For it", "Facilitator: It is dark"),
        ("Against it", "Borea: The oil is out"),
    ]
    theirs = behind(of_ours(seat_view(session, "borea").cards))
    assert theirs == [row for row in own if row[0] != "To what end"]
    assert not any(card.head.is_free for card in seat_view(session, "caldis").cards)


def test_an_order_keeps_its_reasons_once_it_has_a_row(session: Session) -> None:
    """Whoever sets its odds reads them, whatever its row is called."""
    (card,) = [order for step in open_steps(session) for order in step.orders if order.is_free]
    assert unmarked(card.head.title) == "Lamps"
    assert unmarked(card.reason).split("\n") == [
        "“Light the bank at night”",
        "To what end: They must see us",
        "Because: The lamps are new",
    ]


def test_a_seat_hears_what_is_said_of_its_own_order_before_the_roll(session: Session) -> None:
    """Under the order on its sheet, as long as it can still be argued about."""
    (hint,) = seat_view(session, "astra").opened_hints
    assert unmarked(hint).split("\n") == ["Against it, Borea: The oil is out", "For it: It is dark"]
    assert seat_view(session, "borea").opened_hints == ()
