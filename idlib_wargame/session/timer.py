"""The timer of a phase and the breaks in which it stands, as the record tells of them."""

from __future__ import annotations

from enum import Enum
from typing import NamedTuple


class Break(NamedTuple):
    """A break: since when, UTC, for how many minutes, and what it is called.

    ``number`` is that of its entry: it lasts until the timer is told anything else.
    """

    number: int
    since: str
    minutes: int
    name: str = ""


class TimerState(Enum):
    """How a phase's timer was when the record last told of it.

    WAITING is that of an exercise which has not begun: people are still taking their seats. LEFT is
    one that ran until its desk was closed. It runs on at the desk that is opened next, and
    what lies between is nobody's playing time.
    """

    WAITING = "waiting"
    RUNNING = "running"
    PAUSED = "paused"
    LEFT = "left"


class Timer(NamedTuple):
    """The timer of the phase in play, as the record last told of it.

    ``used`` are the seconds of playing time that had then gone by in the phase; ``since`` is the
    number of the entry that told it, or that began the phase.
    """

    since: int = 0
    used: int = 0
    state: TimerState = TimerState.RUNNING
