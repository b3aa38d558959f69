"""Orders that lie open, as the facilitator goes through them before they are rolled."""

from __future__ import annotations

import pytest

from idlib_wargame.packs.reader import PackReading
from idlib_wargame.rules.order import Order
from idlib_wargame.session.acts import FACILITATOR
from idlib_wargame.session.before_roll import AskedFor
from idlib_wargame.session.kinds.adjudicated import Adjudicate
from idlib_wargame.session.kinds.method_chosen import ChooseMethod
from idlib_wargame.session.kinds.odds_set import SetOdds
from idlib_wargame.session.kinds.orders_opened import OpenOrders
from idlib_wargame.session.kinds.others_asked import AskOthers
from idlib_wargame.session.kinds.reason_heard import GiveReason
from idlib_wargame.session.kinds.rolled import RollOrders
from idlib_wargame.session.kinds.sealed import SealOrders
from idlib_wargame.session.kinds.word_given import GiveWord
from idlib_wargame.session.kinds.words_counted import CountWords
from idlib_wargame.session.play import Wish
from idlib_wargame.session.session import Session
from idlib_wargame.views.desk.open_orders import (
    OpenOrder,
    OpenStep,
    open_hint,
    open_steps,
    roll_act,
)
from idlib_wargame.words.language import unmarked
from tests.session.exercises import begun, do, to_orders

PROTEST = Order("astra", "protest")
PATROLS = Order("astra", "send_patrols")


@pytest.fixture
def opened(full: PackReading) -> Session:
    """Two steps of orders, which lie open."""
    session = begun(full)
    to_orders(session)
    session.submit(SealOrders("astra", (Wish("protest"), Wish("send_patrols"))), "astra")
    session.submit(SealOrders("borea", (Wish("call_talks"),)), "borea")
    do(session, OpenOrders())
    return session


def step_of(session: Session, order: Order) -> OpenStep:
    """The step of an order."""
    return next(s for s in open_steps(session) if any(o.order == order for o in s.orders))


def view_of(session: Session, order: Order) -> OpenOrder:
    """An order as it stands."""
    return next(each for each in step_of(session, order).orders if each.order == order)


def test_odds_that_are_set_stand_with_who_why_and_the_tables(opened: Session) -> None:
    """In words first, with what the tables had beside them."""
    tables = view_of(opened, PROTEST)
    assert tables.set_by == ""
    do(opened, SetOdds(PROTEST, 9, "The fog came up"))
    view = view_of(opened, PROTEST)
    assert unmarked(view.odds) == "Unlikely (9+)"
    told = f"Set by you; by the tables {unmarked(tables.odds)}. Why: The fog came up"
    assert unmarked(view.set_by) == told
    do(opened, SetOdds(PROTEST, None))
    assert view_of(opened, PROTEST) == tables


def test_a_later_step_waits_for_those_before_it(opened: Session) -> None:
    """Its odds rest on what they come to; the press says so."""
    first, later = step_of(opened, PROTEST), step_of(opened, PATROLS)
    assert (first.waits, unmarked(later.waits)) == (
        "",
        "Roll the orders of “Diplomacy” first; what comes later rests on them.",
    )
    act = roll_act(opened, first.left)
    assert act == RollOrders(first.left)
    do(opened, act)
    view = view_of(opened, PROTEST)
    assert view.is_rolled
    assert "dice" in unmarked(view.result)
    assert next(step.waits for step in open_steps(opened) if step.left) == ""
    assert unmarked(open_hint(opened)).startswith(f"{len(first.left)} of ")


def test_the_last_orders_are_rolled_as_the_turn_is_worked_out(opened: Session) -> None:
    """One press for them as for all others."""
    while opened.play.before_roll is not None:
        step = next(each for each in open_steps(opened) if each.left and not each.waits)
        act = roll_act(opened, step.left)
        do(opened, act)
    assert isinstance(act, Adjudicate)
    assert opened.play.pending is not None


def test_a_vote_holds_up_its_own_order_until_it_is_counted(opened: Session) -> None:
    """Who answered is told; what they said only once it is counted."""
    do(opened, ChooseMethod(PROTEST, "vote"))
    view = view_of(opened, PROTEST)
    assert view.lacks == "Ask for its vote and count it, set its odds, or decide it another way."
    do(opened, AskOthers(PROTEST, AskedFor.ODDS, ("borea",), ("Ann",)))
    do(opened, GiveWord(PROTEST, AskedFor.ODDS, "Ann", 9, person=True))
    (asked,) = view_of(opened, PROTEST).asked
    assert unmarked(asked.said) == "Asked how likely it is: Borea, Ann"
    assert unmarked(asked.waits) == "waits for Borea"
    assert (asked.may_count, asked.came) == (True, "")
    do(opened, CountWords(PROTEST, AskedFor.ODDS))
    view = view_of(opened, PROTEST)
    assert unmarked(view.asked[0].came) == "They said: Ann: unlikely"
    assert unmarked(view.set_by).startswith("Set by a vote (1 vote); by the tables ")
    assert view.lacks == ""


def test_reasons_are_read_with_whose_they_are(opened: Session) -> None:
    """A seat's own against it, and the facilitator's for it."""
    do(opened, GiveReason(PROTEST, "Nobody reads the papers", "borea"))
    do(opened, GiveReason(PROTEST, "They do this time", is_for=True))
    assert [unmarked(each) for each in view_of(opened, PROTEST).arguments] == [
        "Against it, Borea: Nobody reads the papers",
        "For it, Facilitator: They do this time",
    ]


def test_who_was_asked_for_a_reason_is_waited_for_until_they_give_one(opened: Session) -> None:
    """Those who have given one are told of as asked, and no longer as owing it."""
    do(opened, AskOthers(PROTEST, AskedFor.AGAINST, ("borea", "caldis")))
    (asked,) = view_of(opened, PROTEST).asked
    assert unmarked(asked.waits) == "waits for Borea, Caldis"
    opened.submit(GiveReason(PROTEST, "Nobody reads the papers", "borea"), "borea")
    (asked,) = view_of(opened, PROTEST).asked
    assert unmarked(asked.said) == "Asked for reasons against: Borea, Caldis"
    assert unmarked(asked.waits) == "waits for Caldis"
    opened.submit(GiveReason(PROTEST, "It rains", "caldis"), "caldis")
    assert view_of(opened, PROTEST).asked[0].waits == ""


def test_nothing_is_shown_once_all_are_rolled(opened: Session) -> None:
    """Then there are results."""
    opened.submit(Adjudicate(), FACILITATOR)
    assert open_steps(opened) == ()


def test_what_other_orders_may_do_to_one_is_told_before_it_is_rolled(full: PackReading) -> None:
    """In the pack's own words; what clashes with nothing says nothing."""
    session = begun(full)
    to_orders(session)
    session.submit(SealOrders("borea", (Wish("call_talks"), Wish("cut_nets"))), "borea")
    do(session, OpenOrders())
    talks = view_of(session, Order("borea", "call_talks"))
    assert talks.conflicts == ("Words by day and knives by night",)
    assert view_of(session, Order("borea", "cut_nets")).conflicts == ()
