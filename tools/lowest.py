"""The lowest versions that pyproject.toml promises, as requirements for pip: ``make test-lowest``.

The ranges there are the one place where a floor is written; what is printed here follows from it.
"""

from __future__ import annotations

import sys
import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from packaging.requirements import Requirement

PYPROJECT = Path(__file__).resolve().parent.parent / "pyproject.toml"


def main() -> None:
    """Prints a line for each dependency, pinned to its floor."""
    project = tomllib.loads(PYPROJECT.read_text(encoding="utf-8"))
    for line in lowest(project):
        print(line)


def lowest(project: Mapping[str, Any]) -> Iterator[str]:
    """Every dependency of the program, of its checks and of its building, at its floor."""
    extras = project["project"].get("optional-dependencies", {}).values()
    groups = (project["build-system"]["requires"], project["project"]["dependencies"], *extras)
    for written in (each for group in groups for each in group):
        wanted = Requirement(written)
        yield f"{wanted.name}=={floor_of(wanted)}"


def floor_of(wanted: Requirement) -> str:
    """The version behind ">=". Exits with a sentence where a dependency has none."""
    floors = [each.version for each in wanted.specifier if each.operator == ">="]
    if len(floors) != 1:
        sys.exit(f"pyproject.toml: found '{wanted}', expected one floor such as '>=1.2'")
    return floors[0]


if __name__ == "__main__":
    main()
