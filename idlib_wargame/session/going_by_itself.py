"""What goes by itself in an exercise, unless the facilitator does it: due injects."""

from __future__ import annotations

from collections.abc import Set

from idlib_wargame.rules.pack.injects import Inject
from idlib_wargame.rules.pack.phases import INJECTS, PHASES, TALKS
from idlib_wargame.rules.turn.referee import Referee
from idlib_wargame.session.injects_due import due_injects, minute_of
from idlib_wargame.session.play import INJECTS_GO, Play
from idlib_wargame.session.timer import TimerState


def goes_now(
    referee: Referee, play: Play, seconds: float, undone: Set[tuple[int, str]]
) -> tuple[Inject, ...]:
    """The injects that go out by themselves now, in the pack's order.

    ``seconds`` are those of playing time that have gone by in the phase; ``undone`` the injects
    that the facilitator took back, or wrote as they were due, each with its turn, in which they
    wait for a hand. Nothing goes
    before the exercise has begun, nor what the pack leaves to the facilitator. What was to come
    later in a phase goes once the next has begun.
    """
    if INJECTS_GO in play.by_hand or play.timer.state is TimerState.WAITING:
        return ()
    if not may_go(referee, play):
        return ()
    gone_by = seconds_gone_by(referee, play, seconds)
    return tuple(
        inject
        for inject in due_injects(referee, play)
        if not inject.optional
        and (play.turn, inject.id) not in undone
        and minute_of(play, inject) * 60 <= gone_by
    )


def may_go(referee: Referee, play: Play) -> bool:
    """Whether injects may go out in the phase in play."""
    return _is_between(_phase_of_injects(referee), play.phase)


def seconds_gone_by(referee: Referee, play: Play, seconds: float) -> float:
    """The seconds by which minutes of injects are counted: all have come where none are planned."""
    sends = _phase_of_injects(referee)
    return seconds if play.phase == sends and play.minutes else float("inf")


def _phase_of_injects(referee: Referee) -> str:
    phases = referee.scenario.phases
    return INJECTS if INJECTS in phases else phases[0]


def _is_between(sends: str, phase: str) -> bool:
    """Whether injects may go out in a phase: not once orders have been opened."""
    if phase not in PHASES:
        return False
    last = max(PHASES.index(sends), PHASES.index(TALKS) + 1)
    return PHASES.index(sends) <= PHASES.index(phase) <= last
