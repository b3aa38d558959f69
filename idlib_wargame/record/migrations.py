"""The tables of a session file, form by form. A form, once released, is never edited.

Triggers refuse whatever is not the next entry. Refusing update and delete alone would not do:
INSERT OR REPLACE deletes a row without telling the delete trigger, so every insert must carry
the next number.
"""

from __future__ import annotations

from sqlite_utils import Database, Migrations

from idlib_wargame.record import file_format, kept_twice, room_rows, views

MIGRATIONS = Migrations("session file")

_ENTRIES = """
CREATE TABLE entries (
    -- Append-only. The digest is the SHA-256 of six lines: the digest before (64 zeros at first),
    -- number, at, kind, by and body, joined by newlines, none at the end, in UTF-8.
    number INTEGER PRIMARY KEY,
    at TEXT NOT NULL,
    kind TEXT NOT NULL,
    by TEXT NOT NULL,
    body TEXT NOT NULL
        CHECK (CASE WHEN json_valid(body) THEN json_type(body) = 'object' ELSE 0 END),
    digest TEXT NOT NULL CHECK (length(digest) = 64)
)
"""

_GUARDS = {
    "entries_are_never_changed": """BEFORE UPDATE ON entries BEGIN
        SELECT RAISE(ABORT, 'the record is append-only: an entry is never changed'); END""",
    "entries_are_never_deleted": """BEFORE DELETE ON entries BEGIN
        SELECT RAISE(ABORT, 'the record is append-only: an entry is never deleted'); END""",
    "entries_follow_one_another": """BEFORE INSERT ON entries
        WHEN NEW.number IS NOT (SELECT coalesce(max(number), 0) + 1 FROM entries) BEGIN
        SELECT RAISE(ABORT, 'the record is append-only: an entry takes the next number'); END""",
}

_TWICE = (each for first in kept_twice.COPIES for each in kept_twice.both(first))
_GUARDED = {"entries", "names", "room", *_TWICE}

# What a row of the pack is called. Not part of the chain of digests: whoever drops or edits it
# loses nothing, as the pack holds every name.
_NAMES = """
CREATE TABLE IF NOT EXISTS names (
    -- What each row of the pack is called, as row = kind.id. A convenience for views: it can be
    -- made again from the pack.
    row TEXT PRIMARY KEY,
    kind TEXT NOT NULL,
    id TEXT NOT NULL,
    name TEXT NOT NULL
)
"""


@MIGRATIONS()
def form_2(db: Database) -> None:
    """The entries, and beside them the pack and the seed of the dice."""
    db.execute(_ENTRIES)
    kept_twice.create_first(db.conn)


def bring_up_to_date(db: Database) -> None:
    """Applies the forms that the file lacks and renews triggers and views, all or nothing.

    A table of names, or of the room, that somebody dropped is put back empty: so that views can be
    read, and the room has where to keep things.
    """
    with db.atomic():
        MIGRATIONS.apply(db)
        db.execute(_NAMES)
        db.execute(room_rows.TABLE)
        _drop_foreign_triggers(db)
        for name, rule in _GUARDS.items():
            _renew_trigger(db, name, rule)
        for name, query in views.VIEWS.items():
            db.create_view(name, query, replace=True)
        db.execute(f"PRAGMA user_version = {file_format.FORM}")


def _drop_foreign_triggers(db: Database) -> None:
    """Takes out triggers that are not ours: one could drop an entry without a word."""
    triggers = db.execute("SELECT name, tbl_name FROM sqlite_master WHERE type = 'trigger'")
    for name, table in triggers.fetchall():
        if table.lower() in _GUARDED and name not in _GUARDS:
            quoted = name.replace('"', '""')
            db.execute(f'DROP TRIGGER "{quoted}"')


def _renew_trigger(db: Database, name: str, rule: str) -> None:
    wanted = f"CREATE TRIGGER {name} {rule}"
    found = db.execute(
        "SELECT sql FROM sqlite_master WHERE type = 'trigger' AND name = ?", [name]
    ).fetchone()
    if found == (wanted,):
        return
    db.execute(f"DROP TRIGGER IF EXISTS {name}")
    db.execute(wanted)
