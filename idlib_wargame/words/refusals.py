"""Why an order may not be sealed."""

from __future__ import annotations

from idlib_wargame.rules.pack.scenario import Scenario
from idlib_wargame.rules.state import State
from idlib_wargame.rules.turn.orders import Refusal
from idlib_wargame.words.conditions import Known, unmet_words
from idlib_wargame.words.figures import counted


def refusal_words(
    scenario: Scenario, refusal: Refusal, state: State, known: Known = lambda _: True
) -> str:
    """Why an order may not be sealed, and what would do: one sentence."""
    order = refusal.order
    move = scenario.move_by_id.get(order.move)
    name = f"“{move.name}”" if move else f"“{order.move}”"
    seat = scenario.seat_by_id.get(order.seat)
    match refusal.kind:
        case "needs" | "choice_needs" if refusal.unmet is not None:
            return f"{name} is not open: {unmet_words(scenario, refusal.unmet, state, known)}."
        case "not_yours" if move and seat:
            return f"{name} is not a move of {seat.name}."
        case "at_itself" if seat:
            return f"{name} cannot be aimed at {seat.name} by {seat.name}."
        case "seat":
            return f"There is no seat “{order.seat}” in this exercise."
        case "move":
            return f"There is no move “{order.move}” in this pack."
        case "choice" if move and move.choices:
            ways = ", ".join(choice.name for choice in move.choices)
            return f"{name} needs a choice: {ways}."
        case "choice":
            return f"{name} has no choice “{order.choice}”."
        case "twice":
            return f"{name} stands there twice; once is enough."
        case "too_many":
            most = counted(refusal.bound, "order", "orders")
            return f"{name} is one too many: a seat has {most} a turn."
        case "table_full" if move:
            table = scenario.table_by_id[move.table].name
            most = counted(refusal.bound, "order", "orders")
            return f"{name} is one too many: a seat has {most} of “{table}” a turn."
    return f"{name} cannot be ordered now."
