"""Places at the table, the aims behind them, and ways of sharing them out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from idlib_wargame.rules.conditions.condition import Condition
from idlib_wargame.rules.pack.basis import Basis


@dataclass(frozen=True, slots=True)
class Seat:
    """A place at the table. A control seat is the white cell's. ``allies`` may act jointly with it.

    ``tables`` are the rule tables it may order from; none named means all. ``part_of`` names the
    actor it shares with other seats, where it does.
    """

    id: str
    name: str
    colour: str
    control: bool = False
    orders: int | None = None
    allies: frozenset[str] = frozenset()
    summary: str = ""
    brief: str = ""
    tables: tuple[str, ...] = ()
    part_of: str = ""

    @property
    def actor(self) -> str:
        """The actor it plays: itself, unless it shares one with others."""
        return self.part_of or self.id


@dataclass(frozen=True, slots=True)
class Aim:
    """A seat's private aim, met if the condition holds when the exercise ends."""

    id: str
    seat: str
    text: str
    when: Condition
    basis: Basis = Basis()


@dataclass(frozen=True, slots=True)
class Duty:
    """What some actors have to see to in each turn in which ``when`` holds as it begins."""

    id: str
    seats: tuple[str, ...]
    when: Condition
    text: str
    basis: Basis = Basis()


@dataclass(frozen=True, slots=True)
class Part:
    """A seat that shares an actor with others: ``of`` is the actor, ``tables`` what it orders."""

    id: str
    of: str
    name: str
    orders: int
    tables: tuple[str, ...] = ()
    summary: str = ""


@dataclass(frozen=True, slots=True)
class Arrangement:
    """A way of sharing the actors out: who sits with whom, what control plays, what is split.

    ``with_seat`` maps an actor to the seat whose people play it too; ``control`` names the actors
    left to control; ``parts`` replace the actors they are of.
    """

    id: str
    name: str
    summary: str = ""
    with_seat: Mapping[str, str] = field(default_factory=dict)
    control: tuple[str, ...] = ()
    parts: tuple[Part, ...] = ()
