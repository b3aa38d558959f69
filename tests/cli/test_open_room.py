"""``open --room``: what is checked before a window opens."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.test_commands import run
from tests.conftest import HARBOUR


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--room", "--port", "0"), "Found port 0, expected one from 1 to 65535."),
        (("--room", "--port", "65536"), "Found port 65536, expected one from 1 to 65535."),
        (("--room", "--port", "-1"), "Found port -1, expected one from 1 to 65535."),
        (("--port", "8080"), "Found --port without --room."),
        (("--room", "--replay"), "Found --room with --replay."),
    ],
)
def test_what_cannot_be_meant_is_said_in_a_sentence(
    tmp_path: Path, words: tuple[str, ...], said: str
) -> None:
    """And nothing is opened."""
    result = run("open", tmp_path / "night.wargame", *words)
    assert result.exit_code == 2
    assert said in " ".join(result.output.split())


def test_a_pack_has_no_room_yet(tmp_path: Path) -> None:
    """Its exercise is begun first."""
    result = run("open", HARBOUR, "--room")
    assert result.exit_code == 2
    assert "Found a pack, expected a session file." in " ".join(result.output.split())


def test_a_port_that_is_no_number_is_said_in_a_sentence(tmp_path: Path) -> None:
    """As for every option that takes one."""
    result = run("open", tmp_path / "night.wargame", "--room", "--port", "eighty")
    assert result.exit_code == 2
    assert "eighty" in result.output
