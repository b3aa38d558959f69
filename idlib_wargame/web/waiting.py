"""How long somebody has to wait, for a page that counts it down."""

from __future__ import annotations

from typing import NamedTuple

from idlib_wargame.words.language import fill


class Wait(NamedTuple):
    """``words`` have a place for {time}; ``now`` are the same as they read now, "" for no wait."""

    seconds: int = 0
    words: str = ""
    now: str = ""


def in_time(words: str, seconds: int) -> str:
    """Those words with the minutes and seconds that are left."""
    return fill(words, time=f"{seconds // 60}:{seconds % 60:02}")
