"""Joins the rows that were found to a record: the run from entry 1, and what stands loose after.

Rows come from pages that may be damaged, several of one number perhaps, and nothing of them is
believed. An entry is proved by its digest, which follows from the one before; where its own stored
digest is what was damaged, by the digest of the next.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from typing import NamedTuple

from idlib_wargame.record.entry import BEGINNING, Entry, entry_after
from idlib_wargame.record.mending import mended
from idlib_wargame.record.rows_from_pages import Row

_MOST_MENDINGS = 3  # in one file, as each may take seconds


class Loose(NamedTuple):
    """An entry after a gap, which nothing joins to the beginning.

    ``proved`` says that its digest follows from that of the entry before it, as that stands in the
    file. What follows upon an entry of which nothing is left cannot be proved so.
    """

    entry: Entry
    proved: bool


class Joined(NamedTuple):
    """What came of the rows: ``entries`` run from 1 without a gap; ``loose`` come after one.

    ``mended`` are the numbers of those of which one bit had been flipped.
    """

    entries: tuple[Entry, ...]
    loose: tuple[Loose, ...]
    mended: tuple[int, ...]


def joined(rows: Mapping[int, Sequence[Row]]) -> Joined:
    """The record that the rows make, by their numbers. Raises nothing, whatever they hold."""
    return _Joining(rows).joined()


def sound_entry(head: str, number: int, row: Sequence[object]) -> Entry | None:
    """The entry of a row (time, kind, by, body, digest, as bytes); None where it is not sound."""
    entry = _entry_after(head, number, row)
    return entry if entry is not None and entry.digest.encode() == row[-1] else None


class _Joining:
    def __init__(self, rows: Mapping[int, Sequence[Row]]) -> None:
        self._rows = rows
        self._mended: list[int] = []
        self._tries = _MOST_MENDINGS

    def joined(self) -> Joined:
        run: list[Entry] = []
        loose: list[Loose] = []
        accepted: Loose | None = None
        for number in sorted(self._rows):
            follows = accepted is not None and accepted.entry.number == number - 1
            accepted = self._accepted(number, accepted if follows else None)
            if accepted is None:
                continue
            if accepted.proved and number == len(run) + 1:
                run.append(accepted.entry)
            else:
                loose.append(accepted)
        # A row that was moved within the file leaves its trace, perhaps under another number.
        proved = (each.entry for each in loose if each.proved)
        known = {entry.digest for entry in (*run, *proved)}
        kept = (each for each in loose if each.proved or each.entry.digest not in known)
        return Joined(tuple(run), tuple(kept), tuple(self._mended))

    def _accepted(self, number: int, before: Loose | None) -> Loose | None:
        rows, heads = self._rows, list(_heads(self._rows, number, before))
        for head in heads:
            for row in rows[number]:
                entry = sound_entry(head, number, row)
                entry = entry or _proved_by_the_next(rows, head, number, row)
                if entry is not None:
                    return Loose(entry, proved=True)
        if number == 1 or (before is not None and before.proved):
            return self._given_back(heads[0], number)  # what it follows on is known
        found = (_as_it_stands(number, row) for row in rows[number])
        entry = next(filter(None, found), None)
        return Loose(entry, proved=False) if entry is not None else None

    def _given_back(self, head: str, number: int) -> Loose | None:
        for row in self._rows[number]:
            self._tries -= 1
            if self._tries >= 0 and (entry := mended(head, number, row)) is not None:
                self._mended.append(number)
                return Loose(entry, proved=True)
        return None


def _heads(rows: Mapping[int, Sequence[Row]], number: int, before: Loose | None) -> Iterator[str]:
    """The digests that an entry may follow on."""
    if number == 1:
        yield BEGINNING
    if before is not None:
        yield before.entry.digest
    for *_row, digest in rows.get(number - 1, ()):
        if len(digest) == len(BEGINNING) and digest.isascii():
            yield digest.decode()


def _proved_by_the_next(
    rows: Mapping[int, Sequence[Row]], head: str, number: int, row: Row
) -> Entry | None:
    entry = _entry_after(head, number, row)
    if entry is None:
        return None
    following = rows.get(number + 1, ())
    proved = any(sound_entry(entry.digest, number + 1, each) for each in following)
    return entry if proved else None


def _entry_after(head: str, number: int, row: Sequence[object]) -> Entry | None:
    try:
        at, kind, by, text, _digest = (
            column.decode() for column in row if isinstance(column, bytes)
        )
        return entry_after(head, number, at, kind, by, text)
    except ValueError:
        return None


def _as_it_stands(number: int, row: Row) -> Entry | None:
    """The entry of a row that nothing proves, with the digest that it holds."""
    entry = _entry_after(BEGINNING, number, row)
    try:
        if entry is None or not isinstance(json.loads(entry.body.text), dict):
            return None
        datetime.fromisoformat(entry.at)
        return entry._replace(digest=row[-1].decode())
    except (ValueError, RecursionError):
        return None
