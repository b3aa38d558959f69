"""What a session file holds beside its chain of entries, twice: the pack's texts and the secrets.

Entry 1 holds the digest of each text. The texts themselves stand compressed in two tables, and so
do the seed of the dice and the other secrets, so that no page of the file is the only one to hold
any of it: a table never shares a page with another, and the second two are laid behind the first.
"""

from __future__ import annotations

import hashlib
import sqlite3
import zlib
from collections.abc import Iterable, Mapping
from typing import NamedTuple

FILES, SECRETS = "pack_files", "secrets"
COPIES = {FILES: "pack_files_again", SECRETS: "secrets_again"}
SEED = "seed"

# The most that the texts may come to in bytes: what a stranger's file may make this program hold.
_MOST_BYTES = 1 << 26

_TABLES = {
    FILES: """
CREATE TABLE IF NOT EXISTS {name} (
    -- The pack, a row for each of its files: the text in UTF-8, compressed by zlib, and the
    -- SHA-256 of the text, which entry 1 holds too. Kept twice: pack_files and pack_files_again.
    number INTEGER PRIMARY KEY,
    path TEXT NOT NULL,
    sha256 TEXT NOT NULL,
    zlib BLOB NOT NULL
)
""",
    SECRETS: """
CREATE TABLE IF NOT EXISTS {name} (
    -- The seed of the dice in hexadecimal, hashes of PINs, and the SHA-256 of each (of the seed's
    -- bytes, of other values in UTF-8). Kept twice: secrets, secrets_again.
    name TEXT NOT NULL,
    value TEXT NOT NULL,
    sha256 TEXT NOT NULL
)
""",
}


class PackRow(NamedTuple):
    """A file of the pack as its table holds it, each as bytes; nothing of it is believed yet."""

    path: bytes
    sha256: bytes
    packed: bytes


class SecretRow(NamedTuple):
    """A secret as its table holds it, each as bytes; nothing of it is believed yet."""

    name: bytes
    value: bytes
    sha256: bytes


def both(first: str) -> tuple[str, str]:
    """The names of a table and of its second copy."""
    return first, COPIES[first]


def create_first(db: sqlite3.Connection) -> None:
    """Makes the first of the tables."""
    for name, table in _TABLES.items():
        db.execute(table.format(name=name))


def lay(
    db: sqlite3.Connection, seed: bytes, files: Mapping[str, str], secrets: Mapping[str, str]
) -> None:
    """Writes the secrets and the texts into the first tables, then makes the second like them.

    What stands there already and is as it should be stays untouched.
    """
    create_first(db)
    for copy in (False, True):
        for first, again in COPIES.items():
            name = again if copy else first
            db.execute(_TABLES[first].format(name=name))
            if first == FILES:
                _lay_files(db, name, files)
            else:
                _lay_secrets(db, name, {SEED: seed.hex(), **secrets})


def keep_secret(db: sqlite3.Connection, name: str, value: str) -> None:
    """Keeps a secret in both tables, in place of the one of that name; "" for none."""
    for table in both(SECRETS):
        db.execute(f"DELETE FROM {table} WHERE name = ?", [name])
        if value:
            row = name, value, _digest_of(name, value)
            db.execute(f"INSERT INTO {table} VALUES (?, ?, ?)", row)


def pack_rows(db: sqlite3.Connection, name: str) -> list[PackRow]:
    """The rows of one of the two tables of texts."""
    rows = db.execute(
        "SELECT CAST(path AS BLOB), CAST(sha256 AS BLOB), CAST(zlib AS BLOB)"
        f" FROM {name} ORDER BY number"
    )
    return [PackRow._make(row) for row in rows if None not in row]


def secret_rows(db: sqlite3.Connection, name: str) -> list[SecretRow]:
    """The rows of one of the two tables of secrets."""
    rows = db.execute(
        "SELECT CAST(name AS BLOB), CAST(value AS BLOB), CAST(sha256 AS BLOB)"
        f" FROM {name} ORDER BY rowid"
    )
    return [SecretRow._make(row) for row in rows if None not in row]


def sound_files(rows: Iterable[PackRow]) -> dict[str, str]:
    """The text of each file by its path, sorted, of whatever rows match their digests."""
    found: dict[str, str] = {}
    room = _MOST_BYTES
    for row in rows:
        path, text = _sound_text(row, room)
        if path and path not in found:
            found[path] = text
            room -= len(text)
    return {path: found[path] for path in sorted(found)}


def sound_secrets(rows: Iterable[SecretRow]) -> dict[str, str]:
    """The value of each secret by its name, of whatever rows match their digests."""
    found: dict[str, str] = {}
    for row in rows:
        try:
            name, value = row.name.decode(), row.value.decode()
            if _digest_of(name, value).encode() == row.sha256:
                found.setdefault(name, value)
        except ValueError:
            continue
    return found


def _digest_of(name: str, value: str) -> str:
    raw = bytes.fromhex(value) if name == SEED else value.encode()
    return hashlib.sha256(raw).hexdigest()


def _lay_files(db: sqlite3.Connection, name: str, files: Mapping[str, str]) -> None:
    # The texts are compared, as another version of zlib may compress them otherwise.
    if sound_files(pack_rows(db, name)) == dict(files):
        return
    db.execute(f"DELETE FROM {name}")
    for number, path in enumerate(sorted(files), 1):
        raw = files[path].encode()
        row = number, path, hashlib.sha256(raw).hexdigest(), zlib.compress(raw, 9)
        db.execute(f"INSERT INTO {name} VALUES (?, ?, ?, ?)", row)


def _lay_secrets(db: sqlite3.Connection, name: str, secrets: Mapping[str, str]) -> None:
    if sound_secrets(secret_rows(db, name)) == dict(secrets):
        return
    db.execute(f"DELETE FROM {name}")
    for each, value in secrets.items():
        db.execute(f"INSERT INTO {name} VALUES (?, ?, ?)", (each, value, _digest_of(each, value)))


def _sound_text(row: PackRow, room: int) -> tuple[str, str]:
    """The path and the text of a row; an empty path where it does not match its digest."""
    try:
        raw = zlib.decompressobj().decompress(row.packed, max(1, room))
        path, text = row.path.decode(), raw.decode()
    except (zlib.error, UnicodeDecodeError):
        return "", ""
    sound = hashlib.sha256(raw).hexdigest().encode() == row.sha256
    return (path, text) if sound else ("", "")
