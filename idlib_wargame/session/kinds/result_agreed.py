"""The tables agree aloud how an order comes out, and the facilitator writes it down."""

from __future__ import annotations

from dataclasses import dataclass, replace

from idlib_wargame.record.entry import Entry
from idlib_wargame.rules.odds import Band
from idlib_wargame.rules.order import Order
from idlib_wargame.rules.pack.scenario import Scenario
from idlib_wargame.session.acts import Act
from idlib_wargame.session.before_roll import AgreedBand, BeforeRoll
from idlib_wargame.session.faults import Refused
from idlib_wargame.session.kinds.before_rolling import (
    order_body,
    order_kind,
    order_meant,
    order_words,
    reason_given,
)
from idlib_wargame.session.kinds.kind import Json, Position, no_such_seat
from idlib_wargame.session.kinds.result_shape import band
from idlib_wargame.session.kinds.shapes import list_of, or_none, seat, text
from idlib_wargame.words.language import _, fill
from idlib_wargame.words.lists import series
from idlib_wargame.words.odds import band_words


@dataclass(frozen=True, slots=True)
class AgreeResult(Act):
    """``seats`` are those whose tables agree on the ``band``; None takes an agreement back."""

    order: Order
    band: Band | None
    seats: tuple[str, ...] = ()
    why: str = ""


def _body(act: AgreeResult, by: str, at: Position) -> Json:
    found = order_meant(act.order, at)
    for each in act.seats:
        if each not in at.scenario.seat_by_id:
            raise Refused(no_such_seat(each))
    if act.band is not None and not act.seats:
        raise Refused(_("Say whose tables agree on it: pick at least one seat."))
    seats = [each.id for each in at.scenario.seats if each.id in act.seats]
    number = None if act.band is None else int(act.band)
    why = reason_given(act.why, "")
    return {**order_body(found, at), "band": number, "seats": seats, "why": why}


def _fold(before: BeforeRoll, order: Order, entry: Entry) -> BeforeRoll:
    body = entry.body
    others = {each: kept for each, kept in before.bands.items() if each != order}
    if body["band"] is None:
        return replace(before, bands=others)
    agreed = AgreedBand(Band(body["band"]), tuple(body["seats"]), body["why"])
    return replace(before, bands={**others, order: agreed})


def _line(scenario: Scenario, entry: Entry) -> str:
    body, order = entry.body, order_words(scenario, entry.body)
    if body["band"] is None:
        return fill(_("What was agreed on {order} is taken back."), order=order)
    names = series([scenario.seat_by_id[each].name for each in body["seats"]])
    result = band_words(Band(body["band"]))
    if not body["why"]:
        said = _("Agreed on {order} by {seats}: {result}.")
        return fill(said, order=order, seats=names, result=result)
    said = _("Agreed on {order} by {seats}: {result}. Why: {why}")
    return fill(said, order=order, seats=names, result=result, why=body["why"])


RESULT_AGREED = order_kind(
    name="result_agreed",
    act=AgreeResult,
    shape={"band": or_none(band), "seats": list_of(seat), "why": text},
    body=_body,
    fold=_fold,
    line=_line,
)
