"""A session file open for play: every change is one append, on disk before it is acknowledged.

The file is locked by SQLite for as long as it is open, so a second window or program is refused,
and the lock dies with the process. Exclusive locking also spares the shared-memory file, so that a
session may live on a network drive. While it is open, the newest entries are in the journal
beside it (-wal); closing the record leaves the one file.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from types import TracebackType
from typing import NamedTuple, Self

from sqlite_utils import Database

from idlib_wargame.record import kept_twice, open_files
from idlib_wargame.record.entry import BEGINNING, Entry, encode, entry_after, now
from idlib_wargame.record.faults import RecordFault, in_use, read_only, told_calmly
from idlib_wargame.record.file_format import APPLICATION_ID, INSERT, PAGE_BYTES
from idlib_wargame.record.migrations import bring_up_to_date
from idlib_wargame.record.private_copy import journal_of
from idlib_wargame.record.salvage import Salvaged, salvage
from idlib_wargame.words.language import _, fill
from idlib_wargame.words.row_names import Name

_PATIENCE = 0.2  # seconds to wait for a virus scanner to let go of the file
# A convenience must never keep an exercise from beginning: a row's second name is passed over.
_INSERT_NAME = "INSERT OR IGNORE INTO names (row, kind, id, name) VALUES (?, ?, ?, ?)"


class Record:
    """The entries of one session, in a file or in memory, written from one thread.

    Made by ``create``, ``open`` or ``in_memory``. ``seed`` is the secret seed of the dice.
    ``names`` say what the rows of the pack are called, and ``files`` are the pack's texts by their
    paths; both go into every file that is made, beside the entries.
    """

    def __init__(
        self,
        entries: Iterable[Entry],
        seed: bytes,
        names: Iterable[Name] = (),
        files: Mapping[str, str] | None = None,
    ) -> None:
        self._entries = list(entries)
        self._beside = _Beside(seed, tuple(names), dict(files or {}))
        self._store: _Store | None = None

    @classmethod
    def create(
        cls,
        path: Path,
        seed: bytes,
        names: Iterable[Name] = (),
        files: Mapping[str, str] | None = None,
    ) -> Self:
        """A new file. RecordFault where one stands already or none can be written."""
        record = cls((), seed, names, files)
        record.save_as(path)
        return record

    @classmethod
    def in_memory(
        cls,
        seed: bytes,
        entries: Iterable[Entry] = (),
        names: Iterable[Name] = (),
        files: Mapping[str, str] | None = None,
    ) -> Self:
        """A record without a file, which may take up entries that were read elsewhere."""
        return cls(entries, seed, names, files)

    @classmethod
    def open(cls, path: Path) -> Self:
        """A file to play on in.

        RecordFault where it is unsound, of a form that is not read here, read-only or in use.
        """
        path = Path(path)
        if open_files.record_of(path):
            raise in_use(path)
        found = salvage(path)
        if not found.complete:
            raise RecordFault(found.stopped)
        store = _Store.open(path, found)
        record = cls(found.entries, found.seed, store.names, found.files)
        record._keep_in(store)
        return record

    @property
    def entries(self) -> Sequence[Entry]:
        """Every acknowledged entry, first to last; it grows with each append."""
        return self._entries

    @property
    def head(self) -> str:
        """The digest of the last entry; 64 zeros before the first."""
        return self._entries[-1].digest if self._entries else BEGINNING

    @property
    def path(self) -> Path | None:
        """The file; None in memory."""
        return self._store.path if self._store else None

    @property
    def seed(self) -> bytes:
        """The secret seed of the dice."""
        return self._beside.seed

    @property
    def files(self) -> Mapping[str, str]:
        """The pack's texts by their paths in it, as the exercise began with them."""
        return self._beside.files

    def append(
        self, kind: str, body: Mapping[str, object], by: str, at: str | None = None
    ) -> Entry:
        """Writes the next entry; once this returns, it is on disk.

        RecordFault where it cannot be written: then nothing is. TypeError or ValueError for a
        body that JSON cannot say.
        """
        text = encode(body)
        number = len(self._entries) + 1
        entry = entry_after(self.head, number, at or now(), kind, by, text)
        if self._store is not None:
            self._store.append(entry)
        self._entries.append(entry)
        return entry

    def settle(self) -> None:
        """Brings the journal home into the one file. For a quiet moment: it costs a few flushes."""
        if self._store is not None:
            self._store.settle()

    def save_as(self, path: Path) -> None:
        """Writes a complete new file and goes on there. RecordFault where that cannot be done.

        The file so far is closed as it is.
        """
        store = _Store.create(Path(path), self._entries, self._beside)
        self.close()
        self._keep_in(store)

    def move_to_memory(self) -> Record:
        """A record in memory with every acknowledged entry; this one is closed."""
        self.close()
        return Record(self._entries, *self._beside)

    def close(self) -> None:
        """Leaves one complete file. Where that fails, the journal beside it keeps the rest."""
        if self._store is not None:
            open_files.closed(self._store.identity)
            self._store.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def _keep_in(self, store: _Store) -> None:
        self._store = store
        open_files.opened(store.identity, self)


class _Beside(NamedTuple):
    """What a file holds beside the entries."""

    seed: bytes
    names: tuple[Name, ...]
    files: dict[str, str]


class _Store:
    """The connection to a session file that is locked for writing."""

    def __init__(self, path: Path) -> None:
        self.path = path.absolute()
        self._journal = journal_of(self.path)
        connection = sqlite3.connect(self.path, timeout=_PATIENCE)
        self._db = Database(connection, execute_plugins=False)
        self.names: tuple[Name, ...] = ()

    @classmethod
    def create(cls, path: Path, entries: Sequence[Entry], beside: _Beside) -> _Store:
        with told_calmly(path):
            try:
                path.open("xb").close()
            except FileExistsError as error:
                template = _(
                    "There is already a file “{file}” in that folder; choose another name."
                )
                raise RecordFault(fill(template, file=path.name)) from error
            store = cls(path)
            store.names = beside.names
            try:
                store._fill(entries, beside)
            except BaseException:
                store._abandon()
                raise
        return store

    @classmethod
    def open(cls, path: Path, found: Salvaged) -> _Store:
        # Asked before SQLite is, which would call either an input or output error.
        if not (os.access(path, os.W_OK) and os.access(path.absolute().parent, os.W_OK)):
            raise read_only(path)
        with told_calmly(path):
            store = cls(path)
            try:
                store._lock()
                store._expect(found.entries)
                bring_up_to_date(store._db)
                with store._db.atomic():  # a damaged copy is made whole from the other
                    kept_twice.lay(store._db.conn, found.seed, found.files)
                store.names = store._read_names()
                store.settle()
            except BaseException:
                store.close()
                raise
        return store

    def append(self, entry: Entry) -> None:
        with told_calmly(self.path), self._db.atomic():
            self._db.conn.execute(INSERT, entry.row)
            self._check_in_place()

    def settle(self) -> None:
        with told_calmly(self.path):
            # Brings every frame home and empties the journal ("PRAGMA Statements",
            # wal_checkpoint; Database File Format, section 4.3).
            self._db.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
            # The first write to an empty journal costs a flush more than the others; this is it.
            with self._db.atomic():
                self._mark()
            self.identity = open_files.identity_of(self.path)
            self._journal_identity = open_files.identity_of(self._journal)

    def close(self) -> None:
        self._db.close()

    def _read_names(self) -> tuple[Name, ...]:
        rows = self._db.execute("SELECT kind, id, name FROM names ORDER BY rowid")
        return tuple(Name(*row) for row in rows)

    def _fill(self, entries: Sequence[Entry], beside: _Beside) -> None:
        # Set before the journal is: so that the file alone says what it is.
        self._db.execute(f"PRAGMA page_size = {PAGE_BYTES}")
        self._mark()
        self._lock()
        bring_up_to_date(self._db)
        with self._db.atomic():
            self._db.conn.executemany(_INSERT_NAME, ((name.row, *name) for name in self.names))
            kept_twice.lay(self._db.conn, beside.seed, beside.files)
            self._db.conn.executemany(INSERT, (entry.row for entry in entries))
        self.settle()

    def _mark(self) -> None:
        self._db.execute(f"PRAGMA application_id = {APPLICATION_ID}")

    def _lock(self) -> None:
        # What each does: https://sqlite.org/pragma.html; why locking comes first: "Write-Ahead
        # Logging", section 8, "Use of WAL Without Shared-Memory" (https://sqlite.org/wal.html).
        for pragma in (
            "locking_mode = EXCLUSIVE",
            "journal_mode = WAL",
            "synchronous = FULL",  # in WAL mode, flushes the journal at each commit
            "fullfsync = ON",  # on macOS, a flush reaches the platter only if this is asked for
            "wal_autocheckpoint = 0",  # so that an append is one flush, always
        ):
            self._db.execute(f"PRAGMA {pragma}").fetchone()

    def _expect(self, entries: Sequence[Entry]) -> None:
        """Nothing may have been written between the check of the file and its lock."""
        found = self._db.execute(
            "SELECT number, digest FROM entries ORDER BY number DESC LIMIT 1"
        ).fetchone()
        if found != ((entries[-1].number, entries[-1].digest) if entries else None):
            template = _("“{file}” was changed by another program just now; open it again.")
            raise RecordFault(fill(template, file=self.path.name))

    def _check_in_place(self) -> None:
        """On some systems an open file can be moved or deleted, and writing to it still works."""
        try:
            here = open_files.identity_of(self.path), open_files.identity_of(self._journal)
        except OSError:
            here = None
        if here != (self.identity, self._journal_identity):
            template = _(
                "“{file}” is no longer where it was opened, or the journal beside it is gone; save"
                " the session elsewhere."
            )
            raise RecordFault(fill(template, file=self.path.name))

    def _abandon(self) -> None:
        """Removes the file that could not be written to its end."""
        self._db.close()
        self.path.unlink(missing_ok=True)
        self._journal.unlink(missing_ok=True)
