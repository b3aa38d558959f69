"""The habits of bots as people read them."""

from __future__ import annotations

from idlib_wargame.rules.pack.habits import Habit
from idlib_wargame.words.language import _


def habit_name(habit: Habit) -> str:
    """What the pack calls it; the habit that is the program's own has no name there."""
    return habit.name or _("At random")
