"""The shipped pack and its seeds, as the files have them: rows with their place, for any test."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

import yaml

ROOT = Path(__file__).resolve().parents[2]
PACK = ROOT / "scenarios" / "idlib-2020"
SEEDS = ROOT / "seeds"

# Where a pack keeps the rows that must say what they rest on: file, then keys.
FAMILIES = (
    ("pack.yaml", ("options", "arrangements")),
    ("seats.yaml", ("seats",)),
    ("tracks.yaml", ("tracks", "counters")),
    (
        "interactions.yaml",
        ("shifts", "principals", "joints", "contradictions", "contests", "chances"),
    ),
    ("upkeep.yaml", ("upkeep", "conversions", "limits")),
    ("catalysts.yaml", ("flags", "clocks")),
    ("clauses.yaml", ("clauses",)),
    ("escalation.yaml", ("ladder",)),
    ("outcomes.yaml", ("outcomes",)),
    ("injects.yaml", ("injects",)),
    ("aims.yaml", ("aims",)),
    ("duties.yaml", ("duties",)),
    ("starts.yaml", ("starts",)),
    (
        "agreements.yaml",
        (
            *("templates", "restraints", "signed", "kept", "breached", "declared_over"),
            *("found_out", "vague", "discoveries", "shifts"),
        ),
    ),
)


class Row(NamedTuple):
    """A row of a YAML table and a name for it in messages."""

    place: str
    data: dict[str, Any]


@cache
def read(path: Path) -> Any:
    """A YAML file, read once, every scalar as text, so that ``on`` stays a key."""
    return yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)


def moves() -> Iterator[Row]:
    """Every move of the pack."""
    for path in sorted((PACK / "moves").glob("*.yaml")):
        for move in read(path)["moves"]:
            yield Row(f"moves/{path.name}: {move['id']}", move)


def rows() -> Iterator[Row]:
    """Every row of the pack that must say what it rests on."""
    for file, keys in FAMILIES:
        tables = read(PACK / file)
        for key in keys:
            for number, row in enumerate(tables[key]):
                yield Row(f"{file}: {key} {row.get('id', number)}", row)
    yield from moves()
    for path in sorted((PACK / "habits").glob("*.yaml")):
        yield Row(f"habits/{path.name}", read(path))


def citations(value: Any) -> Iterator[str]:
    """Every claim that a row, or anything inside it, cites."""
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from inner if key == "cites" else citations(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from citations(inner)
