"""The session files that this process has open for writing.

On Linux and macOS, closing any handle on a file drops every lock that the process has on it. So a
file that is open here must not be opened a second time just to read it: ask its record instead.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Protocol
from weakref import WeakSet

from idlib_wargame.record.entry import Entry
from idlib_wargame.record.secrets import Secrets


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

    @property
    def secrets(self) -> Secrets:
        """Its other secrets, by name."""
        ...

    def is_at(self, path: Path) -> bool:
        """Whether a path leads to its file. OSError where it leads nowhere."""
        ...


# Weak, so that a record that nobody closed does not stand in the way of its file for ever.
_open: WeakSet[Live] = WeakSet()


def opened(record: Live) -> None:
    """From now on, its file is read from ``record``."""
    _open.add(record)


def closed(record: Live) -> None:
    """Its file is no longer open here."""
    _open.discard(record)


def record_of(path: Path) -> Live | None:
    """The record that has this file open here."""
    try:
        return next((record for record in _open if record.is_at(path)), None)
    except OSError:
        return None
