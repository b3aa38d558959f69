"""The clock of a phase, ticking in a window."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QObject, QTimer, Signal

from idlib_wargame.session.play import Play
from idlib_wargame.views.phase_clock import Now, PhaseClock, utc_now


class PhaseTimer(QObject):
    """A ``PhaseClock`` that says every second, and at every change, that it reads anew."""

    ticked = Signal()

    def __init__(
        self, minutes: Mapping[str, int], now: Now = utc_now, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self.clock = PhaseClock(minutes, now)
        self._beat = QTimer(self)
        self._beat.setInterval(1000)
        self._beat.timeout.connect(self.ticked)

    def follow(self, play: Play) -> None:
        """Take up the phase a play stands in; a new phase starts afresh and running."""
        if not self.clock.follow(play):
            return
        if self.clock.is_shown:
            self._beat.start()
        else:
            self._beat.stop()
        self.ticked.emit()

    def stop(self) -> None:
        """Tick no more."""
        self._beat.stop()

    def pause_or_go_on(self) -> None:
        """Stand still, or run again from where it stood."""
        self.clock.pause_or_go_on()
        self.ticked.emit()

    @property
    def is_shown(self) -> bool:
        """Whether the phase has a length at all."""
        return self.clock.is_shown

    @property
    def is_paused(self) -> bool:
        """Whether it stands still."""
        return self.clock.is_paused

    @property
    def is_over(self) -> bool:
        """Whether the time of a phase with a length is up."""
        return self.clock.is_shown and self.clock.seconds_left < 0

    @property
    def words(self) -> str:
        """What the clock reads; empty for a phase without a length."""
        return self.clock.words

    @property
    def words_left(self) -> str:
        """The same for players; empty for a phase without a length."""
        return self.clock.words_left
