"""Dice, addressed by turn, step and order.

A die depends on its address and on nothing thrown before it, so a re-adjudication or a branch
throws the same dice for the same order. Provable dice can be recomputed by anyone who has the
published seed::

    digest = HMAC-SHA-256(key = seed, message = address)
    skip every byte of 252 or more; each byte left gives the die  byte % 6 + 1

If the 32 bytes run out, the digest of ``address + "/more"`` follows, and so on.
"""

from __future__ import annotations

import hashlib
import hmac
from collections.abc import Mapping
from typing import Protocol

Pair = tuple[int, int]
SEED_BYTES = 32
_FAIR_BELOW = 252  # the greatest multiple of six that a byte can hold


class Dice(Protocol):
    """Anything that throws dice for an address."""

    def pair(self, address: str) -> Pair:
        """Two dice, each 1 to 6."""
        ...

    def below(self, address: str, bound: int) -> int:
        """A number from 0 to bound - 1, each equally likely."""
        ...


class ProvableDice:
    """Dice from a secret seed of 32 bytes, whose fingerprint is shown before play."""

    def __init__(self, seed: bytes) -> None:
        if len(seed) != SEED_BYTES:
            raise ValueError(f"found a seed of {len(seed)} bytes, expected {SEED_BYTES}")
        self.seed = seed

    @property
    def fingerprint(self) -> str:
        """SHA-256 of the seed, in hexadecimal."""
        return fingerprint_of(self.seed)

    def pair(self, address: str) -> Pair:
        """The first two dice of the address."""
        first = 0
        message = address
        while True:
            for byte in hmac.digest(self.seed, message.encode(), "sha256"):
                if byte < _FAIR_BELOW:
                    if first:
                        return first, byte % 6 + 1
                    first = byte % 6 + 1
            message += "/more"

    def below(self, address: str, bound: int) -> int:
        """Eight bytes at a time, rejecting what would favour the small numbers."""
        limit = (1 << 64) - (1 << 64) % bound
        message = address
        while True:
            digest = hmac.digest(self.seed, message.encode(), "sha256")
            for start in range(0, 32, 8):
                number = int.from_bytes(digest[start : start + 8])
                if number < limit:
                    return number % bound
            message += "/more"


class LoadedDice:
    """Dice that fall as told, by address; anything else falls as ``otherwise``."""

    def __init__(self, falls: Mapping[str, Pair] | None = None, otherwise: Pair = (3, 4)) -> None:
        self._falls = dict(falls or {})
        self._otherwise = otherwise

    def pair(self, address: str) -> Pair:
        """The pair told for this address."""
        return self._falls.get(address, self._otherwise)

    def below(self, address: str, bound: int) -> int:
        """The sum of the pair, brought below the bound."""
        return sum(self.pair(address)) % bound


def fingerprint_of(seed: bytes) -> str:
    """SHA-256 of a seed, in hexadecimal."""
    return hashlib.sha256(seed).hexdigest()


def seed_from_number(number: int) -> bytes:
    """The seed that a whole number stands for: SHA-256 of its decimal digits."""
    return hashlib.sha256(str(number).encode()).digest()
