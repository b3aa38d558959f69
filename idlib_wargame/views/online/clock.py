"""What the clock of a phase reads at one moment, for a page that ticks on by itself."""

from __future__ import annotations

from typing import NamedTuple


class ClockSeen(NamedTuple):
    """``words`` is what it reads ("12:40 left"); "" for a phase without a length.

    ``seconds_left`` go by while it ``runs``, below nought once the time is up. Of a break,
    ``words`` says until when it is, and nothing runs.
    """

    words: str = ""
    seconds_left: int = 0
    runs: bool = False
