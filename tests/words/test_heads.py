"""The head of a record as it is shown, and as people type it back."""

from __future__ import annotations

import pytest

from idlib_wargame.words.heads import NoHead, head_given, head_words

DIGEST = "3f9a02bc11de77aa" + "5" * 48


def test_what_is_shown_can_be_typed_back() -> None:
    """Sixteen digits in groups of four; spaces and capitals do not matter."""
    assert head_words(DIGEST) == "3f9a 02bc 11de 77aa"
    for typed in (head_words(DIGEST), "3F9A 02BC\t11DE77AA", DIGEST):
        assert DIGEST.startswith(head_given(typed))


@pytest.mark.parametrize("typed", ["", "3f9a 02bc 11de 77a", DIGEST + "0", "3f9a 02bc 11de 77ag"])
def test_anything_else_is_refused_with_what_was_expected(typed: str) -> None:
    """The sentence says how many digits, and which."""
    with pytest.raises(NoHead, match=r"at least 16 of the digits 0 to 9 and a to f"):
        head_given(typed)
