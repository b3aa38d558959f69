"""What somebody who knows only some names can tell of a condition."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from idlib_wargame.rules.conditions.compiling import compile_test
from idlib_wargame.rules.conditions.condition import ALWAYS, NEVER, Condition, Not, names_in
from idlib_wargame.rules.conditions.knowing import could_hold
from idlib_wargame.rules.conditions.parsing import parse
from tests.rules.conditions.test_parsing import INDEX, conditions

KNOWN = frozenset({"deal", "trust"})


@pytest.mark.parametrize(
    ("text", "cut"),
    [
        ("deal >= 2", "deal >= 2"),
        ("deal >= 2 and plot", "deal >= 2"),
        ("deal >= 2 and (trust or plot)", "deal >= 2"),
        ("deal and (trust and plot or trust >= 3)", "deal and (trust or trust >= 3)"),
        ("not (plot or deal)", "not deal"),
        ("not (plot and deal)", ""),
        ("deal + plot >= 3", ""),
        ("not plot", ""),
    ],
)
def test_what_is_asked_of_the_unknown_is_taken_as_met(text: str, cut: str) -> None:
    """Only what is asked of known names is left, whether it is asked straight or by a not."""
    assert could_hold(parse(text), KNOWN) == parse(cut)


@given(conditions, st.frozensets(st.sampled_from(sorted(INDEX))))
def test_a_cut_condition_reads_known_names_alone(
    condition: Condition, known: frozenset[str]
) -> None:
    """Nothing else can have a part in what it says."""
    assert known.issuperset(names_in(could_hold(condition, known)))


@given(conditions)
def test_whoever_knows_all_names_reads_the_condition_itself(condition: Condition) -> None:
    """Nothing is lost by the cut."""
    assert could_hold(condition, frozenset(INDEX)) == condition


@given(
    conditions,
    st.frozensets(st.sampled_from(sorted(INDEX))),
    st.tuples(*[st.integers(-5, 5)] * 3),
)
def test_what_holds_could_hold(
    condition: Condition, known: frozenset[str], row: tuple[int, ...]
) -> None:
    """Where the cut condition fails, the condition itself does."""
    fails = not compile_test(could_hold(condition, known), INDEX)(row)
    assert not (fails and compile_test(condition, INDEX)(row))


def test_never_is_what_a_not_makes_of_always() -> None:
    """A reader who knows nothing of a part cannot tell it from one that always holds."""
    assert could_hold(Not(ALWAYS), frozenset()) == NEVER
    assert not compile_test(NEVER, {})(())
