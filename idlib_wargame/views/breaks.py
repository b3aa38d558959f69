"""Breaks: which may be taken now, and until when one lasts by the clock on the wall."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import NamedTuple

from idlib_wargame.session.play import Break, Play
from idlib_wargame.words.dates import hour_words
from idlib_wargame.words.day import minutes_words
from idlib_wargame.words.language import _, fill, ngettext

LENGTHS = (5, 10, 15, 45)  # minutes


class BreakOffer(NamedTuple):
    """A break that may be taken, and what an entry of a menu says of it."""

    minutes: int
    name: str
    words: str


def break_offers(play: Play | None) -> tuple[BreakOffer, ...]:
    """The break that is planned after this turn, where there is one, and some lengths."""
    planned = [each for each in play.day.breaks if each.after_turn == play.turn] if play else []
    return (
        *(BreakOffer(each.minutes, each.name, _words(each.minutes, each.name)) for each in planned),
        *(BreakOffer(minutes, "", _words(minutes, "")) for minutes in LENGTHS),
    )


def _words(minutes: int, name: str) -> str:
    if name:
        said = ngettext("{name}: {count} minute", "{name}: {count} minutes", minutes)
        return fill(said, name=name, count=minutes)
    said = ngettext("A break of {count} minute", "A break of {count} minutes", minutes)
    return fill(said, count=minutes)


def ends_at(taken: Break) -> datetime:
    """When a break is over, in the time of this machine and on a whole minute.

    It counts from the minute in which it was begun, as whoever looks at the wall would count.
    """
    since = datetime.fromisoformat(taken.since).astimezone()
    return _minute_of(since) + timedelta(minutes=taken.minutes)


def minutes_left(taken: Break, now: datetime) -> int:
    """From the minute that it is by the wall until the break is over; below nought after that."""
    return round((ends_at(taken) - _minute_of(now)).total_seconds() / 60)


def _minute_of(when: datetime) -> datetime:
    return when.replace(second=0, microsecond=0)


def left_words(left: int) -> str:
    """ "12 min", or "3 min over" for less than nought."""
    time = minutes_words(abs(left))
    return time if left >= 0 else fill(_("{time} over"), time=time)


def until_words(taken: Break) -> str:
    """ "Lunch until 13:15"."""
    hour = hour_words(ends_at(taken))
    if taken.name:
        return fill(_("{name} until {hour}"), name=taken.name, hour=hour)
    return fill(_("Break until {hour}"), hour=hour)
