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
from idlib_wargame.rules.pack.scenario import Scenario
from idlib_wargame.rules.state import State
from idlib_wargame.words.beginnings import begun
from idlib_wargame.words.conditions import condition_words
from idlib_wargame.words.figures import day_words

TURN, LAST_TURN = Sum(((1, "turn"),)), Sum(((1, "turns"),))
AT_MOST = ("<", "<=")


def when_words(scenario: Scenario, when: Condition, state: State) -> str:
    """What it still waits for: "In turn 3 (17 Mar 2031)", or what a track must come to.

    What already holds is not told. A turn that is over is told as over.
    """
    waits = [_words(scenario, part, state) for part in parts_of(when) if not _holds(part, state)]
    said = "; ".join(dict.fromkeys(waits)) or "it is due"
    return begun(scenario, said)


def _holds(condition: Condition, state: State) -> bool:
    return compile_test(condition, state.layout.index)(state.row)


def _words(scenario: Scenario, condition: Condition, state: State) -> str:
    match condition:
        case AnyOf(parts):
            return ", or ".join(_words(scenario, part, state) for part in parts)
        case All(parts):
            waits = [each for each in parts if not _holds(each, state)]
            return " and ".join(_words(scenario, each, state) for each in waits)
        case Comparison(left, "==", right) if (left, right) == (TURN, LAST_TURN):
            return "in the last turn"
        case Comparison(left, op, right) if left == TURN and not right.names:
            return _turn_words(scenario, op, right.constant, state["turn"])
        case Comparison(Sum(((1, name),), 0), op, right) if _is_clock(name, op, right):
            # Days run out by themselves, so the turn can be told in which so few are left.
            over = state[name] - right.constant + (op == "<")
            turn = state["turn"] - (-over // scenario.turn_days)
            return _from_turn(scenario, turn, state)
    return condition_words(scenario, condition, state, lambda name: True)


def _is_clock(name: str, op: str, right: Sum) -> bool:
    return name.startswith("days_left.") and op in AT_MOST and not right.names


def _from_turn(scenario: Scenario, turn: int, state: State) -> str:
    if turn > state["turns"]:
        return "after the last turn"
    return f"from turn {turn} ({day_words(scenario.first_day(turn))})"


def _turn_words(scenario: Scenario, op: str, number: int, now: int) -> str:
    first, last = number + (op == ">"), number - (op == "<")
    day = day_words(scenario.first_day(first))
    match op:
        case "==":
            return f"turn {number} is over" if number < now else f"in turn {number} ({day})"
        case ">=" | ">":
            return f"from turn {first} ({day})"
        case "<=" | "<":
            return f"turn {last} is over"
    return f"in another turn than turn {number}"
