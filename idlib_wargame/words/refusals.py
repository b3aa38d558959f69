"""Why an order may not be sealed."""

from __future__ import annotations

from idlib_wargame.rules.pack.moves import Move
from idlib_wargame.rules.pack.scenario import Scenario
from idlib_wargame.rules.result import Order
from idlib_wargame.rules.sight import sees_move
from idlib_wargame.rules.state import State
from idlib_wargame.rules.turn.orders import Refusal
from idlib_wargame.words.conditions import Known, unmet_words
from idlib_wargame.words.language import _, fill, ngettext
from idlib_wargame.words.lists import series


def refusal_words(
    scenario: Scenario,
    refusal: Refusal,
    state: State,
    known: Known = lambda _: True,
    numbers: bool = True,
) -> str:
    """Why an order may not be sealed, and what would do: one sentence."""
    order = refusal.order
    row = scenario.move_by_id.get(order.move)
    if refusal.kind in ("needs", "choice_needs") and refusal.unmet is not None:
        unmet = unmet_words(scenario, refusal.unmet, state, known, numbers)
        return fill(_("“{move}” is not open: {unmet}."), move=_name(row, order), unmet=unmet)
    if refusal.kind in ("too_many", "table_full"):
        return _too_many(scenario, refusal, row)
    if refusal.kind == "choice":
        return _no_choice(row, order)
    return _not_possible(scenario, refusal.kind, row, order)


def _name(row: Move | None, order: Order) -> str:
    return row.name if row else order.move


def _not_possible(scenario: Scenario, kind: str, row: Move | None, order: Order) -> str:
    seat = scenario.seat_by_id.get(order.seat)
    name = _name(row, order)
    match kind:
        case "not_yours" if row and seat:
            # A move that the seat never learns of is not confirmed to it by name.
            told = name if sees_move(row, frozenset({seat.actor})) else order.move
            return fill(_("“{move}” is not a move of {seat}."), move=told, seat=seat.name)
        case "at_itself" if seat:
            said = _("“{move}” cannot be aimed at {seat} by {seat}.")
            return fill(said, move=name, seat=seat.name)
        case "seat":
            return fill(_("There is no seat “{seat}” in this exercise."), seat=order.seat)
        case "move":
            return fill(_("There is no move “{move}” in this pack."), move=order.move)
        case "twice":
            return fill(_("“{move}” stands there twice; once is enough."), move=name)
    return fill(_("“{move}” cannot be ordered now."), move=name)


def _no_choice(row: Move | None, order: Order) -> str:
    if row and row.choices:
        ways = series([choice.name for choice in row.choices])
        return fill(_("“{move}” needs a choice: {choices}."), move=row.name, choices=ways)
    said = _("“{move}” has no choice “{choice}”.")
    return fill(said, move=_name(row, order), choice=order.choice)


def _too_many(scenario: Scenario, refusal: Refusal, row: Move | None) -> str:
    most = refusal.bound
    name = _name(row, refusal.order)
    if row and refusal.kind == "table_full":
        said = ngettext(
            "“{move}” is one too many: a seat has {count} order of “{table}” a turn.",
            "“{move}” is one too many: a seat has {count} orders of “{table}” a turn.",
            most,
        )
        return fill(said, move=name, table=scenario.table_by_id[row.table].name, count=most)
    said = ngettext(
        "“{move}” is one too many: a seat has {count} order a turn.",
        "“{move}” is one too many: a seat has {count} orders a turn.",
        most,
    )
    return fill(said, move=name, count=most)
