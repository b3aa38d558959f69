"""What of the day is still to come, at the pace of the turns so far."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from idlib_wargame.rules.pack.scenario import Scenario
from idlib_wargame.session.day import PlannedBreak
from idlib_wargame.session.play import Play
from idlib_wargame.session.timer import TimerState
from idlib_wargame.views.day.gone_by import gone_by, left_of_break, since_last
from idlib_wargame.views.day.parts import Kind, Part, PhasePart


def to_come(
    scenario: Scenario, play: Play, now: datetime, used: int, rate: float
) -> tuple[Part, ...]:
    """The rest of the day, first to last: each part as far as it is still to come.

    ``used`` are the seconds of playing time that the phase in play has had, as its timer counts.
    That phase has what is left of its minutes, and none once it runs over: the end then moves with
    the clock. Phases that have not begun take their minutes times ``rate``, the pace of the turns
    so far (see ``gone_by.pace``). Breaks and the hot wash have the minutes planned for them.
    """
    hot_wash = _part(Kind.HOT_WASH, play.day.hot_wash)
    if play.finished:
        return (_part(Kind.HOT_WASH, play.day.hot_wash - since_last(play, now)),)
    return (*_first(play, now), *_turns(scenario, play, used, rate), hot_wash)


def _part(kind: Kind, minutes: float, name: str = "") -> Part:
    left = max(minutes, 0.0)
    return Part(kind, left, left, name=name)


def _first(play: Play, now: datetime) -> Iterator[Part]:
    """What comes before play goes on: a break that is on, or a practice turn."""
    rest = play.on_break
    if rest is not None:
        yield _part(Kind.BREAK, left_of_break(rest, now), rest.name)
    if play.setup.practice:
        had = (part.minutes for part in gone_by(play, now) if part.kind is Kind.PRACTICE)
        yield _part(Kind.PRACTICE, play.day.practice - sum(had))
    elif _waits(play) and play.day.practice:
        yield _part(Kind.PRACTICE, play.day.practice)
    yield from _breaks(play, 0)


def _waits(play: Play) -> bool:
    return play.timer.state is TimerState.WAITING


def _turns(scenario: Scenario, play: Play, used: int, rate: float) -> Iterator[Part]:
    first = 1 if play.setup.practice else play.turn
    for turn in range(first, play.setup.turns + 1):
        now_in = turn == play.turn and not play.setup.practice
        phases = tuple(_phases(scenario, play, rate, used, is_now=now_in))
        minutes = sum(each.minutes for each in phases)
        yield Part(Kind.TURN, minutes, minutes, turn, phases=phases)
        yield from _breaks(play, turn)


def _phases(
    scenario: Scenario, play: Play, rate: float, used: int, is_now: bool
) -> Iterator[PhasePart]:
    place = scenario.phases.index(play.phase) if is_now else 0
    for phase in scenario.phases[place:]:
        planned = play.day.minutes.get(phase, 0)
        if is_now and phase == play.phase:
            yield PhasePart(phase, max(play.minutes - used / 60, 0.0))
        else:
            yield PhasePart(phase, planned * rate)


def _breaks(play: Play, turn: int) -> Iterator[Part]:
    for each in breaks_ahead(play):
        if comes_after(play, each) == turn:
            yield _part(Kind.BREAK, each.minutes, each.name)


def breaks_ahead(play: Play) -> tuple[PlannedBreak, ...]:
    """The planned breaks, which are still to come until they are begun or taken out of the plan."""
    return tuple(sorted(play.day.breaks))


def comes_after(play: Play, planned: PlannedBreak) -> int:
    """The turn after which a planned break can be at the earliest: one passed over comes next.

    One that was planned after a turn that is not played any more comes after the last.
    """
    begun = bool(play.stretches) and not play.setup.practice
    return min(max(planned.after_turn, play.turn if begun else 0), play.setup.turns)
