"""A session file open for play: every change is one append, on disk before it is acknowledged.

While it is open, the newest entries are in the journal beside it (-wal); closing the record leaves
the one file.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from types import TracebackType
from typing import Self

from idlib_wargame.record import open_files
from idlib_wargame.record.entry import BEGINNING, Entry, encode, entry_after, now
from idlib_wargame.record.faults import RecordFault, closed, in_use
from idlib_wargame.record.room_rows import RoomRows, Rows
from idlib_wargame.record.salvage import salvage
from idlib_wargame.record.secrets import Secrets
from idlib_wargame.record.store import Beside, Store, with_names
from idlib_wargame.words.row_names import Name


class Record:
    """The entries of one session, in a file or in memory, written from one thread.

    Made by ``create``, ``open`` or ``in_memory``. ``seed`` is the secret seed of the dice; other
    secrets, such as the hash of a PIN, have names. ``names`` say what the rows of the pack are
    called, and ``files`` are the pack's texts by their paths; both go into every file that is made,
    beside the entries. ``remarks`` are sentences about the file that was opened, such as that it
    may lack something.
    """

    def __init__(
        self,
        entries: Iterable[Entry],
        seed: bytes,
        names: Iterable[Name] = (),
        files: Mapping[str, str] | None = None,
    ) -> None:
        self._entries = list(entries)
        self._beside = Beside(seed, tuple(names), dict(files or {}), Secrets(), RoomRows())
        self._store: Store | None = None
        self._is_closed = False
        self._was_at: Path | None = None
        self.remarks: tuple[str, ...] = ()

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
        store = Store.open(path, found)
        record = cls(found.entries, found.seed, store.names, found.files)
        record._beside.secrets.update(found.secrets)
        record._beside = record._beside._replace(room=store.room)
        record.remarks = found.remarks
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
        """The file, of a closed record too; None in memory."""
        return self._store.path if self._store else self._was_at

    @property
    def seed(self) -> bytes:
        """The secret seed of the dice."""
        return self._beside.seed

    @property
    def files(self) -> Mapping[str, str]:
        """The pack's texts by their paths in it, as the exercise began with them."""
        return self._beside.files

    @property
    def secrets(self) -> Secrets:
        """The secrets that have names."""
        return Secrets(self._beside.secrets)

    def keep_secret(self, name: str, value: str) -> None:
        """Keeps a secret beside the entries, in place of the one of that name; "" for none.

        RecordFault where it cannot be written.
        """
        if self._store is not None:
            self._store.keep_secret(name, value)
        self._take_in({name: value})

    def _take_in(self, secrets: Mapping[str, str]) -> None:
        for name, value in secrets.items():
            self._beside.secrets.pop(name, None)
            if value:
                self._beside.secrets[name] = value

    def kept(self, owner: str) -> Mapping[str, str]:
        """What the room keeps for an owner, by name, outside the chain of entries."""
        return self._beside.room.of(owner)

    def keep(self, rows: Rows) -> None:
        """Keeps texts by owner and name, in place of those that were; "" takes one out.

        All of them or none. TooMuch where they are more than may be kept, RecordFault where they
        cannot be written.
        """
        if self._is_closed:
            raise closed(self._was_at)
        fit = self._beside.room.fit(rows)
        if self._store is not None:
            self._store.keep(fit)
        self._beside.room.take_in(fit)

    def append(
        self,
        kind: str,
        body: Mapping[str, object],
        by: str,
        at: str | None = None,
        secrets: Mapping[str, str] | None = None,
    ) -> Entry:
        """Writes the next entry; once this returns, it is on disk. The ``secrets`` that it tells
        of are kept with it, as by ``keep_secret``: all of it or nothing.

        RecordFault where it cannot be written, or the record was closed: then nothing is. TypeError
        or ValueError for a body that JSON cannot say.
        """
        (entry,) = self.append_together([(kind, body)], by, at, secrets)
        return entry

    def append_together(
        self,
        acts: Sequence[tuple[str, Mapping[str, object]]],
        by: str,
        at: str | None = None,
        secrets: Mapping[str, str] | None = None,
    ) -> Sequence[Entry]:
        """Writes an entry for each kind and body, as ``append`` does: all of them or nothing."""
        if self._is_closed:
            raise closed(self._was_at)
        entries: list[Entry] = []
        for kind, body in acts:
            number = len(self._entries) + len(entries) + 1
            head = entries[-1].digest if entries else self.head
            entries.append(entry_after(head, number, at or now(), kind, by, encode(body)))
        if self._store is not None:
            self._store.append(entries, secrets or {})
        self._entries.extend(entries)
        self._take_in(secrets or {})
        return entries

    def settle(self) -> None:
        """Brings the journal home into the one file. For a quiet moment: it costs a few flushes.

        Costs nothing where nothing was appended since. RecordFault where it cannot be done.
        """
        if self._store is not None:
            self._store.settle()

    @property
    def unsettled(self) -> int:
        """How many changes a copy of the one file would lack now."""
        return self._store.unsettled if self._store else 0

    @property
    def settling_took(self) -> float:
        """How many seconds it took to settle, the last time: much on a slow stick."""
        return self._store.settling_took if self._store else 0.0

    def is_at(self, path: Path) -> bool:
        """Whether a path leads to this record's file. OSError where it leads nowhere."""
        return self._store is not None and self._store.is_at(path)

    def refill_names(self, names: Iterable[Name]) -> None:
        """Gives names to a file that lost them. RecordFault where they cannot be written."""
        if self._store is not None and not self._beside.names:
            self._beside = self._beside._replace(names=tuple(names))
            self._store.refill_names(self._beside.names)

    def put_names(self, names: Iterable[Name]) -> None:
        """Gives names to rows that came since. RecordFault where they cannot be written."""
        more = tuple(names)
        self._beside = self._beside._replace(names=with_names(self._beside.names, more))
        if self._store is not None:
            self._store.put_names(more)

    def save_as(self, path: Path) -> None:
        """Writes a complete new file and goes on there. RecordFault where that cannot be done.

        What the room keeps goes along. The file so far is closed as it is.
        """
        store = Store.create(Path(path), self._entries, self._beside)
        self._let_go()
        self._keep_in(store)

    def copy_to(self, path: Path) -> None:
        """Writes a complete new file, and goes on where it is. RecordFault where it cannot.

        What the room keeps stays here: a copy may be for others, and what people have not sent is
        for nobody else.
        """
        Store.write(Path(path), self._entries, self._beside._replace(room=RoomRows()))

    def move_to_memory(self) -> Record:
        """A record in memory with every acknowledged entry; this one is closed."""
        self.close()
        record = Record(self._entries, *self._beside[:3])
        record._beside = self._beside
        return record

    def close(self) -> None:
        """Leaves one complete file. Where that fails, the journal beside it keeps the rest.

        Safe to be called again.
        """
        self._was_at = self.path
        self._is_closed = True
        self._let_go()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def _let_go(self) -> None:
        if self._store is not None:
            open_files.closed(self)
            self._store.close()
            self._store = None

    def _keep_in(self, store: Store) -> None:
        self._store = store
        open_files.opened(self)
