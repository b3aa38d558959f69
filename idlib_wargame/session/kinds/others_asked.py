"""The facilitator asks others about an order: reasons against it, its odds, or how it comes out."""

from __future__ import annotations

from dataclasses import dataclass

from idlib_wargame.record.entry import Entry
from idlib_wargame.rules.order import Order
from idlib_wargame.rules.pack.scenario import Scenario
from idlib_wargame.session.acts import Act
from idlib_wargame.session.before_roll import AskedFor, Asking, BeforeRoll
from idlib_wargame.session.faults import Refused
from idlib_wargame.session.kinds.before_rolling import (
    learners,
    order_body,
    order_kind,
    order_meant,
    order_words,
)
from idlib_wargame.session.kinds.kind import Json, Position, no_such_seat
from idlib_wargame.session.kinds.shapes import among, list_of, seat, text
from idlib_wargame.session.naming import each_once
from idlib_wargame.words.language import _, fill
from idlib_wargame.words.lists import series


@dataclass(frozen=True, slots=True)
class AskOthers(Act):
    """``seats`` answer in their windows; for ``people``, by name, the facilitator writes it down.

    Nobody is asked about an order that they do not know of. To ask anew forgets what was said.
    """

    order: Order
    what: AskedFor
    seats: tuple[str, ...]
    people: tuple[str, ...] = ()


def _body(act: AskOthers, by: str, at: Position) -> Json:
    found = order_meant(act.order, at)
    know, scenario = learners(found.order, at), at.scenario
    for each in act.seats:
        if each not in scenario.seat_by_id:
            raise Refused(no_such_seat(each))
    strangers = [scenario.seat_by_id[each].name for each in act.seats if each not in know]
    if strangers:
        said = _("To ask {seats} would tell them of an order that they do not know of.")
        raise Refused(fill(said, seats=series(strangers)))
    people = list(each_once(act.people))
    if not act.seats and not people:
        raise Refused(_("Nobody was named to be asked; pick a seat, or write a name."))
    seats = [each.id for each in scenario.seats if each.id in act.seats]
    return {**order_body(found, at), "what_for": act.what.value, "seats": seats, "people": people}


def _fold(before: BeforeRoll, order: Order, entry: Entry) -> BeforeRoll:
    body = entry.body
    asking = Asking(AskedFor(body["what_for"]), tuple(body["seats"]), tuple(body["people"]))
    return before.with_asking(order, asking)


def _line(scenario: Scenario, entry: Entry) -> str:
    body = entry.body
    names = [scenario.seat_by_id[each].name for each in body["seats"]]
    said = {
        AskedFor.AGAINST: _("Asked for reasons against {order}: {who}."),
        AskedFor.ODDS: _("Asked how likely {order} is: {who}."),
        AskedFor.BAND: _("Asked to agree on how {order} comes out: {who}."),
    }[AskedFor(body["what_for"])]
    who = series([*names, *body["people"]])
    return fill(said, order=order_words(scenario, body), who=who)


ASKED_FOR = among(
    lambda ground: {each.value for each in AskedFor}, lambda: _("“against”, “odds” or “band”")
)
OTHERS_ASKED = order_kind(
    name="others_asked",
    act=AskOthers,
    shape={"what_for": ASKED_FOR, "seats": list_of(seat), "people": list_of(text)},
    body=_body,
    fold=_fold,
    line=_line,
)
