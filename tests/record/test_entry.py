from __future__ import annotations

import json
import math
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from idlib_wargame.record.entry import BEGINNING, Body, digest_of, encode, now
from tests.tries import tries

plain = st.none() | st.booleans() | st.integers() | st.text(st.characters(codec="utf-8"))
values = st.recursive(
    plain,
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(st.text("abcé", max_size=4), inner, max_size=4)
    ),
    max_leaves=8,
)


def test_digest_is_the_documented_one() -> None:
    """The digest of a known entry is what sha256sum gives for the six lines."""
    digest = digest_of(BEGINNING, 1, "2020-01-26T09:00:00.000Z", "note", "control", '{"a":"é"}')
    assert digest == "a2609124d7065a7ea55b8288aa44d1816e437325230e4c84794ba45e0aa87cc7"


@settings(max_examples=tries(100))
@given(st.dictionaries(st.text("abcé"), values))
def test_a_body_reads_back_as_it_was_written(body: dict[str, Any]) -> None:
    """What JSON can say comes back the same, on one line."""
    text = encode(body)
    assert Body(text) == body
    assert json.loads(text) == body
    assert "\n" not in text


def test_the_order_of_keys_makes_no_difference() -> None:
    """Two bodies that are equal have one text, compact and with letters as they are."""
    assert encode({"b": [1, 2], "a": "ø"}) == encode({"a": "ø", "b": (1, 2)})
    assert encode({"b": [1, 2], "a": "ø"}) == '{"a":"ø","b":[1,2]}'


@pytest.mark.parametrize("value", [math.nan, math.inf, object(), {1, 2}, b"raw"])
def test_what_json_cannot_say_is_refused(value: object) -> None:
    """Nothing is written that another program could not read."""
    with pytest.raises((TypeError, ValueError)):
        encode({"value": value})


@pytest.mark.parametrize("field", ["at", "kind", "by"])
def test_a_line_break_cannot_blur_two_fields(field: str) -> None:
    """A name of two lines is refused, or two entries could share a digest."""
    fields = {"at": "2020", "kind": "note", "by": "east", field: "two\nlines"}
    with pytest.raises(ValueError, match="line break"):
        digest_of(BEGINNING, 1, body_text="{}", **fields)


def test_times_are_utc_with_milliseconds() -> None:
    """Times sort as text and end in Z."""
    earlier, later = now(), now()
    assert earlier <= later
    assert len(earlier) == len("2020-01-26T09:00:00.000Z")
    assert earlier.endswith("Z")
