"""The numbers a situation is made of, and how they move."""

from __future__ import annotations

from dataclasses import dataclass

from idlib_wargame.rules.pack.basis import Basis


@dataclass(frozen=True, slots=True)
class Level:
    """From this value up, until the next level, a track reads as these words."""

    at_least: int
    words: str


@dataclass(frozen=True, slots=True)
class Track:
    """A number the situation is made of. A counter is a track that only the tool looks at.

    ``rise`` and ``fall`` are the most it may move in one turn, each 0 or more; None sets no bound.
    ``seen_by`` names the seats that may know it; None means all.
    """

    id: str
    name: str
    low: int
    high: int
    start: int
    meaning: str = ""
    unit: str = ""
    group: str = ""
    levels: tuple[Level, ...] = ()
    rise: int | None = None
    fall: int | None = None
    counter: bool = False
    seen_by: frozenset[str] | None = None
    basis: Basis = Basis()


@dataclass(frozen=True, slots=True)
class Effect:
    """A track moves ``by`` so much, but not past ``up_to`` or ``down_to`` on this account."""

    track: str
    by: int
    up_to: int | None = None
    down_to: int | None = None


Effects = tuple[Effect, ...]
