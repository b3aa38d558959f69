"""Whatever lies where a small file of the user's belongs, the program starts."""

from __future__ import annotations

from pathlib import Path

import pytest

from idlib_wargame.files.settings import read_settings
from tests.systems import pipe


def test_what_is_written_is_read(tmp_path: Path) -> None:
    """Plain JSON, as it was; nothing where there is no file."""
    file = tmp_path / "a.json"
    assert read_settings(file, 100) is None
    file.write_text('{"a": [1, "é"]}', encoding="utf-8")
    assert read_settings(file, 100) == {"a": [1, "é"]}


@pytest.mark.parametrize("raw", [b"{", b"\xff", b"[" * 200_000, b"1" * 5_000, b"", b" " * 300_000])
def test_what_cannot_be_read_is_set_aside_as_it_was(tmp_path: Path, raw: bytes) -> None:
    """No JSON, no UTF-8, nested without end, a number without end, nothing, too much."""
    file = tmp_path / "a.json"
    file.write_bytes(raw)
    assert read_settings(file, 250_000) is None
    assert not file.exists()
    assert (tmp_path / "a.unreadable").read_bytes() == raw


def test_a_folder_or_a_pipe_keeps_nobody_waiting(tmp_path: Path) -> None:
    """What is no file is not opened, and makes room for one."""
    (tmp_path / "folder").mkdir()
    pipe(tmp_path / "pipe")
    assert [read_settings(tmp_path / name, 100) for name in ("folder", "pipe")] == [None, None]
    assert sorted(each.name for each in tmp_path.iterdir()) == [
        "folder.unreadable",
        "pipe.unreadable",
    ]
