"""Golden games come out the same to the byte."""

from __future__ import annotations

import pytest

from idlib_wargame.packs.reader import PackReading
from tests.session.golden import DATA, GAMES, lines_of


@pytest.mark.parametrize("name", sorted(GAMES))
def test_a_golden_game_matches_to_the_byte(name: str, harbour: PackReading) -> None:
    """The same pack, seed and orders give the same entries, whatever the machine."""
    expected = (DATA / "golden" / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()
    assert list(lines_of(GAMES[name](harbour))) == expected
