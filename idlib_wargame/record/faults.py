"""What the world can do to a session file, said so that a facilitator can act on it."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

IN_USE = "it is open in another window or program; close it there and try again"
READ_ONLY = "the file or its folder is read-only; save the session elsewhere"

# SQLite's names for what went wrong, by how they begin.
_CAUSES = {
    "SQLITE_BUSY": IN_USE,
    "SQLITE_LOCKED": IN_USE,
    "SQLITE_FULL": "the disk is full; make room or save the session elsewhere",
    "SQLITE_READONLY": READ_ONLY,
    "SQLITE_CANTOPEN": "its folder is read-only or gone; save the session elsewhere",
    "SQLITE_PERM": "this account may not write there; save the session elsewhere",
    "SQLITE_IOERR": "the disk reported a fault; save the session elsewhere",
    "SQLITE_CORRUPT": "its pages have been changed by something else; save the session elsewhere",
    "SQLITE_NOTADB": "it has been overwritten by something else; save the session elsewhere",
}


class RecordFault(Exception):
    """A session file cannot be read or written; the message is one sentence for people."""


def cannot_write(path: Path, because: str) -> RecordFault:
    """The fault that says why a file cannot be written, and what to do."""
    return RecordFault(f"“{path.name}” cannot be written, because {because}.")


@contextmanager
def told_calmly(path: Path) -> Iterator[None]:
    """Turns what the disk or SQLite reports while writing ``path`` into a RecordFault.

    A misuse of the connection (a closed one, another thread) is our own fault and passes through.
    """
    try:
        yield
    except sqlite3.DatabaseError as error:
        name = getattr(error, "sqlite_errorname", "")
        cause = next((said for begins, said in _CAUSES.items() if name.startswith(begins)), None)
        if cause is None:
            raise
        raise cannot_write(path, cause) from error
    except OSError as error:
        said = (error.strerror or "the disk reported a fault").lower()
        raise RecordFault(
            f"“{path.name}” cannot be written ({said}); save the session elsewhere."
        ) from error
