"""What is decided and said of orders that lie open: alike where the reader learns of them."""

from __future__ import annotations

from random import Random

from idlib_wargame.rules.odds import HIGHEST_TARGET, LOWEST_TARGET
from idlib_wargame.rules.turn.roll import Roll
from idlib_wargame.session.acts import FACILITATOR
from idlib_wargame.session.before_roll import AskedFor
from idlib_wargame.session.free_order import FreeOrder, free_id
from idlib_wargame.session.kinds.odds_set import SetOdds
from idlib_wargame.session.kinds.order_shown import ShowOrder
from idlib_wargame.session.kinds.others_asked import AskOthers
from idlib_wargame.session.kinds.reason_heard import GiveReason
from idlib_wargame.session.kinds.rolled import RollOrders
from idlib_wargame.session.kinds.row_written import WriteRow
from idlib_wargame.session.kinds.word_given import GiveWord
from idlib_wargame.session.own_move import like_move
from idlib_wargame.session.play import Wish
from idlib_wargame.session.session import Session
from tests.twins.bargains import tried
from tests.twins.seen import Seen

WORD = 3  # which is an answer both as a need and as a result


def own_order(session: Session, seat: str, rng: Random) -> Wish:
    """An order that a seat writes itself, which nobody else reads of."""
    taken = {move.id for move in session.scenario.moves}
    name = free_id(session.play.turn, seat, taken)
    free = FreeOrder(f"SECRET-ORDER {rng.random()}", "SECRET-END", ("SECRET-REASON",))
    return Wish(name, free=free)


def has_own_orders(session: Session) -> bool:
    """Whether some seat has sealed one."""
    sealed = session.play.sealed.values()
    return any(wish.free is not None for wishes in sealed for wish in wishes)


def give_rows(session: Session, reader: str, rng: Random) -> None:
    """A row for each, like some move of the pack; some seats argue, of which the reader is none."""
    before = session.play.before_roll
    assert before is not None
    others = [seat.id for seat in session.scenario.seats if seat.id != reader]
    for played in before.orders:
        if played.free is None:
            continue
        told = tuple(rng.sample(others, rng.randint(0, len(others))))
        for act in (ShowOrder(played.order, told), AskOthers(played.order, AskedFor.AGAINST, told)):
            tried(session, act)
        for seat in told:
            tried(session, GiveReason(played.order, f"SECRET-REASON {rng.random()}", seat), seat)
        move = rng.choice([each for each in session.scenario.moves if not each.own])
        doer = session.scenario.actor_of[played.order.seat]
        choice = move.choices[0].id if move.choices else ""
        row = like_move(session.scenario, f"SECRET-ROW {rng.random()}", move, choice, doer)
        coded = row.coded and row.coded._replace(targets=())
        tracks = session.scenario.track_by_id
        effects = {
            band: tuple(each for each in some if each.track in tracks)
            for band, some in row.effects.items()
        }
        row = row._replace(learns=(), coded=coded, effects=effects)
        session.submit(WriteRow(played.order, row), FACILITATOR)


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
