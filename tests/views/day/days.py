"""Exercises at an hour of their day, for the tests of the strip."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone

from idlib_wargame.session.day import DayPlan, Going, Stretch
from idlib_wargame.session.grown import Grown
from idlib_wargame.session.play import Play
from idlib_wargame.session.timer import Break, Timer, TimerState

HERE = timezone(timedelta(hours=2))
MINUTES = {"talks": 10, "orders": 8, "adjudication": 7, "report": 5}  # thirty minutes a turn
PHASES = tuple(MINUTES)
# What went by: turn, phase, when it began, and how.
Gone = tuple[int, str, str, Going]


def at(hour: str, seconds: int = 0) -> datetime:
    """That hour of the day, by the laptop's clock."""
    hours, minutes = hour.split(":")
    return datetime(2031, 3, 3, int(hours), int(minutes), seconds, tzinfo=HERE)


def utc(hour: str) -> str:
    """The same as entries have it."""
    return at(hour).astimezone(UTC).isoformat()


def waiting(play: Play, **day: object) -> Play:
    """An exercise that has not begun."""
    plan = DayPlan(**{"minutes": MINUTES, "hot_wash": 20, **day})  # type: ignore[arg-type]
    return replace(play, day=plan, timer=Timer(state=TimerState.WAITING), stretches=Grown(), turn=1)


def played(play: Play, gone: Sequence[Gone], **day: object) -> Play:
    """An exercise that got to where the last of these is."""
    stretches = Grown(
        Stretch(turn, phase, utc(since), going, MINUTES.get(phase, 0))
        for turn, phase, since, going in gone
    )
    turn, phase, since, _going = gone[-1]
    begun = replace(waiting(play, **day), timer=Timer(), turn=turn, phase=phase)
    return replace(begun, phase_since=utc(since), stretches=stretches)


def turns(begins: str, *lengths: int, first: int = 1) -> list[Gone]:
    """Turns of so many minutes each, shared out among the phases as they are planned."""
    gone: list[Gone] = []
    when = at(begins)
    for turn, length in enumerate(lengths, start=first):
        for phase in PHASES:
            gone.append((turn, phase, f"{when:%H:%M}", Going.PLAYED))
            when += timedelta(minutes=MINUTES[phase] * length / 30)
    return gone


def on_break(play: Play, since: str, minutes: int, name: str) -> Play:
    """The same in a break."""
    stretch = Stretch(play.turn, play.phase, utc(since), Going.BREAK, 0, minutes, name)
    planned = [each for each in play.day.breaks if (each.minutes, each.name) == (minutes, name)]
    return replace(
        play,
        day=play.day.without(planned[0]) if planned else play.day,
        timer=Timer(9, 0, TimerState.PAUSED),
        last_break=Break(9, utc(since), minutes, name),
        stretches=play.stretches.plus(stretch),
    )
