"""What follows from agreements: each row is about seats between whom it can come about."""

from __future__ import annotations

import pytest

from idlib_wargame.packs.reader import read_files
from tests.packs.harbour import FULL, changed, told

KEPT = "by: [astra], to: [borea], effects"
BROKEN = "by: [borea, caldis], to: [astra], templates"
AGREED = "control: {parties: [press], guarantors: [press]}"


def test_an_author_who_rewards_a_seat_for_keeping_faith_with_itself_is_told() -> None:
    """Nobody owes a term to itself, so that the row would never come about."""
    files = changed("agreements.yaml", KEPT, "by: [astra], to: [astra], effects", FULL)
    assert told(read_files(files)) == [
        "agreements.yaml:37:40: found seat 'astra', which 'by' names alone, expected another seat,"
        " or no 'to' for all others"
    ]


def test_one_seat_of_several_may_stand_on_both_sides() -> None:
    """Each of the two may do it to the other."""
    both = "by: [astra, borea], to: [astra, borea], effects"
    assert told(read_files(changed("agreements.yaml", KEPT, both, FULL))) == []


@pytest.mark.parametrize(
    ("told_of", "place"),
    [
        ("by: [caldis], to: [astra], templates", "agreements.yaml:39:28"),
        ("by: [borea], to: [caldis], templates", "agreements.yaml:39:41"),
    ],
)
def test_an_author_who_blames_a_seat_outside_the_template_is_told(told_of: str, place: str) -> None:
    """Whoever takes part in no agreement of that template breaks none, and is owed nothing."""
    files = changed("agreements.yaml", BROKEN, told_of, FULL)
    assert told(read_files(files)) == [
        f"{place}: found seat 'caldis', which takes part in none of them, expected a party of one"
        " of the templates that the row names"
    ]


def test_an_author_who_expects_an_act_of_a_seat_that_may_not_sign_is_told() -> None:
    """A seat of control that may guarantee alone is a party to nothing."""
    files = changed("agreements.yaml", AGREED, "control: {guarantors: [press]}", FULL)
    files = changed("agreements.yaml", KEPT, "by: [astra], to: [press], effects", files)
    assert told(read_files(files)) == [
        "agreements.yaml:37:40: found seat 'press' of control, expected it under 'parties' of"
        " 'control' first"
    ]
