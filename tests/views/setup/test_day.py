"""The day that is proposed for a new exercise."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from idlib_wargame.packs.reader import PackReading
from idlib_wargame.rules.pack.scenario import Scenario
from idlib_wargame.session.day import DayPlan, PlannedBreak
from idlib_wargame.session.session import Session
from idlib_wargame.views.day.reckoning import reckoned
from idlib_wargame.views.paper_head import glance_words
from idlib_wargame.views.setup.day import fitted, proposed
from idlib_wargame.views.setup.plan import Plan
from idlib_wargame.views.setup.telling import facts_of, what_happens, what_is_played
from idlib_wargame.words.setting_up import length_words

NINE = datetime(2031, 3, 3, 9, 2)
LONG = {"talks": 20, "orders": 10, "adjudication": 11, "report": 4}  # 45 minutes a turn


def _scenario(
    harbour: PackReading, minutes: Mapping[str, int], turns: int, *others: int
) -> Scenario:
    assert harbour.scenario is not None
    return replace(harbour.scenario, minutes=minutes, turns=turns, turn_options=others)


@pytest.mark.parametrize(
    ("minutes", "lengths", "turns", "a_turn"),
    [
        # The pack's own length fits: two and a half hours are left for turns.
        ({"talks": 20, "orders": 10}, (5, 3, 8), 5, 30),
        # It does not, and of its editions the longest that does is taken.
        ({"talks": 20, "orders": 10}, (8, 3, 5, 12), 5, 30),
        # None does: the shortest, with shorter phases.
        (LONG, (8, 4, 12), 4, 37),
        # Not by half: no phase has less than half of its minutes.
        ({"talks": 60, "orders": 60}, (4,), 4, 60),
        # Nobody has said how long a phase takes.
        ({}, (8, 4), 8, 0),
    ],
)
def test_three_hours_are_proposed(
    harbour: PackReading,
    minutes: Mapping[str, int],
    lengths: tuple[int, ...],
    turns: int,
    a_turn: int,
) -> None:
    """From now on, with a practice turn of ten minutes and a hot wash of twenty."""
    scenario = _scenario(harbour, minutes, *lengths)
    found, day = proposed(scenario, NINE)
    assert (found, sum(day.minutes.values())) == (turns, a_turn)
    assert (day.practice, day.hot_wash, day.ends_at, day.breaks) == (10, 20, "12:02", ())


def test_phases_are_shortened_in_proportion(harbour: PackReading) -> None:
    """Each in its share, none to nothing."""
    scenario = _scenario(harbour, {**LONG, "report": 1}, 4)
    _turns, day = proposed(scenario, NINE)
    assert day.minutes == {"talks": 17, "orders": 9, "adjudication": 10, "report": 1}


@pytest.mark.parametrize(
    ("day", "a_turn"),
    [
        (DayPlan(ends_at="12:05", practice=10), 38),
        (DayPlan(ends_at="16:30", practice=10), 45),
        (DayPlan(practice=10), 45),
        (DayPlan(ends_at="12:05", breaks=(PlannedBreak(2, 30, "Lunch"),)), 33),
        (DayPlan(ends_at="12:05", breaks=(PlannedBreak(9, 30, "Lunch"),)), 33),
        (DayPlan(ends_at="01:00", practice=10), 45),
    ],
)
def test_minutes_fit_into_what_the_day_leaves(
    harbour: PackReading, day: DayPlan, a_turn: int
) -> None:
    """A later end gives the phases what the pack has for them; a break takes of them."""
    begins = NINE.replace(minute=0)
    day = fitted(_scenario(harbour, LONG, 4), 4, day, begins)
    assert sum(day.minutes.values()) == a_turn


def _plan(harbour: PackReading, tmp_path: Path) -> Plan:
    reading = replace(harbour, scenario=_scenario(harbour, LONG, 8, 4))
    return Plan.for_pack(reading, tmp_path, NINE)


def test_the_plan_says_what_the_day_comes_to(harbour: PackReading, tmp_path: Path) -> None:
    """On the page and before it begins: when it is over, and what was shortened for that."""
    plan = _plan(harbour, tmp_path)
    assert plan.day_told == [
        "Begun at 09:05, the day ends about 12:03, with 4 turns of 37 min.",
        "The pack would give a turn 45 minutes; its phases are shortened to 37.",
    ]
    assert list(what_happens(plan))[:2] == plan.day_told
    assert list(what_happens(plan))[-1] == "Turn 1 of 4 starts with talks, 17 minutes."
    assert "The whole day takes about\u00a02\u00a0h\u00a058\u00a0min." in what_is_played(plan)[-1]
    late = plan.with_day(8, plan.day)
    assert late.day_told[1] == (
        "That is 26 minutes after 12:05: take fewer turns, shorter phases or a later end."
    )


def test_minutes_that_somebody_typed_stay(harbour: PackReading, tmp_path: Path) -> None:
    """Until then they follow the end of the day and the turns; from then on nothing moves them."""
    plan = _plan(harbour, tmp_path)
    later = plan.with_day(4, replace(plan.day, ends_at="16:30"))
    assert later.day.minutes == LONG
    typed = plan.with_day(4, replace(plan.day, minutes={**plan.day.minutes, "talks": 12}))
    assert typed.own_minutes
    after = typed.with_day(8, replace(typed.day, ends_at="16:30"))
    assert after.day.minutes == typed.day.minutes


def test_the_setup_keeps_what_is_not_the_packs(harbour: PackReading, tmp_path: Path) -> None:
    """An exercise begun by Enter alone has its day, and a line if one was written."""
    plan = replace(_plan(harbour, tmp_path), handling="Chatham House rule")
    plan = plan.with_day(4, replace(plan.day, minutes={**LONG, "talks": 12}))
    setup = plan.to_setup()
    assert setup.day == replace(plan.day, minutes={"talks": 12})
    assert (setup.day.ends_at, setup.day.practice) == ("12:05", 10)
    assert setup.handling == "Chatham House rule"
    assert "Every window and page says: “Chatham House rule”" in list(what_happens(plan))
    assert plan.has_typed


def test_card_setup_papers_and_strip_tell_one_length(harbour: PackReading, tmp_path: Path) -> None:
    """Whoever picks a pack, sets it up, reads their sheet and sits at the desk reads the same."""
    plan = _plan(harbour, tmp_path)
    lunch = replace(plan.day, breaks=(PlannedBreak(2, 45, "Lunch"),), ends_at="13:00")
    for each, said in ((plan, "about 2 h 58 min"), (plan.with_day(4, lunch), "about 3 h 55 min")):
        setup = each.to_setup()
        session = Session.create(None, each.reading, setup)
        now = NINE.astimezone()
        day = reckoned(session.scenario, session.play, now, 0)
        assert day.ends - now == timedelta(minutes=each.whole)
        assert said in glance_words(session.scenario, setup)
        assert length_words(each.played, each.whole).endswith(said)
    assert facts_of(plan.scenario).endswith(
        "4 turns of 14 days · about 2 h 58 min · also in 8 turns"
    )
