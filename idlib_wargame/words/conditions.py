"""What a condition asks, and how things stand."""

from __future__ import annotations

from collections.abc import Callable

from idlib_wargame.rules.conditions.compiling import compile_test
from idlib_wargame.rules.conditions.condition import (
    AnyOf,
    Comparison,
    Condition,
    Not,
    Sum,
    parts_of,
)
from idlib_wargame.rules.names import Count
from idlib_wargame.rules.pack.scenario import Scenario
from idlib_wargame.rules.state import State
from idlib_wargame.words.figures import plain
from idlib_wargame.words.situation import cell_name, level_words

Known = Callable[[str], bool]


COMPARED = {
    ">=": "{} or more",
    "<=": "{} or less",
    ">": "more than {}",
    "<": "less than {}",
    "==": "{} exactly",
    "!=": "anything but {}",
}


# The comparison that holds when another does not.
OPPOSITE = {">=": "<", "<=": ">", ">": "<=", "<": ">=", "==": "!=", "!=": "=="}


NOT_TOLD = "the situation does not allow it yet"


SOME = frozenset({("!=", 0), (">=", 1), (">", 0)})


NONE = frozenset({("==", 0), ("<", 1), ("<=", 0)})


def condition_words(scenario: Scenario, condition: Condition, state: State, known: Known) -> str:
    """What a condition asks, with how things stand: "Stage of the talks must be 2 or more (now 1)".

    What the reader may not know is not named.
    """
    match condition:
        case Comparison(left, op, right) if not right.names:
            return _comparison_words(
                scenario, left, op, right.constant - left.constant, state, known
            )
        case Not(Comparison(left, op, right)) if not right.names:
            bound = right.constant - left.constant
            return _comparison_words(scenario, left, OPPOSITE[op], bound, state, known)
        case AnyOf(parts):
            ways = [condition_words(scenario, part, state, known) for part in parts]
            return NOT_TOLD if NOT_TOLD in ways else " or ".join(ways)
        case Comparison(left, op, right) if len(left.names) == len(right.names) == 1:
            mine, theirs = left.names[0][1], right.names[0][1]
            if mine.startswith("inject.") and (op, theirs) == ("==", "turn") and known(mine):
                return f"“{cell_name(scenario, mine)}” must be sent in the same turn"
            if known(mine) and known(theirs):
                name = cell_name(scenario, theirs)
                wanted = COMPARED[op].format(f"“{name}” ({plain(state[theirs])})")
                return f"{cell_name(scenario, mine)} must be {wanted}, and is {plain(state[mine])}"
    return NOT_TOLD


def _comparison_words(
    scenario: Scenario, left: Sum, op: str, bound: int, state: State, known: Known
) -> str:
    names = [name for _, name in left.names]
    if not names or not all(known(name) for name in names):
        return NOT_TOLD
    now = sum(sign * state[name] for sign, name in left.names)
    if len(names) > 1:
        joined = " plus ".join(cell_name(scenario, name) for name in names)
        return f"{joined} must be {COMPARED[op].format(plain(bound))}, and is {plain(now)}"
    name, track = cell_name(scenario, names[0]), scenario.track_by_id.get(names[0])
    if track and track.levels:
        wanted = f"{COMPARED[op].format(plain(bound))} ({level_words(track, bound)})"
        return f"{name} must be {wanted}, and is {plain(now)} ({level_words(track, now)})"
    some, none = (op, bound) in SOME, (op, bound) in NONE
    if names[0].startswith("flag.") and (some or none):
        return f"“{name}” must {'hold' if some else 'not hold'}"
    if names[0].startswith("inject.") and (some or none):
        return f"“{name}” must {'not ' if none else ''}have been sent"
    if Count.from_name(names[0]) and (some or none):
        return f"there must be {'' if some else 'no '}{name[0].lower()}{name[1:]}"
    return f"{name} must be {COMPARED[op].format(plain(bound))}, and is {plain(now)}"


def unmet_words(scenario: Scenario, condition: Condition, state: State, known: Known) -> str:
    """The parts of a condition that fail, as one sentence without its full stop."""
    failing = [
        condition_words(scenario, part, state, known)
        for part in parts_of(condition)
        if not compile_test(part, state.layout.index)(state.row)
    ]
    return "; ".join(dict.fromkeys(failing))
