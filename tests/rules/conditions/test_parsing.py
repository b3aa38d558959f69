"""Conditions: what they mean, how they read, and what is refused."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from idlib_wargame.rules.conditions.compiling import OPERATORS, compile_test
from idlib_wargame.rules.conditions.condition import (
    All,
    AnyOf,
    Comparison,
    Condition,
    Not,
    Sum,
    names_in,
)
from idlib_wargame.rules.conditions.parsing import Expected, ExpressionFault, parse

INDEX = {"deal": 0, "trust": 1, "turn.offensive": 2}


@pytest.mark.parametrize(
    ("text", "row", "holds"),
    [
        ("", (0, 0, 0), True),
        ("deal >= 2", (2, 0, 0), True),
        ("deal >= 2", (1, 0, 0), False),
        ("deal > 2", (2, 0, 0), False),
        ("deal != 2", (2, 0, 0), False),
        ("deal == 2", (2, 0, 0), True),
        ("deal < trust", (1, 2, 0), True),
        ("deal <= -1", (-1, 0, 0), True),
        ("-deal >= 1", (-1, 0, 0), True),
        ("deal + trust - 1 >= 4", (2, 3, 0), True),
        ("deal", (0, 0, 0), False),
        ("turn.offensive", (0, 0, 3), True),
        ("not deal", (0, 0, 0), True),
        ("deal and trust", (1, 0, 0), False),
        ("deal or trust", (0, 1, 0), True),
        ("deal or trust and turn.offensive", (1, 0, 0), True),
        ("(deal or trust) and turn.offensive", (1, 0, 0), False),
        ("not (deal or trust)", (0, 1, 0), False),
        ("not not deal", (5, 0, 0), True),
        ("deal and trust and turn.offensive", (1, 1, 1), True),
        ("deal and trust and turn.offensive", (1, 1, 0), False),
    ],
)
def test_a_condition_means_what_it_says(text: str, row: tuple[int, ...], holds: bool) -> None:
    """A parsed and compiled condition gives the truth of its text."""
    assert compile_test(parse(text), INDEX)(row) is holds


@pytest.mark.parametrize(
    ("text", "column", "found", "expected"),
    [
        ("deal >=", 7, "", Expected.TERM),
        ("deal >= >= 2", 8, ">=", Expected.TERM),
        ("deal 2", 5, "2", Expected.JOIN),
        ("(deal", 5, "", Expected.BRACKET),
        ("deal = 2", 5, "=", Expected.TOKEN),
        ("deal >= 2 and", 13, "", Expected.TERM),
        ("Deal >= 2", 0, "D", Expected.TOKEN),
        ("__import__('os')", 0, "_", Expected.TOKEN),
        ("deal.__class__", 4, ".", Expected.TOKEN),
        ("deal * 2", 5, "*", Expected.TOKEN),
    ],
)
def test_a_fault_says_what_where_and_what_was_expected(
    text: str, column: int, found: str, expected: Expected
) -> None:
    """A condition that does not parse is refused: where, what stands there, what should."""
    with pytest.raises(ExpressionFault) as fault:
        parse(text)
    told = fault.value
    assert (told.column, told.found, told.expected) == (column, found, expected)


names = st.sampled_from(sorted(INDEX))
sums = st.builds(
    Sum,
    st.lists(st.tuples(st.sampled_from([1, -1]), names), min_size=1, max_size=3).map(tuple),
    st.integers(-9, 9),
)
comparisons = st.builds(Comparison, sums, st.sampled_from(sorted(OPERATORS)), sums)
conditions: st.SearchStrategy[Condition] = st.recursive(
    comparisons,
    lambda inner: st.one_of(
        st.builds(Not, inner),
        st.builds(All, st.lists(inner, min_size=2, max_size=3).map(tuple)),
        st.builds(AnyOf, st.lists(inner, min_size=2, max_size=3).map(tuple)),
    ),
    max_leaves=6,
)


@given(conditions, st.tuples(*[st.integers(-5, 5)] * 3))
def test_the_text_of_a_condition_means_the_same(condition: Condition, row: tuple[int, ...]) -> None:
    """Writing a condition out and reading it again never changes what it says."""
    again = parse(str(condition))
    assert compile_test(again, INDEX)(row) == compile_test(condition, INDEX)(row)


def test_names_come_in_reading_order() -> None:
    """A condition lists the names it reads, in order."""
    assert list(names_in(parse("trust > 1 and not (deal or trust < 3)"))) == [
        "trust",
        "deal",
        "trust",
    ]
