"""What the facilitator does next: the one filled button."""

from __future__ import annotations

from idlib_wargame.rules.pack.injects import Inject
from idlib_wargame.rules.pack.scenario import Scenario
from idlib_wargame.rules.turn.referee import Referee
from idlib_wargame.session.acts import Act, Adjudicate, CloseTurn, Finish, MoveOn, SendInject
from idlib_wargame.session.play import ADJUDICATION, FINISHED, INJECTS, ORDERS, REPORT, Play

PHASE_NAMES = {
    "injects": "Injects",
    "talks": "Talks",
    "orders": "Orders",
    "adjudication": "Adjudication",
    "report": "Report",
}


def next_act(referee: Referee, play: Play) -> tuple[Act, str] | None:
    """The act and the words of its button; None when the exercise is over."""
    scenario = referee.scenario
    if play.phase == FINISHED:
        return None
    if play.phase == INJECTS:
        expected = [inject for inject in due_injects(referee, play) if not inject.optional]
        if expected:
            return SendInject(expected[0].id), f"Send “{expected[0].title}”"
    if play.phase == ORDERS:
        return Adjudicate(), f"Adjudicate turn {play.turn}"
    if play.phase == ADJUDICATION:
        return CloseTurn(), f"Close turn {play.turn}"
    if play.phase == REPORT:
        if play.turn >= play.setup.turns:
            return Finish(), "Finish the exercise"
        return MoveOn(), f"Start turn {play.turn + 1}"
    following = phase_after(scenario, play.phase)
    return MoveOn(), f"Open {PHASE_NAMES.get(following, following).lower()}"


def due_injects(referee: Referee, play: Play) -> tuple[Inject, ...]:
    """Injects that are due now and were not held back this turn, in the pack's order."""
    return tuple(
        inject
        for inject in referee.messages.due(play.state)
        if (play.turn, inject.id) not in play.skipped
    )


def phase_after(scenario: Scenario, phase: str) -> str:
    """The phase that follows within a turn; after the last, the first of the next turn."""
    phases = scenario.phases
    return phases[(phases.index(phase) + 1) % len(phases)]
