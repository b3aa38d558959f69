"""The facilitator opens all orders and has none rolled yet: odds may be set, and others heard."""

from __future__ import annotations

from dataclasses import dataclass, replace

from idlib_wargame.record.entry import Entry
from idlib_wargame.rules.pack.phases import ORDERS
from idlib_wargame.rules.pack.scenario import Scenario
from idlib_wargame.session.acts import Act
from idlib_wargame.session.before_roll import BeforeRoll
from idlib_wargame.session.faults import Refused
from idlib_wargame.session.kinds.adjudicated import opened_now, orders_lie_open
from idlib_wargame.session.kinds.kind import ActKind, Folding, Json, Position, to_everyone
from idlib_wargame.session.kinds.result_shape import opened_order
from idlib_wargame.session.kinds.results import opened_from_body, opened_to_body
from idlib_wargame.session.kinds.shapes import list_of, row, turn
from idlib_wargame.session.play import Play
from idlib_wargame.words.language import _, fill


@dataclass(frozen=True, slots=True)
class OpenOrders(Act):
    """The facilitator opens all orders, and rolls none yet."""


def _body(act: OpenOrders, by: str, at: Position) -> Json:
    if at.play.phase != ORDERS:
        raise Refused(_("Orders can be opened only while the orders phase is open."))
    return {"turn": at.play.turn, "orders": opened_to_body(opened_now(at))}


def _fold(play: Play, entry: Entry, folding: Folding) -> Play:
    turn = entry.body["turn"]
    before = BeforeRoll(turn, opened_from_body(entry.body["orders"]), play.ledger)
    return replace(orders_lie_open(play, entry, turn, folding), before_roll=before)


def _line(scenario: Scenario, entry: Entry) -> str:
    return fill(_("The orders of turn {turn} are opened."), turn=entry.body["turn"])


ORDERS_OPENED = ActKind(
    name="orders_opened",
    shape=row(turn=turn, orders=list_of(opened_order)),
    act=OpenOrders,
    body=_body,
    fold=_fold,
    line=_line,
    audience=to_everyone,
    undoable=True,
    goes_with_turn=True,
    ends_redo=True,
)
