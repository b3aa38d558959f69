"""How orders of one turn bear on each other."""

from __future__ import annotations

from dataclasses import dataclass

from idlib_wargame.rules.conditions.condition import Condition
from idlib_wargame.rules.pack.basis import Basis
from idlib_wargame.rules.pack.tracks import Effects


@dataclass(frozen=True, slots=True)
class Shift:
    """A modifier on every order that carries one of the tags (or is one of the moves) in ``on``."""

    id: str
    on: frozenset[str]
    when: Condition
    shift: int
    why: str
    seats: frozenset[str] | None = None
    basis: Basis = Basis()


@dataclass(frozen=True, slots=True)
class Principals:
    """A move that is not rolled unless every one of these seats orders it in the same turn."""

    move: str
    seats: tuple[str, ...]
    why: str
    basis: Basis = Basis()


@dataclass(frozen=True, slots=True)
class Joint:
    """Allies who order the same move (one of ``on``) roll once, with this shift."""

    on: frozenset[str]
    shift: int
    why: str
    basis: Basis = Basis()


@dataclass(frozen=True, slots=True)
class Contradiction:
    """When the condition holds, a move's gains on some tracks are halved, and more may follow."""

    id: str
    on: str
    when: Condition
    halves: tuple[str, ...]
    effects: Effects
    why: str
    seats: frozenset[str] | None = None
    basis: Basis = Basis()


@dataclass(frozen=True, slots=True)
class Contest:
    """Orders tagged ``attack`` and ``defence`` that both succeed: only the greater margin stands.

    The loser drops to partial; on equal margins the defence holds.
    """

    id: str
    attack: str
    defence: str
    why: str
    basis: Basis = Basis()


@dataclass(frozen=True, slots=True)
class Chance:
    """After a step, when the condition holds, two dice; at the target or over, the effects follow.

    ``target`` counts for the first of ``targets`` whose condition holds.
    """

    id: str
    after: str
    when: Condition
    targets: tuple[tuple[Condition, int], ...]
    effects: Effects
    why: str
    basis: Basis = Basis()
