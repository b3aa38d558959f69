"""Where each entry of a sound file stands, byte by byte: the tree of its table, walked by the book.

Written apart from what the program reads damaged files with, so that it can be held against that.
Sections are those of SQLite's page "Database File Format", https://sqlite.org/fileformat2.html.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

PAGE = 4096
Span = tuple[int, int]


def places_of_entries(path: Path) -> dict[int, list[Span]]:
    """For each entry by its number, the stretches of the file that hold it: from, to (bytes)."""
    with closing(sqlite3.connect(f"{path.as_uri()}?immutable=1", uri=True)) as connection:
        sql = "SELECT rootpage FROM sqlite_master WHERE name = 'entries'"
        (root,) = connection.execute(sql).fetchone()
    return dict(_cells(path.read_bytes(), root))


def _cells(file: bytes, number: int) -> Iterator[tuple[int, list[Span]]]:
    """The cells of a table's page and of those below it (section 1.6)."""
    start = (number - 1) * PAGE
    page = file[start : start + PAGE]
    leaf = page[0] == 13
    first = 8 if leaf else 12
    count = int.from_bytes(page[3:5])
    cells = [int.from_bytes(page[first + 2 * n : first + 2 * n + 2]) for n in range(count)]
    if leaf:
        yield from (_cell(file, start + cell) for cell in cells)
        return
    for cell in cells:
        yield from _cells(file, int.from_bytes(page[cell : cell + 4]))
    yield from _cells(file, int.from_bytes(page[8:12]))


def _cell(file: bytes, place: int) -> tuple[int, list[Span]]:
    size, after = _number(file, place)
    key, after = _number(file, after)
    most, least = PAGE - 35, (PAGE - 12) * 32 // 255 - 23
    if size <= most:
        return key, [(place, after + size)]
    local = least + (size - least) % (PAGE - 4)
    local = local if local <= most else least
    spans, left = [(place, after + local + 4)], size - local
    following = int.from_bytes(file[after + local : after + local + 4])
    while left > 0:
        start = (following - 1) * PAGE
        spans.append((start, start + 4 + min(left, PAGE - 4)))
        following = int.from_bytes(file[start : start + 4])
        left -= PAGE - 4
    return key, spans


def _number(raw: bytes, place: int) -> tuple[int, int]:
    value = 0
    while True:
        value = value << 7 | raw[place] & 0x7F
        place += 1
        if raw[place - 1] < 0x80:
            return value, place
