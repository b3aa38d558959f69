from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from idlib_wargame.record.file_format import FORM
from tests.record.example import ACTS, played_file


@pytest.fixture
def raw(tmp_path: Path) -> Iterator[sqlite3.Connection]:
    """The example, opened by someone else's program."""
    path = played_file(tmp_path / "Group B.wargame")
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        yield connection


VALUES = "'2020-01-26T09:00:00.000Z', 'note', 'east', '{}', '" + "0" * 64 + "'"


@pytest.mark.parametrize(
    "sql",
    [
        "UPDATE entries SET by = 'west' WHERE number = 4",
        "UPDATE OR REPLACE entries SET number = 3 WHERE number = 4",
        "DELETE FROM entries WHERE number = 17",
        "DELETE FROM entries",
        f"INSERT OR REPLACE INTO entries VALUES (4, {VALUES})",
        f"REPLACE INTO entries VALUES (17, {VALUES})",
        f"INSERT OR IGNORE INTO entries VALUES (4, {VALUES})",
        f"INSERT INTO entries VALUES (19, {VALUES})",
        f"INSERT INTO entries VALUES (0, {VALUES})",
        f"INSERT INTO entries VALUES (NULL, {VALUES})",
        f"INSERT INTO entries VALUES (4, {VALUES}) ON CONFLICT DO UPDATE SET by = 'west'",
        f"INSERT INTO entries VALUES (18, {VALUES.replace('{}', '{not json')})",
        f"INSERT INTO entries VALUES (18, {VALUES.replace('{}', '[1]')})",
        f"INSERT INTO entries VALUES (18, {VALUES.replace('{}', '')})",
    ],
)
@pytest.mark.parametrize("recursive_triggers", ["off", "on"])
def test_the_file_refuses_all_but_the_next_entry(
    raw: sqlite3.Connection, sql: str, recursive_triggers: str
) -> None:
    """Whatever program tries, an entry is never changed, deleted, replaced or put out of turn."""
    raw.execute(f"PRAGMA recursive_triggers = {recursive_triggers}")
    before = raw.execute("SELECT * FROM entries").fetchall()
    with pytest.raises(sqlite3.IntegrityError):
        raw.execute(sql)
    assert raw.execute("SELECT * FROM entries").fetchall() == before


def test_the_next_entry_is_taken(raw: sqlite3.Connection) -> None:
    """The guards refuse only what is wrong."""
    raw.execute(f"INSERT INTO entries VALUES (18, {VALUES})")
    assert raw.execute("SELECT count(*) FROM entries").fetchone() == (len(ACTS) + 1,)


def test_anyone_can_recompute_the_chain(raw: sqlite3.Connection) -> None:
    """Each digest is the SHA-256 of the digest before and the entry's own five lines."""
    previous = 64 * "0"
    rows = raw.execute("SELECT * FROM entries ORDER BY number").fetchall()
    assert len(rows) == 17
    for *fields, digest in rows:
        lines = [previous, *map(str, fields)]
        previous = hashlib.sha256("\n".join(lines).encode("utf-8")).hexdigest()
        assert digest == previous


def test_the_file_says_what_it_is(raw: sqlite3.Connection) -> None:
    """The header carries our mark and the form, which other tools can show."""
    assert raw.execute("PRAGMA application_id").fetchone() == (int.from_bytes(b"WGAM"),)
    assert raw.execute("PRAGMA user_version").fetchone() == (FORM,)
