"""People as they are typed into a field, or pasted from a list."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from idlib_wargame.views.typed_names import ends_a_name, names_in, names_typed


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("", []),
        (" , ;\n", []),
        ("A", ["A"]),
        ("Anna, Ben", ["Anna", "Ben"]),
        ("Anna and Ben", ["Anna", "Ben"]),
        ("Anna, Ben und Cem", ["Anna", "Ben", "Cem"]),
        ("Anna Lind & Ben Ode", ["Anna Lind", "Ben Ode"]),
        ("Andy Sand", ["Andy Sand"]),
        ('"Lind and Ode"', ["Lind and Ode"]),
        ('"Lind, Ana"', ["Lind, Ana"]),
        ("Lind, Ana;", ["Lind, Ana"]),
        ("Lind, Ana; Ode, Ben", ["Lind, Ana", "Ode, Ben"]),
        ('"Lind, Ana"\n"Ode, Ben"', ["Lind, Ana", "Ode, Ben"]),
        ('"Lind, Ana","Ode, Ben"', ["Lind, Ana", "Ode, Ben"]),
        ('"Lind, Ana", Ben', ["Lind, Ana", "Ben"]),
        ("Lind, Ana\r\nOde, Ben\r\n", ["Lind, Ana", "Ode, Ben"]),
        ("Ana Oz, Bo", ["Ana Oz", "Bo"]),
        ("Bo, Wilhelmina van der Berg", ["Bo", "Wilhelmina van der Berg"]),
        ('"van der Berg, Ana"', ["van der Berg, Ana"]),
        ("van der Berg, Ana;", ["van der Berg, Ana"]),
        ("A. Petrova, M. Sokolov", ["A. Petrova", "M. Sokolov"]),
        ("Ana, Ben, Cem", ["Ana", "Ben", "Cem"]),
        ("Lind\tAna\nOde\tBen", ["Lind Ana", "Ode Ben"]),
        ('Ana "Bee" Lind', ['Ana "Bee" Lind']),
        ("A  B;D\nE", ["A B", "D", "E"]),
        ("Petrova,", ["Petrova"]),
    ],
)
def test_names_are_taken_apart_as_they_were_meant(text: str, names: list[str]) -> None:
    """Who types "Anna, Ben" means two people; a list of "Lind, Ana" and others, one a line."""
    assert names_in(text) == names


def test_a_comma_ends_no_name() -> None:
    """Nothing is taken away from under the hand that types "Lind, Ana"."""
    assert not ends_a_name("Lind, Ana")
    assert ends_a_name("Lind, Ana;")
    assert ends_a_name("Lind, Ana\n")


WORDS = st.text("AbÇé, .", min_size=1, max_size=12).map(lambda text: " ".join(text.split()))
NAMES = st.lists(WORDS.map(lambda word: word.strip(" ,")).filter(bool), max_size=4)


@given(NAMES)
def test_what_is_shown_for_editing_is_read_back(names: list[str]) -> None:
    """Whoever opens the form and changes nothing changes nobody's name."""
    assert names_in(names_typed(names)) == names
