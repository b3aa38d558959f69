"""The parts that a day is made of."""

from __future__ import annotations

from datetime import datetime
from enum import Enum
from typing import NamedTuple


class Kind(Enum):
    """What a part of the day is."""

    PRACTICE = "practice"
    TURN = "turn"
    BREAK = "break"
    HOT_WASH = "hot_wash"


class When(Enum):
    """Where a part lies as seen from now."""

    OVER = "over"
    NOW = "now"
    TO_COME = "to_come"


class PhasePart(NamedTuple):
    """What a phase takes of a turn, in minutes, gone by and to come."""

    phase: str
    minutes: float


class Part(NamedTuple):
    """A part of the day, in the order of the clock; ``begins`` by the laptop's clock.

    ``minutes`` are those that it took, or is to take at this pace; ``left`` those still to come.
    A turn that a break lies in is two parts. ``turn`` is 0 for what is none. ``phases`` hold those
    that are over and those to come.
    """

    kind: Kind
    minutes: float
    left: float = 0.0
    turn: int = 0
    name: str = ""
    phases: tuple[PhasePart, ...] = ()
    begins: datetime = datetime.min
    when: When = When.TO_COME

    def joined(self, later: Part) -> Part:
        """This part and the rest of it as one."""
        phases = {each.phase: each.minutes for each in self.phases}
        for each in later.phases:
            phases[each.phase] = phases.get(each.phase, 0.0) + each.minutes
        return self._replace(
            minutes=self.minutes + later.minutes,
            left=self.left + later.left,
            phases=tuple(PhasePart(phase, minutes) for phase, minutes in phases.items()),
        )

    def goes_on_as(self, later: Part) -> bool:
        """Whether what comes next is the same part."""
        return (self.kind, self.turn, self.name) == (later.kind, later.turn, later.name)
