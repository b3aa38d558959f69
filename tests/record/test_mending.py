"""An entry of which one bit was flipped is given back, and no other."""

from __future__ import annotations

import pytest

from idlib_wargame.record.entry import BEGINNING, encode, entry_after
from idlib_wargame.record.joining import joined
from idlib_wargame.record.mending import mended
from idlib_wargame.record.rows_from_pages import Row

AT = "2026-02-03T14:03:22.000Z"
TRUE = entry_after(BEGINNING, 1, AT, "note", "facilitator", encode({"text": "Fog on the bænk"}))
ROW = tuple(str(column).encode() for column in TRUE.row[1:])
NEXT = entry_after(TRUE.digest, 2, AT, "note", "facilitator", encode({"text": "It lifts"}))
NEXT_ROW = tuple(str(column).encode() for column in NEXT.row[1:])


def flipped(row: Row, column: int, place: int, bits: int) -> Row:
    """The row, damaged in one byte of a column."""
    raw = bytearray(row[column])
    raw[place] ^= bits
    return (*row[:column], bytes(raw), *row[column + 1 :])


@pytest.mark.parametrize("column", range(5))
@pytest.mark.parametrize("bit", range(8))
def test_any_bit_of_any_column_is_given_back(column: int, bit: int) -> None:
    """Of the time, the kind, who did it, the body, and the digest itself."""
    for place in (0, -1):
        assert mended(BEGINNING, 1, flipped(ROW, column, place, 1 << bit)) == TRUE


def test_what_was_not_damaged_by_one_bit_is_not_touched() -> None:
    """Two bits, another digest before, or a longer text: nothing is guessed."""
    assert mended(BEGINNING, 1, flipped(ROW, 3, 9, 3)) is None
    assert mended("f" * 64, 1, flipped(ROW, 3, 9, 1)) is None
    long = entry_after(BEGINNING, 1, AT, "note", "facilitator", encode({"text": "x" * 20_000}))
    row = tuple(str(column).encode() for column in long.row[1:])
    assert mended(BEGINNING, 1, flipped(row, 3, 9, 1)) is None


def test_the_run_goes_on_over_a_mended_entry() -> None:
    """It is as good as the others, and its number is told."""
    assert joined({1: [flipped(ROW, 3, 9, 4)], 2: [NEXT_ROW]}) == ((TRUE, NEXT), (), (1,))
    assert joined({1: [flipped(ROW, 3, 9, 3)], 2: [NEXT_ROW]}) == ((), ((NEXT, True),), ())
