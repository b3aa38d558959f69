"""The connection to a session file that is locked for writing.

SQLite locks the file for as long as it is open, so a second window or program is refused, and the
lock dies with the process. Exclusive locking also spares the shared-memory file, so that a session
may live on a network drive.
"""

from __future__ import annotations

import os
import sqlite3
import time
from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from sqlite_utils import Database

from idlib_wargame.files.whole import draft_of
from idlib_wargame.record import kept_twice, room_rows
from idlib_wargame.record.entry import Entry
from idlib_wargame.record.faults import RecordFault, moved, read_only, told_calmly
from idlib_wargame.record.file_format import APPLICATION_ID, INSERT, PAGE_BYTES
from idlib_wargame.record.migrations import bring_up_to_date
from idlib_wargame.record.place import Place
from idlib_wargame.record.private_copy import journal_of
from idlib_wargame.record.room_rows import RoomRows, Rows
from idlib_wargame.record.salvage import Salvaged
from idlib_wargame.record.secrets import Secrets
from idlib_wargame.words.language import _, fill
from idlib_wargame.words.row_names import Name

_PATIENCE = 0.2  # seconds to wait for a virus scanner to let go of the file
# A convenience must never keep an exercise from beginning: a row's second name is passed over.
_INSERT_NAME = "INSERT OR IGNORE INTO names (row, kind, id, name) VALUES (?, ?, ?, ?)"
# Changes of what the room keeps, after which they come home though nothing else has changed: a page
# for each of them is in the journal till then.
_MOST_KEPT = 250
_PUT_NAME = "INSERT OR REPLACE INTO names (row, kind, id, name) VALUES (?, ?, ?, ?)"


def with_names(names: Iterable[Name], more: Iterable[Name]) -> tuple[Name, ...]:
    """Names with more of them, in place of those of the same rows."""
    return tuple({each.row: each for each in (*names, *more)}.values())


class Beside(NamedTuple):
    """What a file holds beside the entries."""

    seed: bytes
    names: tuple[Name, ...]
    files: dict[str, str]
    secrets: Secrets
    room: RoomRows


class Store:
    """A session file that is open for play. Made by ``create`` or ``open``.

    ``unsettled`` says how many changes are in the journal alone, without those of what the room
    keeps; ``settling_took`` how many seconds the last bringing home took.
    """

    def __init__(self, path: Path) -> None:
        self.path = path.absolute()
        self._journal = journal_of(self.path)
        self._place: Place | None = None
        self._is_lost = False
        self.unsettled = 0
        self._kept = 0
        self.settling_took = 0.0
        connection = sqlite3.connect(self.path, timeout=_PATIENCE)
        self._db = Database(connection, execute_plugins=False)
        self.names: tuple[Name, ...] = ()
        self.room = RoomRows()

    @classmethod
    def create(cls, path: Path, entries: Sequence[Entry], beside: Beside) -> Store:
        """A new file with all of that in it. RecordFault where there is one or none can be made."""
        cls.write(path, entries, beside)
        with told_calmly(path):
            store = cls(path)
            store.names = beside.names
            try:
                store._lock()
                store._expect(entries)
                store._bring_home()
            except BaseException:
                store._abandon()
                raise
        return store

    @classmethod
    def write(cls, path: Path, entries: Sequence[Entry], beside: Beside) -> None:
        """A new file with all of that in it, which is not open: it is there whole, or not at all.

        RecordFault where there is one or none can be made.
        """
        with told_calmly(path):
            _check_name(path)
            if os.path.lexists(path):
                raise _taken(path)
            try:
                # For this account alone: it holds the seed of the dice. The journal follows it.
                with draft_of(path) as draft:
                    store = cls(draft)
                    store.names = beside.names
                    try:
                        store._fill(entries, beside)
                    finally:
                        store.close()
                        store._journal.unlink(missing_ok=True)
                    # Left by a file of that name that is gone; SQLite would take it for ours.
                    journal_of(path).unlink(missing_ok=True)
            except FileExistsError as error:
                raise _taken(path) from error

    @classmethod
    def open(cls, path: Path, found: Salvaged) -> Store:
        """The file that was just found sound, with what was found in it. RecordFault if it may not.

        A damaged copy of what is kept twice is made whole from the other.
        """
        # Asked before SQLite is, which would call either an input or output error.
        if not (os.access(path, os.W_OK) and os.access(path.absolute().parent, os.W_OK)):
            raise read_only(path)
        with told_calmly(path):
            _check_name(path)
            store = cls(path)
            try:
                store._lock()
                store._expect(found.entries)
                bring_up_to_date(store._db)
                with store._db.atomic():
                    kept_twice.lay(store._db.conn, found.seed, found.files, found.secrets)
                store.names = store._read_names()
                store.room = room_rows.read(store._db.conn)
                store._bring_home()
            except BaseException:
                store._let_go()
                raise
        return store

    def append(self, entries: Sequence[Entry], secrets: Mapping[str, str]) -> None:
        """Writes entries, and with them the secrets that they tell of, "" for one no longer; once
        this returns, all is on disk, and before it does, nothing. RecordFault where it cannot be.
        """
        with told_calmly(self.path):
            with self._db.atomic():
                for entry in entries:
                    self._db.conn.execute(INSERT, entry.row)
                for name, value in secrets.items():
                    kept_twice.keep_secret(self._db.conn, name, value)
                self._check_in_place()
            self._has_grown()

    def keep_secret(self, name: str, value: str) -> None:
        """Keeps a secret, in place of the one of that name; "" for none. RecordFault."""
        with told_calmly(self.path):
            with self._db.atomic():
                kept_twice.keep_secret(self._db.conn, name, value)
                self._check_in_place()
            self._has_grown()

    def keep(self, rows: Rows) -> None:
        """Keeps what the room keeps, all of it or nothing. RecordFault where it cannot be."""
        with told_calmly(self.path):
            with self._db.atomic():
                room_rows.put(self._db.conn, rows)
                self._check_in_place()
            self._kept += 1
            self._note_lengths()
        if self._kept >= _MOST_KEPT:
            self.settle()

    def settle(self) -> None:
        """Brings the journal home, if there is anything in it. RecordFault where that fails."""
        if self.unsettled or self._kept:
            with told_calmly(self.path):
                self._check_in_place()
                self._bring_home()

    def _has_grown(self) -> None:
        self.unsettled += 1
        self._note_lengths()

    def _note_lengths(self) -> None:
        if self._place is not None:
            self._place.note_lengths()

    def is_at(self, path: Path) -> bool:
        """Whether a path leads to this file. OSError where it leads nowhere."""
        return self._place is not None and self._place.is_file(path)

    def refill_names(self, names: Iterable[Name]) -> None:
        """Writes the names where a file has none, as somebody dropped the table."""
        if self.names:
            return
        self.names = tuple(names)
        with told_calmly(self.path), self._db.atomic():
            self._insert_names()

    def put_names(self, names: Iterable[Name]) -> None:
        """Writes more names, in place of those of the same rows."""
        more = tuple(names)
        self.names = with_names(self.names, more)
        with told_calmly(self.path), self._db.atomic():
            self._db.conn.executemany(_PUT_NAME, ((name.row, *name) for name in more))

    def close(self) -> None:
        """Leaves the one file, and nothing beside it where everything went home.

        Its header then says that it has no journal: so that others can read it where nothing may
        be written. Where the file was found moved or cut short, it is left as it is.
        """
        if not self._is_lost:
            with suppress(RecordFault, sqlite3.Error, OSError):
                self._check_in_place()
                if self._place is not None:
                    self._place.let_go_of_the_journal()
                if self._journal_is_home():
                    self._db.execute("PRAGMA journal_mode = MEMORY").fetchone()
        self._let_go()

    def _let_go(self) -> None:
        if self._place is not None:
            self._place.let_go_of_the_journal()
        self._db.close()
        if self._place is not None:
            self._place.let_go()

    def _read_names(self) -> tuple[Name, ...]:
        rows = self._db.execute("SELECT kind, id, name FROM names ORDER BY rowid")
        return tuple(Name(*row) for row in rows)

    def _insert_names(self) -> None:
        self._db.conn.executemany(_INSERT_NAME, ((name.row, *name) for name in self.names))

    def _fill(self, entries: Sequence[Entry], beside: Beside) -> None:
        self._db.execute("PRAGMA journal_mode = MEMORY").fetchone()
        # Set before the journal is: so that the file alone says what it is.
        self._db.execute(f"PRAGMA page_size = {PAGE_BYTES}")
        self._mark()
        self._lock()
        bring_up_to_date(self._db)
        with self._db.atomic():
            self._insert_names()
            kept_twice.lay(self._db.conn, beside.seed, beside.files, beside.secrets)
            self._db.conn.executemany(INSERT, (entry.row for entry in entries))
            room_rows.put(self._db.conn, beside.room.all)
        self._bring_home()

    def _mark(self) -> None:
        self._db.execute(f"PRAGMA application_id = {APPLICATION_ID}")

    def _lock(self) -> None:
        # What each does: https://sqlite.org/pragma.html; why locking comes first: "Write-Ahead
        # Logging", section 8, "Use of WAL Without Shared-Memory" (https://sqlite.org/wal.html).
        for pragma in (
            "locking_mode = EXCLUSIVE",
            # The next changes the header alone. Kept in memory, what undoes it makes no file, whose
            # name may be too long, and is not refused by a share that numbers files anew.
            "journal_mode = MEMORY",
            "journal_mode = WAL",
            "synchronous = FULL",  # in WAL mode, flushes the journal at each commit
            "fullfsync = ON",  # on macOS, a flush reaches the platter only if this is asked for
            "wal_autocheckpoint = 0",  # so that an append is one flush, always
            "secure_delete = ON",  # what the room no longer keeps leaves nothing in the file
        ):
            self._db.execute(f"PRAGMA {pragma}").fetchone()

    def _bring_home(self) -> None:
        began = time.monotonic()
        self._journal_is_home()
        # The first write to an empty journal costs a flush more than the others; this is it.
        with self._db.atomic():
            self._mark()
        if self._place is None:
            self._place = Place(self.path, self._journal)
        self._place.note_lengths()
        self.unsettled = self._kept = 0
        self.settling_took = time.monotonic() - began

    def _journal_is_home(self) -> bool:
        """Brings every frame home and empties the journal; whether that could be done.

        See "PRAGMA Statements", wal_checkpoint, and Database File Format, section 4.3.
        """
        busy, *_frames = self._db.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
        return not busy

    def _expect(self, entries: Sequence[Entry]) -> None:
        """Nothing may have been written between the check of the file and its lock."""
        found = self._db.execute(
            "SELECT number, digest FROM entries ORDER BY number DESC LIMIT 1"
        ).fetchone()
        if found != ((entries[-1].number, entries[-1].digest) if entries else None):
            template = _("“{file}” was changed by another program just now; open it again.")
            raise RecordFault(fill(template, file=self.path.name))

    def _check_in_place(self) -> None:
        """An open file can be moved, deleted or cut short, and writing to it still works."""
        if self._place is not None and not self._place.is_kept():
            self._is_lost = True
            raise moved(self.path)

    def _abandon(self) -> None:
        """Removes the file that could not be written to its end."""
        self._let_go()
        self.path.unlink(missing_ok=True)
        self._journal.unlink(missing_ok=True)


def _taken(path: Path) -> RecordFault:
    template = _("There is already a file “{file}” in that folder; choose another name.")
    return RecordFault(fill(template, file=path.name))


def _check_name(path: Path) -> None:
    """The journal's name is longer than the file's, and SQLite says only that it cannot open it."""
    with suppress(FileNotFoundError, NotADirectoryError):
        journal_of(path).stat()
