"""Who reads, and who may: control, some seats, or the whole room."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

FACILITATOR = "facilitator"  # who did what control did; no seat may be called so


@dataclass(frozen=True, slots=True)
class Reader:
    """Who reads: control, which may read all; a seat; or the room.

    The room is everybody at once (a projector, a replay), so it may read what every seat may.
    """

    seat: str = ""
    is_control: bool = False


CONTROL, ROOM = Reader(is_control=True), Reader()


@dataclass(frozen=True, slots=True)
class Audience:
    """Who may read something. Control always may; ``seats`` are ids."""

    is_everyone: bool = False
    seats: frozenset[str] = frozenset()

    @classmethod
    def of_seats(cls, seats: Iterable[str]) -> Audience:
        """Those seats, and control."""
        return cls(seats=frozenset(seats))

    def admits(self, reader: Reader) -> bool:
        """Whether that reader belongs to it."""
        return self.is_everyone or reader.is_control or reader.seat in self.seats


EVERYONE, ONLY_CONTROL = Audience(is_everyone=True), Audience()
