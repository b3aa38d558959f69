"""Whether a file that is open for play, and its journal, are still where they were and as long.

Asked before each append, through handles that stay open as long as the record does: on Linux and
macOS, closing any handle on a file drops every lock that the process has on it. The file's number
(inode) alone decides nothing, as some shares number a file anew each time that they are asked.
"""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

_PAUSES = 0.1, 0.4, 1.0  # seconds


class Place:
    """A session file and its journal, held open from when they were found.

    OSError where one of them is not there.
    """

    def __init__(self, path: Path, journal: Path) -> None:
        self._watched = [_Watched(path)]
        try:
            self._watched.append(_Watched(journal))
        except OSError:
            self.let_go()
            raise

    def note_lengths(self) -> None:
        """Both have just been written to by us: from now on they may not be shorter."""
        for watched in self._watched:
            watched.note_length()

    def is_kept(self) -> bool:
        """Whether both are there, are not shorter than they were and were not swapped."""
        return all(_in_the_end(watched) for watched in self._watched)

    def is_file(self, path: Path) -> bool:
        """Whether a path leads to the session file. OSError where it leads nowhere."""
        return self._watched[0].is_file(path)

    def let_go_of_the_journal(self) -> None:
        """Closes the handle on it, so that it can be deleted on every system."""
        for watched in self._watched[1:]:
            watched.let_go()

    def let_go(self) -> None:
        """Closes the handles. SQLite must have closed the file before: this ends its lock."""
        for watched in self._watched:
            watched.let_go()


class _Watched:
    def __init__(self, path: Path) -> None:
        self._path = path
        self._handle = os.open(path, os.O_RDONLY | getattr(os, "O_BINARY", 0))
        self._links = os.fstat(self._handle).st_nlink
        self.note_length()

    def note_length(self) -> None:
        self._length = os.fstat(self._handle).st_size

    def is_kept(self) -> bool | None:
        """None where it may be another file that stands there now."""
        try:
            held, there = os.fstat(self._handle), self._path.stat()
        except OSError:
            return False
        if held.st_nlink < self._links or held.st_size < self._length:
            return False
        alike = (held.st_size, held.st_mtime_ns) == (there.st_size, there.st_mtime_ns)
        return True if alike or os.path.samestat(held, there) else None

    def is_file(self, path: Path) -> bool:
        held, there = os.fstat(self._handle), path.stat()
        if os.path.samestat(held, there):
            return True
        return _same_name(path, self._path) and _in_the_end(self)

    def let_go(self) -> None:
        if self._handle >= 0:
            with suppress(OSError):
                os.close(self._handle)
            self._handle = -1


def _in_the_end(watched: _Watched) -> bool:
    """Asks again where it is in doubt: for a second or so, a share may answer from memory."""
    for pause in _PAUSES:
        kept = watched.is_kept()
        if kept is not None:
            return kept
        time.sleep(pause)
    return bool(watched.is_kept())


def _same_name(one: Path, other: Path) -> bool:
    return len(set(_spellings(one, other))) == 1


def _spellings(*paths: Path) -> Iterator[str]:
    for path in paths:
        yield os.path.normcase(os.path.realpath(path))
