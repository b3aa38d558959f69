"""How bots lean."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from idlib_wargame.rules.conditions.condition import ALWAYS, Condition


@dataclass(frozen=True, slots=True)
class Pick:
    """A habit's leaning to a move (with a choice): weight 1 or more, when the condition holds."""

    move: str
    weight: int
    choice: str = ""
    when: Condition = ALWAYS


@dataclass(frozen=True, slots=True)
class Habit:
    """How a bot plays each seat. A seat without picks plays any legal order.

    ``name`` is "" for the habit that no pack names, of playing at random.
    """

    id: str
    name: str
    summary: str = ""
    seats: Mapping[str, tuple[Pick, ...]] = field(default_factory=dict)
