"""Some of the opened orders are rolled; the others, and what all of it comes to, wait."""

from __future__ import annotations

from dataclasses import dataclass, replace

from idlib_wargame.record.entry import Entry
from idlib_wargame.rules.order import Order
from idlib_wargame.rules.pack.scenario import Scenario
from idlib_wargame.rules.turn.roll import Roll
from idlib_wargame.session.acts import Act
from idlib_wargame.session.faults import Refused
from idlib_wargame.session.kinds.adjudicated import waiting_to_roll
from idlib_wargame.session.kinds.before_rolling import (
    lying_open,
    order_meant,
    order_of,
    put_before,
    rolls_now,
)
from idlib_wargame.session.kinds.kind import ActKind, Folding, Json, Position, only_control
from idlib_wargame.session.kinds.result_shape import band, dice_pair
from idlib_wargame.session.kinds.shapes import list_of, or_none, row, seat, text, turn, whole
from idlib_wargame.session.play import Play
from idlib_wargame.words.language import _, fill, ngettext


@dataclass(frozen=True, slots=True)
class RollOrders(Act):
    """``orders`` are of one step; those of earlier steps are rolled before.

    The last ones are rolled by ``Adjudicate``, which works out what the turn comes to.
    """

    orders: tuple[Order, ...]


def _body(act: RollOrders, by: str, at: Position) -> Json:
    before = lying_open(at)
    wanted = {order_meant(order, at).order for order in act.orders}
    left = [each for each in rolls_now(at) if each.order not in before.rolled]
    mine = [each for each in left if each.order in wanted]
    if not mine:
        raise Refused(_("There is nothing to roll among those orders."))
    _check_step(left, mine, at)
    waiting = tuple(waiting_to_roll(at, before, mine))
    if waiting:
        raise Refused(*waiting)
    if len(mine) == len(left):
        raise Refused(_("These are the last; roll all that are left, and the turn is worked out."))
    found = [each for each in rolls_now(at, before.rolled | wanted) if each.order in wanted]
    return {"turn": before.turn, "rolls": [_to_body(each) for each in found]}


def _check_step(left: list[Roll], mine: list[Roll], at: Position) -> None:
    """Odds of a later step rest on what the earlier ones came to."""
    step = left[0].rule.move.step
    if any(each.rule.move.step != step for each in mine):
        said = _("Roll the orders of “{step}” first; what comes later rests on them.")
        raise Refused(fill(said, step=at.scenario.step_names.get(step, step)))


def _to_body(roll: Roll) -> Json:
    return {
        **roll.order._asdict(),
        "what": "",
        "lapsed": roll.lapsed,
        "need": roll.need,
        "dice": roll.dice,
        "band": None if roll.band is None else int(roll.band),
    }


def _fold(play: Play, entry: Entry, folding: Folding) -> Play:
    rolled = frozenset(order_of(each) for each in entry.body["rolls"])
    return put_before(play, lambda before: replace(before, rolled=before.rolled | rolled))


def _line(scenario: Scenario, entry: Entry) -> str:
    count = len(entry.body["rolls"])
    said = ngettext("{count} order is rolled.", "{count} orders are rolled.", count)
    return fill(said, count=count)


ROLLED = ActKind(
    name="rolled",
    shape=row(
        turn=turn,
        rolls=list_of(
            row(
                seat=seat,
                move=text,
                choice=text,
                lapsed=text,
                need=whole(),
                dice=or_none(dice_pair),
                band=or_none(band),
            )
        ),
    ),
    act=RollOrders,
    body=_body,
    fold=_fold,
    line=_line,
    audience=only_control,
    undoable=True,
    goes_with_turn=True,
    ends_redo=True,
)
