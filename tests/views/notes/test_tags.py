"""Tags are typed where the note is, and come back as they were typed."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from idlib_wargame.views.notes.tags import as_typed, tags_in, with_or_without, words_in


@pytest.mark.parametrize(
    ("typed", "words", "tags"),
    [
        ("Astra stalls #talks #nets", "Astra stalls", ("talks", "nets")),
        ("Astra #stalls again", "Astra #stalls again", ("stalls",)),
        ("#fog", "#fog", ("fog",)),
        ("Room 7#b and C# stay words", "Room 7#b and C# stay words", ()),
        ("خليج #ضباب", "خليج", ("ضباب",)),
        ("twice #a #a", "twice", ("a",)),
    ],
)
def test_tags_at_the_end_are_taken_off_the_words(
    typed: str, words: str, tags: tuple[str, ...]
) -> None:
    """Those within stay, as the sentence would lack a word."""
    assert (words_in(typed), tags_in(typed)) == (words, tags)


def test_a_note_that_is_opened_again_reads_as_it_was_typed() -> None:
    """With a tag of another program's making too, which has a blank in it."""
    assert as_typed("Astra #stalls again", ("stalls", "nets")) == "Astra #stalls again #nets"
    assert tags_in(as_typed("Fog", ("a b",))) == ("a_b",)


@given(st.text(st.sampled_from("ab #-\n_"), max_size=20), st.sampled_from(["a", "ab", "a-b"]))
def test_a_tag_picked_and_dropped_is_gone(typed: str, tag: str) -> None:
    """Whatever stands there."""
    assert tag in tags_in(with_or_without(typed, tag)) or tag in tags_in(typed)
    without = with_or_without(typed, tag) if tag in tags_in(typed) else typed
    assert tag not in tags_in(without)
