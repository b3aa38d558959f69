"""Breaks: which may be taken now, and until when one lasts by the clock on the wall."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import NamedTuple

from idlib_wargame.session.play import Break, Play
from idlib_wargame.words.dates import hour_words
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
    """When a break is over, in the time of this machine."""
    since = datetime.fromisoformat(taken.since).astimezone()
    return since + timedelta(minutes=taken.minutes)


def until_words(taken: Break) -> str:
    """ "Lunch until 13:15"."""
    hour = hour_words(ends_at(taken))
    if taken.name:
        return fill(_("{name} until {hour}"), name=taken.name, hour=hour)
    return fill(_("Break until {hour}"), hour=hour)
