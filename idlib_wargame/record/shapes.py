"""Whether the tables of a file are of the shape that a session file's have.

Asked before anything is read from them: a view under the name of a table may run for ever, and a
table of another shape would be understood wrongly.
"""

from __future__ import annotations

import sqlite3

from idlib_wargame.record import kept_twice
from idlib_wargame.record.reading_stops import Stop, Unsound

_ENTRIES = "number", "at", "kind", "by", "body", "digest"
_PACK = "number", "path", "sha256", "zlib"
_SECRETS = "name", "value", "sha256"
_COLUMNS: dict[str, tuple[str, ...]] = {
    "entries": _ENTRIES,
    **dict.fromkeys(kept_twice.both(kept_twice.FILES), _PACK),
    **dict.fromkeys(kept_twice.both(kept_twice.SECRETS), _SECRETS),
    "names": ("row", "kind", "id", "name"),
    "room": ("owner", "name", "value"),
    "_sqlite_migrations": ("id", "migration_set", "name", "applied_at"),
}


def tables_of(connection: sqlite3.Connection) -> set[str]:
    """Which of our tables a file has."""
    return {name for name, _kind, _root in _masters(connection)}


def check_shapes(connection: sqlite3.Connection) -> None:
    """Raises Unsound where something else bears the name of one of our tables.

    What is not there is no fault of shape.
    """
    for name, kind, root in _masters(connection):
        # A virtual table has no page of its own.
        if kind != "table" or not root or _columns(connection, name) != _COLUMNS[name]:
            raise Unsound(Stop.SHAPE)


def _masters(connection: sqlite3.Connection) -> list[tuple[str, str, int]]:
    rows = connection.execute("SELECT lower(name), type, rootpage FROM sqlite_master")
    return [row for row in rows if row[0] in _COLUMNS]


def _columns(connection: sqlite3.Connection, table: str) -> tuple[str, ...]:
    """The names of its columns, those that are worked out from others marked as such."""
    sql = "SELECT iif(hidden, '', name) FROM pragma_table_xinfo(?) ORDER BY cid"
    return tuple(name for (name,) in connection.execute(sql, [table]))
