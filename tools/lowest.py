"""The lowest versions that pyproject.toml promises, as requirements for pip: ``make test-lowest``.

The ranges there are the one place where a floor is written; what is printed here follows from it.
"""

from __future__ import annotations

import re
import sys
import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

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
    return (floor_of(wanted) for group in groups for wanted in group)


def floor_of(wanted: str) -> str:
    """ "click==8.3.1" for "click>=8.3.1,<9". Exits with a sentence where there is no floor."""
    found = re.fullmatch(r"([\w.-]+)>=([\w.]+)(,<[\w.]+)?", wanted)
    if found is None:
        sys.exit(f"pyproject.toml: found '{wanted}', expected a name and a floor: 'click>=8.3.1'")
    return f"{found[1]}=={found[2]}"


if __name__ == "__main__":
    main()
