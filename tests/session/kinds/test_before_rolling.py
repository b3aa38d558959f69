"""Orders lie open before they are rolled: what is decided and said of them, and by whom."""

from __future__ import annotations

from pathlib import Path

import pytest

from idlib_wargame.packs.reader import PackReading
from idlib_wargame.rules.audience import CONTROL
from idlib_wargame.rules.odds import Band, band_of
from idlib_wargame.rules.order import Order
from idlib_wargame.rules.result import Card
from idlib_wargame.session.autoplay import play_on
from idlib_wargame.session.before_roll import AskedFor, BeforeRoll
from idlib_wargame.session.kinds.accepted import AcceptResult
from idlib_wargame.session.kinds.adjudicated import Adjudicate
from idlib_wargame.session.kinds.closed import CloseTurn
from idlib_wargame.session.kinds.method_chosen import ChooseMethod
from idlib_wargame.session.kinds.odds_set import SetOdds
from idlib_wargame.session.kinds.orders_opened import OpenOrders
from idlib_wargame.session.kinds.others_asked import AskOthers
from idlib_wargame.session.kinds.reopened import Reopen
from idlib_wargame.session.kinds.result_agreed import AgreeResult
from idlib_wargame.session.kinds.rolled import RollOrders
from idlib_wargame.session.kinds.ruling import Decide
from idlib_wargame.session.kinds.sealed import SealOrders
from idlib_wargame.session.kinds.undone import Undo
from idlib_wargame.session.kinds.word_given import GiveWord
from idlib_wargame.session.kinds.words_counted import CountWords
from idlib_wargame.session.methods import METHODS
from idlib_wargame.session.play import Wish
from idlib_wargame.session.session import Session
from idlib_wargame.session.verifying import verify
from tests.session.exercises import begun, do, last_line, refusal, to_orders, told_to

PROTEST = Order("astra", "protest")


@pytest.fixture
def opened(harbour: PackReading) -> Session:
    """Orders of turn 1 lie open: a protest, two orders of Borea, and what a habit has picked."""
    session = begun(harbour)
    lay_open(session)
    return session


def lay_open(session: Session) -> None:
    """Seal a protest and more, and open."""
    to_orders(session)
    session.submit(SealOrders("astra", (Wish("protest"),)), "astra")
    session.submit(SealOrders("borea", (Wish("free_crews"),)), "borea")
    do(session, OpenOrders())


def lying(session: Session) -> BeforeRoll:
    """The orders that lie open."""
    assert session.play.before_roll is not None
    return session.play.before_roll


def card_of(session: Session, order: Order = PROTEST) -> Card:
    """The card of an order among the results on the table."""
    assert session.play.pending is not None
    return next(card for card in session.play.pending.result.cards if card.order == order)


def test_orders_lie_open_and_nothing_is_rolled(opened: Session) -> None:
    """The facilitator may look first; one press rolls all, and one undo goes back to each."""
    count = len(lying(opened).orders)
    assert (opened.play.phase, opened.play.pending) == ("adjudication", None)
    assert opened.next_act() == (Adjudicate(), f"Roll all {count} orders")
    do(opened, Adjudicate())
    assert opened.play.before_roll is None
    assert len(card_of(opened).seats) == 1
    do(opened, Undo())
    assert (lying(opened).rolled, opened.play.pending) == (frozenset(), None)
    do(opened, Undo())
    assert (opened.play.phase, opened.play.before_roll) == ("orders", None)


def test_looking_first_changes_no_result(harbour: PackReading) -> None:
    """The dice are those of the order, whenever they are thrown."""
    session = begun(harbour)
    to_orders(session)
    session.submit(SealOrders("astra", (Wish("protest"),)), "astra")
    do(session, Adjudicate())
    at_once = card_of(session)
    do(session, Undo(), OpenOrders(), Adjudicate())
    assert card_of(session) == at_once


def test_nobody_changes_orders_that_lie_open(opened: Session) -> None:
    """Nor opens them twice; the turn goes back to its orders by a re-opening too."""
    assert "Too late for turn 1" in refusal(opened, SealOrders("astra", ()), "astra")
    assert "orders phase" in refusal(opened, OpenOrders())
    assert refusal(opened, SetOdds(Order("astra", "raid"), 7, "So")).startswith("That order is not")
    do(opened, Reopen(1))
    assert (opened.play.phase, opened.play.before_roll) == ("orders", None)
    assert opened.play.sealed["astra"] == (Wish("protest"),)


def test_odds_that_are_set_count_and_the_tables_stay_beside(opened: Session) -> None:
    """The same dice against another need; a reason is needed, and undo gives the tables' back."""
    assert "need their reason" in refusal(opened, SetOdds(PROTEST, 11))
    assert "from 2 to 12" in refusal(opened, SetOdds(PROTEST, 13, "Why not"))
    do(opened, SetOdds(PROTEST, 11, "They are deaf to it"))
    assert last_line(opened) == (
        "Odds set for Astra, Protest in public: remote chance. Why: They are deaf to it"
    )
    assert told_to(opened) == {CONTROL}
    do(opened, Adjudicate())
    card = card_of(opened)
    assert (card.need, card.set_need) == (11, 11)
    assert card.table_need == card.target - card.shift != 11
    assert card.dice is not None
    assert card.band is band_of(sum(card.dice), 11)
    do(opened, Undo(), Undo(), Adjudicate())
    assert card_of(opened).set_need is None


def test_a_ruling_leaves_odds_that_were_set(opened: Session) -> None:
    """What was decided before the roll is worked out again with every ruling."""
    do(opened, SetOdds(PROTEST, 11, "They are deaf to it"), Adjudicate())
    address = card_of(opened).address
    do(opened, Decide(address, Band.PARTIAL, "Half heard"), Decide(address, None))
    assert card_of(opened).need == 11


def test_one_order_is_decided_in_a_way_of_its_own(opened: Session) -> None:
    """Rigid takes no ruling, expected throws no dice, free waits for the facilitator."""
    do(opened, ChooseMethod(PROTEST, "expected"), Adjudicate())
    assert card_of(opened).dice is None
    do(opened, Undo(), ChooseMethod(PROTEST, "rigid"), Adjudicate())
    ruling = Decide(card_of(opened).address, Band.STRONG, "Well said")
    assert refusal(opened, ruling) == (
        "For this order it was chosen that the dice decide; there is no ruling on it."
    )
    do(opened, Undo(), ChooseMethod(PROTEST, "free"), Adjudicate())
    assert "waits for your decision" in refusal(opened, CloseTurn())
    do(opened, AcceptResult(card_of(opened).address), CloseTurn())


def test_no_dice_are_thrown_for_one_order_where_none_are_for_any(harbour: PackReading) -> None:
    """An exercise of likeliest results has rulings and agreements, and no dice."""
    session = begun(harbour, method="expected")
    lay_open(session)
    assert "without dice" in refusal(session, ChooseMethod(PROTEST, "semi_rigid"))
    do(session, ChooseMethod(PROTEST, "free"), ChooseMethod(PROTEST, ""))


def test_tables_agree_on_a_result(opened: Session) -> None:
    """It counts as a ruling of theirs, with the dice beside it; undo takes it back."""
    assert "pick at least one seat" in refusal(opened, AgreeResult(PROTEST, Band.STRONG))
    do(opened, AgreeResult(PROTEST, Band.STRONG, ("astra", "borea")))
    assert (
        last_line(opened) == "Agreed on Astra, Protest in public by Astra, Borea: strong success."
    )
    do(opened, ChooseMethod(PROTEST, "consensual"), Adjudicate())
    card = card_of(opened)
    assert card.ruled is not None
    assert (card.final, card.ruled.agreed) == (Band.STRONG, ("astra", "borea"))
    assert card.dice is not None
    do(opened, CloseTurn())


def test_what_tables_do_not_agree_on_falls_to_the_facilitator(opened: Session) -> None:
    """The turn cannot be closed before it is decided."""
    do(opened, ChooseMethod(PROTEST, "consensual"))
    do(opened, AskOthers(PROTEST, AskedFor.BAND, ("astra", "borea")))
    opened.submit(GiveWord(PROTEST, AskedFor.BAND, "astra", Band.STRONG), "astra")
    opened.submit(GiveWord(PROTEST, AskedFor.BAND, "borea", Band.FAILURE), "borea")
    do(opened, CountWords(PROTEST, AskedFor.BAND))
    assert last_line(opened) == (
        "No result of Astra, Protest in public is agreed; it falls to the facilitator."
    )
    do(opened, Adjudicate())
    assert "waits for your decision" in refusal(opened, CloseTurn())
    do(opened, Decide(card_of(opened).address, Band.PARTIAL, "Between the two"), CloseTurn())


def test_the_median_of_votes_counts_and_all_are_kept(opened: Session) -> None:
    """Under cover until they are counted; people who are asked have theirs written down."""
    do(opened, ChooseMethod(PROTEST, "vote"))
    assert "waits for its vote" in refusal(opened, Adjudicate())
    do(opened, AskOthers(PROTEST, AskedFor.ODDS, ("astra", "borea"), ("Prof. Ode",)))
    opened.submit(GiveWord(PROTEST, AskedFor.ODDS, "astra", 4), "astra")
    assert last_line(opened) == "Astra answers about Astra, Protest in public."
    opened.submit(GiveWord(PROTEST, AskedFor.ODDS, "astra", 5), "astra")
    opened.submit(GiveWord(PROTEST, AskedFor.ODDS, "borea", 10), "borea")
    asking = lying(opened).asked(PROTEST, AskedFor.ODDS)
    assert asking is not None
    assert asking.waits_for == ("Prof. Ode",)
    do(opened, GiveWord(PROTEST, AskedFor.ODDS, "Prof. Ode", 8, person=True))
    do(opened, CountWords(PROTEST, AskedFor.ODDS))
    assert last_line(opened) == (
        "A vote on Astra, Protest in public, the median of 3 votes: realistic possibility."
    )
    do(opened, Adjudicate())
    assert card_of(opened).need == 8
    assert opened.play.pending is not None
    before = opened.play.pending.before
    assert before is not None
    kept = before.asked(PROTEST, AskedFor.ODDS)
    assert kept is not None
    assert sorted(each.number for each in kept.said) == [5, 8, 10]


def test_of_two_in_the_middle_the_less_likely_counts(opened: Session) -> None:
    """Nobody's order is made likelier by an even number of voters."""
    do(opened, AskOthers(PROTEST, AskedFor.ODDS, ("astra", "borea")))
    opened.submit(GiveWord(PROTEST, AskedFor.ODDS, "astra", 5), "astra")
    opened.submit(GiveWord(PROTEST, AskedFor.ODDS, "borea", 9), "borea")
    do(opened, CountWords(PROTEST, AskedFor.ODDS))
    assert "of 2 votes, the less likely of the two in the middle: unlikely" in last_line(opened)
    do(opened, Adjudicate())
    assert card_of(opened).need == 9


def test_nobody_answers_for_others_or_unasked(opened: Session) -> None:
    """Nor twice once it is counted, nor with what is no answer."""
    ask = AskOthers(PROTEST, AskedFor.ODDS, ("astra",))
    word = GiveWord(PROTEST, AskedFor.ODDS, "astra", 7)
    assert "was asked about that order" in refusal(opened, word, "astra")
    do(opened, ask)
    assert "speaks for themselves" in refusal(opened, word, "borea")
    assert "was asked" in refusal(opened, GiveWord(PROTEST, AskedFor.ODDS, "borea", 7), "borea")
    assert "no answer" in refusal(opened, GiveWord(PROTEST, AskedFor.ODDS, "astra", 13), "astra")
    assert "Nobody has answered" in refusal(opened, CountWords(PROTEST, AskedFor.ODDS))
    assert "Only the facilitator" in refusal(opened, CountWords(PROTEST, AskedFor.ODDS), "astra")
    opened.submit(word, "astra")
    do(opened, CountWords(PROTEST, AskedFor.ODDS))
    assert "counted already" in refusal(opened, word, "astra")


def test_nobody_is_asked_about_an_order_that_they_do_not_know_of(harbour: PackReading) -> None:
    """The question would tell them."""
    session = begun(harbour)
    to_orders(session)
    session.submit(SealOrders("astra", (Wish("silent_nets"),)), "astra")
    do(session, OpenOrders())
    covert = Order("astra", "silent_nets")
    said = refusal(session, AskOthers(covert, AskedFor.ODDS, ("astra", "borea")))
    assert said == "To ask Borea would tell them of an order that they do not know of."
    do(session, AskOthers(covert, AskedFor.ODDS, ("astra",)))


def test_orders_are_rolled_one_by_one_step_after_step(opened: Session) -> None:
    """Its dice and band are seen; what a later step comes to rests on the earlier ones."""
    steps = opened.scenario.steps
    moves = opened.scenario.move_by_id
    orders = [each.order for each in lying(opened).orders]
    orders.sort(key=lambda order: steps.index(moves[order.move].step))
    assert moves[orders[0].move].step != moves[orders[-1].move].step
    assert "first; what comes later" in refusal(opened, RollOrders((orders[-1],)))
    do(opened, RollOrders((orders[0],)))
    (roll,) = opened.entries[-1].body["rolls"]
    assert "rolled already" in refusal(opened, SetOdds(orders[0], 7, "Late"))
    assert opened.next_act() is not None
    do(opened, Adjudicate())
    card = card_of(opened, orders[0])
    assert (list(card.dice or ()), int(card.band or 0)) == (roll["dice"], roll["band"])


def test_a_session_with_all_of_it_verifies(harbour: PackReading, tmp_path: Path) -> None:
    """Each act is done once more; with one vote altered afterwards it would be told."""
    session = begun(harbour, tmp_path / "a.wargame")
    lay_open(session)
    do(session, AskOthers(PROTEST, AskedFor.ODDS, ("astra",)))
    session.submit(GiveWord(PROTEST, AskedFor.ODDS, "astra", 5), "astra")
    do(session, CountWords(PROTEST, AskedFor.ODDS), Adjudicate(), CloseTurn())
    session.close()
    verdict = verify(tmp_path / "a.wargame")
    assert [check.text for check in verdict.checks if not check.well] == []


@pytest.mark.parametrize("method", METHODS)
def test_an_exercise_of_each_method_is_played_to_its_end(harbour: PackReading, method: str) -> None:
    """By habits, with nobody to vote, to agree or to decide."""
    session = begun(harbour, method=method, turns=2)
    list(play_on(session))
    assert session.play.finished
    assert len(session.play.closed) == 2
