"""A reason for an order or against it, from a seat that was asked or from the facilitator."""

from __future__ import annotations

from dataclasses import dataclass, replace

from idlib_wargame.record.entry import Entry
from idlib_wargame.rules.order import Order
from idlib_wargame.rules.pack.scenario import Scenario
from idlib_wargame.session.acts import FACILITATOR, Act
from idlib_wargame.session.before_roll import Argument, AskedFor, BeforeRoll, PlayedOrder
from idlib_wargame.session.faults import Refused
from idlib_wargame.session.kinds.before_rolling import (
    lying_open,
    order_body,
    order_kind,
    order_meant,
    order_words,
    reason_given,
)
from idlib_wargame.session.kinds.kind import Json, Position, no_such_seat
from idlib_wargame.session.kinds.shapes import text, yes_or_no
from idlib_wargame.words.language import _, fill


@dataclass(frozen=True, slots=True)
class GiveReason(Act):
    """``seat`` is whose reason it is; empty for the facilitator's own.

    A seat gives reasons against, and only where it was asked.
    """

    order: Order
    text: str
    seat: str = ""
    is_for: bool = False


def _body(act: GiveReason, by: str, at: Position) -> Json:
    if by == FACILITATOR:
        found = order_meant(act.order, at)
        if act.seat and act.seat not in at.scenario.seat_by_id:
            raise Refused(no_such_seat(act.seat))
    else:
        found = _as_asked(act, by, at)
    reason = reason_given(act.text, _("A reason needs a few words."))
    whose = {"whose": act.seat, "text": reason, "is_for": act.is_for}
    return {**order_body(found, at), **whose}


def _as_asked(act: GiveReason, by: str, at: Position) -> PlayedOrder:
    asking = lying_open(at).asked(act.order, AskedFor.AGAINST)
    if asking is None or act.seat != by or by not in asking.seats:
        raise Refused(_("You were not asked for reasons about that order."))
    if act.is_for:
        raise Refused(_("Reasons for an order come from the seat that wrote it."))
    return order_meant(act.order, at)


def _fold(before: BeforeRoll, order: Order, entry: Entry) -> BeforeRoll:
    body = entry.body
    given = Argument(body["whose"], body["text"], body["is_for"])
    kept = (*before.arguments.get(order, ()), given)
    return replace(before, arguments={**before.arguments, order: kept})


def _line(scenario: Scenario, entry: Entry) -> str:
    body = entry.body
    order = order_words(scenario, body)
    if not body["whose"]:
        said = (
            _("A reason for {order}: {text}")
            if body["is_for"]
            else _("A reason against {order}: {text}")
        )
        return fill(said, order=order, text=body["text"])
    said = (
        _("{who} gives a reason for {order}: {text}")
        if body["is_for"]
        else _("{who} gives a reason against {order}: {text}")
    )
    who = scenario.seat_by_id[body["whose"]].name
    return fill(said, who=who, order=order, text=body["text"])


REASON_HEARD = order_kind(
    name="reason_heard",
    act=GiveReason,
    shape={"whose": text, "text": text, "is_for": yes_or_no},
    body=_body,
    fold=_fold,
    line=_line,
    open_to_seats=True,
)
