"""Conditions as people write them elsewhere: taken, or answered as they are written here."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from idlib_wargame.packs.reader import read_files
from idlib_wargame.packs.schema.condition_hints import mended
from idlib_wargame.rules.conditions.parsing import parse
from tests.packs.harbour import changed, told

PLACE = "moves/concessions.yaml:8:"
NOTATIONS = yaml.safe_load((Path(__file__).parent / "notations.yaml").read_text(encoding="utf-8"))


def check(condition: str) -> list[str]:
    """What the check says of a move that needs this, without the file and the line."""
    quoted = f'"{condition}"' if condition.startswith(("!", "[")) else condition
    files = changed("moves/concessions.yaml", "talks >= 1 and lines < 3", quoted)
    return [each.removeprefix(PLACE) for each in told(read_files(files))]


@pytest.mark.parametrize(
    ("pasted", "plain"),
    [
        ("calm >= −2", "calm >= -2"),
        ("calm >= –2", "calm >= -2"),
        ("calm ≥ 2 and talks ≤ 4", "calm >= 2 and talks <= 4"),
        ("calm ≠ 2", "calm != 2"),
        ("calm\u00a0>=\u00a02", "calm >= 2"),
        ("calm >= ２", "calm >= 2"),
        ("calm >= ٣", "calm >= 3"),
        ("calm − talks ＞＝ 1", "calm - talks >= 1"),
    ],
)
def test_pasted_signs_are_taken_for_what_they_are(pasted: str, plain: str) -> None:
    """As the program prints them, as a word processor sets them, and in digits of other scripts."""
    assert parse(pasted) == parse(plain)
    assert check(pasted) == []


@pytest.mark.parametrize("row", NOTATIONS, ids=lambda row: str(row["needs"]))
def test_another_notation_is_answered_in_this_one(row: dict[str, str]) -> None:
    """The sign and its place, how it is written here, and the whole condition so written."""
    assert check(row["needs"]) == [row["said"]]


@pytest.mark.parametrize("condition", ["calm = ", "Colm >= 2", "calm >= 2,5", "calm / 2 > 1"])
def test_nothing_is_offered_that_would_not_read(condition: str) -> None:
    """A condition that stays wrong, or names what the pack has not, is not proposed."""
    assert check(condition)
    assert "did you mean" not in "".join(check(condition))


@pytest.mark.parametrize("condition", ["calm >= 2 and not talks", "turn.raid.borea.success >= 1"])
def test_a_sound_condition_is_not_mended(condition: str) -> None:
    """There is nothing to propose."""
    assert mended(condition) == ""


@pytest.mark.parametrize(
    "condition",
    [
        "talks",
        "not talks",
        "turn",
        "calm and talks",
        "flag.quays_burning or talks >= 3",
        "last.raid and calm >= 2",
        "talks >= 2 and even_turn",
        "talks >= 2 and not calm",
    ],
)
def test_what_is_yes_or_no_may_stand_alone(condition: str) -> None:
    """A flag, a count, or a track that nothing is compared beside: true when it is not nought."""
    assert check(condition) == []
