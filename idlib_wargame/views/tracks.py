"""A track as a reader sees it: its name, its words, where it stands and how it moved."""

from __future__ import annotations

from typing import NamedTuple

from idlib_wargame.rules.pack.tracks import Track
from idlib_wargame.views.account import Account
from idlib_wargame.words.figures import signed
from idlib_wargame.words.language import _, fill
from idlib_wargame.words.situation import reading


class TrackLine(NamedTuple):
    """``now`` and ``before`` are shares of the scale, 0 to 1.

    ``change`` is how far it moved ("+2"), empty where the exercise reads it in words alone;
    ``way`` is 1 up, −1 down, 0 unmoved. ``only`` names the seats that may know it, where not all
    do. ``account`` is how it came to that.
    """

    id: str
    name: str
    meaning: str
    group: str
    words: str
    now: float
    before: float
    change: str
    way: int
    only: str = ""
    account: Account | None = None

    @property
    def spoken(self) -> str:
        """The line for a screen reader: "Calm: tense · 4 of 10, −2 this turn"."""
        places = {"track": self.name, "reading": self.words, "change": self.change}
        if self.way == 0:
            return fill(_("{track}: {reading}"), **places)
        if self.change:
            return fill(_("{track}: {reading}, {change} this turn"), **places)
        if self.way > 0:
            return fill(_("{track}: {reading}, up this turn"), **places)
        return fill(_("{track}: {reading}, down this turn"), **places)


def track_line(
    track: Track,
    value: int,
    changed: int,
    numbers: bool = True,
    only: str = "",
    account: Account | None = None,
) -> TrackLine:
    """The line of a track that stands at ``value`` after moving by ``changed``."""
    span = max(1, track.high - track.low)
    return TrackLine(
        id=track.id,
        name=track.name,
        meaning=track.meaning,
        group=track.group,
        words=reading(track, value, numbers),
        now=(value - track.low) / span,
        before=(value - changed - track.low) / span,
        change=signed(changed) if numbers and changed else "",
        way=(changed > 0) - (changed < 0),
        only=only,
        account=account,
    )
