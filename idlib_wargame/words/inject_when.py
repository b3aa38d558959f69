"""When an inject comes due, in words for the facilitator."""

from __future__ import annotations

from idlib_wargame.rules.conditions.compiling import compile_test
from idlib_wargame.rules.conditions.condition import (
    All,
    AnyOf,
    Comparison,
    Condition,
    Sum,
    parts_of,
)
from idlib_wargame.rules.conditions.knowing import could_hold
from idlib_wargame.rules.names import TURN, TURNS, Prefix, parted
from idlib_wargame.rules.pack.scenario import Scenario
from idlib_wargame.rules.state import State
from idlib_wargame.words.clauses import Clause, either_way, side_by_side, together
from idlib_wargame.words.conditions import condition_words
from idlib_wargame.words.dates import day_words
from idlib_wargame.words.language import _

THE_TURN, LAST_TURN = Sum(((1, TURN),)), Sum(((1, TURNS),))
AT_MOST = ("<", "<=")


def when_words(
    scenario: Scenario, when: Condition, state: State, numbers: bool = True, exact: bool = False
) -> str:
    """What it still waits for: "In turn 3 (17 Mar 2031)", or what a track must come to.

    What already holds is not told, nor is a way that the exercise's length shuts. A turn that is
    over is told as over. ``exact`` says in figures too what a track's words say already.
    """
    waits = [part for part in parts_of(when) if not _holds(part, state)]
    if not waits:
        return _("It is due")
    return side_by_side(
        [_clause(scenario, part, state, numbers, exact) for part in waits]
    ).at_start()


def _holds(condition: Condition, state: State) -> bool:
    return compile_test(condition, state.layout.index)(state.row)


def _may_hold(condition: Condition, state: State) -> bool:
    """Whether it may hold in an exercise of so many turns."""
    return _holds(could_hold(condition, frozenset({TURNS})), state)


def _clause(
    scenario: Scenario, condition: Condition, state: State, numbers: bool, exact: bool
) -> Clause:
    match condition:
        case AnyOf(parts):
            ways = [part for part in parts if _may_hold(part, state)] or parts
            return either_way([_clause(scenario, part, state, numbers, exact) for part in ways])
        case All(parts) if waits := [each for each in parts if not _holds(each, state)]:
            return together([_clause(scenario, each, state, numbers, exact) for each in waits])
        case Comparison(left, "==", right) if (left, right) == (THE_TURN, LAST_TURN):
            return Clause.of(_("in the last turn"))
        case Comparison(left, op, right) if left == THE_TURN and not right.names:
            return _turn(scenario, op, right.constant, state[TURN])
        case Comparison(Sum(((1, name),), 0), op, right) if _is_clock(name, op, right):
            # Days run out by themselves, so the turn can be told in which so few are left.
            over = state[name] - right.constant + (op == "<")
            return _from_turn(scenario, state[TURN] - (-over // scenario.turn_days), state)
    return condition_words(scenario, condition, state, lambda name: True, numbers, exact)


def _is_clock(name: str, op: str, right: Sum) -> bool:
    prefix, _row = parted(name) or (None, "")
    return prefix == Prefix.DAYS_LEFT and op in AT_MOST and not right.names


def _from_turn(scenario: Scenario, turn: int, state: State) -> Clause:
    if turn > state[TURNS]:
        return Clause.of(_("after the last turn"))
    return _on_day(_("from turn {turn} ({day})"), scenario, turn)


def _on_day(template: str, scenario: Scenario, turn: int) -> Clause:
    return Clause.of(template, turn=turn, day=day_words(scenario.first_day(turn)))


def _turn(scenario: Scenario, op: str, number: int, now: int) -> Clause:
    first, last = number + (op == ">"), number - (op == "<")
    match op:
        case "==" if number >= now:
            return _on_day(_("in turn {turn} ({day})"), scenario, number)
        case "==":
            return Clause.of(_("turn {turn} is over"), turn=number)
        case ">=" | ">":
            return _on_day(_("from turn {turn} ({day})"), scenario, first)
        case "<=" | "<":
            return Clause.of(_("turn {turn} is over"), turn=last)
    return Clause.of(_("in another turn than turn {turn}"), turn=number)
