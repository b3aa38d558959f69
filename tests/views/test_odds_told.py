"""Odds that people set, as they are told once the order is rolled."""

from __future__ import annotations

import pytest

from idlib_wargame.packs.reader import PackReading
from idlib_wargame.rules.order import Order
from idlib_wargame.session.acts import FACILITATOR
from idlib_wargame.session.before_roll import AskedFor
from idlib_wargame.session.kinds.adjudicated import Adjudicate
from idlib_wargame.session.kinds.closed import CloseTurn
from idlib_wargame.session.kinds.odds_set import SetOdds
from idlib_wargame.session.kinds.orders_opened import OpenOrders
from idlib_wargame.session.kinds.others_asked import AskOthers
from idlib_wargame.session.kinds.sealed import SealOrders
from idlib_wargame.session.kinds.word_given import GiveWord
from idlib_wargame.session.kinds.words_counted import CountWords
from idlib_wargame.session.play import Wish
from idlib_wargame.session.session import Session
from idlib_wargame.views.cards import CardView
from idlib_wargame.views.desk.results import cards_by_step
from idlib_wargame.views.own_history import own_history
from idlib_wargame.words.language import unmarked
from tests.session.exercises import begun, do, to_orders

PROTEST = Order("astra", "protest")


@pytest.fixture
def opened(full: PackReading) -> Session:
    """One order that lies open."""
    session = begun(full)
    to_orders(session)
    session.submit(SealOrders("astra", (Wish("protest"),)), "astra")
    session.submit(SealOrders("borea", ()), "borea")
    do(session, OpenOrders())
    return session


def controls_card(session: Session) -> CardView:
    """As it lies on the desk."""
    turn = session.play.pending or session.play.last
    assert turn is not None
    address = next(card.address for card in turn.result.cards if card.order == PROTEST)
    cards = (card for step in cards_by_step(session.scenario, turn) for card in step.cards)
    return next(card for card in cards if card.address == address)


def players_card(session: Session) -> CardView:
    """As its own seat reads it once the turn is closed."""
    session.submit(CloseTurn(), FACILITATOR)
    return own_history(session.referee, session.play, "astra")[0].cards[0]


def spoken(card: CardView) -> str:
    """All that is told of its odds, beside them and behind them."""
    lines = [row.spoken for account in card.odds_accounts for row in account.rows]
    details = [f"{each.heading}: {each.text}" for each in card.details]
    return unmarked("\n".join((card.odds_set, *card.leanings, *lines, *details)))


def test_who_rolled_at_odds_that_they_set_reads_why_and_what_the_tables_ask(
    opened: Session,
) -> None:
    """Beside the odds and behind them; players read that they were set, and no more."""
    do(opened, SetOdds(PROTEST, 10, "The fog came up"), Adjudicate())
    card = controls_card(opened)
    assert unmarked(card.odds).endswith("(10+)")
    assert unmarked(card.odds_set).startswith("Set by you; by the tables ")
    assert card.odds_set.endswith("Why: The fog came up")
    assert "Target" not in spoken(card), "nothing that does not add up"
    assert "Odds set by the facilitator: +" in spoken(card)
    theirs = players_card(opened)
    assert theirs.odds_set == "Odds set by the facilitator"
    assert "Who set them: Odds set by the facilitator" in spoken(theirs)
    for kept in ("fog", "tables", "Target", "Modifier"):
        assert kept not in spoken(theirs)


def test_who_counted_two_votes_reads_which_of_them_counts(opened: Session) -> None:
    """Of an even number there is none in the middle; players read that it was a vote."""
    do(opened, AskOthers(PROTEST, AskedFor.ODDS, ("astra", "borea")))
    opened.submit(GiveWord(PROTEST, AskedFor.ODDS, "astra", 5), "astra")
    opened.submit(GiveWord(PROTEST, AskedFor.ODDS, "borea", 10), "borea")
    do(opened, CountWords(PROTEST, AskedFor.ODDS), Adjudicate())
    said = "Set by a vote (of 2 votes, the less likely of the two in the middle); by the tables "
    assert unmarked(controls_card(opened).odds_set).startswith(said)
    theirs = players_card(opened)
    assert theirs.odds_set == "Odds set by a vote"
    assert "2 votes" not in spoken(theirs)


def test_an_order_whose_odds_nobody_set_tells_its_modifiers_as_before(opened: Session) -> None:
    """Nothing is said of who set them."""
    do(opened, Adjudicate())
    card = controls_card(opened)
    assert not card.odds_set
    assert "Target" in spoken(card)
