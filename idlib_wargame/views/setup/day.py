"""The day that is proposed for a new exercise, and what a plan of it comes to."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta

from idlib_wargame.rules.pack.scenario import Scenario
from idlib_wargame.rules.variants import lengths
from idlib_wargame.session.day import HOT_WASH, DayPlan
from idlib_wargame.views.day.reckoning import ON_TIME
from idlib_wargame.words import day as words
from idlib_wargame.words import setting_up

THREE_HOURS = 180  # minutes: what can be had of busy people
PRACTICE = 10  # minutes of a turn that does not count
LEAST_SHARE = 0.5  # of the pack's minutes: a phase that is shorter is no longer that phase
A_DAY = 24 * 60
ANY_MORNING = datetime(2000, 1, 1, 9)  # how long a day is proposed depends on no hour


def whole_day(scenario: Scenario) -> tuple[int, int]:
    """How many turns are proposed at first, and the minutes of the day that they make."""
    turns, plan = proposed(scenario, ANY_MORNING)
    return turns, plan.whole(turns)


def proposed(scenario: Scenario, begins: datetime) -> tuple[int, DayPlan]:
    """How many turns to play, and the plan of a day of three hours from then on.

    The pack's own length where it fits with the pack's minutes, else the longest of its editions
    that does. Where none does it is the shortest, its phases shorter in proportion.
    """
    ends = begins + timedelta(minutes=THREE_HOURS)
    plan = DayPlan(hot_wash=HOT_WASH, ends_at=f"{ends:%H:%M}", practice=PRACTICE)
    a_turn = minutes_of_turn(scenario.minutes)
    left = room(plan, begins)
    fitting = [turns for turns in lengths(scenario) if turns * a_turn <= left]
    if scenario.turns in fitting:
        turns = scenario.turns
    else:
        turns = max(fitting, default=min(lengths(scenario)))
    return turns, fitted(scenario, turns, plan, begins)


def fitted(scenario: Scenario, turns: int, plan: DayPlan, begins: datetime) -> DayPlan:
    """The plan with the pack's minutes, in proportion shorter where so many turns do not fit.

    No phase gets less than half of what the pack gives it: the day is too short then, and is said
    to be.
    """
    minutes = dict(scenario.minutes)
    a_turn, each = minutes_of_turn(minutes), room(plan, begins) // turns
    if plan.ends_at and each < a_turn:
        minutes = _shortened(minutes, max(each, round(a_turn * LEAST_SHARE)))
    return DayPlan(minutes, plan.hot_wash, plan.ends_at, plan.breaks, plan.practice)


def _shortened(minutes: Mapping[str, int], whole: int) -> dict[str, int]:
    """Phases in proportion that come to so many minutes: what is left over to those cut most."""
    share = whole / minutes_of_turn(minutes)
    shorter = {phase: max(int(count * share), min(count, 1)) for phase, count in minutes.items()}
    lost = sorted(minutes, key=lambda phase: shorter[phase] - minutes[phase] * share)
    for phase in lost[: max(whole - minutes_of_turn(shorter), 0)]:
        shorter[phase] += 1
    return shorter


def minutes_of_turn(minutes: Mapping[str, int]) -> int:
    """The minutes of all phases."""
    return sum(minutes.values())


def room(plan: DayPlan, begins: datetime) -> int:
    """The minutes that are left for turns, beside practice, breaks and hot wash."""
    if not plan.ends_at:
        return A_DAY
    hours, minutes = (int(each) for each in plan.ends_at.split(":"))
    whole = (hours * 60 + minutes - begins.hour * 60 - begins.minute) % A_DAY
    return max(whole - plan.beside, 0)


def day_told(scenario: Scenario, turns: int, plan: DayPlan, begins: datetime) -> list[str]:
    """What the day comes to, a sentence each; none where nobody has said how long phases take."""
    a_turn, packs = minutes_of_turn(plan.minutes), minutes_of_turn(scenario.minutes)
    if not a_turn:
        return []
    over = begins + timedelta(minutes=plan.whole(turns))
    said = [words.begun_at_words(begins, over, turns, a_turn)]
    late = turns * a_turn - room(plan, begins) if plan.ends_at else 0
    if late >= ON_TIME:
        said.append(words.too_long_words(late, plan.ends_at))
    if a_turn < packs:
        said.append(setting_up.shorter_phases_words(a_turn, packs))
    return said
