"""What the world can do to a session file, said so that a facilitator can act on it."""

from __future__ import annotations

import errno
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from idlib_wargame.words.disk_reasons import disk_reason
from idlib_wargame.words.language import _, fill


class RecordFault(Exception):
    """A session file cannot be read or written; the message is one sentence for people."""


def in_use(path: Path) -> RecordFault:
    """The fault that says that somebody else has the file."""
    return _fault(_in_use(), path)


def read_only(path: Path) -> RecordFault:
    """The fault that says that nothing may be written here."""
    return _fault(_read_only(), path)


def name_too_long(path: Path) -> RecordFault:
    """The fault that says that the file's name leaves no room for its journal's."""
    said = _(
        "“{file}” cannot be written, because its name is too long for this disk; choose a shorter"
        " one."
    )
    return _fault(said, path)


def moved(path: Path) -> RecordFault:
    """The fault that says that the file is not where it was, or not as long."""
    said = _(
        "“{file}” is no longer where it was opened, or it or the journal beside it was cut short or"
        " is gone; save the session elsewhere."
    )
    return _fault(said, path)


def closed(path: Path | None) -> RecordFault:
    """The fault that says that nothing more is written to a record that was closed."""
    if path is None:
        return RecordFault(_("The session was closed, so nothing more is recorded in it."))
    said = _("“{file}” was closed, so nothing more is written to it; open it again to go on.")
    return _fault(said, path)


def _in_use() -> str:
    return _(
        "“{file}” cannot be written, because it is open in another window or program; close it"
        " there and try again."
    )


def _read_only() -> str:
    return _(
        "“{file}” cannot be written, because the file or its folder is read-only; save the session"
        " elsewhere."
    )


def _changed() -> str:
    return _(
        "“{file}” cannot be written, because its pages have been changed by something else;"
        " save the session elsewhere."
    )


def _fault(template: str, path: Path) -> RecordFault:
    return RecordFault(fill(template, file=path.name))


# By how SQLite's names for what went wrong begin (https://sqlite.org/rescode.html).
_CAUSES: dict[str, Callable[[], str]] = {
    "SQLITE_BUSY": _in_use,
    "SQLITE_LOCKED": _in_use,
    "SQLITE_FULL": lambda: _(
        "“{file}” cannot be written, because the disk is full; make room or save the session"
        " elsewhere."
    ),
    "SQLITE_READONLY": _read_only,
    "SQLITE_CANTOPEN": lambda: _(
        "“{file}” cannot be written, because its folder is read-only or gone; save the session"
        " elsewhere."
    ),
    "SQLITE_PERM": lambda: _(
        "“{file}” cannot be written, because this account may not write there; save the"
        " session elsewhere."
    ),
    "SQLITE_IOERR": lambda: _(
        "“{file}” cannot be written, because the disk reported a fault; save the session elsewhere."
    ),
    "SQLITE_CORRUPT": _changed,
    "SQLITE_CONSTRAINT": _changed,  # a guard of ours, or a rule that a stranger added
    "SQLITE_NOTADB": lambda: _(
        "“{file}” cannot be written, because it has been overwritten by something else; save"
        " the session elsewhere."
    ),
}


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
        raise _fault(cause(), path) from error
    except OSError as error:
        if error.errno == errno.ENAMETOOLONG:
            raise name_too_long(path) from error
        template = _("“{file}” cannot be written ({reason}); save the session elsewhere.")
        reason = disk_reason(error)
        raise RecordFault(fill(template, file=path.name, reason=reason)) from error
