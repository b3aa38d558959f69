"""The facilitator opens all orders and has them turned into results."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from idlib_wargame.record.entry import Entry
from idlib_wargame.rules.decisions import AS_IT_FALLS, Decisions
from idlib_wargame.rules.dice import Address
from idlib_wargame.rules.pack.phases import ADJUDICATION, ORDERS
from idlib_wargame.rules.pack.scenario import Scenario
from idlib_wargame.rules.result import Order, Ruling
from idlib_wargame.rules.turn.referee import Referee
from idlib_wargame.rules.turn.roll import Roll
from idlib_wargame.session.acts import Act
from idlib_wargame.session.before_roll import BeforeRoll, PlayedOrder
from idlib_wargame.session.faults import Refused
from idlib_wargame.session.injects_due import orders_of_injects
from idlib_wargame.session.kinds.before_rolling import rolls_of
from idlib_wargame.session.kinds.judging import asked_in
from idlib_wargame.session.kinds.kind import ActKind, Folding, Json, Position, only_control
from idlib_wargame.session.kinds.result_shape import result
from idlib_wargame.session.kinds.results import (
    dice_thrown,
    result_to_body,
    standing_of,
    turn_from_body,
)
from idlib_wargame.session.kinds.votes_out import votes_out
from idlib_wargame.session.methods import VOTE
from idlib_wargame.session.play import Play, Wish
from idlib_wargame.session.timer import Timer
from idlib_wargame.words.language import _, fill, ngettext


@dataclass(frozen=True, slots=True)
class Adjudicate(Act):
    """The facilitator opens all orders and has them adjudicated."""


def _body(act: Adjudicate, by: str, at: Position) -> Json:
    play, before = at.play, at.play.before_roll
    if play.phase != ORDERS and before is None:
        raise Refused(_("Orders can be adjudicated only while the orders phase is open."))
    opened = before.orders if before is not None else opened_now(at)
    lying = before if before is not None else BeforeRoll(play.turn, opened, play.ledger)
    by_vote = before is not None or play.setup.method == VOTE
    waiting = tuple(waiting_to_roll(at, lying, rolls_of(lying, at) if by_vote else ()))
    if waiting:
        raise Refused(*waiting)
    orders, method = [each.order for each in opened], play.setup.method
    dice = dice_thrown(method, at.dice)
    standing = standing_of(at, opened, before.agreed if before is not None else play.ledger)
    decided = AS_IT_FALLS if before is None else _decided(before, at, by)
    result = at.referee.adjudicate(play.state, orders, dice, decided, standing)
    return result_to_body(method, opened, result)


def opened_now(at: Position) -> tuple[PlayedOrder, ...]:
    """Every order that would be opened now, those of injects with them."""
    sheets = tuple(
        PlayedOrder(Order(seat.id, wish.move, wish.choice), wish.why, free=wish.free)
        for seat in at.scenario.seats
        for wish in at.orders_for(seat.id)
        if is_played(at.referee, seat.actor, wish)
    )
    return sheets + _injected(at, {each.order for each in sheets})


def is_played(referee: Referee, actor: str, wish: Wish) -> bool:
    """Whether what was sealed is opened: not a row of the exercise that is gone since, or that the
    actor may order no longer. Such an order falls away.
    """
    rule = referee.book.rules.get((wish.move, wish.choice))
    if wish.free is not None or rule is None:
        return wish.free is not None
    return not rule.move.own or actor in rule.move.seats


def waiting_to_roll(at: Position, before: BeforeRoll, rolls: Sequence[Roll]) -> Iterator[str]:
    """What keeps orders from being rolled, a sentence each.

    A free order without a row keeps all of them: it is not known yet in which step it comes.
    """
    rules, method = at.referee.book.rules, at.play.setup.method
    free = [each for each in before.orders if (each.order.move, each.order.choice) not in rules]
    if free:
        said = ngettext(
            "{count} free order has no row of the tables yet: open the orders and give it one.",
            "{count} free orders have no rows of the tables yet: open the orders and give them "
            "one each.",
            len(free),
        )
        yield fill(said, count=len(free))
    votes = votes_out(before, method, rolls)
    if votes:
        said = ngettext(
            "{count} order waits for its vote: count it, set the odds, or decide it another way.",
            "{count} orders wait for their votes: count them, set the odds, or decide them "
            "another way.",
            len(votes),
        )
        yield fill(said, count=len(votes))


def _decided(before: BeforeRoll, at: Position, by: str) -> Decisions:
    """What was decided before the roll; a band that the tables agreed on is a ruling of theirs."""
    rulings = {}
    for order, agreed in before.bands.items():
        step = at.referee.book.rule(order).move.step
        address = Address(before.turn, step, *order)
        rulings[address] = Ruling(agreed.band, by, agreed.why, agreed=agreed.seats)
    return replace(before.decided(at.play.setup.method), rulings=rulings)


def _injected(at: Position, opened: set[Order]) -> tuple[PlayedOrder, ...]:
    """What this turn's injects make control play, unless the seat ordered it itself."""
    orders = orders_of_injects(at.referee, at.play)
    return tuple(PlayedOrder(order, "", inject) for order, inject in orders if order not in opened)


def _fold(play: Play, entry: Entry, folding: Folding) -> Play:
    turn = turn_from_body(play, entry, entry.body, folding)
    if play.before_roll is None:
        play = orders_lie_open(play, entry, turn.number, folding)
    return replace(play, pending=turn, before_roll=None)


def orders_lie_open(play: Play, entry: Entry, turn: int, folding: Folding) -> Play:
    """The phase in which orders are adjudicated begins: who was asked to judge is settled, and what
    should have been answered lapses.
    """
    asked = asked_in(folding.referee.scenario, play, turn)
    return replace(
        play,
        phase=ADJUDICATION,
        phase_since=entry.at,
        timer=Timer(entry.number),
        opened=play.state,
        asked_to_judge={**play.asked_to_judge, turn: asked},
        ledger=play.ledger.orders_opened(turn),
    )


def _line(scenario: Scenario, entry: Entry) -> str:
    turn, count, rung = entry.body["turn"], len(entry.body["cards"]), entry.body["rung"]
    said = ngettext(
        "Turn {turn} adjudicated: {count} result; ladder at “{name}”.",
        "Turn {turn} adjudicated: {count} results; ladder at “{name}”.",
        count,
    )
    name = scenario.rung_by_number[rung].name
    return fill(said, turn=turn, count=count, name=name)


def _covered_line(scenario: Scenario, entry: Entry) -> str:
    # Without the count, which tells of acts that stay hidden, and without the rung, which a
    # ruling that stays hidden may still change.
    return fill(_("Turn {turn} adjudicated."), turn=entry.body["turn"])


ADJUDICATED = ActKind(
    name="adjudicated",
    shape=result,
    act=Adjudicate,
    body=_body,
    fold=_fold,
    line=_line,
    covered_line=_covered_line,
    audience=only_control,
    undoable=True,
    goes_with_turn=True,
    ends_redo=True,
)
