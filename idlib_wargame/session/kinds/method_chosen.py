"""The facilitator has one order decided in another way than the exercise's orders are."""

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
from idlib_wargame.session.kinds.kind import Json, Position
from idlib_wargame.session.kinds.result_shape import method
from idlib_wargame.session.kinds.shapes import or_empty
from idlib_wargame.session.methods import CONSENSUAL, EXPECTED, FREE, METHODS
from idlib_wargame.words.language import _, fill
from idlib_wargame.words.methods import method_inside


@dataclass(frozen=True, slots=True)
class ChooseMethod(Act):
    """``method`` is one of METHODS, empty for that of the exercise."""

    order: Order
    method: str


def methods_for_one(exercise: str) -> tuple[str, ...]:
    """In which ways one order may be decided where the exercise's are decided so.

    Where the exercise throws no dice, none are thrown for one order.
    """
    return (EXPECTED, FREE, CONSENSUAL) if exercise == EXPECTED else METHODS


def _body(act: ChooseMethod, by: str, at: Position) -> Json:
    found = order_meant(act.order, at)
    if act.method and act.method not in METHODS:
        raise Refused(fill(_("There is no method “{method}”."), method=act.method))
    if act.method and act.method not in methods_for_one(at.play.setup.method):
        raise Refused(_("This exercise was set up without dice, so none are thrown for one order."))
    return {**order_body(found, at), "method": act.method}


def _fold(before: BeforeRoll, order: Order, entry: Entry) -> BeforeRoll:
    others = {each: kept for each, kept in before.methods.items() if each != order}
    chosen = entry.body["method"]
    return replace(before, methods={**others, order: chosen} if chosen else others)


def _line(scenario: Scenario, entry: Entry) -> str:
    order, chosen = order_words(scenario, entry.body), entry.body["method"]
    if not chosen:
        said = _("{order} is decided as the exercise's orders are.")
        return fill(said, order=order)
    said = _("{order} is decided in a way of its own: {method}.")
    return fill(said, order=order, method=method_inside(chosen))


METHOD_CHOSEN = order_kind(
    name="method_chosen",
    act=ChooseMethod,
    shape={"method": or_empty(method)},
    body=_body,
    fold=_fold,
    line=_line,
)
