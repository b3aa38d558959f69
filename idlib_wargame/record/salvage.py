"""Reads any session file as far as it is sound, and says where and why it stops.

The file is never written to, nor anything beside it: SQLite reads a private copy. Where it gives
up or finds a fault, the pages are read one by one, and the longer run of entries counts. An entry
is sound if its digest, and the digest of every entry before it, is right. A form of file that this
version does not read is left alone: its entries might be understood wrongly.
"""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Sequence
from contextlib import closing, suppress
from pathlib import Path
from typing import NamedTuple

from idlib_wargame.record import file_format, journal, open_files
from idlib_wargame.record.entry import BEGINNING, Entry, entry_after
from idlib_wargame.record.private_copy import journal_of, private_copy
from idlib_wargame.record.reading_stops import Stop, Unsound, sentence
from idlib_wargame.record.rows_from_pages import rows_from_pages

_HEADER_BYTES = 100  # Database File Format, section 1.3
_OF_OTHER_FORM = Stop.UNRELEASED, Stop.NEWER


class Salvaged(NamedTuple):
    """What a file gave.

    ``complete`` says that nothing is amiss; if not, ``stopped`` is one sentence for people.
    ``seed`` is the secret seed of the dice, empty where it could not be read.
    """

    entries: tuple[Entry, ...]
    complete: bool
    stopped: str
    seed: bytes = b""


def salvage(path: Path) -> Salvaged:
    """The sound entries of a file, whatever is wrong with it. RecordFault where there is none."""
    path = Path(path)
    record = open_files.record_of(path)
    if record is not None:
        return Salvaged(tuple(record.entries), True, "", record.seed)
    reading = _Reading()
    with private_copy(path) as copy:
        fault = reading.read(copy)
    if fault is None:
        return Salvaged(tuple(reading.entries), True, "", reading.seed)
    if fault.stop not in _OF_OTHER_FORM:
        with private_copy(path) as copy:
            fault = reading.search_pages(copy, fault)
    last = reading.entries[-1] if reading.entries else None
    stopped = sentence(fault, path.name, last)
    return Salvaged(tuple(reading.entries), False, stopped, reading.seed)


class _Reading:
    """What has been read so far."""

    def __init__(self) -> None:
        self.entries: list[Entry] = []
        self.seed = b""

    def read(self, copy: Path) -> Unsound | None:
        """Reads a copy through SQLite; why it stops, or None where all is sound."""
        beside = _journal_beside(copy)  # before SQLite brings it home
        try:
            _check_form(copy)
            _check_length(copy)
            with closing(sqlite3.connect(copy)) as connection:
                self._read_all(connection, beside)
        except Unsound as fault:
            return fault
        except Exception as error:  # a damaged schema makes SQLite's driver raise almost anything
            nothing = "SQLITE_NOTADB", "SQLITE_ERROR"  # no database, or not our tables
            foreign = not self.entries and getattr(error, "sqlite_errorname", "") in nothing
            return Unsound(Stop.FOREIGN if foreign else Stop.DAMAGED)
        return None

    def search_pages(self, copy: Path, fault: Unsound) -> Unsound:
        """Reads a copy page by page, and keeps what that finds if it is more; why it stops."""
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
        # A file that holds our entries is ours, however little SQLite made of it.
        foreign = fault.stop is Stop.FOREIGN and bool(self.entries)
        return Unsound(Stop.DAMAGED) if foreign else fault

    def _read_all(self, connection: sqlite3.Connection, beside: bytes) -> None:
        connection.execute("PRAGMA locking_mode = EXCLUSIVE")  # no shared-memory file beside it
        _, taken, _ = connection.execute("PRAGMA wal_checkpoint(PASSIVE)").fetchone()
        (form,) = connection.execute("PRAGMA user_version").fetchone()
        (mark,) = connection.execute("PRAGMA application_id").fetchone()
        if form < file_format.FORM and mark == file_format.APPLICATION_ID:
            _rehearse_upgrade(connection)
        # With texts as bytes, a flip inside a letter is a wrong digest like any other.
        connection.text_factory = bytes
        self._read_entries(connection)
        self._read_seed(connection)
        if mark != file_format.APPLICATION_ID or form > file_format.FORM:
            raise Unsound(Stop.HEADER)
        if journal.is_damaged(beside, taken):
            raise Unsound(Stop.JOURNAL)
        if connection.execute("PRAGMA integrity_check(1)").fetchone() != (b"ok",):
            raise Unsound(Stop.DAMAGED)

    def _read_entries(self, connection: sqlite3.Connection) -> None:
        rows = connection.execute(f"SELECT {file_format.COLUMNS} FROM entries ORDER BY number")
        for wanted, (number, *row) in enumerate(rows, 1):
            if number != wanted:
                raise Unsound(Stop.MISSING, entry=wanted)
            entry = _sound_entry(_head(self.entries), number, row)
            if entry is None:
                raise Unsound(Stop.ALTERED, entry=number)
            self.entries.append(entry)

    def _read_seed(self, connection: sqlite3.Connection) -> None:
        found = connection.execute("SELECT value, sha256 FROM secrets WHERE name = 'seed'")
        row = found.fetchone()
        try:
            value, digest = (column.decode() for column in row)
            seed = bytes.fromhex(value)
        except (AttributeError, TypeError, ValueError):
            raise Unsound(Stop.SEEDLESS) from None
        if hashlib.sha256(seed).hexdigest() != digest:
            raise Unsound(Stop.SEEDLESS)
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


def _header(copy: Path) -> bytes:
    with copy.open("rb") as file:
        return file.read(_HEADER_BYTES)


def _check_form(copy: Path) -> None:
    """Raises Unsound for a form that this version does not read, whatever else may be wrong.

    Both the header and the list of the forms applied must say so: one flipped byte of the header
    must not put a whole session out of reach. A header without a form (0) is one such byte, or a
    file that was only just begun.
    """
    header = _header(copy)
    mark = int.from_bytes(header[file_format.APPLICATION])
    form = int.from_bytes(header[file_format.USER_VERSION], signed=True)
    read = form == 0 or file_format.FIRST_FORM <= form <= file_format.FORM
    ours = header.startswith(file_format.MAGIC) and mark == file_format.APPLICATION_ID
    if ours and not read and _form_applied(copy) != f"form_{file_format.FORM}":
        stop = Stop.NEWER if form > file_format.FORM else Stop.UNRELEASED
        raise Unsound(stop, form=form)


def _form_applied(copy: Path) -> str:
    """The last form of tables that was put into a file; empty where that cannot be read.

    SQLite is told that nobody writes, so that it leaves the journal alone.
    """
    with (
        suppress(sqlite3.Error),
        closing(sqlite3.connect(f"{copy.as_uri()}?immutable=1", uri=True)) as connection,
    ):
        rows = connection.execute("SELECT name FROM _sqlite_migrations ORDER BY id DESC LIMIT 1")
        return "".join(str(name) for (name,) in rows)
    return ""


def _check_length(copy: Path) -> None:
    """SQLite would only say that a file is malformed; that it was cut short helps people more."""
    length = copy.stat().st_size
    if length == 0:
        raise Unsound(Stop.EMPTY)
    header = _header(copy)
    due = int.from_bytes(header[file_format.PAGES]) * file_format.PAGE_BYTES
    if header.startswith(file_format.MAGIC) and length < due:
        raise Unsound(Stop.CUT_SHORT, found=length, due=due)


def _rehearse_upgrade(connection: sqlite3.Connection) -> None:
    """Brings the copy of an older file up to date, so that the file itself is not tried first."""
    from sqlite_utils import Database  # slow to import, and an old file is rare

    from idlib_wargame.record.migrations import bring_up_to_date

    try:
        bring_up_to_date(Database(connection, execute_plugins=False))
    except Exception as error:
        raise Unsound(Stop.NO_UPGRADE) from error
