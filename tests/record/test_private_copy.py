"""Copies to read from: for this account alone, and never left behind for long."""

from __future__ import annotations

import errno
import os
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

from idlib_wargame.record.faults import RecordFault
from idlib_wargame.record.private_copy import private_copy, sweep_up
from tests.record.example import played_file

# Makes a copy, says where, and dies over it or waits to be told to end.
COPYING = """
import os, sys
from pathlib import Path
from idlib_wargame.record.private_copy import private_copy
with private_copy(Path(sys.argv[1])) as copy:
    print(copy.parent, flush=True)
    if sys.argv[2] == "dies":
        os._exit(1)
    sys.stdin.readline()
"""


@pytest.fixture
def temporary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder for temporary files of its own."""
    folder = tmp_path / "temporary"
    folder.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    monkeypatch.setenv("TMPDIR", str(folder))
    return folder


def copying(path: Path, how: str) -> subprocess.Popen[str]:
    """Another program with a copy of the file."""
    command = [sys.executable, "-c", COPYING, str(path), how]
    return subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)


def grown_old(folder: Path) -> Path:
    """The folder, made an hour ago."""
    then = folder.stat().st_mtime - 3600
    os.utime(folder, (then, then))
    return folder


@pytest.mark.skipif("os.name == 'nt'", reason="Windows has no such modes")
def test_a_copy_is_for_this_account_alone(tmp_path: Path, temporary: Path) -> None:
    """Nobody else may look into its folder, and it is gone afterwards."""
    path = played_file(tmp_path / "B.wargame")
    with private_copy(path) as copy:
        assert copy.parent.parent == temporary
        assert copy.parent.stat().st_mode & 0o777 == 0o700
        assert copy.read_bytes() == path.read_bytes()
    assert list(temporary.iterdir()) == []


def test_copies_of_dead_programs_are_swept_up(tmp_path: Path, temporary: Path) -> None:
    """Those of a living one are not, nor what only bears such a name."""
    path = played_file(tmp_path / "B.wargame")
    with copying(path, "dies") as dead:
        left, _ = dead.communicate()
    notes = temporary / "wargame-copy-notes"
    notes.mkdir()
    (notes / "minutes.txt").write_text("mine")
    grown_old(notes)
    with copying(path, "waits") as living:
        assert living.stdout is not None
        kept = grown_old(Path(living.stdout.readline().strip()))
        gone = grown_old(Path(left.strip()))
        assert gone.is_dir()
        sweep_up()
        assert set(temporary.iterdir()) == {notes, kept}
        living.communicate("\n")
    assert list(temporary.iterdir()) == [notes]


def test_what_was_only_just_begun_is_let_be(tmp_path: Path, temporary: Path) -> None:
    """It may be another program's that has not locked it yet."""
    (temporary / "wargame-copy-new").mkdir()
    sweep_up()
    assert [each.name for each in temporary.iterdir()] == ["wargame-copy-new"]


def test_a_full_folder_for_temporary_files_is_told(
    tmp_path: Path, temporary: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Not the file is at fault, and the sentence says where there is no room."""
    path = played_file(tmp_path / "B.wargame")
    full = errno.ENOSPC

    def no_room(*_paths: object) -> None:
        raise OSError(full, os.strerror(full))

    monkeypatch.setattr("shutil.copyfile", no_room)
    no_room_told = pytest.raises(RecordFault, match="no room in the folder for temporary files")
    with no_room_told as told, private_copy(path):
        pass
    assert str(temporary) in str(told.value)
