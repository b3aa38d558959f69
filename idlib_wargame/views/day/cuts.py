"""What could be cut so that the day ends when it should. Nothing of it is done by itself."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import datetime, timedelta
from math import ceil
from typing import NamedTuple

from idlib_wargame.rules.pack.scenario import Scenario
from idlib_wargame.session.acts import Act
from idlib_wargame.session.day import DayPlan
from idlib_wargame.session.kinds.day_planned import PlanDay
from idlib_wargame.session.kinds.shortened import ShortenTo, shorter_editions
from idlib_wargame.session.play import Play
from idlib_wargame.views.day.finishing_early import lost_by
from idlib_wargame.views.day.gone_by import pace
from idlib_wargame.views.day.reckoning import ON_TIME, due_at, ends_at
from idlib_wargame.views.day.to_come import breaks_ahead, comes_after
from idlib_wargame.words.dates import hour_words
from idlib_wargame.words.day import (
    finish_after_words,
    finish_early_words,
    shorten_all_words,
    shorten_phase_words,
    skip_words,
)

LEAST_SHARE = 0.5  # of a phase's minutes: what is cut to less is no longer that phase
LONGEST = 2  # phases for which a length of their own is proposed
STEPS = tuple(range(95, 45, -5))  # percent of every phase's minutes


class Cut(NamedTuple):
    """One way to end earlier: what its button says, and what it does.

    ``is_enough`` says that the day then ends when it should, ``loses`` what it costs beside time,
    in sentences, where that is more than its words say.
    """

    words: str
    act: Act
    ends: datetime
    is_enough: bool
    loses: str = ""


class _Day(NamedTuple):
    scenario: Scenario
    play: Play
    now: datetime
    used: int
    due: datetime
    rate: float

    def ends(self, play: Play) -> datetime:
        return ends_at(self.scenario, play, self.now, self.used, self.rate)

    def planned(self, day: DayPlan) -> datetime:
        return self.ends(replace(self.play, day=day))

    def of_turns(self, turns: int) -> datetime:
        return self.ends(replace(self.play, setup=replace(self.play.setup, turns=turns)))

    def fits(self, ends: datetime) -> bool:
        """Whether the hour that is told of it is not later than that at which all should end."""
        return ends <= self.due or hour_words(ends) == hour_words(self.due)


def cuts(scenario: Scenario, play: Play, now: datetime, used: int) -> tuple[Cut, ...]:
    """The ways to end at the hour planned, those that are enough first; none where nobody is late.

    What loses more than time comes last. The hot wash is never among them. A phase in play is not
    cut below what it has had, and no phase below half of its minutes.
    """
    due = due_at(play.day.ends_at, now)
    if due is None or play.finished:
        return ()
    day = _Day(scenario, play, now, used, due, pace(play, now))
    late = day.ends(play) - due
    if late < timedelta(minutes=ON_TIME):
        return ()
    least = day.ends(play) - timedelta(minutes=min(ON_TIME, late.total_seconds() / 60))
    worth = [each for each in _ways(day) if each.ends <= least]
    return tuple(sorted(worth, key=lambda each: (bool(each.loses), not each.is_enough)))


def _ways(day: _Day) -> Iterator[Cut]:
    minutes = day.play.day.minutes
    longest = sorted(minutes, key=lambda phase: -minutes[phase])[:LONGEST]
    for phase in longest:
        yield from _shorter_phase(day, phase)
    yield from _shorter_phases(day)
    for each in breaks_ahead(day.play):
        plan = day.play.day.without(each)
        ends = day.planned(plan)
        said = skip_words(each.name, comes_after(day.play, each), ends)
        yield Cut(said, PlanDay(plan), ends, day.fits(ends))
    for turns in shorter_editions(day.scenario, day.play):
        ends = day.of_turns(turns)
        yield Cut(finish_after_words(turns, ends), ShortenTo(turns), ends, day.fits(ends))
    yield from _finishing_early(day)


def _finishing_early(day: _Day) -> Iterator[Cut]:
    """As many turns as there is time for, where the pack has no edition of so many."""
    play = day.play
    if play.opened_turn:
        return  # its results come first
    fewer = range(play.setup.turns - 1, play.turn - 1, -1)
    turns = next((each for each in fewer if day.fits(day.of_turns(each))), play.turn)
    if turns >= play.setup.turns or turns in shorter_editions(day.scenario, play):
        return
    ends = day.of_turns(turns)
    loses = lost_by(day.scenario, play, turns)
    said = finish_early_words(turns, ends)
    yield Cut(said, ShortenTo(turns, early=True), ends, day.fits(ends), loses)


def _shorter_phase(day: _Day, phase: str) -> Iterator[Cut]:
    """The longest length of that phase that is enough; where none is, the shortest there may be."""
    planned = day.play.day.minutes[phase]
    for minutes in range(planned - 1, _least(day, phase, planned, LEAST_SHARE) - 1, -1):
        plan = _with(day, {phase: minutes})
        ends = day.planned(plan)
        if day.fits(ends) or minutes == _least(day, phase, planned, LEAST_SHARE):
            said = shorten_phase_words(phase, minutes, ends)
            yield Cut(said, PlanDay(plan), ends, day.fits(ends))
            return


def _shorter_phases(day: _Day) -> Iterator[Cut]:
    for percent in STEPS:
        shorter = {
            phase: min(planned, _least(day, phase, planned, percent / 100))
            for phase, planned in day.play.day.minutes.items()
            if planned
        }
        plan = _with(day, shorter)
        ends = day.planned(plan)
        if day.fits(ends) or percent == STEPS[-1]:
            said = shorten_all_words(percent, ends)
            yield Cut(said, PlanDay(plan), ends, day.fits(ends))
            return


def _least(day: _Day, phase: str, planned: int, share: float) -> int:
    """That share of a phase's minutes; of the phase in play at least what it has had."""
    least = max(1, round(planned * share))
    play = day.play
    if phase == play.phase:
        given = play.minutes_given.get((play.turn, phase), 0)
        least = max(least, ceil(day.used / 60) - given)
    return least


def _with(day: _Day, minutes: Mapping[str, int]) -> DayPlan:
    plan = day.play.day
    return replace(plan, minutes={**plan.minutes, **minutes})
