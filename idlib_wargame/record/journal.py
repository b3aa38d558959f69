"""SQLite's journal beside a session file (-wal): its frames, and whether one of them is damaged.

SQLite stops reading a journal at the first frame that does not match its checksum and takes that
for the end, because a crash in the middle of a write looks the same. A damaged frame would so
drop acknowledged entries without a word. Here, what lies past that point is looked at too.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator
from typing import NamedTuple

from idlib_wargame.record.file_format import PAGE_BYTES

_HEADER_BYTES = 32
_FRAME_BYTES = 24 + PAGE_BYTES
_BIG_ENDIAN = b"\x37\x7f\x06\x83"
Sums = tuple[int, int]


class Frame(NamedTuple):
    """A page as one append left it: its number, and the frame's bytes with their own header."""

    page: int
    raw: bytes

    @property
    def data(self) -> bytes:
        """The page."""
        return self.raw[24:]


def frames(journal: bytes, after: int = 0) -> Iterator[Frame]:
    """Every whole frame from number ``after`` on, sound or not, up to the first that is blank."""
    for start in range(_HEADER_BYTES + after * _FRAME_BYTES, len(journal), _FRAME_BYTES):
        raw = journal[start : start + _FRAME_BYTES]
        if len(raw) < _FRAME_BYTES or not any(raw):
            return
        yield Frame(int.from_bytes(raw[:4]), raw)


def is_damaged(journal: bytes, read: int) -> bool:
    """Whether a frame past the first ``read`` (those that SQLite took) is damaged.

    Frames that match their checksums but were never committed are an append that a crash cut
    short: nobody was told that it was recorded, and nothing is wrong.
    """
    order = ">" if journal[:4] == _BIG_ENDIAN else "<"
    sums = _sums(order, journal[:24], (0, 0))
    if sums != _stored_sums(journal[24:32]):
        return next(frames(journal), None) is not None
    if read > 0:
        sums = _stored_sums(journal[_HEADER_BYTES + (read - 1) * _FRAME_BYTES :][16:24])
    for frame in frames(journal, read):
        sums = _sums(order, frame.raw[:8] + frame.data, sums)
        if sums != _stored_sums(frame.raw[16:24]) or frame.raw[8:16] != journal[16:24]:
            return True
    return False


def _stored_sums(raw: bytes) -> Sums:
    first, second = struct.unpack(">II", raw.rjust(8, b"\0"))
    return first, second


def _sums(order: str, raw: bytes, sums: Sums) -> Sums:
    """SQLite's running checksum over pairs of 32-bit numbers."""
    first, second = sums
    whole = raw[: len(raw) // 8 * 8]
    for left, right in struct.iter_unpack(f"{order}II", whole):
        first = (first + left + second) & 0xFFFFFFFF
        second = (second + right + first) & 0xFFFFFFFF
    return first, second
