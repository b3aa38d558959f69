"""What the pack sets opened orders against, told before they are rolled."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from idlib_wargame.rules.order import Order
from idlib_wargame.rules.pack.interactions import Contest, Contradiction
from idlib_wargame.rules.pack.scenario import Scenario
from idlib_wargame.rules.turn.interactions import Clash
from idlib_wargame.rules.turn.roll import Roll
from idlib_wargame.words.language import _, fill
from idlib_wargame.words.lists import apart, series
from idlib_wargame.words.results import lapse_of_row
from idlib_wargame.words.rows import why_words
from idlib_wargame.words.situation import move_words


class Conflict(NamedTuple):
    """What bears on some orders: a sentence of ours, and why in the pack's words."""

    words: str
    why: str
    orders: tuple[Order, ...]


def conflicts(
    scenario: Scenario, rolls: Sequence[Roll], clashes: Iterable[Clash]
) -> tuple[Conflict, ...]:
    """Each contest, each contradiction, each order that lacks a principal, each shared roll."""
    return (
        *(_clash(scenario, clash) for clash in clashes),
        *(_lapse(scenario, roll) for roll in rolls if roll.lapsed),
        *(_shared(scenario, roll) for roll in rolls if len(roll.seats) > 1),
    )


def _clash(scenario: Scenario, clash: Clash) -> Conflict:
    row, why = scenario.rows.get(clash.row), why_words(scenario, clash.row)
    named = apart([_named(scenario, order) for order in clash.orders])
    if isinstance(row, Contest):
        said = _("Only one side stands, if both succeed: {orders}.")
    elif isinstance(row, Contradiction) and row.halves:
        said = _("What it gains is halved: {orders}.")
    else:
        said = _("More follows of it than it asks for: {orders}.")
    return Conflict(fill(said, orders=named), why, clash.orders)


def _lapse(scenario: Scenario, roll: Roll) -> Conflict:
    said = fill(_("It would lapse as things stand: {order}."), order=_named(scenario, roll.order))
    return Conflict(said, lapse_of_row(scenario, roll.order, roll.lapsed), (roll.order,))


def _shared(scenario: Scenario, roll: Roll) -> Conflict:
    names = series([scenario.seat_by_id[seat].name for seat in roll.seats])
    move = move_words(scenario, roll.order.move, roll.order.choice)
    said = _("{seats} roll once together: {move}.")
    return Conflict(fill(said, seats=names, move=move), "", (roll.order,))


def _named(scenario: Scenario, order: Order) -> str:
    name = scenario.seat_by_id[order.seat].name
    move = move_words(scenario, order.move, order.choice)
    return fill(_("{seat}, {move}"), seat=name, move=move)
