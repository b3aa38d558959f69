"""How long a phase has still to go. For show only: nothing happens when the time is up."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from itertools import pairwise
from time import monotonic
from typing import NamedTuple

from idlib_wargame.record.entry import Entry
from idlib_wargame.session.play import Play
from idlib_wargame.session.timer import Timer, TimerState
from idlib_wargame.words.durations import minutes_and_seconds
from idlib_wargame.words.language import _, fill

Seconds = Callable[[], float]

# A phase runs over by minutes while people play it. This many seconds over, nobody is playing.
LONG_OVER = 3600
# Seconds that one beat may count. One that came later slept in between, or did not run at all.
LONGEST_BEAT = 5.0
# Seconds between two entries of a record in which people may have talked. What is longer was a
# break, a laptop asleep, or a clock that was set.
LONGEST_GAP = 600.0
# Seconds before the end of a phase from which on people are told that it is nearly over.
LAST_MINUTES = 120


class _Spell(NamedTuple):
    """One time that a phase was played: a phase that is re-opened is another."""

    turn: int
    phase: str
    since: str


class PhaseClock:
    """Counts a phase's minutes down by playing time: the beats at which it was seen to run.

    Each beat counts a few seconds at most, by a clock that nobody sets. So a laptop asleep, a
    program that was stopped and a clock on the wall that is set cost no time. What is paused is
    told by the play; a phase that an undo brings back goes on from what was counted of it.

    An exercise that has not begun waits, with all the time of its first phase. ``seconds`` is a
    clock that only goes forward.
    """

    def __init__(self, seconds: Seconds = monotonic) -> None:
        self._minutes = 0
        self._seconds = seconds
        self._beat = seconds()
        self._spell = _Spell(0, "", "")
        self._timer = Timer()
        self._counted = {self._spell: 0.0}
        self._is_held = False

    def follow(self, play: Play) -> bool:
        """Take up where a play stands; whether its phase or its timer is another than before."""
        spell = _Spell(play.turn, play.phase, play.phase_since)
        stands = (self._spell, self._timer, self._minutes)
        if (spell, play.timer, play.minutes) == stands:
            return False
        self.beat()
        self._minutes = play.minutes
        told_anew = spell == self._spell and play.timer != self._timer
        if told_anew or spell not in self._counted:
            self._counted[spell] = play.timer.used
        self._spell, self._timer = spell, play.timer
        return True

    def resume(self, play: Play, entries: Sequence[Entry], held: bool) -> None:
        """Take up a play whose record was opened; ``held`` counts nothing until ``let_go``.

        Where no desk was closed in good order, what was played since the record last told of the
        timer is taken from its entries. So much is a guess, and no guess makes a phase overrun.
        """
        self._is_held = held
        self.follow(play)
        if self.is_shown and play.timer.state is TimerState.RUNNING:
            most = max(play.timer.used, self._whole)
            guess = play.timer.used + seconds_told(entries, play.timer.since)
            self._counted[self._spell] = min(guess, most)

    def hold(self) -> None:
        """Count nothing from now on, until ``let_go``: whoever plays has gone."""
        self.beat()
        self._is_held = True

    def let_go(self) -> None:
        """Whoever plays is here."""
        self.beat()
        self._is_held = False

    def beat(self) -> None:
        """Count what has gone by since the last beat."""
        now = self._seconds()
        went, self._beat = now - self._beat, now
        if self.is_running:
            self._counted[self._spell] += min(max(went, 0.0), LONGEST_BEAT)

    @property
    def is_shown(self) -> bool:
        """Whether the phase has a length at all."""
        return self._minutes > 0

    @property
    def is_paused(self) -> bool:
        """Whether it stands still until somebody has it go on."""
        return self._timer.state is TimerState.PAUSED

    @property
    def is_waiting(self) -> bool:
        """Whether the exercise has not begun."""
        return self._timer.state is TimerState.WAITING

    @property
    def is_nearly_up(self) -> bool:
        """Whether the last two minutes of a longer phase have come."""
        longer = self.is_shown and self._whole > 2 * LAST_MINUTES
        return longer and 0 <= self.seconds_left <= LAST_MINUTES

    @property
    def is_held(self) -> bool:
        """Whether it waits for whoever plays to be here."""
        return self._is_held

    @property
    def is_running(self) -> bool:
        """Whether time goes by."""
        stands = self.is_paused or self.is_waiting or self._is_held
        return self.is_shown and not stands

    @property
    def _whole(self) -> int:
        return self._minutes * 60

    @property
    def seconds_used(self) -> int:
        """Whole seconds of playing time in this phase, up to the last beat."""
        return round(self._counted[self._spell])

    @property
    def seconds_left(self) -> int:
        """Seconds to go; below nought once the time is up."""
        return self._whole - self.seconds_used

    @property
    def words(self) -> str:
        """ "12:40", or "1:05 over" once the time is up; empty for a phase without a length.

        Left open overnight it says "long over", as how much no longer matters to anybody.
        """
        if not self.is_shown:
            return ""
        left = self.seconds_left
        if left <= -LONG_OVER:
            return _("long over")
        time = minutes_and_seconds(abs(left))
        return time if left >= 0 else fill(_("{time} over"), time=time)

    @property
    def words_left(self) -> str:
        """The same for players: "12:40 left", or "1:05 over"."""
        if not self.is_shown or self.seconds_left < 0:
            return self.words
        return fill(_("{time} left"), time=self.words)


def seconds_told(entries: Sequence[Entry], since: int) -> float:
    """How long people played from the entry of that number on, as far as entries tell.

    Nothing lies between an entry and one that tells an earlier time.
    """
    told = [datetime.fromisoformat(entry.at) for entry in entries if entry.number >= since]
    gaps = ((later - earlier).total_seconds() for earlier, later in pairwise(told))
    return sum(min(max(gap, 0.0), LONGEST_GAP) for gap in gaps)
