from __future__ import annotations

import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from idlib_wargame.record.faults import RecordFault
from idlib_wargame.record.file import Record
from idlib_wargame.record.salvage import salvage
from tests.record.example import note

# Appends for ever and says each number once it is acknowledged.
PLAYER = """
import sys
from pathlib import Path
from idlib_wargame.record.file import Record
record = Record.create(Path(sys.argv[1]), bytes(32))
while True:
    entry = record.append("note", {"turn": 1, "text": "spoken " * 700}, "facilitator")
    print(entry.number, flush=True)
"""


# Dies as everything has gone home, before the journal is begun again.
SETTLER = """
import os, signal, sys
from pathlib import Path
from idlib_wargame.record.file import Record
record = Record.create(Path(sys.argv[1]), bytes(32))
record.append("note", {"turn": 1, "text": "spoken"}, "facilitator")
record._store._db.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
os.kill(os.getpid(), signal.SIGKILL)
"""


@contextmanager
def another_program(path: Path) -> Iterator[subprocess.Popen[str]]:
    """A process that plays on in the file until it is killed."""
    command = [sys.executable, "-c", PLAYER, str(path)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as player:
        try:
            yield player
        finally:
            player.kill()


def acknowledged(player: subprocess.Popen[str], at_least: int) -> int:
    """The last number that the other program said, once it has said so many."""
    assert player.stdout is not None
    return next(number for line in player.stdout if (number := int(line)) >= at_least)


def rest(player: subprocess.Popen[str]) -> int:
    """The last number that a killed program had said."""
    assert player.stdout is not None
    return max((int(line) for line in player.stdout if line.endswith("\n")), default=0)


@pytest.mark.parametrize("after", [1, 20, 90])
def test_a_kill_loses_nothing_acknowledged(tmp_path: Path, after: int) -> None:
    """Killed in the middle of its appends, a program leaves every entry that it was told of."""
    path = tmp_path / "B.wargame"
    with another_program(path) as player:
        last = acknowledged(player, after)
        player.kill()
        last = max(last, rest(player))
    found = salvage(path)
    assert (found.complete, found.stopped) == (True, "")
    assert last <= len(found.entries) <= last + 1
    with Record.open(path) as record:
        assert tuple(record.entries) == found.entries
        assert record.append("note", note("on"), "facilitator").number == len(found.entries) + 1
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="this system has no such signal")
def test_an_empty_journal_that_a_kill_left_is_nothing_to_warn_of(tmp_path: Path) -> None:
    """Killed between bringing the journal home and beginning it again: nothing is in it."""
    path = tmp_path / "B.wargame"
    subprocess.run([sys.executable, "-c", SETTLER, str(path)], check=False)
    assert path.with_name("B.wargame-wal").read_bytes() == b""
    found = salvage(path)
    assert (len(found.entries), found.complete, found.remarks) == (1, True, ())
    with Record.open(path) as record:
        assert record.remarks == ()
        record.append("note", note("on"), "facilitator")
    assert list(tmp_path.iterdir()) == [path]


def test_another_program_keeps_the_file_to_itself(tmp_path: Path) -> None:
    """While one program plays, another may look at the file but not write; then it may."""
    path = tmp_path / "B.wargame"
    with another_program(path) as player:
        acknowledged(player, 3)
        assert len(salvage(path).entries) >= 3
        with pytest.raises(RecordFault, match="open in another window or program"):
            Record.open(path)
        assert acknowledged(player, 5) >= 5
    with Record.open(path) as record:
        assert len(record.entries) >= 5


def test_reading_leaves_a_crashed_file_as_it_is(tmp_path: Path) -> None:
    """A file and the journal that a crash left are read without touching either."""
    path = tmp_path / "B.wargame"
    with another_program(path) as player:
        acknowledged(player, 3)
    before = {file.name: file.read_bytes() for file in tmp_path.iterdir()}
    assert set(before) == {"B.wargame", "B.wargame-wal"}
    assert len(salvage(path).entries) >= 3
    assert {file.name: file.read_bytes() for file in tmp_path.iterdir()} == before
