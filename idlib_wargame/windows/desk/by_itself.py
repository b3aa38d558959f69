"""What goes by itself while a desk is open: injects that are due, as their minute comes."""

from __future__ import annotations

from idlib_wargame.session.session import Session
from idlib_wargame.windows.parts.phase_timer import PhaseTimer


class ByItself:
    """Looks at every tick of the phase's timer, and after every change of the exercise.

    While the timer stands still nothing goes, nor before the facilitator is at the desk.
    """

    def __init__(self, session: Session, timer: PhaseTimer) -> None:
        self._session = session
        self._timer = timer
        timer.ticked.connect(self.look)

    def look(self) -> None:
        """Send what is due now."""
        clock = self._timer.clock
        if not (clock.is_paused or clock.is_held):
            self._session.send_what_is_due(clock.seconds_used)
