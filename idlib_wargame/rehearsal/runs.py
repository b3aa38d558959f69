"""What is rehearsed: each habit by the way that is asked for, and every other way a little."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from idlib_wargame.rules.pack.scenario import Scenario
from idlib_wargame.rules.variants import Variant, other_variants

# Turns played by other ways, all together, for each turn that is played by the pack's own. With the
# time to make each of them ready this stays well within as much time again.
SHARE_OF_OTHERS = 0.25


class Run(NamedTuple):
    """A habit, and the way in which the pack is set up: what is empty is the pack's own."""

    habit: str
    start: str = ""
    options: tuple[tuple[str, str], ...] = ()
    turns: int = 0
    arrangement: str = ""

    @property
    def variant(self) -> Variant:
        """How the pack is set up."""
        return Variant(*self[1:])


class Part(NamedTuple):
    """So many sessions of a run."""

    run: Run
    sessions: int


def trials(scenario: Scenario, habits: Sequence[str], sessions: int) -> list[Part]:
    """Every way besides the pack's own, a few sessions each, shared out among the habits.

    ``sessions`` are those that each habit plays by the pack's own way. Every way is played at least
    once, however few they are; a longer one is played less often than a shorter.
    """
    ways = other_variants(scenario)
    parts = []
    for number, way in enumerate(ways):
        turns = sessions * len(habits) * scenario.turns * SHARE_OF_OTHERS / len(ways)
        count = max(1, int(turns / (way.turns or scenario.turns)))
        # Each way begins with another habit, so that with few sessions all have their turn.
        begun = number % len(habits)
        for place, habit in enumerate((*habits[begun:], *habits[:begun])):
            mine = count // len(habits) + (place < count % len(habits))
            if mine:
                parts.append(Part(Run(habit, *way), mine))
    return parts
