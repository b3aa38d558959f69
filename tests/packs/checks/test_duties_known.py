"""A duty whose seat would learn a secret by being told of it is refused."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from idlib_wargame.packs.reader import read_pack
from tests.packs.harbour import HARBOUR_FULL


def with_duty(tmp_path: Path, seats: str, when: str) -> list[str]:
    """What is said of the harbour pack with that duty in it alone."""
    folder = tmp_path / "pack"
    shutil.copytree(HARBOUR_FULL, folder)
    row = f"duties:\n  - id: one\n    seats: {seats}\n    when: {when}\n    text: See to it\n"
    (folder / "duties.yaml").write_text(row, encoding="utf-8")
    return [str(problem) for problem in read_pack(folder).problems]


@pytest.mark.parametrize("when", ["turn == 1", "calm <= 4", "days_left.season <= 21"])
def test_a_duty_on_what_all_know_is_sound(tmp_path: Path, when: str) -> None:
    """The turn, a track that everybody sees, a clock."""
    assert with_duty(tmp_path, "[astra, borea]", when) == []


def test_a_duty_on_a_secret_is_told_to_those_who_know_it_alone(tmp_path: Path) -> None:
    """Astra fished in secret; nobody else may be told of a duty that follows from it."""
    assert with_duty(tmp_path, "[astra]", "catch_hidden >= 1") == []
    shutil.rmtree(tmp_path / "pack")
    (said,) = with_duty(tmp_path, "[astra, borea]", "turn >= 2 and catch_hidden >= 1")
    assert "duties.yaml:4" in said
    assert "'catch_hidden', which seat 'borea' may not know" in said


def test_a_duty_cannot_ask_about_orders_of_this_turn(tmp_path: Path) -> None:
    """It is told before any order is open."""
    (said,) = with_duty(tmp_path, "[astra]", "ordered.protest >= 1")
    assert "known before orders are open" in said


def test_a_duty_of_nobody_is_refused(tmp_path: Path) -> None:
    """Somebody has to see to it, and it must be a seat of the pack."""
    (said,) = with_duty(tmp_path, "[nobody]", "turn == 1")
    assert "'nobody'" in said
