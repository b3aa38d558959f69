"""Rows read straight from the leaves of a damaged file, for when SQLite will not go on.

A flipped byte in the header, the schema or a branch of the tree makes SQLite give up on entries
that are themselves sound. So every page that looks like a leaf is read for rows of six columns
(the number, then five texts), here and in the journal. Nothing is believed: the chain of
digests decides which rows count.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import pairwise

from idlib_wargame.record.file_format import PAGE_BYTES
from idlib_wargame.record.journal import frames

Row = tuple[bytes, ...]

_LEAF = 0x0D
_MOST_LOCAL = PAGE_BYTES - 35
_LEAST_LOCAL = (PAGE_BYTES - 12) * 32 // 255 - 23
_TEXT = 13  # the least serial type of a text; odd ones from here on are texts


def rows_from_pages(file: bytes, journal: bytes) -> dict[int, list[Row]]:
    """Every row found, by its number: time, kind, by, body and digest, as bytes of text.

    A number may have several rows, as a page may stand in the file and in the journal.
    """
    pages = {
        start // PAGE_BYTES + 1: file[start : start + PAGE_BYTES]
        for start in range(0, len(file), PAGE_BYTES)
    }
    leaves = [page for page in pages.values() if page[0] == _LEAF]
    for frame in frames(journal):
        pages[frame.page] = frame.data
        if frame.data[0] == _LEAF:
            leaves.append(frame.data)
    found: dict[int, list[Row]] = {}
    for leaf in leaves:
        for number, row in _rows(leaf, pages):
            found.setdefault(number, []).append(row)
    return found


def _rows(leaf: bytes, pages: Mapping[int, bytes]) -> Iterator[tuple[int, Row]]:
    count = min(int.from_bytes(leaf[3:5]), PAGE_BYTES // 2)
    pointers = [leaf[place : place + 2] for place in range(8, 8 + 2 * count, 2)]
    for pointer in pointers:
        try:
            size, place = _varint(leaf, int.from_bytes(pointer))
            number, place = _varint(leaf, place)
            yield number, _texts(_payload(leaf, place, size, pages))
        except (IndexError, KeyError, ValueError):
            continue


def _payload(leaf: bytes, place: int, size: int, pages: Mapping[int, bytes]) -> bytes:
    """A row's bytes: as many as a leaf may hold, then those on the pages it spills over to."""
    if size > len(pages) * PAGE_BYTES:
        raise ValueError(f"found a row of {size} bytes, more than the file holds")
    local = size
    if size > _MOST_LOCAL:
        spilled = _LEAST_LOCAL + (size - _LEAST_LOCAL) % (PAGE_BYTES - 4)
        local = spilled if spilled <= _MOST_LOCAL else _LEAST_LOCAL
    parts = [leaf[place : place + local]]
    following = leaf[place + local : place + local + 4]
    missing = size - local
    while missing > 0:
        page = pages[int.from_bytes(following)]
        following = page[:4]
        parts.append(page[4 : 4 + missing])
        missing -= PAGE_BYTES - 4
    return b"".join(parts)


def _texts(payload: bytes) -> Row:
    """The five texts of a row whose first column is the number. ValueError for any other row."""
    header, place = _varint(payload, 0)
    types: list[int] = []
    while place < header:
        kind, place = _varint(payload, place)
        types.append(kind)
    number, *texts = types
    if number != 0 or len(texts) != 5 or any(kind < _TEXT or kind % 2 == 0 for kind in texts):
        raise ValueError("found another table's row, expected an entry")
    ends = [header]
    for kind in texts:
        ends.append(ends[-1] + (kind - _TEXT) // 2)
    return tuple(payload[start:end] for start, end in pairwise(ends))


def _varint(raw: bytes, place: int) -> tuple[int, int]:
    """SQLite's number of one to nine bytes, and the place after it."""
    value = 0
    for step in range(8):
        byte = raw[place + step]
        value = value << 7 | byte & 0x7F
        if byte < 0x80:
            return value, place + step + 1
    return value << 8 | raw[place + 8], place + 9
