from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from sqlite_utils import Database, Migrations

from idlib_wargame.record import file_format, migrations
from idlib_wargame.record.faults import RecordFault
from idlib_wargame.record.file import Record
from idlib_wargame.record.salvage import salvage
from tests.record.example import ACTS, note, played_file


def add_gallery(db: Database) -> None:
    """A later format, with one table more."""
    db.table("gallery").create({"picture": str})


def fail_on_the_way(db: Database) -> None:
    """A later format that does not fit this file."""
    db.execute("CREATE TABLE gallery (picture TEXT)")
    db.execute("INSERT INTO nowhere VALUES (1)")


def learn_format_2(
    monkeypatch: pytest.MonkeyPatch, step: Callable[[Database], None] = add_gallery
) -> None:
    """From here on, the program is the version that knows a second format."""
    later = Migrations(migrations.MIGRATIONS.name)
    later()(migrations.format_1)
    later(name="format_2")(step)
    monkeypatch.setattr(migrations, "MIGRATIONS", later)
    monkeypatch.setattr(file_format, "FORMAT", 2)


def ask(path: Path, sql: str) -> object:
    """One value from a file, through sqlite3."""
    with closing(sqlite3.connect(path)) as connection:
        return connection.execute(sql).fetchone()[0]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """The example, written in format 1."""
    return played_file(tmp_path / "B.wargame")


def test_the_formats_are_counted(path: Path) -> None:
    """The number in the header is the number of formats applied."""
    assert ask(path, "PRAGMA user_version") == file_format.FORMAT
    assert ask(path, "SELECT count(*) FROM _sqlite_migrations") == file_format.FORMAT


def test_an_older_file_is_brought_up_to_date(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Opened by a later version, a file gains what is new and keeps every entry."""
    entries = salvage(path).entries
    learn_format_2(monkeypatch)
    with Record.open(path) as record:
        assert tuple(record.entries) == entries
        record.append("note", note("in the new format"), "facilitator")
    assert ask(path, "PRAGMA user_version") == 2
    assert ask(path, "SELECT count(*) FROM gallery") == 0
    assert len(salvage(path).entries) == len(ACTS) + 1


def test_reading_an_older_file_leaves_it_old(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A replay in a later version writes nothing."""
    raw = path.read_bytes()
    learn_format_2(monkeypatch)
    found = salvage(path)
    assert (len(found.entries), found.complete) == (len(ACTS), True)
    assert path.read_bytes() == raw


def test_an_upgrade_that_fails_leaves_the_file(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It is tried on a copy first, so the file is byte for byte as it was."""
    raw = path.read_bytes()
    learn_format_2(monkeypatch, fail_on_the_way)
    with pytest.raises(RecordFault, match="does not take the changes that this version needs"):
        Record.open(path)
    assert path.read_bytes() == raw
    assert list(path.parent.iterdir()) == [path]


def test_a_newer_file_is_read_and_left_alone(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What a later version wrote is shown as far as it can be, and cannot be played on."""
    with monkeypatch.context() as later:
        learn_format_2(later)
        Record.open(path).close()
    raw = path.read_bytes()
    found = salvage(path)
    assert (len(found.entries), found.complete, found.newer) == (len(ACTS), False, True)
    assert found.stopped == (
        "“B.wargame” was written by a newer version of this program (format 2, where this one"
        " knows 1), and is shown up to entry 17: update the program to play on."
    )
    with pytest.raises(RecordFault, match="newer version"):
        Record.open(path)
    assert path.read_bytes() == raw


def test_a_newer_file_with_other_tables(path: Path) -> None:
    """Where nothing can be read at all, the sentence still says why."""
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA user_version = 7")
        connection.execute("DROP TABLE entries")
        connection.execute("VACUUM")
    found = salvage(path)
    assert (found.entries, found.newer) == ((), True)
    assert "format 7" in found.stopped


@pytest.mark.parametrize(
    "damage", ["DROP TRIGGER entries_follow_one_another", "DROP VIEW orders", "DROP VIEW standing"]
)
def test_lost_guards_and_views_are_renewed(path: Path, damage: str) -> None:
    """Opening for play puts back what somebody dropped."""
    with closing(sqlite3.connect(path)) as connection:
        connection.execute(damage)
    Record.open(path).close()
    assert ask(path, "SELECT count(*) FROM orders") == 4
    with closing(sqlite3.connect(path)) as connection, pytest.raises(sqlite3.IntegrityError):
        connection.execute("REPLACE INTO entries SELECT * FROM entries WHERE number = 1")


def test_an_analysts_own_view_is_kept(path: Path) -> None:
    """What someone added for themselves is still there after playing on."""
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE VIEW mine AS SELECT count(*) AS n FROM entries")
    Record.open(path).close()
    assert ask(path, "SELECT n FROM mine") == len(ACTS)
