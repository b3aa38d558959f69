"""The session files that this process has open for writing.

On Linux and macOS, closing any handle on a file drops every lock that the process has on it. So a
file that is open here must not be opened a second time just to read it: ask its record instead.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Protocol
from weakref import WeakValueDictionary

from idlib_wargame.record.entry import Entry

Identity = tuple[int, int]


class Live(Protocol):
    """A record that is open."""

    @property
    def entries(self) -> Sequence[Entry]:
        """Every acknowledged entry."""
        ...

    @property
    def seed(self) -> bytes:
        """The secret seed of its dice."""
        ...

    @property
    def files(self) -> Mapping[str, str]:
        """The texts of its pack."""
        ...


# Weak, so that a record that nobody closed does not stand in the way of its file for ever.
_open: WeakValueDictionary[Identity, Live] = WeakValueDictionary()


def identity_of(path: Path) -> Identity:
    """Which file it is, whatever it is called. OSError where there is none."""
    status = path.stat()
    return status.st_dev, status.st_ino


def opened(file: Identity, record: Live) -> None:
    """From now on, that file is read from ``record``."""
    _open[file] = record


def closed(file: Identity) -> None:
    """That file is no longer open here."""
    _open.pop(file, None)


def record_of(path: Path) -> Live | None:
    """The record that has this file open here."""
    try:
        return _open.get(identity_of(path))
    except OSError:
        return None
