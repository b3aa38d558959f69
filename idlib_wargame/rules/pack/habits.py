"""How bots lean."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from idlib_wargame.rules.conditions.condition import ALWAYS, Condition

# Words that a pick may hold in place of a move, so that no move may be called by them.
PASS: Final = "pass"  # the slot stays empty
ANY: Final = "any"  # whatever is legal, each order as likely as the next


@dataclass(frozen=True, slots=True)
class Pick:
    """A habit's leaning to a move (with a choice): weight 1 or more, when the condition holds.

    The weight is shared among all that the pick may come to: the choices of the move that are legal
    then, or for ``ANY`` all legal orders.
    """

    move: str
    weight: int
    choice: str = ""
    when: Condition = ALWAYS


@dataclass(frozen=True, slots=True)
class Habit:
    """How a bot plays each actor's seats: its picks by actor.

    What no pick allows is not played: a bot then orders less than it may, and nothing for an actor
    that the habit leaves out. A habit that names nobody at all plays any legal order for everybody.
    ``name`` is "" for the habit that no pack names, of playing at random.
    """

    id: str
    name: str
    summary: str = ""
    seats: Mapping[str, tuple[Pick, ...]] = field(default_factory=dict)

    def picks(self, actor: str) -> tuple[Pick, ...]:
        """How it leans as that actor."""
        return self.seats.get(actor, ()) if self.seats else (Pick(ANY, 1),)
