"""A slip of YAML is told at the line where it was made, in words that say what to do."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import yaml

from idlib_wargame.packs.reader import read_files, read_pack
from idlib_wargame.packs.shelf import TEMPLATE
from idlib_wargame.packs.text.yaml_reader import read_yaml
from tests.packs.harbour import told
from tests.tries import some_of

FILES = read_pack(TEMPLATE).files
SLIPS = yaml.safe_load((Path(__file__).parent / "slips.yaml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("row", SLIPS, ids=lambda row: f"{row['file']}-{row['new']}")
def test_a_slip_is_told_once_and_on_its_own_line(row: dict[str, str]) -> None:
    """Nothing is blamed on the sound line below, and nothing else is said of the file."""
    file, text = row["file"], FILES[row["file"]]
    assert row["old"] in text
    line = text.count("\n", 0, text.index(row["old"])) + 1
    changed = {**FILES, file: text.replace(row["old"], row["new"], 1)}
    assert told(read_files(changed)) == [f"{file}:{line}:{row['said']}"]


def test_every_slip_of_a_file_is_told_at_once() -> None:
    """Three lines with the same slip are three messages, not one after another."""
    text = FILES["pack.yaml"]
    for key in ("title", "turns", "turn_days"):
        text = re.sub(rf"^{key}: ", f"{key}:", text, flags=re.M)
    lines = [problem.line for problem in read_files({**FILES, "pack.yaml": text}).problems]
    assert lines == sorted(
        FILES["pack.yaml"].count("\n", 0, FILES["pack.yaml"].index(f"\n{key}: ")) + 2
        for key in ("title", "turns", "turn_days")
    )


ANYWHERE: dict[str, Callable[[str], str]] = {
    "no space after the colon": lambda line: re.sub(r"^(\s*(?:- )?\w+): (?=\S)", r"\1:", line),
    "no space after the dash": lambda line: re.sub(r"^(\s*)- (?=\S)", r"\1-", line),
    "a tab": lambda line: re.sub(r"^  +", "\t", line),
    "a brace too few": lambda line: re.sub(r"\}\s*$", "", line),
    "a bracket too few": lambda line: re.sub(r"\]\s*$", "", line),
    "a colon too few": lambda line: re.sub(r"^(\s*\w+):$", r"\1", line),
}


def slipped(slip: Callable[[str], str]) -> Iterator[tuple[str, int, str]]:
    """Every file of the pack with one of its lines so changed, and the number of that line."""
    for name, text in FILES.items():
        lines = text.split("\n") if name.endswith(".yaml") else []
        for at, line in enumerate(lines):
            changed = slip(line)
            if changed != line and not line.lstrip().startswith("#"):
                yield name, at + 1, "\n".join([*lines[:at], changed, *lines[at + 1 :]])


@pytest.mark.parametrize("slip", ANYWHERE)
def test_a_slip_anywhere_is_told_on_its_own_line(slip: str) -> None:
    """Whichever line of the pack it is made in; where YAML reads it all the same, nothing is."""
    blamed = []
    for name, line, text in some_of([*slipped(ANYWHERE[slip])]):
        _document, problems = read_yaml(name, text)
        blamed += [(name, problem.line - line) for problem in problems[:1]]
    assert len(blamed) >= 2
    assert [each for each in blamed if each[1]] == []


def test_a_file_with_a_slip_makes_no_other_mistakes() -> None:
    """A quotation mark that swallows half the seats does not make those seats unknown."""
    text = FILES["seats.yaml"].replace('"#4E79A7"', '"#4E79A7', 1)
    assert [each.file for each in read_files({**FILES, "seats.yaml": text}).problems] == [
        "seats.yaml"
    ]
