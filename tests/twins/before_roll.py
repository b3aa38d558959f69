"""What is decided and said of orders that lie open: alike where the reader learns of them."""

from __future__ import annotations

from random import Random

from idlib_wargame.rules.odds import HIGHEST_TARGET, LOWEST_TARGET
from idlib_wargame.rules.turn.roll import Roll
from idlib_wargame.session.before_roll import AskedFor
from idlib_wargame.session.kinds.odds_set import SetOdds
from idlib_wargame.session.kinds.others_asked import AskOthers
from idlib_wargame.session.kinds.reason_heard import GiveReason
from idlib_wargame.session.kinds.rolled import RollOrders
from idlib_wargame.session.kinds.word_given import GiveWord
from idlib_wargame.session.session import Session
from tests.twins.bargains import tried
from tests.twins.seen import Seen

WORD = 3  # which is an answer both as a need and as a result


def before_the_roll(session: Session, seen: Seen, rng: Random) -> None:
    """The reader is asked and answers; others are asked what it hears nothing of."""
    before = session.play.before_roll
    assert before is not None
    by_inject = {each.order for each in before.orders if each.inject}
    for roll in session.opened_rolls():
        if roll.order in by_inject:
            continue  # to be asked about it would tell of an inject that went to others
        if seen.learns_of(roll.order.move, roll.seats):
            _alike(session, seen, roll, rng)
        else:
            _in_private(session, roll, rng)


def _alike(session: Session, seen: Seen, roll: Roll, rng: Random) -> None:
    """Who else is asked differs, what they say, and why odds were set."""
    order, size = roll.order, len(roll.order.move)
    what = list(AskedFor)[size % len(AskedFor)]
    others = [seat.id for seat in session.scenario.seats if seat.id != seen.seat]
    some = tuple(rng.sample(others, rng.randint(0, len(others))))
    if seen.seat and size % 4:
        if not tried(session, AskOthers(order, what, (seen.seat, *some))):
            tried(session, AskOthers(order, what, (seen.seat,)))
        if size % 4 > 1:
            _answer(session, roll, what, seen.seat, WORD, "As all may read")
    elif some:
        tried(session, AskOthers(order, what, some))
    if what is not AskedFor.AGAINST:
        for seat in others:
            _answer(session, roll, what, seat, rng.randint(2, 4), "")
    if size % 3 == 0:
        tried(session, SetOdds(order, 5, f"SECRET-ODDS {rng.random()}"))
    if size % 5 == 0:
        tried(session, GiveReason(order, "As all may read", is_for=True))


def _answer(
    session: Session, roll: Roll, what: AskedFor, seat: str, number: int, text: str
) -> None:
    if what is AskedFor.AGAINST:
        tried(session, GiveReason(roll.order, text, seat), seat)
    else:
        tried(session, GiveWord(roll.order, what, seat, number), seat)


def _in_private(session: Session, roll: Roll, rng: Random) -> None:
    order, others = roll.order, [seat.id for seat in session.scenario.seats]
    what = rng.choice(list(AskedFor))
    if rng.random() < 0.5:
        need = rng.randint(LOWEST_TARGET, HIGHEST_TARGET)
        tried(session, SetOdds(order, need, f"SECRET-ODDS {rng.random()}"))
    for seat in others:
        if tried(session, AskOthers(order, what, (seat,))):
            _answer(session, roll, what, seat, WORD, f"SECRET-REASON {rng.random()}")
    if rng.random() < 0.3:
        tried(session, RollOrders((order,)))
