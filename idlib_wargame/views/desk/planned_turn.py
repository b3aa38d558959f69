"""The turn for which a condition plans an inject, where it names one or a date."""

from __future__ import annotations

from idlib_wargame.rules.conditions.condition import All, Comparison, Condition, Sum
from idlib_wargame.rules.names import TURN, TURNS, Prefix, parted
from idlib_wargame.rules.pack.scenario import Scenario

_THE_TURN = Sum(((1, TURN),))
AT_MOST = ("<", "<=")


def is_by_turn(when: Condition) -> bool:
    """Whether a condition asks for turns and dates alone, so that the turn says all of it."""
    if isinstance(when, All):
        return all(is_by_turn(part) for part in when.parts)
    return isinstance(when, Comparison) and all(
        is_of_time(name) for _sign, name in (*when.left.names, *when.right.names)
    )


def is_of_time(name: str) -> bool:
    """Whether a name counts turns or days."""
    prefix, _row = parted(name) or (None, "")
    return name in (TURN, TURNS) or prefix is Prefix.DAYS_LEFT


def planned_turn(scenario: Scenario, when: Condition) -> int:
    """The first turn in which it may hold by its turn or its date; 0 where it waits for no turn.

    Of a condition that asks for more, only what it asks of the turn is told; of one that may hold
    in several ways, nothing.
    """
    if isinstance(when, All):
        return max((planned_turn(scenario, part) for part in when.parts), default=0)
    if not isinstance(when, Comparison) or when.right.names:
        return 0
    number, op = when.right.constant, when.op
    if when.left == _THE_TURN and op in ("==", ">=", ">"):
        return max(number + (op == ">"), 0)
    return _turn_of_clock(scenario, when.left, op, number)


def _turn_of_clock(scenario: Scenario, left: Sum, op: str, number: int) -> int:
    """The first turn on whose first day a clock has so few days left."""
    if op not in AT_MOST or len(left.names) != 1 or left.names[0][0] != 1 or left.constant:
        return 0
    prefix, clock = parted(left.names[0][1]) or (None, "")
    on = next((each.on for each in scenario.clocks if each.id == clock), None)
    if prefix is not Prefix.DAYS_LEFT or on is None:
        return 0
    days = (on - scenario.first_day(1)).days - number + (op == "<")
    return max(1, 1 - (-days // max(scenario.turn_days, 1)))
