"""How much is left of the minutes that were kept for the hot wash."""

from __future__ import annotations

from datetime import datetime
from math import ceil

from idlib_wargame.session.play import Play
from idlib_wargame.views.day.gone_by import since_last
from idlib_wargame.words.day import hot_wash_left_words

FORGOTTEN = 60  # minutes after it was up, at which nobody asks any more


def hot_wash_words(play: Play, now: datetime) -> str:
    """What is left of it, in whole minutes: any that has begun counts.

    Empty before the exercise is finished, where no minutes were kept, and long after.
    """
    if not (play.finished and play.day.hot_wash and play.stretches):
        return ""
    left = play.day.hot_wash - since_last(play, now)
    return hot_wash_left_words(max(ceil(left), 0)) if left > -FORGOTTEN else ""
