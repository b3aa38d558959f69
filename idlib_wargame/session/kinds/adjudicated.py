"""The facilitator opens all orders and has them turned into results."""

from __future__ import annotations

from dataclasses import dataclass, replace

from idlib_wargame.record.entry import Entry
from idlib_wargame.rules.pack.phases import ADJUDICATION, ORDERS
from idlib_wargame.rules.pack.scenario import Scenario
from idlib_wargame.rules.result import Order
from idlib_wargame.session.acts import Act
from idlib_wargame.session.faults import Refused
from idlib_wargame.session.kinds.judging import asked_in
from idlib_wargame.session.kinds.kind import ActKind, Folding, Json, Position, only_control
from idlib_wargame.session.kinds.result_shape import result
from idlib_wargame.session.kinds.results import (
    dice_thrown,
    result_to_body,
    standing_of,
    turn_from_body,
)
from idlib_wargame.session.play import Play, PlayedOrder
from idlib_wargame.session.timer import Timer
from idlib_wargame.words.language import _, fill, ngettext


@dataclass(frozen=True, slots=True)
class Adjudicate(Act):
    """The facilitator opens all orders and has them adjudicated."""


def _body(act: Adjudicate, by: str, at: Position) -> Json:
    play = at.play
    if play.phase != ORDERS:
        raise Refused(_("Orders can be adjudicated only while the orders phase is open."))
    sheets = tuple(
        PlayedOrder(Order(seat.id, wish.move, wish.choice), wish.why)
        for seat in at.scenario.seats
        for wish in at.orders_for(seat.id)
    )
    opened = sheets + _injected(at, {each.order for each in sheets})
    orders = [each.order for each in opened]
    method = play.setup.method
    dice, standing = dice_thrown(method, at.dice), standing_of(at, opened, play.ledger)
    result = at.referee.adjudicate(play.state, orders, dice, standing=standing)
    return result_to_body(method, opened, result)


def _injected(at: Position, opened: set[Order]) -> tuple[PlayedOrder, ...]:
    """What this turn's injects make control play, unless the seat ordered it itself."""
    orders = at.referee.messages.orders(at.play.state)
    return tuple(PlayedOrder(order, "", inject) for order, inject in orders if order not in opened)


def _fold(play: Play, entry: Entry, folding: Folding) -> Play:
    turn = turn_from_body(play, entry, entry.body, folding)
    asked = asked_in(folding.referee.scenario, play, turn.number)
    return replace(
        play,
        phase=ADJUDICATION,
        phase_since=entry.at,
        timer=Timer(entry.number),
        pending=turn,
        opened=play.state,
        asked_to_judge={**play.asked_to_judge, turn.number: asked},
        ledger=play.ledger.orders_opened(turn.number),
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
