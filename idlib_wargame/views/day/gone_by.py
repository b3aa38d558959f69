"""What of the day has gone by, and how fast people play."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime

from idlib_wargame.rules.pack.phases import FINISHED
from idlib_wargame.session.day import Going, Stretch
from idlib_wargame.session.play import Play
from idlib_wargame.views.day.parts import Kind, Part, PhasePart

# One turn that went badly or well says little of the next, so that no pace is believed beyond it.
SLOWEST, FASTEST = 1.5, 0.75


def gone_by(play: Play, now: datetime) -> tuple[Part, ...]:
    """What was played, first to last, each part with its real length, pauses with it.

    While nobody was at the desk no time went by: an exercise that goes on the next morning has
    one day. In a practice turn it is that turn.
    """
    parts: list[Part] = []
    for stretch, minutes in _lengths(play, now):
        if stretch.going is Going.LEFT:
            continue
        part = _part(play, stretch, minutes)
        if parts and parts[-1].goes_on_as(part):
            parts[-1] = parts[-1].joined(part)
        else:
            parts.append(part)
    return tuple(parts)


def _part(play: Play, stretch: Stretch, minutes: float) -> Part:
    if stretch.going is Going.BREAK:
        return Part(Kind.BREAK, minutes, name=stretch.name)
    if play.setup.practice:
        return Part(Kind.PRACTICE, minutes)
    if stretch.phase == FINISHED:
        return Part(Kind.HOT_WASH, minutes)
    phases = (PhasePart(stretch.phase, minutes),)
    return Part(Kind.TURN, minutes, turn=stretch.turn, phases=phases)


def _lengths(play: Play, now: datetime) -> Iterator[tuple[Stretch, float]]:
    """Each stretch with its minutes. Nothing lies before a clock that was set back."""
    ends = [_moment(each, now) for each in play.stretches[1:]] + [now]
    for stretch, end in zip(play.stretches, ends, strict=False):
        yield stretch, max((end - _moment(stretch, now)).total_seconds() / 60, 0.0)


def _moment(stretch: Stretch, now: datetime) -> datetime:
    return datetime.fromisoformat(stretch.since).astimezone(now.tzinfo)


def since_last(play: Play, now: datetime) -> float:
    """The minutes since the time began to go by as it goes by now, such as in a break."""
    return max((now - _moment(play.stretches[-1], now)).total_seconds() / 60, 0.0)


def pace(play: Play, now: datetime) -> float:
    """How long the turns that are over took for each minute that they were planned to take.

    1 until the first is over. Only playing time counts, without pauses and breaks, and only phases
    that had minutes: those that were planned as they began, without any given to them since. The
    pace is never taken for slower than ``SLOWEST`` or faster than ``FASTEST``.
    """
    planned: dict[tuple[int, str], int] = {}
    played = 0.0
    for stretch, minutes in _over(play, now):
        planned.setdefault((stretch.turn, stretch.phase), stretch.planned)
        if planned[stretch.turn, stretch.phase] and stretch.going is Going.PLAYED:
            played += minutes
    whole = sum(planned.values())
    return min(max(played / whole, FASTEST), SLOWEST) if whole else 1.0


def _over(play: Play, now: datetime) -> Iterable[tuple[Stretch, float]]:
    turns = play.turn + play.finished
    return (
        (stretch, minutes)
        for stretch, minutes in _lengths(play, now)
        if stretch.turn < turns and stretch.phase != FINISHED
    )


def breaks_taken(play: Play) -> list[str]:
    """The names of the breaks that there have been, first to last."""
    return [each.name for each in play.stretches if each.going is Going.BREAK]
