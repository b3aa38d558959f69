"""What of the day has gone by, and how fast people play."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from functools import lru_cache
from itertools import pairwise

from idlib_wargame.rules.pack.phases import FINISHED
from idlib_wargame.session.day import Going, Stretch
from idlib_wargame.session.grown import Grown
from idlib_wargame.session.play import Play
from idlib_wargame.session.timer import Break
from idlib_wargame.views.day.parts import Kind, Part, PhasePart

# One turn that went badly or well says little of the next, so that no pace is believed beyond it.
SLOWEST, FASTEST = 1.5, 0.75
MOST_KEPT = 8  # days of which what is over is kept: those of a desk, a practice turn, a replay


def gone_by(play: Play, now: datetime) -> tuple[Part, ...]:
    """What was played, first to last, each part with its real length, pauses with it.

    While nobody was at the desk no time went by: an exercise that goes on the next morning has
    one day. In a practice turn it is that turn.
    """
    if not play.stretches:
        return ()
    parts, practice = list(_parts_before(play.stretches, play.setup.practice)), play.setup.practice
    _lengthen(parts, practice, play.stretches[-1], since_last(play, now))
    return tuple(parts)


@lru_cache(maxsize=MOST_KEPT)
def _parts_before(stretches: Grown[Stretch], practice: bool) -> tuple[Part, ...]:
    """What was over before the last stretch began: most acts leave all of that as it was."""
    parts: list[Part] = []
    for stretch, minutes in _settled(stretches):
        _lengthen(parts, practice, stretch, minutes)
    return tuple(parts)


def _lengthen(parts: list[Part], practice: bool, stretch: Stretch, minutes: float) -> None:
    if stretch.going is Going.LEFT:
        return
    part = _part(practice, stretch, minutes)
    if parts and parts[-1].goes_on_as(part):
        parts[-1] = parts[-1].joined(part)
    else:
        parts.append(part)


def _part(practice: bool, stretch: Stretch, minutes: float) -> Part:
    if stretch.going is Going.BREAK:
        return Part(Kind.BREAK, minutes, name=stretch.name)
    if practice:
        return Part(Kind.PRACTICE, minutes)
    if stretch.phase == FINISHED:
        return Part(Kind.HOT_WASH, minutes)
    phases = (PhasePart(stretch.phase, minutes),)
    return Part(Kind.TURN, minutes, turn=stretch.turn, phases=phases)


@lru_cache(maxsize=MOST_KEPT)
def _settled(stretches: Grown[Stretch]) -> tuple[tuple[Stretch, float], ...]:
    """Each stretch but the last, which goes on, with its minutes.

    Nothing lies before a clock that was set back.
    """
    begun = [datetime.fromisoformat(each.since) for each in stretches]
    return tuple(
        (stretch, max((end - begin).total_seconds() / 60, 0.0))
        for stretch, (begin, end) in zip(stretches, pairwise(begun), strict=False)
    )


def since_last(play: Play, now: datetime) -> float:
    """The minutes since the time began to go by as it goes by now."""
    return _since(play.stretches[-1].since, now)


def left_of_break(rest: Break, now: datetime) -> float:
    """The minutes that are left of a break that is on; below nought once it is over."""
    return rest.minutes - _since(rest.since, now)


def _since(moment: str, now: datetime) -> float:
    return max((now - datetime.fromisoformat(moment)).total_seconds() / 60, 0.0)


def pace(play: Play, now: datetime) -> float:
    """How long the turns that are over took for each minute that they were planned to take.

    1 until the first is over. Only playing time counts, without pauses and breaks, and only phases
    that had minutes: those that were planned as they began, without any given to them since. The
    pace is never taken for slower than ``SLOWEST`` or faster than ``FASTEST``.
    """
    turns = play.turn + play.finished
    if not play.stretches:
        return 1.0
    last = play.stretches[-1]
    if _is_over(last, turns):  # it goes on, and yet is of a turn that is over
        return _pace((*_settled(play.stretches), (last, since_last(play, now))), turns)
    return _pace_before(play.stretches, turns)


@lru_cache(maxsize=MOST_KEPT)
def _pace_before(stretches: Grown[Stretch], turns: int) -> float:
    return _pace(_settled(stretches), turns)


def _pace(lengths: Iterable[tuple[Stretch, float]], turns: int) -> float:
    planned: dict[tuple[int, str], int] = {}
    played = 0.0
    for stretch, minutes in lengths:
        if not _is_over(stretch, turns):
            continue
        planned.setdefault((stretch.turn, stretch.phase), stretch.planned)
        if planned[stretch.turn, stretch.phase] and stretch.going is Going.PLAYED:
            played += minutes
    whole = sum(planned.values())
    return min(max(played / whole, FASTEST), SLOWEST) if whole else 1.0


def _is_over(stretch: Stretch, turns: int) -> bool:
    return stretch.turn < turns and stretch.phase != FINISHED
