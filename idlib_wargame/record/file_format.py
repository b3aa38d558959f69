"""What marks a SQLite file as a session file, and the shape that every version of it shares."""

from __future__ import annotations

APPLICATION_ID = 0x5747414D  # "WGAM", in the file's header
FORMAT = 1  # in the file's header as user_version; the newest that this program knows
PAGE_BYTES = 4096
COLUMNS = "number, at, kind, by, body, digest"
INSERT = f"INSERT INTO entries ({COLUMNS}) VALUES (?, ?, ?, ?, ?, ?)"
