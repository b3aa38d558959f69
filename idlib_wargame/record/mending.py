"""Gives back an entry of which one bit was flipped.

A digest that is known to be right finds the text that it was taken of: each bit in turn is flipped
back, and if the digest then matches, that is the entry as it was written. Nothing is guessed.
"""

from __future__ import annotations

import hashlib

from idlib_wargame.record.entry import Entry, entry_after
from idlib_wargame.record.rows_from_pages import Row

# The work grows with the square of the length: a second or so for as many bytes as this.
_MOST_BYTES = 20_000


def mended(head: str, number: int, row: Row) -> Entry | None:
    """The entry after ``head`` that a row was before one bit of it was flipped; None if none."""
    *texts, digest = row
    said = b"\n".join((head.encode(), str(number).encode(), *texts))
    if len(said) > _MOST_BYTES or said.count(b"\n") != len(texts) + 1:
        return None
    begins = len(said) - sum(map(len, texts)) - len(texts) + 1
    right = _with_a_bit_flipped(said, begins, digest)
    if right is None:
        return None
    try:
        at, kind, by, text = right[begins:].decode().split("\n")
        entry = entry_after(head, number, at, kind, by, text)
    except ValueError:
        return None
    return entry if _bits_apart(entry.digest.encode(), digest) <= 1 else None


def _with_a_bit_flipped(said: bytes, begins: int, digest: bytes) -> bytes | None:
    """The bytes, from ``begins`` on, of which the digest was taken, or was but for one bit."""
    if _bits_apart(hashlib.sha256(said).hexdigest().encode(), digest) == 1:
        return said
    try:
        wanted = bytes.fromhex(digest.decode())
    except ValueError:
        return None
    so_far, rest = hashlib.sha256(said[:begins]), memoryview(said)
    for place in range(begins, len(said)):
        for bit in range(8):
            trial, flipped = so_far.copy(), bytes([said[place] ^ 1 << bit])
            trial.update(flipped)
            trial.update(rest[place + 1 :])
            if trial.digest() == wanted:
                return said[:place] + flipped + said[place + 1 :]
        so_far.update(rest[place : place + 1])
    return None


def _bits_apart(one: bytes, other: bytes) -> int:
    if len(one) != len(other):
        return 8 * max(len(one), len(other))
    return sum((left ^ right).bit_count() for left, right in zip(one, other, strict=True))
