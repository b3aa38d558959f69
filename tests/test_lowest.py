"""``make test-lowest`` installs what pyproject.toml promises, and nothing is written twice."""

from __future__ import annotations

import runpy
import tomllib
from pathlib import Path

import pytest

TOOL = runpy.run_path(str(Path(__file__).parent.parent / "tools" / "lowest.py"))
PYPROJECT, floor_of, lowest = TOOL["PYPROJECT"], TOOL["floor_of"], TOOL["lowest"]


def test_every_dependency_has_one_floor() -> None:
    """Those of the program, of its checks and of its building, each pinned once."""
    project = tomllib.loads(PYPROJECT.read_text(encoding="utf-8"))
    lines = list(lowest(project))
    names = [line.partition("==")[0] for line in lines]
    assert len(names) == len(set(names))
    assert {"hatchling", "click", "PySide6-Essentials", "pytest-qt"} <= set(names)


def test_a_floor_is_what_stands_behind_the_sign() -> None:
    """An upper end of the range does not matter here."""
    assert floor_of("PySide6-Essentials>=6.8.3,<6.12") == "PySide6-Essentials==6.8.3"


@pytest.mark.parametrize("wanted", ["click", "click==8.1", "click<9", "click>=8,>=9"])
def test_a_dependency_without_a_floor_is_told(wanted: str) -> None:
    """Nothing is guessed."""
    with pytest.raises(SystemExit, match="expected a name and a floor"):
        floor_of(wanted)
