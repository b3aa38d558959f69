"""What a reader may know of orders before they are rolled, and afterwards of what was said then."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import TypeVar

from idlib_wargame.rules.order import Order
from idlib_wargame.rules.sight import Sight
from idlib_wargame.session.before_roll import Asking, BeforeRoll, OddsSet, PlayedOrder

Kept = TypeVar("Kept")


def known_before(before: BeforeRoll | None, sight: Sight) -> BeforeRoll | None:
    """The opened orders of a seat, and those of others that the facilitator shows it or asks about.

    What was decided of them stays with the facilitator until the turn is closed; of what others
    were asked, each sees its own answer. What an inject has it do it learns of as the turn is
    closed: the inject may have been told to others. The room sees none.
    """
    if before is None or not sight.seat:
        return None
    seat = sight.seat
    asked = {
        order: {
            what: _own_answer(each, seat, order in before.rolled)
            for what, each in kinds.items()
            if seat in each.seats
        }
        for order, kinds in before.asking.items()
    }
    orders = tuple(
        _as_told(each, sight)
        for each in before.orders
        if (each.order.seat == seat and not each.inject)
        or seat in before.told.get(each.order, frozenset())
        or asked.get(each.order)
    )
    known = {each.order for each in orders}
    return BeforeRoll(
        turn=before.turn,
        orders=orders,
        arguments=_only(before.arguments, known),
        asking={order: kinds for order, kinds in asked.items() if kinds},
    )


def _own_answer(asking: Asking, seat: str, is_rolled: bool) -> Asking:
    """With its own answer alone; nothing can be said any more once the order is rolled."""
    said = tuple(each for each in asking.said if (each.who, each.person) == (seat, False))
    counted = asking.counted or is_rolled
    return asking._replace(seats=(seat,), people=(), said=said, counted=counted)


def _only(kept: Mapping[Order, Kept], known: Iterable[Order]) -> dict[Order, Kept]:
    return {order: each for order, each in kept.items() if order in set(known)}


def known_afterwards(
    before: BeforeRoll | None, known: frozenset[Order], sight: Sight
) -> BeforeRoll | None:
    """What was said of the orders that the reader learns of, once their turn is closed.

    The odds that were set are told, and that they came of a vote; why, and who voted how, is not.
    """
    if before is None:
        return None
    odds = {o: OddsSet(each.need, each.by, "", each.voted) for o, each in before.odds.items()}
    return replace(
        before,
        orders=tuple(_as_told(each, sight) for each in before.orders if each.order in known),
        odds=_only(odds, known),
        methods=_only(before.methods, known),
        told={},
        arguments=_only(before.arguments, known),
        asking={},
        bands=_only(before.bands, known),
        rolled=frozenset(before.rolled & known),
        agreed=sight.insight.ledger(before.agreed),
    )


def _as_told(opened: PlayedOrder, sight: Sight) -> PlayedOrder:
    """Why a seat ordered what it did, and to what end, is between that seat and control."""
    opened = opened._replace(inject="")
    free, own = opened.free, opened.order.seat == sight.seat
    if own:
        return opened
    return opened._replace(why="", free=free._replace(aim="") if free else None)
