"""Which habit speaks for a seat, whether it plays it or not."""

from __future__ import annotations

from idlib_wargame.rules.pack.habits import SILENT
from idlib_wargame.rules.pack.scenario import Scenario
from idlib_wargame.session.play import Play


def habit_for(scenario: Scenario, play: Play, seat: str) -> str:
    """The id of the habit that plays the seat, else of the one that the pack proposes for it.

    That is the first, in the order in which setup proposes them, that has a word on the seat's
    actor: its default, unless that leaves the actor out. "" where none has.
    """
    own = play.setup.of(seat).habit
    if own in scenario.habit_by_id:
        return own
    actor = scenario.actor_of[seat]
    for habit in scenario.habits:
        if habit.picks(actor) or habit.manner(actor) != SILENT:
            return habit.id
    return ""
