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
from idlib_wargame.rules.names import TURN, Count, Prefix, parted
from idlib_wargame.rules.pack.scenario import Scenario
from idlib_wargame.rules.state import State
from idlib_wargame.words.clauses import Clause, either, side_by_side
from idlib_wargame.words.comparisons import OPPOSITE, TURNED, added_up, must_be, must_reach
from idlib_wargame.words.counts import must_count
from idlib_wargame.words.figures import plain
from idlib_wargame.words.language import _, fill
from idlib_wargame.words.situation import cell_name

Known = Callable[[str], bool]

# Comparisons that ask of a count no more than that there is some, or none.
SOME = frozenset({("!=", 0), (">=", 1), (">", 0)})
NONE = frozenset({("==", 0), ("<", 1), ("<=", 0)})


def condition_words(scenario: Scenario, condition: Condition, state: State, known: Known) -> Clause:
    """What a condition asks, and how things stand: "Trust must be 2 or more, and is 1".

    What the reader may not know is not named.
    """
    match condition:
        case Comparison(left, op, right):
            return _comparison(scenario, left, op, right, state, known)
        case Not(Comparison(left, op, right)):
            return _comparison(scenario, left, OPPOSITE[op], right, state, known)
        case AnyOf(parts):
            ways = [condition_words(scenario, part, state, known) for part in parts]
            return not_told() if not_told() in ways else either(ways)
    return not_told()


def not_told() -> Clause:
    """The clause for what the reader may not know, or what no sentence can say."""
    return Clause.of(_("the situation does not allow it yet"))


def unmet_words(scenario: Scenario, condition: Condition, state: State, known: Known) -> str:
    """The parts of a condition that fail, within a sentence."""
    unmet = unmet_clause(scenario, condition, state, known)
    return unmet.within() if unmet else ""


def unmet_clause(
    scenario: Scenario, condition: Condition, state: State, known: Known
) -> Clause | None:
    """The parts of a condition that fail; None where all hold."""
    failing = [
        condition_words(scenario, part, state, known)
        for part in parts_of(condition)
        if not compile_test(part, state.layout.index)(state.row)
    ]
    return side_by_side(failing) if failing else None


def _comparison(
    scenario: Scenario, left: Sum, op: str, right: Sum, state: State, known: Known
) -> Clause:
    """The comparison with its names on one side, except where one name is held against another."""
    names = (*left.names, *((-sign, name) for sign, name in right.names))
    bound = right.constant - left.constant
    if not names or not all(known(name) for _sign, name in names):
        return not_told()
    now = sum(sign * state[name] for sign, name in names)
    match names:
        case ((1, name),):
            return _one_name(scenario, name, op, bound, now)
        case ((-1, name),):
            return _one_name(scenario, name, TURNED[op], -bound, -now)
        case ((1, mine), (-1, theirs)) if bound == 0:
            return _two_names(scenario, mine, op, theirs, state)
    added = added_up([(sign, cell_name(scenario, name)) for sign, name in names])
    return must_be(added, op, plain(bound), now)


def _two_names(scenario: Scenario, mine: str, op: str, theirs: str, state: State) -> Clause:
    name = cell_name(scenario, mine)
    prefix, _row = parted(mine) or (None, "")
    if prefix == Prefix.INJECT and (op, theirs) == ("==", TURN):
        return Clause.of(_("“{inject}” must be sent in the same turn"), inject=name)
    bound = fill(_("“{name}” ({now})"), name=cell_name(scenario, theirs), now=plain(state[theirs]))
    return must_be(name, op, bound, state[mine])


def _one_name(scenario: Scenario, name: str, op: str, bound: int, now: int) -> Clause:
    if (op, bound) in SOME | NONE:
        told = _some_or_none(scenario, name, (op, bound) in NONE)
        if told:
            return told
    track = scenario.track_by_id.get(name)
    if track and track.levels:
        return must_reach(track, op, bound, now)
    return must_be(cell_name(scenario, name), op, plain(bound), now)


def _some_or_none(scenario: Scenario, name: str, none: bool) -> Clause | None:
    """Of what either is or is not, no number is told; None for anything else."""
    count = Count.from_name(name)
    if count:
        return must_count(scenario, count, none)
    prefix, _row = parted(name) or (None, "")
    if prefix == Prefix.FLAG:
        template = _("“{flag}” must not hold") if none else _("“{flag}” must hold")
        return Clause.of(template, flag=cell_name(scenario, name))
    if prefix == Prefix.INJECT and none:
        return Clause.of(_("“{inject}” must not have been sent"), inject=cell_name(scenario, name))
    if prefix == Prefix.INJECT:
        return Clause.of(_("“{inject}” must have been sent"), inject=cell_name(scenario, name))
    return None
