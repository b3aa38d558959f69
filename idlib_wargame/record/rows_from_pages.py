"""Rows read straight from the leaves of a damaged file, for when SQLite will not go on.

A flipped byte in the header, the schema or a branch of the tree makes SQLite give up on entries
that are themselves sound. So every page that looks like a leaf is read for rows of six columns
(the number, then five texts), here and in the journal. Nothing is believed: the chain of
digests decides which rows count.

Sections are those of SQLite's page "Database File Format", https://sqlite.org/fileformat2.html.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import pairwise

from idlib_wargame.record.file_format import PAGE_BYTES
from idlib_wargame.record.journal import frames

Row = tuple[bytes, ...]

# Section 1.6. A leaf of a table begins with its header of 8 bytes; then come the pointers to its
# cells, one a row, two bytes each. In our files, a leaf has its whole page to itself: nothing is
# reserved at the page's end, and page 1 holds the schema, not entries.
_LEAF = 0x0D  # offset 0
_CELLS = slice(3, 5)  # how many
_POINTERS = 8  # offset of the first

# Section 1.6, "payload overflow": a row of up to so many bytes stands on its leaf whole; of a
# longer one, at least so many do, then the number of the page where it goes on.
_MOST_LOCAL = PAGE_BYTES - 35
_LEAST_LOCAL = (PAGE_BYTES - 12) * 32 // 255 - 23

# Section 1.7: each page that it spills over to begins with the number of the next; 0 on the last.
_NEXT_BYTES = 4

# Section 2.1: before a row's values stand their serial types. An odd one from 13 on is a text of
# (type - 13) / 2 bytes; 0 is NULL, and stands for a number that is the row's own key (2.3).
_TEXT = 13
_KEY = 0


def rows_from_pages(file: bytes, journal: bytes) -> dict[int, list[Row]]:
    """Every row found, by its number: time, kind, by, body and digest, as bytes of text.

    ``file`` and ``journal`` hold the bytes of both, whatever state they are in. A number may have
    several rows, as a page may stand in the file and in the journal. Raises nothing.
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
    """Each row of a leaf that can be read, with its number; what is damaged is passed over.

    A cell holds the row's length in bytes, its key and then the row (section 1.6).
    """
    count = min(int.from_bytes(leaf[_CELLS]), PAGE_BYTES // 2)
    places = range(_POINTERS, _POINTERS + 2 * count, 2)
    pointers = [leaf[place : place + 2] for place in places]
    for pointer in pointers:
        try:
            size, place = _varint(leaf, int.from_bytes(pointer))
            number, place = _varint(leaf, place)
            yield number, _texts(_payload(leaf, place, size, pages))
        except (IndexError, KeyError, ValueError):
            continue


def _payload(leaf: bytes, place: int, size: int, pages: Mapping[int, bytes]) -> bytes:
    """A row's bytes: as many as a leaf may hold, then those on the pages it spills over to.

    ``place`` is the offset in the leaf, ``size`` the length in bytes. ValueError for a length that
    cannot be, KeyError for a page that is not there.
    """
    if size > len(pages) * PAGE_BYTES:
        raise ValueError(f"found a row of {size} bytes, more than the file holds")
    local = size
    if size > _MOST_LOCAL:
        spilled = _LEAST_LOCAL + (size - _LEAST_LOCAL) % (PAGE_BYTES - _NEXT_BYTES)
        local = spilled if spilled <= _MOST_LOCAL else _LEAST_LOCAL
    parts = [leaf[place : place + local]]
    following = leaf[place + local : place + local + _NEXT_BYTES]
    missing = size - local
    while missing > 0:
        page = pages[int.from_bytes(following)]
        following = page[:_NEXT_BYTES]
        parts.append(page[_NEXT_BYTES : _NEXT_BYTES + missing])
        missing -= PAGE_BYTES - _NEXT_BYTES
    return b"".join(parts)


def _texts(payload: bytes) -> Row:
    """The five texts of a row whose first column is its key.

    The row's header holds its own length in bytes, then the serial type of each column (section
    2.1). ValueError for any other row, IndexError for one that is cut short.
    """
    header, place = _varint(payload, 0)
    types: list[int] = []
    while place < header:
        kind, place = _varint(payload, place)
        types.append(kind)
    number, *texts = types
    if number != _KEY or len(texts) != 5 or any(kind < _TEXT or kind % 2 == 0 for kind in texts):
        raise ValueError("found another table's row, expected an entry")
    ends = [header]
    for kind in texts:
        ends.append(ends[-1] + (kind - _TEXT) // 2)
    return tuple(payload[start:end] for start, end in pairwise(ends))


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
