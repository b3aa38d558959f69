"""A session file open for play: every change is one append, on disk before it is acknowledged.

The file is locked by SQLite for as long as it is open, so a second window or program is refused,
and the lock dies with the process. Exclusive locking also spares the shared-memory file, so that a
session may live on a network drive. While it is open, the newest entries are in the journal
beside it (-wal); closing the record leaves the one file.
"""

from __future__ import annotations

import hashlib
import os
import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from types import TracebackType
from typing import Self

from sqlite_utils import Database

from idlib_wargame.record import open_files
from idlib_wargame.record.entry import BEGINNING, Entry, encode, entry_after, now
from idlib_wargame.record.faults import IN_USE, READ_ONLY, RecordFault, cannot_write, told_calmly
from idlib_wargame.record.file_format import APPLICATION_ID, INSERT, PAGE_BYTES
from idlib_wargame.record.migrations import bring_up_to_date
from idlib_wargame.record.private_copy import journal_of
from idlib_wargame.record.salvage import salvage

_PATIENCE = 0.2  # seconds to wait for a virus scanner to let go of the file


class Record:
    """The entries of one session, in a file or in memory, written from one thread.

    Made by ``create``, ``open`` or ``in_memory``. ``seed`` is the secret seed of the dice.
    """

    def __init__(self, entries: Iterable[Entry], seed: bytes) -> None:
        self._entries = list(entries)
        self._seed = seed
        self._store: _Store | None = None

    @classmethod
    def create(cls, path: Path, seed: bytes) -> Self:
        """A new file. RecordFault where one stands already or none can be written."""
        record = cls((), seed)
        record.save_as(path)
        return record

    @classmethod
    def in_memory(cls, seed: bytes, entries: Iterable[Entry] = ()) -> Self:
        """A record without a file, which may take up entries that were read elsewhere."""
        return cls(entries, seed)

    @classmethod
    def open(cls, path: Path) -> Self:
        """A file to play on in. RecordFault where it is unsound, newer, read-only or in use."""
        path = Path(path)
        if open_files.record_of(path):
            raise cannot_write(path, IN_USE)
        found = salvage(path)
        if not found.complete:
            raise RecordFault(found.stopped)
        record = cls(found.entries, found.seed)
        record._keep_in(_Store.open(path, found.entries))
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
        return self._seed

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
        store = _Store.create(Path(path), self._entries, self._seed)
        self.close()
        self._keep_in(store)

    def move_to_memory(self) -> Record:
        """A record in memory with every acknowledged entry; this one is closed."""
        self.close()
        return Record(self._entries, self._seed)

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


class _Store:
    """The connection to a session file that is locked for writing."""

    def __init__(self, path: Path) -> None:
        self.path = path.absolute()
        self._journal = journal_of(self.path)
        connection = sqlite3.connect(self.path, timeout=_PATIENCE)
        self._db = Database(connection, execute_plugins=False)

    @classmethod
    def create(cls, path: Path, entries: Sequence[Entry], seed: bytes) -> _Store:
        with told_calmly(path):
            try:
                path.open("xb").close()
            except FileExistsError as error:
                raise RecordFault(
                    f"There is already a file “{path.name}” in that folder; choose another name."
                ) from error
            store = cls(path)
            try:
                store._fill(entries, seed)
            except BaseException:
                store._abandon()
                raise
        return store

    @classmethod
    def open(cls, path: Path, entries: Sequence[Entry]) -> _Store:
        # Asked before SQLite is, which would call either an input or output error.
        if not (os.access(path, os.W_OK) and os.access(path.absolute().parent, os.W_OK)):
            raise cannot_write(path, READ_ONLY)
        with told_calmly(path):
            store = cls(path)
            try:
                store._lock()
                store._expect(entries)
                bring_up_to_date(store._db)
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
            self._db.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
            # The first write to an empty journal costs a flush more than the others; this is it.
            with self._db.atomic():
                self._mark()
            self.identity = open_files.identity_of(self.path)
            self._journal_identity = open_files.identity_of(self._journal)

    def close(self) -> None:
        self._db.close()

    def _fill(self, entries: Sequence[Entry], seed: bytes) -> None:
        # Set before the journal is: so that the file alone says what it is.
        self._db.execute(f"PRAGMA page_size = {PAGE_BYTES}")
        self._mark()
        self._lock()
        bring_up_to_date(self._db)
        with self._db.atomic():
            self._db.table("secrets").insert(
                {"name": "seed", "value": seed.hex(), "sha256": hashlib.sha256(seed).hexdigest()}
            )
            self._db.conn.executemany(INSERT, (entry.row for entry in entries))
        self.settle()

    def _mark(self) -> None:
        self._db.execute(f"PRAGMA application_id = {APPLICATION_ID}")

    def _lock(self) -> None:
        for pragma in (
            "locking_mode = EXCLUSIVE",
            "journal_mode = WAL",
            "synchronous = FULL",
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
            raise RecordFault(
                f"“{self.path.name}” was changed by another program just now; open it again."
            )

    def _check_in_place(self) -> None:
        """On some systems an open file can be moved or deleted, and writing to it still works."""
        try:
            here = open_files.identity_of(self.path), open_files.identity_of(self._journal)
        except OSError:
            here = None
        if here != (self.identity, self._journal_identity):
            raise RecordFault(
                f"“{self.path.name}” is no longer where it was opened, or the journal beside it"
                " is gone; save the session elsewhere."
            )

    def _abandon(self) -> None:
        """Removes the file that could not be written to its end."""
        self._db.close()
        self.path.unlink(missing_ok=True)
        self._journal.unlink(missing_ok=True)
