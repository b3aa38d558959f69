"""How much is left of the minutes that were kept for the hot wash."""

from __future__ import annotations

from datetime import datetime
from math import ceil

from idlib_wargame.session.play import Play
from idlib_wargame.views.day.gone_by import since_last
from idlib_wargame.words.day import hot_wash_left_words

FORGOTTEN = 60  # minutes after it was up, at which nobody asks any more


def hot_wash_left(play: Play, now: datetime) -> int | None:
    """What is left of it, in whole minutes: any that has begun counts.

    None before the exercise is finished, where no minutes were kept, and long after.
    """
    if not (play.finished and play.day.hot_wash and play.stretches):
        return None
    left = play.day.hot_wash - since_last(play, now)
    return max(ceil(left), 0) if left > -FORGOTTEN else None


def hot_wash_words(play: Play, now: datetime) -> str:
    """The same in words; empty for None."""
    left = hot_wash_left(play, now)
    return hot_wash_left_words(left) if left is not None else ""
