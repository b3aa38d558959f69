"""Dice, each pair with an address: the turn, the step and what is rolled for.

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
from typing import NamedTuple, Protocol

Pair = tuple[int, int]
SEED_BYTES = 32
CHANCE = "chance"  # stands where the address of an order has its seat
_FAIR_BELOW = 252  # the greatest multiple of six that a byte can hold


class Address(NamedTuple):
    """Where an order is rolled: ``turn 3/violence/borea/raid/night``; the choice may be missing.

    Its text is what the dice are thrown for and what the record keeps. No two addresses of any kind
    share a text: ids begin with a letter and hold no stroke, and no seat is called "chance".
    """

    turn: int
    step: str
    seat: str
    move: str
    choice: str = ""

    def __str__(self) -> str:
        place = f"turn {self.turn}/{self.step}/{self.seat}/{self.move}"
        return f"{place}/{self.choice}" if self.choice else place

    @classmethod
    def from_text(cls, text: str) -> Address:
        """The address of that text. Raises ValueError for a text of another kind."""
        turn, parts = _parted(text)
        if len(parts) not in (3, 4) or parts[1] == CHANCE:
            raise ValueError(f"found {text!r}, expected turn N/step/seat/move or one word more")
        return cls(turn, *parts)


class ChanceAddress(NamedTuple):
    """Where a chance is rolled, after the orders of a step: ``turn 3/violence/chance/storm``."""

    turn: int
    step: str
    chance: str

    def __str__(self) -> str:
        return f"turn {self.turn}/{self.step}/{CHANCE}/{self.chance}"

    @classmethod
    def from_text(cls, text: str) -> ChanceAddress:
        """The address of that text. Raises ValueError for a text of another kind."""
        turn, parts = _parted(text)
        if len(parts) != 3 or parts[1] != CHANCE:
            raise ValueError(f"found {text!r}, expected turn N/step/chance/ID")
        return cls(turn, parts[0], parts[2])


class HabitAddress(NamedTuple):
    """Where a habit draws a seat's pick, numbered from 1: ``turn 3/habit/hawk/borea/1``.

    Which of the pick's choices it comes to is drawn at ``turn 3/habit/hawk/borea/1/choice``.
    """

    turn: int
    habit: str
    seat: str
    number: int
    last: str = ""

    @property
    def of_choice(self) -> HabitAddress:
        """Where a choice of the pick is drawn."""
        return self._replace(last="/choice")

    def __str__(self) -> str:
        return f"turn {self.turn}/habit/{self.habit}/{self.seat}/{self.number}{self.last}"


class BargainAddress(NamedTuple):
    """Where a habit draws how an actor bargains: ``turn 3/bargain/hawk/borea/offer/peace``.

    ``about`` is a template, or the key of a case with the place of a term where it is about one.
    """

    turn: int
    habit: str
    actor: str
    what: str
    about: str

    def __str__(self) -> str:
        return f"turn {self.turn}/bargain/{self.habit}/{self.actor}/{self.what}/{self.about}"


def _parted(text: str) -> tuple[int, list[str]]:
    """The turn of an address's text and the words after it. Raises ValueError without a turn."""
    head, *parts = text.split("/")
    word, _, turn = head.partition(" ")
    if word != "turn" or not turn.isdecimal():
        raise ValueError(f"found {text!r}, expected an address that begins with turn N/")
    return int(turn), parts


AnyAddress = Address | ChanceAddress | HabitAddress | BargainAddress


class Dice(Protocol):
    """Anything that throws dice for an address."""

    def pair(self, address: AnyAddress) -> Pair:
        """Two dice, each 1 to 6."""
        ...

    def below(self, address: AnyAddress, bound: int) -> int:
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

    def pair(self, address: AnyAddress) -> Pair:
        """The first two dice of the address."""
        first = 0
        message = str(address)
        while True:
            for byte in hmac.digest(self.seed, message.encode(), "sha256"):
                if byte < _FAIR_BELOW:
                    if first:
                        return first, byte % 6 + 1
                    first = byte % 6 + 1
            message += "/more"

    def below(self, address: AnyAddress, bound: int) -> int:
        """Eight bytes at a time, rejecting what would favour the small numbers."""
        limit = (1 << 64) - (1 << 64) % bound
        message = str(address)
        while True:
            digest = hmac.digest(self.seed, message.encode(), "sha256")
            for start in range(0, 32, 8):
                number = int.from_bytes(digest[start : start + 8])
                if number < limit:
                    return number % bound
            message += "/more"


class LoadedDice:
    """Dice that fall as told, by an address's text; anything else falls as ``otherwise``."""

    def __init__(self, falls: Mapping[str, Pair] | None = None, otherwise: Pair = (3, 4)) -> None:
        self._falls = dict(falls or {})
        self._otherwise = otherwise

    def pair(self, address: AnyAddress) -> Pair:
        """The pair told for this address."""
        return self._falls.get(str(address), self._otherwise)

    def below(self, address: AnyAddress, bound: int) -> int:
        """The sum of the pair, brought below the bound."""
        return sum(self.pair(address)) % bound


def fingerprint_of(seed: bytes) -> str:
    """SHA-256 of a seed, in hexadecimal."""
    return hashlib.sha256(seed).hexdigest()


def seed_from_number(number: int) -> bytes:
    """The seed that a whole number stands for: SHA-256 of its decimal digits."""
    return hashlib.sha256(str(number).encode()).digest()
