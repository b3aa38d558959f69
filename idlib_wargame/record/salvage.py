"""Reads any session file as far as it is sound, and says where and why it stops.

The file is never written to, nor anything beside it: SQLite reads a private copy, and recovers it
from its journal if need be. Where it gives up or finds a fault, the pages are searched one by one.
An entry is sound if its digest, and the digest of every entry before it, is right; what comes after
a gap is kept apart. A form of file that this version does not read is left alone: its entries might
be understood wrongly.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping, Sequence
from contextlib import closing, suppress
from pathlib import Path
from typing import NamedTuple

from idlib_wargame.record import file_format, journal, kept_twice, open_files
from idlib_wargame.record.entry import BEGINNING, Entry
from idlib_wargame.record.joining import Loose, joined, sound_entry
from idlib_wargame.record.private_copy import journal_of, no_room, private_copy
from idlib_wargame.record.reading_stops import (
    Stop,
    Unsound,
    beginning_lost,
    copy_damaged,
    journal_missing,
    sentence,
)
from idlib_wargame.record.rows_from_pages import rows_from_pages
from idlib_wargame.record.secrets import Secrets
from idlib_wargame.record.shapes import check_shapes, tables_of

_HEADER_BYTES = 100  # Database File Format, section 1.3
_OF_OTHER_FORM = Stop.UNRELEASED, Stop.NEWER
# What SQLite says where the copy's folder is full, by how its names begin.
_NO_ROOM = "SQLITE_FULL", "SQLITE_IOERR_WRITE"
_SHORT_PERHAPS = Stop.FOREIGN, Stop.DAMAGED, Stop.MISSING, Stop.SEEDLESS, Stop.PACK
_NOT_OURS = "SQLITE_NOTADB", "SQLITE_ERROR"  # no database, or not our tables


class Salvaged(NamedTuple):
    """What a file gave.

    ``entries`` are sound and run from 1; ``loose`` come after a gap. ``complete`` says that nothing
    is amiss; if not, ``stopped`` says where and why in a sentence or two for people. ``remarks``
    are sentences about a file that may well be complete. ``seed`` is the secret seed of the dice,
    empty where it could not be read; ``files`` the pack's texts by their paths and ``secrets`` the
    other secrets, without those that could not be read.
    """

    entries: tuple[Entry, ...]
    complete: bool
    stopped: str
    seed: bytes = b""
    files: Mapping[str, str] = {}
    loose: tuple[Loose, ...] = ()
    remarks: tuple[str, ...] = ()
    secrets: Secrets = Secrets()


def salvage(path: Path) -> Salvaged:
    """The sound entries of a file, whatever is wrong with it. RecordFault where there is none."""
    path = Path(path)
    record = open_files.record_of(path)
    if record is not None:
        return Salvaged(
            tuple(record.entries),
            True,
            "",
            record.seed,
            record.files,
            secrets=record.secrets,
        )
    reading = _Reading()
    with private_copy(path) as copy:
        fault = reading.read(copy)
    if fault is not None and fault.stop not in _OF_OTHER_FORM:
        with private_copy(path) as copy:
            fault = reading.search_pages(copy, fault)
    return reading.salvaged(path, fault)


class _Reading:
    """What has been read so far."""

    def __init__(self) -> None:
        self.entries: list[Entry] = []
        self.loose: tuple[Loose, ...] = ()
        self.seed = b""
        self.secrets = Secrets()
        self.files: dict[str, str] = {}
        self.lost_texts: set[bytes] = set()
        self.copy_is_damaged = False
        self.journal_is_missing = False

    def salvaged(self, path: Path, fault: Unsound | None) -> Salvaged:
        """All of it, with what there is to say of it."""
        stopped = ""
        if fault is not None and self.loose and not self.entries:
            stopped = beginning_lost(path.name, len(self.loose))
        elif fault is not None:
            last = self.entries[-1] if self.entries else None
            stopped = sentence(fault, path.name, last, len(self.loose))
        remarks = []
        if self.journal_is_missing and fault is None:
            remarks.append(journal_missing(path.name, journal_of(path).name))
        if self.copy_is_damaged and fault is None:
            remarks.append(copy_damaged(path.name))
        return Salvaged(
            tuple(self.entries),
            fault is None,
            stopped,
            self.seed,
            self.files,
            self.loose,
            tuple(remarks),
            self.secrets,
        )

    def read(self, copy: Path) -> Unsound | None:
        """Reads a copy through SQLite; why it stops, or None where all is sound."""
        # All of these before SQLite brings the journal home.
        beside, header, length = _journal_beside(copy), _header(copy), copy.stat().st_size
        # One that is empty is whole: a program was killed as everything had gone home.
        has_journal = journal_of(copy).exists()
        self.journal_is_missing = file_format.in_journal_mode(header) and not has_journal
        if not length:
            return Unsound(Stop.EMPTY)
        try:
            _check_form(copy, header)
            with closing(sqlite3.connect(copy)) as connection:
                self._read_all(connection, beside)
        except Exception as error:  # a damaged schema makes SQLite's driver raise almost anything
            return _shorter(self._fault_of(error, copy), header, length)
        return None

    def search_pages(self, copy: Path, fault: Unsound) -> Unsound:
        """Searches a copy page by page, and keeps what that finds if it is more; why it stops."""
        found = rows_from_pages(copy.read_bytes(), _journal_beside(copy))
        entries, loose, mended = joined(found.entries)
        if len(entries) >= len(self.entries):
            self.entries = list(entries)
        self.loose = tuple(each for each in loose if each.entry.number > len(self.entries))
        self._take_secrets(kept_twice.sound_secrets(found.secrets))
        self.files = {**kept_twice.sound_files(found.pack), **self.files}
        if mended and not self.loose:
            return Unsound(Stop.MENDED, entry=mended[0])
        # A file that holds our entries is ours, however little SQLite made of it.
        foreign = fault.stop is Stop.FOREIGN and bool(self.entries or self.loose)
        return Unsound(Stop.DAMAGED) if foreign else fault

    def _fault_of(self, error: Exception, copy: Path) -> Unsound:
        if isinstance(error, Unsound):
            return error
        name = getattr(error, "sqlite_errorname", "")
        if name.startswith(_NO_ROOM):
            raise no_room(copy.parent) from error
        foreign = not self.entries and name in _NOT_OURS
        return Unsound(Stop.FOREIGN if foreign else Stop.DAMAGED)

    def _read_all(self, connection: sqlite3.Connection, beside: bytes) -> None:
        connection.execute("PRAGMA locking_mode = EXCLUSIVE")  # no shared-memory file beside it
        _, taken, _ = connection.execute("PRAGMA wal_checkpoint(PASSIVE)").fetchone()
        check_shapes(connection)
        (form,) = connection.execute("PRAGMA user_version").fetchone()
        (mark,) = connection.execute("PRAGMA application_id").fetchone()
        if form < file_format.FORM and mark == file_format.APPLICATION_ID:
            _rehearse_upgrade(connection)
        tables = tables_of(connection)
        # With texts as bytes, a flip inside a letter is a wrong digest like any other.
        connection.text_factory = bytes
        # First, so that a file whose entries are damaged still asks for its PIN.
        self._read_secrets(connection, tables)
        self._read_pack(connection, tables)
        self._read_entries(connection)
        if not self.seed:
            raise Unsound(Stop.SEEDLESS)
        if self.lost_texts:
            raise Unsound(Stop.PACK)
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
            entry = sound_entry(_head(self.entries), number, row)
            if entry is None:
                raise Unsound(Stop.ALTERED, entry=number)
            self.entries.append(entry)

    def _read_secrets(self, connection: sqlite3.Connection, tables: set[str]) -> None:
        names = kept_twice.both(kept_twice.SECRETS)
        copies = [kept_twice.secret_rows(connection, each) for each in names if each in tables]
        rows = [row for copy in copies for row in copy]
        self._take_secrets(kept_twice.sound_secrets(rows))
        sound = [kept_twice.sound_secrets(copy) for copy in copies]
        self.copy_is_damaged |= sound != [{**self.secrets, kept_twice.SEED: self.seed.hex()}] * 2
        for row in rows:  # a hash that was damaged stays as it is, so that it opens for nobody
            name = row.name.decode(errors="replace")
            if name != kept_twice.SEED and row.value.decode(errors="replace") != self.seed.hex():
                self.secrets.setdefault(name, row.value.decode(errors="replace"))

    def _take_secrets(self, sound: dict[str, str]) -> None:
        self.seed = self.seed or bytes.fromhex(sound.pop(kept_twice.SEED, ""))
        sound.pop(kept_twice.SEED, None)
        self.secrets = Secrets({**sound, **self.secrets})

    def _read_pack(self, connection: sqlite3.Connection, tables: set[str]) -> None:
        names = kept_twice.both(kept_twice.FILES)
        copies = [kept_twice.pack_rows(connection, each) for each in names if each in tables]
        rows = [row for copy in copies for row in copy]
        self.files = kept_twice.sound_files(rows)
        sound = [kept_twice.sound_files(copy) for copy in copies]
        self.copy_is_damaged |= sound != [self.files] * 2
        self.lost_texts = {row.path for row in rows} - {path.encode() for path in self.files}


def _head(entries: Sequence[Entry]) -> str:
    return entries[-1].digest if entries else BEGINNING


def _journal_beside(copy: Path) -> bytes:
    beside = journal_of(copy)
    return beside.read_bytes() if beside.exists() else b""


def _header(copy: Path) -> bytes:
    with copy.open("rb") as file:
        return file.read(_HEADER_BYTES)


def _check_form(copy: Path, header: bytes) -> None:
    """Raises Unsound for a form that this version does not read, whatever else may be wrong.

    Both the header and the list of the forms applied must say so: one flipped byte of the header
    must not put a whole session out of reach. A header without a form (0) is one such byte, or a
    file that was only just begun.
    """
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
        suppress(sqlite3.Error, Unsound),
        closing(sqlite3.connect(f"{copy.as_uri()}?immutable=1", uri=True)) as connection,
    ):
        check_shapes(connection)
        rows = connection.execute("SELECT name FROM _sqlite_migrations ORDER BY id DESC LIMIT 1")
        return "".join(str(name) for (name,) in rows)
    return ""


def _shorter(fault: Unsound, header: bytes, length: int) -> Unsound:
    """The fault, or that the file was cut short: SQLite would only say that it is malformed.

    Asked only where SQLite gave up: a file that it was just making longer is sound, with what its
    journal holds.
    """
    due = int.from_bytes(header[file_format.PAGES]) * file_format.PAGE_BYTES
    if fault.stop in _SHORT_PERHAPS and header.startswith(file_format.MAGIC) and length < due:
        return Unsound(Stop.CUT_SHORT, found=length, due=due)
    return fault


def _rehearse_upgrade(connection: sqlite3.Connection) -> None:
    """Brings the copy of an older file up to date, so that the file itself is not tried first."""
    from sqlite_utils import Database  # slow to import, and an old file is rare

    from idlib_wargame.record.migrations import bring_up_to_date

    try:
        bring_up_to_date(Database(connection, execute_plugins=False))
    except Exception as error:
        raise Unsound(Stop.NO_UPGRADE) from error
