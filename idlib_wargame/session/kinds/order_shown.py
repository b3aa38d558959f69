"""The facilitator says which seats may read a free order before it has a row of the tables."""

from __future__ import annotations

from dataclasses import dataclass, replace

from idlib_wargame.record.entry import Entry
from idlib_wargame.rules.order import Order
from idlib_wargame.rules.pack.scenario import Scenario
from idlib_wargame.session.acts import Act
from idlib_wargame.session.before_roll import BeforeRoll
from idlib_wargame.session.faults import Refused
from idlib_wargame.session.kinds.before_rolling import (
    order_body,
    order_kind,
    order_meant,
    order_words,
)
from idlib_wargame.session.kinds.kind import Json, Position, no_such_seat
from idlib_wargame.session.kinds.shapes import list_of, seat
from idlib_wargame.words.language import _, fill
from idlib_wargame.words.lists import series


@dataclass(frozen=True, slots=True)
class ShowOrder(Act):
    """``seats`` may read what the free order says and why; its own seat does anyway."""

    order: Order
    seats: tuple[str, ...]


def _body(act: ShowOrder, by: str, at: Position) -> Json:
    found = order_meant(act.order, at)
    if found.free is None:
        raise Refused(_("Who learns of a move of the tables is for the pack to say."))
    if act.order.move in at.scenario.move_by_id:
        raise Refused(_("It has a row by now; who learns of it stands there."))
    for each in act.seats:
        if each not in at.scenario.seat_by_id:
            raise Refused(no_such_seat(each))
    told = [each.id for each in at.scenario.seats if each.id in act.seats]
    return {**order_body(found, at), "seats": told}


def _fold(before: BeforeRoll, order: Order, entry: Entry) -> BeforeRoll:
    return replace(before, told={**before.told, order: frozenset(entry.body["seats"])})


def _line(scenario: Scenario, entry: Entry) -> str:
    order = order_words(scenario, entry.body)
    names = [scenario.seat_by_id[each].name for each in entry.body["seats"]]
    if not names:
        return fill(_("{order} is shown to nobody but its seat."), order=order)
    return fill(_("{order} is shown to {seats}."), order=order, seats=series(names))


ORDER_SHOWN = order_kind(
    name="order_shown",
    act=ShowOrder,
    shape={"seats": list_of(seat)},
    body=_body,
    fold=_fold,
    line=_line,
)
