"""The tool that prints a designer's goals: each met or not, with the figures behind it."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from idlib_wargame.packs.reader import read_pack
from tests.conftest import HARBOUR
from tests.tries import tries

ROOT = Path(__file__).resolve().parents[2]
GOALS = """
endings:
  shared: {name: A shared bank, outcomes: [treaty]}
goals:
  - likeliest: {ending: shared, habit: cautious}
  - fewest_moves: {moves: 4}
"""


def balance(pack: Path, sessions: int = 30) -> subprocess.CompletedProcess[str]:
    """Run the tool with a few sessions."""
    tool = ROOT / "tools" / "balance.py"
    command = [sys.executable, str(tool), str(pack), "--sessions", str(sessions)]
    return subprocess.run(command, capture_output=True, text=True, check=False)


@pytest.fixture
def pack(tmp_path: Path) -> Path:
    """The harbour pack with goals of its own."""
    folder = tmp_path / "pack"
    shutil.copytree(HARBOUR, folder)
    (folder / "balance.yaml").write_text(GOALS, encoding="utf-8")
    return folder


def test_goals_that_are_met_give_code_0(pack: Path) -> None:
    """Each goal stands with its figures; goals beside the tables do not spoil the pack."""
    assert read_pack(pack).problems == ()
    result = balance(pack)
    assert result.returncode == 0, result.stderr
    assert "met      Under “Cautious”, A shared bank is the likeliest ending" in result.stdout
    assert "2 of 2 goals are met." in result.stdout


def test_a_goal_that_is_not_met_gives_code_1(pack: Path) -> None:
    """It is marked, and the figure says by how much."""
    text = GOALS.replace("moves: 4", "moves: 6")
    (pack / "balance.yaml").write_text(text, encoding="utf-8")
    result = balance(pack)
    assert result.returncode == 1
    assert "NOT MET  No seat has fewer than 6 legal moves in any turn" in result.stdout
    assert "Caldis 4" in result.stdout


@pytest.mark.parametrize(
    ("old", "new", "sentence"),
    [
        (
            "habit: cautious",
            "habit: bold",
            "balance.yaml names “bold”, which the pack does not have.",
        ),
        ("[treaty]", "[peace]", "balance.yaml names “peace”, which the pack does not have."),
        ("fewest_moves", "fewest_boats", "balance.yaml cannot be read at 'fewest_boats'"),
        ("moves: 4", "turns: 4", "unexpected keyword argument 'turns'"),
        ("endings:", "endings: [", "balance.yaml is not a table"),
    ],
)
def test_a_mistake_in_the_goals_is_told(pack: Path, old: str, new: str, sentence: str) -> None:
    """One sentence, no traceback, exit code 2."""
    (pack / "balance.yaml").write_text(GOALS.replace(old, new, 1), encoding="utf-8")
    result = balance(pack)
    assert result.returncode == 2
    assert sentence in result.stderr
    assert "Traceback" not in result.stderr


def test_the_shipped_pack_has_goals_that_can_be_judged() -> None:
    """Every habit, ending and track that its goals name is there."""
    result = balance(ROOT / "scenarios" / "idlib-2020", sessions=tries(30))
    assert result.returncode in (0, 1), result.stderr
    assert " of 12 goals are met." in result.stdout
