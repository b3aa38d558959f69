"""SQLite's journal beside a session file (-wal): its frames, and whether one of them is damaged.

SQLite stops reading a journal at the first frame that does not match its checksum and takes that
for the end, because a crash in the middle of a write looks the same. A damaged frame would so
drop acknowledged entries without a word. Here, what lies past that point is looked at too.

Sections are those of SQLite's page "Database File Format", https://sqlite.org/fileformat2.html.
All numbers are of 32 bits and big-endian, but for those that the checksums are taken over.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator
from typing import NamedTuple

from idlib_wargame.record.file_format import PAGE_BYTES

# Section 4.1, the header of the journal: its mark, which also tells the order of the bytes that
# checksums are taken over; two salts, new each time that the journal is begun again; two sums.
_HEADER_BYTES = 32
_BIG_ENDIAN = b"\x37\x7f\x06\x83"  # offset 0; the last bit is 0 for little-endian
_SALTS = slice(16, 24)
_SUMS = slice(24, 32)

# Section 4.1, the header of each frame, before the page itself: the page's number, the length of
# the file after a commit (0 within one), the journal's salts again, two sums.
_FRAME_HEADER_BYTES = 24
_FRAME_BYTES = _FRAME_HEADER_BYTES + PAGE_BYTES
_FRAME_PAGE = slice(0, 4)
_FRAME_SUMMED = slice(0, 8)  # what the sums cover of a frame's header
_FRAME_SALTS = slice(8, 16)
_FRAME_SUMS = slice(16, 24)

Sums = tuple[int, int]


class Frame(NamedTuple):
    """A page as one append left it.

    ``page`` is its number in the file, counted from 1; ``raw`` holds the frame's header (24 bytes)
    and the page (4096 bytes).
    """

    page: int
    raw: bytes

    @property
    def data(self) -> bytes:
        """The page: 4096 bytes."""
        return self.raw[_FRAME_HEADER_BYTES:]


def frames(journal: bytes, after: int = 0) -> Iterator[Frame]:
    """Every whole frame after the first ``after``, sound or not, up to the first that is blank.

    ``journal`` holds the bytes of the whole journal, empty where there is none. Raises nothing,
    whatever they are: frame *n*, counted from 0, stands at 32 + *n* × 4120.
    """
    for start in range(_HEADER_BYTES + after * _FRAME_BYTES, len(journal), _FRAME_BYTES):
        raw = journal[start : start + _FRAME_BYTES]
        if len(raw) < _FRAME_BYTES or not any(raw):
            return
        yield Frame(int.from_bytes(raw[_FRAME_PAGE]), raw)


def pages_in(journal: bytes) -> Iterator[tuple[Frame, bool]]:
    """Every frame of a journal in whatever state, and whether it is as it was written.

    The last may be cut short. A frame is sound if its sums follow from those of the one before.
    """
    order = _order(journal)
    before = _stored_sums(journal[_SUMS])
    for start in range(_HEADER_BYTES, len(journal), _FRAME_BYTES):
        raw = journal[start : start + _FRAME_BYTES]
        frame = Frame(int.from_bytes(raw[_FRAME_PAGE]), raw)
        stored = _stored_sums(raw[_FRAME_SUMS])
        sums = _sums(order, raw[_FRAME_SUMMED] + frame.data, before)
        yield frame, sums == stored and raw[_FRAME_SALTS] == journal[_SALTS]
        before = stored


def is_damaged(journal: bytes, read: int) -> bool:
    """Whether a frame past the first ``read`` (those that SQLite took) is damaged.

    Frames that match their checksums but were never committed are an append that a crash cut
    short: nobody was told that it was recorded, and nothing is wrong. Raises nothing, whatever the
    bytes of the journal are.
    """
    order = _order(journal)
    sums = _sums(order, journal[: _SUMS.start], (0, 0))
    if sums != _stored_sums(journal[_SUMS]):
        # SQLite takes such a journal for none at all; frames in it would then be lost unseen.
        return next(frames(journal), None) is not None
    if read > 0:
        # Each sum goes on from the frame before, so the last one read is where to go on.
        sums = _stored_sums(journal[_HEADER_BYTES + (read - 1) * _FRAME_BYTES :][_FRAME_SUMS])
    for frame in frames(journal, read):
        sums = _sums(order, frame.raw[_FRAME_SUMMED] + frame.data, sums)
        if sums != _stored_sums(frame.raw[_FRAME_SUMS]):
            return True
        if frame.raw[_FRAME_SALTS] != journal[_SALTS]:
            return True
    return False


def _order(journal: bytes) -> str:
    """Struct's sign for the order of the bytes that the sums are taken over."""
    return ">" if journal[:4] == _BIG_ENDIAN else "<"


def _stored_sums(raw: bytes) -> Sums:
    first, second = struct.unpack(">II", raw.rjust(8, b"\0"))
    return first, second


def _sums(order: str, raw: bytes, sums: Sums) -> Sums:
    """SQLite's running checksum over pairs of 32-bit numbers, on from ``sums`` (section 4.2).

    ``order`` is struct's sign for the order of their bytes; what is left past a multiple of 8
    bytes, as only a journal that was cut short has it, is not counted.
    """
    first, second = sums
    whole = raw[: len(raw) // 8 * 8]
    for left, right in struct.iter_unpack(f"{order}II", whole):
        first = (first + left + second) & 0xFFFFFFFF
        second = (second + right + first) & 0xFFFFFFFF
    return first, second
