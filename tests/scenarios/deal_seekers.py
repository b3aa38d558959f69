"""Habits put together seat by seat, to ask what a deal is worth to those who seek it.

The script of who wants the deal is the pack's habit ``conciliatory``: it tables, signs, hands over
and keeps. A seat that is not named plays as the habit for all others says.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from idlib_wargame.rules.pack.habits import AnswerPick, Habit, OfferPick
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


def signing_all(scenario: Scenario, habit: Habit) -> Habit:
    """The same, but everybody tables every template, signs whatever comes and keeps it."""
    rows = scenario.bargain.templates if scenario.bargain else ()
    offers = tuple(OfferPick(row.id, 100) for row in rows)
    manners = {
        actor: replace(
            habit.manner(actor), offers=offers, answers=(AnswerPick(accept=1),), ends=(), faith=100
        )
        for actor in scenario.actors
    }
    return replace(habit, bargains=manners)


def with_faith(habit: Habit, faith: Mapping[str, int]) -> Habit:
    """The same, but these actors sign whatever comes and keep it so often, in percent."""
    bargains = {
        actor: replace(manner, faith=faith[actor], answers=(AnswerPick(accept=1),))
        if actor in faith
        else manner
        for actor, manner in habit.bargains.items()
    }
    return replace(habit, bargains=bargains)
