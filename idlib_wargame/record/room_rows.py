"""What the room keeps beside the chain of entries: what people have typed and not sent, and who may
come back on which device.

It is no part of the exercise: no digest covers it, no undo touches it, and whoever drops the table
costs people what they had not sent, and no more.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping

from idlib_wargame.record.faults import RecordFault
from idlib_wargame.words.language import _, fill

Rows = Mapping[tuple[str, str], str]  # texts by owner and name; "" for none

MOST_ROWS = 5_000
MOST_BYTES = 30_000  # of a text in UTF-8: ten thousand letters of any script
MOST_IN_ALL = 20_000_000  # bytes: all of it is held in memory too
_MOST_OF_NAME = 200  # characters of an owner or a name

TABLE = """
CREATE TABLE IF NOT EXISTS room (
    -- What people have typed and not sent, each for its author alone, and which devices may come
    -- back: kept by the room's server. No part of the record; whoever drops it loses nothing of
    -- the exercise. A copy of the file that the program makes for others leaves it out.
    owner TEXT NOT NULL,
    name TEXT NOT NULL,
    value TEXT NOT NULL,
    PRIMARY KEY (owner, name)
)
"""
_PUT = "INSERT OR REPLACE INTO room (owner, name, value) VALUES (?, ?, ?)"
_TAKE = "DELETE FROM room WHERE owner = ? AND name = ?"
_READ = "SELECT CAST(owner AS BLOB), CAST(name AS BLOB), CAST(value AS BLOB) FROM room LIMIT ?"


class TooMuch(RecordFault):
    """More than the room may keep; nothing of it was kept."""


class RoomRows:
    """All that is kept, by owner and name."""

    def __init__(self, rows: Rows | None = None) -> None:
        self._texts: dict[str, dict[str, str]] = {}
        self._count = self._bytes = 0
        self.take_in(rows or {})

    def of(self, owner: str) -> Mapping[str, str]:
        """What is kept for an owner, by name."""
        return dict(self._texts.get(owner, {}))

    @property
    def all(self) -> Rows:
        """Everything."""
        return {
            (owner, name): text
            for owner, texts in self._texts.items()
            for name, text in texts.items()
        }

    def fit(self, rows: Rows) -> Rows:
        """Those rows as they can be kept beside the others. Raises TooMuch where they cannot."""
        fit = {(_whole(owner), _whole(name)): _whole(text) for (owner, name), text in rows.items()}
        for (owner, name), text in fit.items():
            if not (_is_name(owner) and _is_name(name)):
                raise TooMuch(_("That cannot be kept: it has no name that can be kept with it."))
            if len(text.encode()) > MOST_BYTES:
                said = _("This text is too long to be kept before it is sent: more than {most} kB.")
                raise TooMuch(fill(said, most=MOST_BYTES // 1000))
        count, size = self._with(fit)
        grows = count > self._count or size > self._bytes
        if grows and (count > MOST_ROWS or size > MOST_IN_ALL):
            raise TooMuch(_("There is no room for more texts that are not sent yet."))
        return fit

    def take_in(self, rows: Rows) -> None:
        """Have these too, in place of those of the same owners and names."""
        self._count, self._bytes = self._with(rows)
        for (owner, name), text in rows.items():
            texts = self._texts.setdefault(owner, {})
            texts.pop(name, None)
            if text:
                texts[name] = text
            if not texts:
                del self._texts[owner]

    def _with(self, rows: Rows) -> tuple[int, int]:
        """How many rows there would be with these, and how many bytes."""
        count, size = self._count, self._bytes
        for (owner, name), text in rows.items():
            was = self._texts.get(owner, {}).get(name, "")
            count += bool(text) - bool(was)
            size += len(text.encode()) - len(was.encode())
        return count, size


def put(db: sqlite3.Connection, rows: Rows) -> None:
    """Writes rows into the table; an empty text takes one out."""
    db.executemany(_TAKE, (key for key, text in rows.items() if not text))
    db.executemany(_PUT, ((*key, text) for key, text in rows.items() if text))


def read(db: sqlite3.Connection) -> RoomRows:
    """What the table of a file holds. What the room does not write is passed over."""
    found = RoomRows()
    for raw in db.execute(_READ, [MOST_ROWS]):
        try:
            owner, name, text = (each.decode() for each in raw)
            found.take_in(found.fit({(owner, name): text}))
        except (UnicodeDecodeError, TooMuch):
            continue
    return found


def _is_name(name: str) -> bool:
    # Three texts in a row are how a secret stands in a file too. Where a damaged one is searched
    # page by page, none of these may be taken for the seed, or the hash of a PIN.
    is_secret = name == "seed" or name.startswith("pin.")
    return 0 < len(name) <= _MOST_OF_NAME and not is_secret


def _whole(text: str) -> str:
    """The text, with the sign for what is lost in place of half a character of a broken paste."""
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
