"""The clock of a phase, ticking in a window."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from time import monotonic

from PySide6.QtCore import QObject, QTimer, Signal

from idlib_wargame.record.entry import Entry
from idlib_wargame.session.play import Play
from idlib_wargame.session.timer import Break
from idlib_wargame.views.breaks import minutes_left, until_words
from idlib_wargame.views.day.hot_wash import hot_wash_left
from idlib_wargame.views.online.clock import ClockSeen
from idlib_wargame.views.phase_clock import PhaseClock, Seconds


class PhaseTimer(QObject):
    """A ``PhaseClock`` that counts every second, and says whenever it reads anew.

    ``play`` is the one that it follows.
    """

    ticked = Signal()

    def __init__(self, seconds: Seconds = monotonic, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.clock = PhaseClock(seconds)
        self.play: Play | None = None
        self._second = QTimer(self)
        self._second.setInterval(1000)
        self._second.timeout.connect(self.beat)

    def resume(self, play: Play, entries: Sequence[Entry], held: bool) -> None:
        """Take up a play whose record was opened; ``held`` waits for ``let_go``."""
        self.play = play
        self.clock.resume(play, entries, held)
        self._tick_or_stop()

    def follow(self, play: Play) -> None:
        """Take up where a play stands; a new phase starts afresh and running."""
        self.play = play
        if self.clock.follow(play):
            self._tick_or_stop()

    def let_go(self) -> None:
        """Whoever plays is here."""
        self.clock.let_go()
        self.ticked.emit()

    def _tick_or_stop(self) -> None:
        if self.clock.is_shown or self.minutes_left is not None:
            self._second.start()
        else:
            self._second.stop()
        self.ticked.emit()

    def beat(self) -> None:
        """Count what has gone by."""
        self.clock.beat()
        self.ticked.emit()

    def stop(self) -> None:
        """Count and tick no more."""
        self.clock.hold()
        self._second.stop()

    @property
    def on_break(self) -> Break | None:
        """The break that is on."""
        return self.play.on_break if self.play is not None else None

    @property
    def minutes_left(self) -> int | None:
        """Minutes until the break or the hot wash is over, below nought after a break.

        None while a phase is played.
        """
        now, on_break = datetime.now().astimezone(), self.on_break
        if on_break is not None:
            return minutes_left(on_break, now)
        return hot_wash_left(self.play, now) if self.play is not None else None

    @property
    def is_shown(self) -> bool:
        """Whether the phase has a length at all."""
        return self.clock.is_shown

    @property
    def is_paused(self) -> bool:
        """Whether it stands still."""
        return self.clock.is_paused

    @property
    def is_waiting(self) -> bool:
        """Whether the exercise has not begun."""
        return self.clock.is_waiting

    @property
    def is_nearly_up(self) -> bool:
        """Whether the last two minutes have come; in a break its phase stands still."""
        return self.on_break is None and self.clock.is_nearly_up

    @property
    def is_over(self) -> bool:
        """Whether the time of a phase with a length is up, and no break puts that off."""
        is_up = self.clock.is_shown and self.clock.seconds_left < 0
        return is_up and self.on_break is None

    @property
    def words(self) -> str:
        """What the clock reads, or until when the break is; empty for a phase without a length."""
        on_break = self.on_break
        return self.clock.words if on_break is None else until_words(on_break)

    def seen(self) -> ClockSeen:
        """What it reads, for a page that ticks on by itself."""
        runs = self.clock.is_running and self.on_break is None
        return ClockSeen(self.words_left, self.clock.seconds_left if runs else 0, runs)

    @property
    def words_left(self) -> str:
        """The same for players, who are told how much is left."""
        on_break = self.on_break
        return self.clock.words_left if on_break is None else until_words(on_break)
