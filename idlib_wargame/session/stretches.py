"""How the time of an exercise went by: what an entry tells of it."""

from __future__ import annotations

from dataclasses import replace

from idlib_wargame.record.entry import Entry
from idlib_wargame.session.day import Going, Stretch
from idlib_wargame.session.play import Play
from idlib_wargame.session.timer import TimerState

_GOING = {
    TimerState.RUNNING: Going.PLAYED,
    TimerState.PAUSED: Going.PAUSED,
    TimerState.LEFT: Going.LEFT,
}


def told_by(entry: Entry, before: Play, after: Play) -> Play:
    """The play after an entry, with another stretch where one has begun.

    Nothing has while the exercise waits to begin. Whatever is done at a desk that was closed says
    that somebody is at it again.
    """
    going = _going(before, after)
    if going is None:
        return after
    last = after.stretches[-1] if after.stretches else None
    now = (after.turn, after.phase, going)
    same_break = before.on_break == after.on_break
    if last is not None and (last.turn, last.phase, last.going) == now and same_break:
        return after
    rest = after.on_break
    begun = Stretch(
        turn=after.turn,
        phase=after.phase,
        since=entry.at,
        going=going,
        planned=after.day.minutes.get(after.phase, 0),
        minutes=rest.minutes if rest else 0,
        name=rest.name if rest else "",
    )
    return replace(after, stretches=after.stretches.plus(begun))


def _going(before: Play, after: Play) -> Going | None:
    state = after.timer.state
    if state is TimerState.WAITING:
        return None
    if after.on_break is not None:
        return Going.BREAK
    if state is TimerState.LEFT and before.timer == after.timer:
        return Going.PLAYED
    return _GOING[state]
