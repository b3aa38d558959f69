"""Rows read straight from the pages of a damaged file, for when SQLite will not go on.

A flipped bit in the header, the schema, a branch of the tree or the list of a page's rows makes
SQLite give up on rows that are themselves sound. So nothing but the rows themselves is asked:
every page, here and in the journal, is searched for the header that begins a row of ours.
Nothing is believed: digests decide which rows count.

Sections are those of SQLite's page "Database File Format", https://sqlite.org/fileformat2.html.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import pairwise

from idlib_wargame.record.file_format import PAGE_BYTES
from idlib_wargame.record.journal import pages_in
from idlib_wargame.record.kept_twice import PackRow, SecretRow

Row = tuple[bytes, ...]

# Section 2.1: before a row's values stand the length of this header in bytes and the serial type of
# each column. 0 is NULL, and stands for a number that is the row's own key (2.3).
_BEGINNING = re.compile(rb"[\x05-\x20]\x00")

# Section 2.1: an odd type from 13 on is a text of (type - 13) / 2 bytes, an even one from 12 on a
# blob of (type - 12) / 2.
_BLOB = 12

# Section 1.6, "payload overflow": a row of up to so many bytes stands on its leaf whole; of a
# longer one, at least so many do, then the number of the page where it goes on.
_MOST_LOCAL = PAGE_BYTES - 35
_LEAST_LOCAL = (PAGE_BYTES - 12) * 32 // 255 - 23

# Section 1.7: each page that it spills over to begins with the number of the next; 0 on the last.
_NEXT_BYTES = 4

# How the row of a secret begins: three texts, the third of 64 bytes, and no key among them.
_SECRET = re.compile(rb"[\x05\x06]([\x0d-\x7f])([\x0d-\x7f]|[\x81-\xff][\x00-\x7f])\x81\x0d")
_DIGEST_LENGTH = 64

# What a file made to hurt may cost: rows of one number that differ, and bytes read for each byte
# that the file has (a page of an open file stands in its journal once for each append to it).
_MOST_ALIKE = 8
_MOST_READ = 32

_ENTRY_COLUMNS = 6
_PACK_COLUMNS = 4


@dataclass(slots=True)
class Found:
    """Every row found: entries by number (time, kind, by, body, digest), pack and secrets.

    A number may have several rows, as a page may stand in the file and in the journal.
    """

    entries: dict[int, list[Row]] = field(default_factory=dict)
    pack: list[PackRow] = field(default_factory=list)
    secrets: list[SecretRow] = field(default_factory=list)


def rows_from_pages(file: bytes, journal: bytes) -> Found:
    """Every row that the bytes of a file and of its journal hold, in whatever state they are.

    Raises nothing.
    """
    starts = range(0, len(file), PAGE_BYTES)
    pages = {start // PAGE_BYTES + 1: file[start : start + PAGE_BYTES] for start in starts}
    searched = list(pages.values())
    for frame, sound in pages_in(journal):
        searched.append(frame.data)
        # A damaged frame may name the wrong page, so it never stands in for a page that is there.
        if sound or frame.page not in pages:
            pages[frame.page] = frame.data
    found = Found()
    left = _MOST_READ * PAGE_BYTES * (len(searched) + 1)
    for page in searched:
        for number, row in _rows(page, pages):
            left -= sum(map(len, row))
            if left < 0:
                return found
            if len(row) == _PACK_COLUMNS - 1:
                found.pack.append(PackRow._make(row))
            else:
                alike = found.entries.setdefault(number, [])
                if row not in alike and len(alike) < _MOST_ALIKE:
                    alike.append(row)
        found.secrets.extend(_secrets(page))
    return found


def _rows(page: bytes, pages: Mapping[int, bytes]) -> Iterator[tuple[int, Row]]:
    """Each row of a page with its number, whatever else the page holds.

    A cell holds the row's length in bytes, its key and then the row (section 1.6). The length is
    worked out from the row's header, as that has to be right anyhow.
    """
    for beginning in _BEGINNING.finditer(page):
        try:
            lengths = _lengths(page, beginning.start())
            number = _key_before(page, beginning.start())
            yield number, _columns(page, beginning.start(), lengths, pages)
        except (IndexError, KeyError, ValueError):
            continue


def _secrets(page: bytes) -> Iterator[SecretRow]:
    """Each secret of a page; none is so long that it would spill over."""
    for beginning in _SECRET.finditer(page):
        types = (_varint(kind, 0)[0] for kind in beginning.groups())
        lengths = *((kind - _BLOB) // 2 for kind in types), _DIGEST_LENGTH
        ends = [beginning.end()]
        for length in lengths:
            ends.append(ends[-1] + length)
        yield SecretRow._make(page[start:end] for start, end in pairwise(ends))


def _lengths(page: bytes, place: int) -> list[int]:
    """The lengths in bytes of a row's header and columns. ValueError for no row of ours."""
    header, end = page[place], place + page[place]
    place += 1
    types: list[int] = []
    while place < end:
        kind, place = _varint(page, place)
        types.append(kind)
    texts = [kind % 2 == 1 for kind in types[1:]]
    entry = len(types) == _ENTRY_COLUMNS and all(texts)
    pack = len(types) == _PACK_COLUMNS and texts == [True, True, False]
    if place != end or min(types[1:]) < _BLOB or not (entry or pack):
        raise ValueError("found another table's row or none, expected an entry or a file")
    return [header, *((kind - _BLOB) // 2 for kind in types[1:])]


def _columns(page: bytes, place: int, lengths: list[int], pages: Mapping[int, bytes]) -> Row:
    payload = _payload(page, place, sum(lengths), pages)
    ends = [0]
    for length in lengths:
        ends.append(ends[-1] + length)
    return tuple(payload[start:end] for start, end in pairwise(ends[1:]))


def _payload(page: bytes, place: int, size: int, pages: Mapping[int, bytes]) -> bytes:
    """A row's bytes: as many as a leaf may hold, then those on the pages it spills over to.

    ``place`` is the offset in the leaf, ``size`` the length in bytes. ValueError for a length that
    cannot be or is not there, KeyError for a page that is not there.
    """
    if size > len(pages) * PAGE_BYTES:
        raise ValueError(f"found a row of {size} bytes, more than the file holds")
    local = size
    if size > _MOST_LOCAL:
        spilled = _LEAST_LOCAL + (size - _LEAST_LOCAL) % (PAGE_BYTES - _NEXT_BYTES)
        local = spilled if spilled <= _MOST_LOCAL else _LEAST_LOCAL
    parts = [page[place : place + local]]
    following = page[place + local : place + local + _NEXT_BYTES]
    missing = size - local
    while missing > 0:
        over = pages[int.from_bytes(following)]
        following = over[:_NEXT_BYTES]
        parts.append(over[_NEXT_BYTES : _NEXT_BYTES + missing])
        missing -= PAGE_BYTES - _NEXT_BYTES
    payload = b"".join(parts)
    if len(payload) < size:
        raise ValueError(f"found {len(payload)} bytes of a row of {size}")
    return payload


def _key_before(page: bytes, place: int) -> int:
    """SQLite's number that ends just before an offset. IndexError where none can."""
    start = place - 1
    while start > 0 and page[start - 1] >= 0x80 and place - start < 8:
        start -= 1
    if start < 0:
        raise IndexError("found a row at the page's first byte, expected its number before it")
    number, end = _varint(page, start)
    if end != place:
        raise ValueError("found a number that does not end where the row begins")
    return number


def _varint(raw: bytes, place: int) -> tuple[int, int]:
    """SQLite's number of one to nine bytes at an offset, and the offset after it (section 1.6).

    Each byte but the ninth gives seven bits, and says with its eighth that there are more.
    IndexError where the bytes end within it.
    """
    value = 0
    for step in range(8):
        byte = raw[place + step]
        value = value << 7 | byte & 0x7F
        if byte < 0x80:
            return value, place + step + 1
    return value << 8 | raw[place + 8], place + 9
