"""What a turn's end does and reads: upkeep, limits, flags, clocks, clauses, ladder, outcomes."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from idlib_wargame.rules.conditions.condition import Condition
from idlib_wargame.rules.pack.basis import Basis
from idlib_wargame.rules.pack.tracks import Effects


@dataclass(frozen=True, slots=True)
class Upkeep:
    """At the turn's end, when the condition holds, the effects follow."""

    id: str
    when: Condition
    effects: Effects
    why: str
    basis: Basis = Basis()


@dataclass(frozen=True, slots=True)
class Limit:
    """While the condition holds, a track may not be brought over ``at_most`` or under ``at_least``.

    A limit never moves a track by itself: what already stands past it stays there.
    ``no_rise`` and ``no_fall`` hold the track at where the turn found it.
    """

    id: str
    track: str
    when: Condition
    why: str
    at_most: int | None = None
    at_least: int | None = None
    no_rise: bool = False
    no_fall: bool = False
    basis: Basis = Basis()


@dataclass(frozen=True, slots=True)
class Flag:
    """A fact that is on or off, read at the end of each turn. A catalyst is a flag in a group."""

    id: str
    name: str
    when: Condition
    group: str = ""
    why: str = ""
    basis: Basis = Basis()


@dataclass(frozen=True, slots=True)
class Clock:
    """A date that matters. ``days_left`` counts from the first day of the turn."""

    id: str
    name: str
    on: date
    why: str = ""
    basis: Basis = Basis()


@dataclass(frozen=True, slots=True)
class Clause:
    """A term of an agreement, scored 0 to 3 at each turn's end by the best condition that holds."""

    id: str
    name: str
    debtors: tuple[str, ...]
    creditors: tuple[str, ...]
    full: Condition
    intermediate: Condition
    minimal: Condition
    due: str = ""
    basis: Basis = Basis()


@dataclass(frozen=True, slots=True)
class Rung:
    """A step of the situation ladder, in force when its condition is the highest that holds."""

    number: int
    name: str
    when: Condition
    why: str = ""
    basis: Basis = Basis()


@dataclass(frozen=True, slots=True)
class Outcome:
    """An ending; the first whose condition holds is the session's."""

    id: str
    name: str
    when: Condition
    text: str = ""
    basis: Basis = Basis()
