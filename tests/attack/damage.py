"""Files that are flipped in one bit or cut off, and how much of them is still read."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from random import Random
from typing import NamedTuple

from idlib_wargame.record.salvage import Salvaged, salvage
from idlib_wargame.session.faults import SessionFault
from idlib_wargame.session.reading import read_session
from tests.attack.places import places_of_entries


class Flip(NamedTuple):
    """One flipped bit, and what it cost.

    ``readable`` is the share of entries that are still read; ``replays`` says whether the file
    opens for replay at all, ``whole`` whether the replay has every entry, and ``false`` counts
    entries that were shown as proved and never were.
    """

    place: int
    bit: int
    readable: float
    replays: bool
    whole: bool
    false: int


def flips(path: Path, count: int, number: int = 1) -> Iterator[Flip]:
    """So many flips of one bit each, anywhere in a sound file; ``number`` seeds the choice."""
    raw, true, random = path.read_bytes(), salvage(path), Random(number)
    flipped = path.with_name("flipped.wargame")
    for _flip in range(count):
        place, bit = random.randrange(len(raw)), random.randrange(8)
        damaged = bytearray(raw)
        damaged[place] ^= 1 << bit
        flipped.write_bytes(damaged)
        yield _flipped(flipped, true, place, bit)
        flipped.unlink()


def _flipped(path: Path, true: Salvaged, place: int, bit: int) -> Flip:
    try:
        saved = read_session(path)
    except SessionFault:
        found = salvage(path)
        replays, entries, loose = False, found.entries, found.loose
    else:
        replays, entries, loose = True, saved.entries, saved.loose
    shown = [*entries, *(each.entry for each in loose if each.proved)]
    false = [entry for entry in shown if entry != true.entries[entry.number - 1]]
    count = len(entries) + len(loose)
    whole = replays and len(entries) == len(true.entries)
    return Flip(place, bit, count / len(true.entries), replays, whole, len(false))


class Cut(NamedTuple):
    """A file cut off after ``length`` bytes: the entries that it still holds, and those read."""

    length: int
    held: frozenset[int]
    read: frozenset[int]
    replays: bool


def cuts(path: Path, steps: int) -> Iterator[Cut]:
    """The file cut at so many even steps of its length, and of the stretch that entries lie in.

    A pack's own text comes first and may be most of a file: even steps of the whole would leave
    nearly all cuts there, where no entry is at stake.
    """
    raw, places = path.read_bytes(), places_of_entries(path)
    short = path.with_name("short.wargame")
    first = min(start for spans in places.values() for start, _end in spans)
    stretches = ((0, len(raw)), (first, len(raw)))
    lengths = {
        start + (end - start) * step // steps
        for start, end in stretches
        for step in range(1, steps)
    }
    for length in sorted(lengths):
        short.write_bytes(raw[:length])
        found = salvage(short)
        read = {entry.number for entry in found.entries}
        read |= {each.entry.number for each in found.loose}
        held = {n for n, spans in places.items() if all(end <= length for _, end in spans)}
        yield Cut(length, frozenset(held), frozenset(read), _replays(short))
        short.unlink()


def _replays(path: Path) -> bool:
    try:
        read_session(path)
    except SessionFault:
        return False
    return True
