"""Who is the same person, however their name was typed."""

from __future__ import annotations

import pytest

from idlib_wargame.session.naming import as_written, each_once, same_in, told_apart_by


@pytest.mark.parametrize(
    "typed",
    [
        "ADA ",
        "\uff21\uff44\uff41",
        "A\u200bda",
        "Ada\u200f",
        "Ada\u2060",
        "\u202eAda",
        "Ada\u00ad",
        "A\u034fda",
        "Ad\u200da",
        "Ada\ufe0f",
        "Ada\u3164",
        "A\U000e0041da",
    ],
)
def test_a_name_that_looks_the_same_is_the_same_person(typed: str) -> None:
    """Signs that nobody sees make no second Ada."""
    assert same_in(("Olga", "Ada"), typed) == "Ada"
    assert each_once(("Ada", typed)) == ("Ada",)


def test_an_accent_tells_apart_however_it_was_put_on() -> None:
    """One sign or two, with something unseen between them."""
    assert told_apart_by("a\u034f\u0308") == told_apart_by("\u00e4")
    assert told_apart_by("Ada") != told_apart_by("Ad\u00e4")


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("  Ada \u200b Lovelace\u2060 ", "Ada Lovelace"),
        ("\u202eAda\u202c", "Ada"),
        ("A\u00adda", "Ada"),
        ("\u200dAda\u200c", "Ada"),
        ("\u0645\u06cc\u200c\u0646\u0627", "\u0645\u06cc\u200c\u0646\u0627"),
        ("\u0915\u094d\u200d\u0937", "\u0915\u094d\u200d\u0937"),
        ("\u845b\U000e0100", "\u845b\U000e0100"),
    ],
)
def test_a_name_is_kept_without_what_nobody_sees(typed: str, kept: str) -> None:
    """What joins letters, as Persian and Hindi spell with, and the shape of one stay."""
    assert as_written(typed) == kept


@pytest.mark.parametrize(
    ("one", "two"), [("O'Neil", "O\u2019Neil"), ("Jean-Luc", "Jean\u2011Luc"), ("Ada", "\uff21da")]
)
def test_what_a_keyboard_puts_in_place_of_a_sign_makes_no_second_person(one: str, two: str) -> None:
    """Phones write curved apostrophes where laptops write straight ones."""
    assert same_in((one,), two) == one
