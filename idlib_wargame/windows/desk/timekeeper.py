"""What the desk tells the record of the phase's timer."""

from __future__ import annotations

from idlib_wargame.session.acts import FACILITATOR
from idlib_wargame.session.kinds.break_begun import TakeBreak
from idlib_wargame.session.kinds.minutes_given import GiveMinutes
from idlib_wargame.session.kinds.timer import SetTimer
from idlib_wargame.session.session import Session
from idlib_wargame.session.timer import TimerState
from idlib_wargame.windows.parts.phase_timer import PhaseTimer


class Timekeeper:
    """Has the timer paused and run by acts, so that a desk that is opened again knows it.

    ``held`` is a timer that waits until the facilitator has come to the desk.
    """

    def __init__(self, session: Session, timer: PhaseTimer, held: bool) -> None:
        self._session = session
        self._timer = timer
        timer.resume(session.play, session.entries, held)

    def pause_or_go_on(self) -> None:
        """Let it stand still, or run again from where it stood."""
        if self._timer.is_waiting:
            return  # to begin is another press
        if self._timer.is_shown or self._timer.on_break:
            paused = self._timer.is_paused
            self._tell(TimerState.RUNNING if paused else TimerState.PAUSED)

    def may_give(self, minutes: int) -> bool:
        """Whether the phase has a length, and minutes that may be taken off it."""
        return self._timer.is_shown and (minutes > 0 or self._session.play.minutes > 1)

    def give(self, minutes: int) -> GiveMinutes:
        """The act that gives minutes to the phase, or takes them off as far as there are some."""
        left = self._session.play.minutes - 1
        return GiveMinutes(max(minutes, -left) if minutes < 0 else minutes)

    def take_break(self, minutes: int, name: str, after_turn: int) -> TakeBreak:
        """The act that begins a break now."""
        clock = self._timer.clock
        clock.beat()
        return TakeBreak(minutes, clock.seconds_used, name, after_turn)

    def arrive(self) -> None:
        """The facilitator has come. The record tells from when it runs, should the program die."""
        clock = self._timer.clock
        if clock.is_held:
            self._timer.let_go()
            if clock.is_running:
                self._tell(TimerState.RUNNING)

    def leave(self) -> None:
        """The desk is being closed: what comes after this is not playing time."""
        if self._timer.clock.is_running and not self._session.is_closed:
            self._tell(TimerState.LEFT)
        self._timer.stop()

    def _tell(self, state: TimerState) -> None:
        clock = self._timer.clock
        clock.beat()
        self._session.submit(SetTimer(state, clock.seconds_used), FACILITATOR)
