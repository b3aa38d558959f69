"""Reads any session file as far as it is sound, and says where and why it stops.

The file is never written to, nor anything beside it: SQLite reads a private copy. Where it gives
up or finds a fault, the pages are read one by one, and the longer run of entries counts. An entry
is sound if its digest, and the digest of every entry before it, is right.
"""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Sequence
from contextlib import closing
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

from idlib_wargame.record import file_format, journal, open_files
from idlib_wargame.record.entry import BEGINNING, Entry, entry_after
from idlib_wargame.record.private_copy import journal_of, private_copy
from idlib_wargame.record.rows_from_pages import rows_from_pages

_MAGIC = b"SQLite format 3\0"
_FOREIGN = "it is not a session file"
_DAMAGED = "some of its pages are damaged"
_SEEDLESS = "the secret seed of its dice is missing or damaged"


class Salvaged(NamedTuple):
    """What a file gave.

    ``complete`` says that nothing is amiss; if not, ``stopped`` is one sentence for people.
    ``newer`` says that a newer version of the program wrote it. ``seed`` is the secret seed of
    the dice, empty where it could not be read.
    """

    entries: tuple[Entry, ...]
    complete: bool
    stopped: str
    newer: bool
    seed: bytes = b""


class _Unsound(Exception):
    """Why reading stops, in words that follow “because”."""


def salvage(path: Path) -> Salvaged:
    """The sound entries of a file, whatever is wrong with it. RecordFault where there is none."""
    path = Path(path)
    record = open_files.record_of(path)
    if record is not None:
        return Salvaged(tuple(record.entries), True, "", False, record.seed)
    reading = _Reading()
    with private_copy(path) as copy:
        why = reading.read(copy)
    if why:
        with private_copy(path) as copy:
            reading.search_pages(copy)
    newer = reading.format > file_format.FORMAT
    stopped = _sentence(path.name, reading, why) if why else ""
    return Salvaged(tuple(reading.entries), not why, stopped, newer, reading.seed)


class _Reading:
    """What has been read so far. ``format`` is the file's own; 0 where it could not be read."""

    def __init__(self) -> None:
        self.entries: list[Entry] = []
        self.seed = b""
        self.format = 0

    def read(self, copy: Path) -> str:
        """Reads a copy through SQLite; why it stops, or nothing where all is sound."""
        beside = _journal_beside(copy)  # before SQLite brings it home
        try:
            _check_length(copy)
            with closing(sqlite3.connect(copy)) as connection:
                self._read_all(connection, beside)
        except _Unsound as fault:
            return str(fault)
        except Exception as error:  # a damaged schema makes SQLite's driver raise almost anything
            nothing = "SQLITE_NOTADB", "SQLITE_ERROR"  # no database, or not our tables
            foreign = not self.entries and getattr(error, "sqlite_errorname", "") in nothing
            return _FOREIGN if foreign else _DAMAGED
        return ""

    def search_pages(self, copy: Path) -> None:
        """Reads a copy page by page, and keeps what that finds if it is more."""
        rows = rows_from_pages(copy.read_bytes(), _journal_beside(copy))
        found: list[Entry] = []
        while len(found) < len(rows):
            number = len(found) + 1
            candidates = (_sound_entry(_head(found), number, row) for row in rows.get(number, ()))
            entry = next(filter(None, candidates), None)
            if entry is None:
                break
            found.append(entry)
        if len(found) > len(self.entries):
            self.entries = found

    def _read_all(self, connection: sqlite3.Connection, beside: bytes) -> None:
        connection.execute("PRAGMA locking_mode = EXCLUSIVE")
        _, taken, _ = connection.execute("PRAGMA wal_checkpoint(PASSIVE)").fetchone()
        (self.format,) = connection.execute("PRAGMA user_version").fetchone()
        (mark,) = connection.execute("PRAGMA application_id").fetchone()
        if self.format < file_format.FORMAT and mark == file_format.APPLICATION_ID:
            _rehearse_upgrade(connection)
        # With texts as bytes, a flip inside a letter is a wrong digest like any other.
        connection.text_factory = bytes
        self._read_entries(connection)
        self._read_seed(connection)
        if mark != file_format.APPLICATION_ID:
            raise _Unsound("its header is damaged")
        if self.format > file_format.FORMAT:
            raise _Unsound("a newer version of this program wrote it")
        if journal.is_damaged(beside, taken):
            raise _Unsound("the journal beside it is damaged")
        if connection.execute("PRAGMA integrity_check(1)").fetchone() != (b"ok",):
            raise _Unsound(_DAMAGED)

    def _read_entries(self, connection: sqlite3.Connection) -> None:
        rows = connection.execute(f"SELECT {file_format.COLUMNS} FROM entries ORDER BY number")
        for wanted, (number, *row) in enumerate(rows, 1):
            if number != wanted:
                raise _Unsound(f"entry {wanted} is missing")
            entry = _sound_entry(_head(self.entries), number, row)
            if entry is None:
                raise _Unsound(f"entry {number} does not match its digest")
            self.entries.append(entry)

    def _read_seed(self, connection: sqlite3.Connection) -> None:
        found = connection.execute("SELECT value, sha256 FROM secrets WHERE name = 'seed'")
        row = found.fetchone()
        try:
            value, digest = (column.decode() for column in row)
            seed = bytes.fromhex(value)
        except (AttributeError, TypeError, ValueError):
            raise _Unsound(_SEEDLESS) from None
        if hashlib.sha256(seed).hexdigest() != digest:
            raise _Unsound(_SEEDLESS)
        self.seed = seed


def _sound_entry(head: str, number: int, row: Sequence[object]) -> Entry | None:
    """The entry of a row (time, kind, by, body, digest, as bytes); None where it is not sound."""
    try:
        at, kind, by, text, digest = (
            column.decode() for column in row if isinstance(column, bytes)
        )
        entry = entry_after(head, number, at, kind, by, text)
    except ValueError:
        return None
    return entry if entry.digest == digest else None


def _head(entries: Sequence[Entry]) -> str:
    return entries[-1].digest if entries else BEGINNING


def _journal_beside(copy: Path) -> bytes:
    beside = journal_of(copy)
    return beside.read_bytes() if beside.exists() else b""


def _check_length(copy: Path) -> None:
    """SQLite would only say that a file is malformed; that it was cut short helps people more."""
    length = copy.stat().st_size
    if length == 0:
        raise _Unsound("it is empty")
    with copy.open("rb") as file:
        header = file.read(32)
    due = int.from_bytes(header[28:]) * file_format.PAGE_BYTES
    if header.startswith(_MAGIC) and length < due:
        raise _Unsound(f"it is cut short ({length} bytes of {due})")


def _rehearse_upgrade(connection: sqlite3.Connection) -> None:
    """Brings the copy of an older file up to date, so that the file itself is not tried first."""
    from sqlite_utils import Database  # slow to import, and an old file is rare

    from idlib_wargame.record.migrations import bring_up_to_date

    try:
        bring_up_to_date(Database(connection, execute_plugins=False))
    except Exception as error:
        raise _Unsound("it does not take the changes that this version needs") from error


def _sentence(name: str, reading: _Reading, why: str) -> str:
    last = reading.entries[-1] if reading.entries else None
    if reading.format > file_format.FORMAT:
        until = f"up to entry {last.number}" if last else "but holds nothing that can be read"
        return (
            f"“{name}” was written by a newer version of this program (format {reading.format},"
            f" where this one knows {file_format.FORMAT}), and is shown {until}: update the program"
            " to play on."
        )
    if last is None:
        return f"Nothing in “{name}” can be read, because {why}; it is left as it was."
    if why == _FOREIGN:
        why = _DAMAGED
    return (
        f"“{name}” is sound up to entry {last.number} ({last.kind}, {_day_and_time(last.at)} UTC)"
        f" and is shown as far as that, because {why}; it is left as it was."
    )


def _day_and_time(at: str) -> str:
    """“3 February 2026, 14:03:22”, from an entry's time."""
    moment = datetime.fromisoformat(at)
    return f"{moment.day} {moment:%B %Y, %H:%M:%S}"
