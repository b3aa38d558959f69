"""The day on one strip: blocks in proportion, and what they come to in words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import NamedTuple

from idlib_wargame.rules.pack.scenario import Scenario
from idlib_wargame.session.day import DayPlan
from idlib_wargame.session.play import Play
from idlib_wargame.views.breaks import minutes_left
from idlib_wargame.views.day.gone_by import pace
from idlib_wargame.views.day.parts import Kind, Part, When
from idlib_wargame.views.day.reckoning import ON_TIME, Reckoning, due_at, ends_at, reckoned
from idlib_wargame.words import day as words
from idlib_wargame.words.lists import facts
from idlib_wargame.words.phases import phase_inside

# The free time before the hour at which it should end is drawn up to this share of the rest.
MOST_FREE = 0.25
# From here on turns are said to take longer, or less long, than they were planned to.
LEAST_PACE = 0.05


class Block(NamedTuple):
    """A part as it is drawn, in minutes from the left: ``begins`` to ``ends``.

    ``late_from`` is where it begins to lie after the hour at which all should be over; ``ends``
    for what does not.
    """

    part: Part
    begins: float
    ends: float
    late_from: float
    name: str
    short: str

    @property
    def told(self) -> str:
        """When it lies and what it holds, in words; made only for whoever asks."""
        part = self.part
        ends = part.begins + timedelta(minutes=part.minutes)
        phases = [
            words.phase_minutes_words(each.phase, round(each.minutes))
            for each in part.phases
            if round(each.minutes)
        ]
        return facts([words.part_words(self.name, part.begins, ends), *phases])


@dataclass(frozen=True, slots=True)
class DayStrip:
    """``now_at`` and ``due`` are minutes from the left of ``length``; None where they lie nowhere.

    ``line`` are short facts for the line below, ``told`` the same as one sentence for whoever has
    it read. Where it ``is_late``, what could be cut is offered (see ``cuts``).
    """

    blocks: tuple[Block, ...]
    length: float
    now_at: float | None
    due: float | None
    line: str
    told: str
    is_late: bool


def day_strip(scenario: Scenario, play: Play, now: datetime, used: int) -> DayStrip | None:
    """The day as of ``now``; ``used`` are the seconds that the phase in play has had.

    None once the exercise is finished: what is left then is the hot wash, which has a line of its
    own. A day without any minutes has no blocks.
    """
    if play.finished:
        return None
    if not any(play.day.minutes.values()):
        said = words.no_minutes_words()
        return DayStrip((), 0, None, None, said, words.day_words(said), False)
    day = reckoned(scenario, play, now, used)
    whole = sum(part.minutes for part in day.parts)
    due = _due(day, now, whole)
    said = facts(list(_facts(play, day, now)))
    return DayStrip(
        blocks=tuple(_blocks(day.parts, due)),
        length=max(whole, due or 0.0),
        now_at=day.now_at,
        due=due,
        line=said,
        told=words.day_words(facts([_where(play), said])),
        is_late=day.is_late,
    )


def plan_told(scenario: Scenario, play: Play, plan: DayPlan, now: datetime, used: int) -> str:
    """When the day would end by another plan of it; "" where that has no minutes."""
    if play.finished or not any(plan.minutes.values()):
        return ""
    rate = pace(play, now)
    ends = ends_at(scenario, replace(play, day=plan), now, used, rate)
    day = Reckoning((), 0, ends, due_at(plan.ends_at, now))
    return facts(list(_ending(play, day, rate)))


def _ending(play: Play, day: Reckoning, rate: float) -> Iterator[str]:
    yield words.ends_words(day.ends, bool(play.stretches), abs(rate - 1) >= LEAST_PACE)
    if day.due is not None:
        yield _lateness(day.late)


def _due(day: Reckoning, now: datetime, whole: float) -> float | None:
    if day.due is None:
        return None
    at = day.now_at + (day.due - now).total_seconds() / 60
    return at if 0 <= at <= whole * (1 + MOST_FREE) else None


def _blocks(parts: tuple[Part, ...], due: float | None) -> Iterator[Block]:
    at = 0.0
    for part in parts:
        ends = at + part.minutes
        late_from = ends if due is None else min(max(due, at), ends)
        name, short = _names(part)
        yield Block(part, at, ends, late_from, name, short)
        at = ends


def _names(part: Part) -> tuple[str, str]:
    match part.kind:
        case Kind.PRACTICE:
            return words.practice_name(), ""
        case Kind.BREAK:
            return words.break_name(part.name), ""
        case Kind.HOT_WASH:
            return words.hot_wash_name(), ""
    return words.turn_name(part.turn), words.turn_short(part.turn)


def _where(play: Play) -> str:
    if play.setup.practice:
        return words.practice_name()
    return facts([words.turn_name(play.turn), phase_inside(play.phase)])


def _facts(play: Play, day: Reckoning, now: datetime) -> Iterator[str]:
    rest = play.on_break
    if rest is not None:
        yield words.break_left_words(words.break_name(rest.name), minutes_left(rest, now))
    yield from _ending(play, day, pace(play, now))
    coming = next((p for p in day.parts if p.kind is Kind.BREAK and p.when is When.TO_COME), None)
    if coming is not None:
        yield words.comes_words(words.break_name(coming.name), coming.begins)


def _lateness(late: int) -> str:
    if late >= ON_TIME:
        return words.late_words(late)
    return words.to_spare_words(-late) if late <= -ON_TIME else words.on_time_words()
