"""The ways in which results are decided, as people read them."""

from __future__ import annotations

from idlib_wargame.session.methods import METHODS
from idlib_wargame.words.methods import method_line, method_name


def test_each_method_has_a_name_and_a_line_of_its_own() -> None:
    """What is picked in the setup can be told apart."""
    assert [method_name(method) for method in METHODS] == [
        "Semi-rigid",
        "Rigid",
        "Free",
        "Expected value",
        "Consensual",
        "Estimative vote",
    ]
    lines = [method_line(method) for method in METHODS]
    assert len(set(lines)) == len(lines) == 6
    assert lines[1] == "Dice decide; no rulings"
