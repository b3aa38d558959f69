"""How long a phase has still to go. For show only: nothing happens when the time is up."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import UTC, datetime

from idlib_wargame.session.play import Play
from idlib_wargame.words.language import _, fill

Now = Callable[[], datetime]

# A phase runs over by minutes while people play it. This many seconds over, nobody is playing.
LONG_OVER = 3600


def utc_now() -> datetime:
    """The time by this machine's clock."""
    return datetime.now(UTC)


class PhaseClock:
    """Counts a phase's minutes down from when it began, less the time it was paused.

    A phase that is taken up long after its time was not played in between: the session was closed,
    or a turn of days ago was opened again. Its minutes are counted from when it is taken up; so
    are those of a phase that, by this machine's clock, is still to begin.

    ``minutes`` are the pack's, by phase. ``now`` tells the time, in UTC.
    """

    def __init__(self, minutes: Mapping[str, int], now: Now = utc_now) -> None:
        self._minutes = minutes
        self._now = now
        self._phase = ""
        self._since = ""
        self._began = now()
        self._paused_at: datetime | None = None
        self._idle = 0.0

    def follow(self, play: Play) -> bool:
        """Take up the phase a play stands in; whether it is a new one, which starts running."""
        if (play.phase, play.phase_since) == (self._phase, self._since):
            return False
        self._phase, self._since = play.phase, play.phase_since
        self._paused_at, self._idle = None, 0.0
        if self.is_shown:
            self._began = _utc(self._since)
            whole = self._minutes[self._phase] * 60
            if not -LONG_OVER < self.seconds_left <= whole:
                self._began = self._now()
        return True

    @property
    def is_shown(self) -> bool:
        """Whether the phase has a length at all."""
        return self._phase in self._minutes and bool(self._since)

    @property
    def is_paused(self) -> bool:
        """Whether it stands still."""
        return self._paused_at is not None

    def pause_or_go_on(self) -> None:
        """Stand still, or run again from where it stood."""
        if self._paused_at is None:
            self._paused_at = self._now()
        else:
            self._idle += (self._now() - self._paused_at).total_seconds()
            self._paused_at = None

    @property
    def seconds_left(self) -> int:
        """Seconds to go; below nought once the time is up."""
        run = ((self._paused_at or self._now()) - self._began).total_seconds() - self._idle
        return round(self._minutes[self._phase] * 60 - run)

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
        time = f"{abs(left) // 60}:{abs(left) % 60:02}"
        return time if left >= 0 else fill(_("{time} over"), time=time)

    @property
    def words_left(self) -> str:
        """The same for players: "12:40 left", or "1:05 over"."""
        if not self.is_shown or self.seconds_left < 0:
            return self.words
        return fill(_("{time} left"), time=self.words)


def _utc(since: str) -> datetime:
    began = datetime.fromisoformat(since)
    return began if began.tzinfo else began.replace(tzinfo=UTC)
