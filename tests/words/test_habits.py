"""What people call the habits of bots."""

from __future__ import annotations

from idlib_wargame.rules.pack.habits import Habit
from idlib_wargame.words.habits import habit_name


def test_a_habit_goes_by_the_packs_name_and_the_programs_own_by_ours() -> None:
    """Only the habit of playing at random has no name of its own."""
    assert habit_name(Habit("random", "By dice")) == "By dice"
    assert habit_name(Habit("random", "")) == "At random"
