"""Conditions as fast tests of a row of integers."""

from __future__ import annotations

import operator
from collections.abc import Callable, Mapping, Sequence

from idlib_wargame.rules.conditions.condition import All, AnyOf, Comparison, Condition, Not, Sum

Row = Sequence[int]


Test = Callable[[Row], bool]


OPERATORS: dict[str, Callable[[int, int], bool]] = {
    "<": operator.lt,
    "<=": operator.le,
    "==": operator.eq,
    "!=": operator.ne,
    ">=": operator.ge,
    ">": operator.gt,
}


def compile_test(condition: Condition, index: Mapping[str, int]) -> Test:
    """A fast test of a row of integers; ``index`` gives the cell of each name.

    Raises KeyError for a name that has no cell.
    """
    match condition:
        case Comparison(left, op, right):
            return _compile_comparison(left, op, right, index)
        case Not(part):
            inner = compile_test(part, index)
            return lambda row: not inner(row)
        case All(parts):
            return _compile_all([compile_test(part, index) for part in parts])
        case AnyOf(parts):
            return _compile_any([compile_test(part, index) for part in parts])


def _compile_all(tests: list[Test]) -> Test:
    if not tests:
        return lambda row: True
    if len(tests) == 1:
        return tests[0]
    if len(tests) == 2:
        first, second = tests
        return lambda row: first(row) and second(row)
    if len(tests) == 3:
        one, two, three = tests
        return lambda row: one(row) and two(row) and three(row)

    def all_hold(row: Row) -> bool:
        # A loop: these run many times a turn, and all() over a generator takes twice as long.
        for test in tests:  # noqa: SIM110 (measured: the loop is twice as fast)
            if not test(row):
                return False
        return True

    return all_hold


def _compile_any(tests: list[Test]) -> Test:
    if len(tests) == 2:
        first, second = tests
        return lambda row: first(row) or second(row)

    def any_holds(row: Row) -> bool:
        for test in tests:  # noqa: SIM110 (a loop, as in all_hold)
            if test(row):
                return True
        return False

    return any_holds


def _compile_comparison(left: Sum, op: str, right: Sum, index: Mapping[str, int]) -> Test:
    """One name against a constant is by far the commonest, so each operator has its own closure."""
    if len(left.names) == 1 and left.names[0][0] == 1 and not right.names:
        cell = index[left.names[0][1]]
        bound = right.constant - left.constant
        simple: dict[str, Test] = {
            ">=": lambda row: row[cell] >= bound,
            "<=": lambda row: row[cell] <= bound,
            "==": lambda row: row[cell] == bound,
            "!=": lambda row: row[cell] != bound,
            ">": lambda row: row[cell] > bound,
            "<": lambda row: row[cell] < bound,
        }
        return simple[op]
    compare = OPERATORS[op]
    value_left, value_right = compile_sum(left, index), compile_sum(right, index)
    return lambda row: compare(value_left(row), value_right(row))


def compile_sum(total: Sum, index: Mapping[str, int]) -> Callable[[Row], int]:
    """A function that adds up the cells a sum names."""
    terms = [(sign, index[name]) for sign, name in total.names]
    constant = total.constant
    if not terms:
        return lambda row: constant
    if len(terms) == 1:
        ((only_sign, only_cell),) = terms
        return lambda row: constant + only_sign * row[only_cell]

    def value(row: Row) -> int:
        found = constant
        for sign, cell in terms:
            found += sign * row[cell]
        return found

    return value
