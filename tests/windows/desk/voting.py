"""A turn decided by votes, with an order that will not be rolled, and what its seats say."""

from __future__ import annotations

from dataclasses import replace

from idlib_wargame.packs.reader import PackReading
from idlib_wargame.rules.order import Order
from idlib_wargame.session.acts import FACILITATOR
from idlib_wargame.session.before_roll import AskedFor, Asking
from idlib_wargame.session.kinds.orders_opened import OpenOrders
from idlib_wargame.session.kinds.word_given import GiveWord
from idlib_wargame.session.methods import VOTE
from idlib_wargame.session.play import Wish
from idlib_wargame.session.session import Session
from tests.harbour_exercise import begin, open_orders, seal
from tests.rules.small import when

LAPSING = Order("borea", "protest")


def with_one_that_lapses(reading: PackReading) -> PackReading:
    """The pack, with an occasion for protests that never comes."""
    pack = reading.scenario
    assert pack is not None
    moves = tuple(
        replace(m, only_if=when("turn >= 99"), only_if_words="Nobody came.")
        if m.id == LAPSING.move
        else m
        for m in pack.moves
    )
    return replace(reading, scenario=replace(pack, moves=moves))


def opened_to_vote(reading: PackReading, beside: str = "send_patrols") -> Session:
    """Orders lie open, and every one of them that is rolled waits for its vote.

    Astra orders that move ``beside`` another.
    """
    session = begin(with_one_that_lapses(reading), method=VOTE)
    open_orders(session)
    seal(session, "astra", Wish("call_talks"), Wish(beside))
    seal(session, "borea", Wish("protest"), Wish("send_patrols"))
    session.submit(OpenOrders(), FACILITATOR)
    return session


def asked(session: Session, order: Order) -> Asking:
    """What was asked about the odds of an order."""
    before = session.play.before_roll
    assert before is not None
    asking = before.asked(order, AskedFor.ODDS)
    assert asking is not None
    return asking


def vote(session: Session, order: Order, *seats: str) -> None:
    """These seats say how likely an order is; all who were asked, where none are named."""
    for seat in seats or asked(session, order).waits_for:
        session.submit(GiveWord(order, AskedFor.ODDS, seat, 8), FACILITATOR)
