"""Whoever draws cases asks how many, so that a run of every day stays short."""

from __future__ import annotations

import re
from pathlib import Path

TESTS = Path(__file__).parent


def test_no_test_sets_its_own_number_of_cases() -> None:
    """Numbers of cases stand in ``tries``, as docs/architecture.md says, or in the profiles."""
    own = {TESTS / "conftest.py", Path(__file__)}
    found = [
        (file.name, number)
        for file in TESTS.rglob("*.py")
        if file not in own
        for number in re.findall(r"max_examples=(\w+)", file.read_text(encoding="utf-8"))
    ]
    assert len(found) > 10
    assert {number for _file, number in found} == {"tries"}, found
