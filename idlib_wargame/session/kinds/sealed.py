"""A seat's orders for this turn, binding unless it takes them back."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from idlib_wargame.record.entry import Entry
from idlib_wargame.rules.audience import Audience
from idlib_wargame.rules.pack.phases import ORDERS
from idlib_wargame.rules.pack.scenario import Scenario
from idlib_wargame.session.acts import FACILITATOR, Act
from idlib_wargame.session.faults import Refused
from idlib_wargame.session.kinds.kind import ActKind, Folding, Json, Position
from idlib_wargame.session.kinds.orders import (
    SHEET,
    check_legal,
    check_may_write,
    covered_again,
    in_their_own_names,
    seat_name,
    was_opened,
    wishes_from_body,
    wishes_to_body,
    with_sheet,
    without_sheet,
)
from idlib_wargame.session.play import Play, Wish
from idlib_wargame.words.language import _, fill
from idlib_wargame.words.lists import apart
from idlib_wargame.words.quoting import quotable
from idlib_wargame.words.situation import move_words


@dataclass(frozen=True, slots=True)
class SealOrders(Act):
    """A seat's orders for this turn, binding unless unsealed. None at all is a choice too."""

    seat: str
    wishes: tuple[Wish, ...]


def _body(act: SealOrders, by: str, at: Position) -> Json:
    check_may_write(act.seat, by, at)
    if at.play.phase != ORDERS:
        said = _("Orders for turn {turn} are not open yet; your draft is kept until they are.")
        raise Refused(fill(said, turn=at.play.turn))
    wishes = in_their_own_names(act.seat, act.wishes, at)
    check_legal(act.seat, wishes, at)
    return wishes_to_body(at.play.turn, act.seat, wishes)


def _fold(play: Play, entry: Entry, folding: Folding) -> Play:
    turn, seat, wishes = entry.body["turn"], entry.body["seat"], wishes_from_body(entry.body)
    if was_opened(play, turn):
        return play
    for_it = without_sheet(play.sealed_for, turn, seat)
    if entry.by == FACILITATOR:
        for_it = with_sheet(for_it, turn, seat, entry.at)
    return replace(
        play,
        sealed_for=for_it,
        sealed_by_turn=with_sheet(play.sealed_by_turn, turn, seat, wishes),
        drafts_by_turn=with_sheet(play.drafts_by_turn, turn, seat, wishes),
        uncovered_by_turn=covered_again(play, turn, seat),
    )


def _line(scenario: Scenario, entry: Entry) -> str:
    seat = seat_name(scenario, entry)
    for_it = entry.by == FACILITATOR
    orders = [_order_words(scenario, each) for each in entry.body["orders"]]
    if not orders:
        said = _("{seat} seals no orders.")
        return fill(_("Sealed for {seat}: no orders.") if for_it else said, seat=seat)
    said = _("Sealed for {seat}: {orders}.") if for_it else _("{seat} seals {orders}.")
    return fill(said, seat=seat, orders=apart(orders))


def _order_words(scenario: Scenario, order: Mapping[str, Any]) -> str:
    """An order of the tables by its name, one of the seat's own by what it says."""
    if order["free"] is None:
        return move_words(scenario, order["move"], order["choice"])
    return fill(_("“{text}”"), text=quotable(order["free"]["what"]))


def _covered_line(scenario: Scenario, entry: Entry) -> str:
    for_it = entry.by == FACILITATOR
    said = _("The facilitator seals the orders of {seat}.")
    return fill(said if for_it else _("{seat} seals its orders."), seat=seat_name(scenario, entry))


def _audience(scenario: Scenario, entry: Entry) -> Audience:
    return Audience.of_seats([entry.body["seat"]])


SEALED = ActKind(
    name="sealed",
    shape=SHEET,
    act=SealOrders,
    body=_body,
    fold=_fold,
    line=_line,
    covered_line=_covered_line,
    audience=_audience,
    covered_until_opened=True,
    open_to_seats=True,
    ends_redo=True,
)
