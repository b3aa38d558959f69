"""What marks a SQLite file as a session file, its form, and the columns that every form shares.

Sections are those of SQLite's own page "Database File Format", https://sqlite.org/fileformat2.html.
"""

from __future__ import annotations

# Section 1.3: the header is the first 100 bytes of the file, its numbers big-endian.
MAGIC = b"SQLite format 3\0"  # offset 0 (section 1.3.1)
_WRITE_VERSION = 18  # 2 where newest entries may be in a journal beside it (section 1.3.3)
PAGES = slice(28, 32)  # the length of the file, in pages (section 1.3.7)
USER_VERSION = slice(60, 64)  # the form of a session file (section 1.3.14)
APPLICATION = slice(68, 72)  # APPLICATION_ID in a session file (section 1.3.15)

APPLICATION_ID = 0x5747414D  # "WGAM"
PAGE_BYTES = 4096  # our choice, told to SQLite when a file is made (section 1.3.2)

# The form of entries and tables. The header tells it, and each session's entry "setup" tells the
# one that it began in. Form 1 was never released, and nothing reads it; form 2 came with 0.2.0.
# Each form that was released is read for ever, and a change is a new form.
FORM = 2
FIRST_FORM = 2  # the oldest that is read

COLUMNS = "number, at, kind, by, body, digest"
INSERT = f"INSERT INTO entries ({COLUMNS}) VALUES (?, ?, ?, ?, ?, ?)"


def in_journal_mode(header: bytes) -> bool:
    """Whether a header says that the newest entries may be in the journal beside the file (-wal).

    A record that was closed says no: everything is in the one file.
    """
    return header.startswith(MAGIC) and header[_WRITE_VERSION : _WRITE_VERSION + 1] == b"\x02"
