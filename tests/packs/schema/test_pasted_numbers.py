"""Numbers and days as other programs write them: taken where they are plain, else said how."""

from __future__ import annotations

import pytest

from idlib_wargame.packs.reader import read_files
from tests.packs.harbour import FULL, changed, told

TAKEN = [
    ("pack.yaml", "points: -2", "points: −2"),
    ("pack.yaml", "points: -2", "points: –2"),
    ("pack.yaml", "turns: 4", "turns: ٤"),
    ("pack.yaml", "turns: 4", "turns: ４"),
    ("pack.yaml", "2031-03-03", "2031–03–03"),
    ("moves/concessions.yaml", "-1 down to 2", "−1 down to 2"),
    ("moves/concessions.yaml", "shift: +1", "shift: ＋1"),
    ("moves/military.yaml", "goldstein: -", "goldstein: −"),
    ("map.geojson", "-0.75", "−0.75"),
]


@pytest.mark.parametrize(("file", "old", "new"), TAKEN, ids=lambda each: str(each))
def test_a_pasted_number_is_taken_for_what_it_is(file: str, old: str, new: str) -> None:
    """The pack is the same pack, whichever minus sign or digits are in it."""
    reading = read_files(changed(file, old, new, FULL))
    assert told(reading) == []
    assert reading.scenario == read_files(FULL).scenario


@pytest.mark.parametrize(
    ("old", "new", "near"),
    [
        ("turns: 4", "turns: 4,", "4"),
        ("turns: 4", "turns: 4.0", "4"),
        ("turns: 4", "turns: 1,000", "1000"),
        ("2031-03-03", "2031-3-3", "2031-03-03"),
        ("2031-03-03", "03.04.2031", "2031-04-03"),
        ("2031-03-03", "03/04/2031", ""),
        ("turns: 4", "turns: 9,000", ""),
    ],
)
def test_another_way_to_write_a_number_is_shown_in_this_one(old: str, new: str, near: str) -> None:
    """Only where it can be but one number or day, and one that may stand there."""
    (problem,) = read_files(changed("pack.yaml", old, new)).problems
    assert problem.nearest == near


def test_a_sign_that_looks_like_another_is_named() -> None:
    """A colour between the quotation marks of a word processor."""
    (said,) = told(read_files(changed("seats.yaml", '"#4E79A7"', "“#4E79A7”")))
    assert said == (
        "seats.yaml:4:13: found '“#4E79A7”' with '“' (U+201C), expected a colour as"
        ' "#RRGGBB" in quotation marks'
    )
