"""Why something may not be done with an offer, in sentences for people."""

from __future__ import annotations

import pytest

from idlib_wargame.rules.agreements.bars import Bar, Barred
from idlib_wargame.words.bargain_refusals import barred_words, too_long_words
from tests.rules.agreements.bargains import pack


@pytest.mark.parametrize("bar", Bar)
def test_every_reason_is_one_whole_sentence(bar: Bar) -> None:
    """With nothing left to fill in, and no word of the program's own."""
    said = barred_words(pack(), Barred(bar, "north", 3, 0))
    assert said[0].isupper() or said[0] == "“"
    assert said.endswith(".")
    assert not {"{", "}", "_"} & {*said}


def test_what_was_given_is_told_as_far_as_a_sentence_has_room() -> None:
    """A paste of a whole book is not read out again."""
    said = barred_words(pack(), Barred(Bar.NO_SUCH_ACTOR, "x" * 10_000))
    assert (
        said == f"There is no actor “{'x' * 60}…” in this exercise; choose one of those there are."
    )


def test_a_text_that_is_too_long_is_told_with_both_figures() -> None:
    """What it has and what it may have."""
    assert (
        too_long_words(1001, 1000) == "The text has 1001 characters and may have 1000; shorten it."
    )
