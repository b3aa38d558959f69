"""Habits put together seat by seat, to ask what a deal is worth to those who seek it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from idlib_wargame.rules.pack.habits import Habit
from idlib_wargame.rules.pack.scenario import Scenario


def together(scenario: Scenario, others: str, **played: str) -> Habit:
    """One habit: the named actors play as the habits given, and all the rest as ``others``."""
    habits = {actor: played.get(actor, others) for actor in scenario.actors}
    rows = scenario.habit_by_id
    return Habit(
        id="+".join((others, *played)),
        name="",
        seats={actor: rows[habit].picks(actor) for actor, habit in habits.items()},
        bargains={actor: rows[habit].manner(actor) for actor, habit in habits.items()},
    )


def with_faith(habit: Habit, faith: Mapping[str, int]) -> Habit:
    """The same, but these actors hold to what they promised so often, in percent."""
    bargains = {
        actor: replace(manner, faith=faith.get(actor, manner.faith))
        for actor, manner in habit.bargains.items()
    }
    return replace(habit, bargains=bargains)
