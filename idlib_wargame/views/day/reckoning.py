"""The whole day as it stands: where we are, and when we shall finish at this pace."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from idlib_wargame.rules.pack.scenario import Scenario
from idlib_wargame.session.play import Play
from idlib_wargame.views.day.gone_by import gone_by, pace
from idlib_wargame.views.day.parts import Part, When
from idlib_wargame.views.day.to_come import to_come

# An hour of the clock means the one that is nearest: up to so long ago, or else still to come.
LONG_PAST = timedelta(hours=8)
# Minutes by which nobody leaves late or early.
ON_TIME = 3


@dataclass(frozen=True, slots=True)
class Reckoning:
    """``now_at`` are the minutes of the parts that have gone by; ``due`` when it should end."""

    parts: tuple[Part, ...]
    now_at: float
    ends: datetime
    due: datetime | None

    @property
    def late(self) -> int:
        """Minutes after the hour at which it should end; below nought, before it. 0 for no hour."""
        return round((self.ends - self.due).total_seconds() / 60) if self.due else 0

    @property
    def is_late(self) -> bool:
        """Whether so late that somebody would mind."""
        return self.late >= ON_TIME


def reckoned(scenario: Scenario, play: Play, now: datetime, used: int) -> Reckoning:
    """The day as of ``now``, a time of the laptop's clock with its offset; ``used`` as ``to_come``.

    What it costs grows with the phases that were played and not with what was recorded in them.
    """
    past = gone_by(play, now)
    ahead = to_come(scenario, play, now, used, pace(play, now))
    begins = now - timedelta(minutes=sum(part.minutes for part in past))
    ends = now + timedelta(minutes=sum(part.left for part in ahead))
    parts = _timed(_joined((*past, *ahead)), begins, now_in=len(past) - 1)
    return Reckoning(parts, _total(past), ends, due_at(play.day.ends_at, now))


def ends_at(scenario: Scenario, play: Play, now: datetime, used: int, rate: float) -> datetime:
    """When it ends at that pace."""
    ahead = to_come(scenario, play, now, used, rate)
    return now + timedelta(minutes=sum(part.left for part in ahead))


def due_at(hour: str, now: datetime) -> datetime | None:
    """When the clock tells that hour ("16:30"), today or in the night; None for no hour."""
    if not hour:
        return None
    hours, minutes = (int(each) for each in hour.split(":"))
    due = now.replace(hour=hours, minute=minutes, second=0, microsecond=0)
    if due < now - LONG_PAST:
        return due + timedelta(days=1)
    return due - timedelta(days=1) if due >= now - LONG_PAST + timedelta(days=1) else due


def _joined(parts: Iterable[Part]) -> list[Part]:
    joined: list[Part] = []
    for part in parts:
        if joined and joined[-1].goes_on_as(part):
            joined[-1] = joined[-1].joined(part)
        else:
            joined.append(part)
    return joined


def _timed(parts: Iterable[Part], begins: datetime, now_in: int) -> tuple[Part, ...]:
    timed = []
    for place, part in enumerate(parts):
        when = When.NOW if place == now_in else When.OVER if place < now_in else When.TO_COME
        timed.append(part._replace(begins=begins, when=when))
        begins += timedelta(minutes=part.minutes)
    return tuple(timed)


def _total(parts: Iterable[Part]) -> float:
    return sum(part.minutes for part in parts)
