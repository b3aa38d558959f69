"""The timer of a phase is paused, goes on, or is left by a desk that is closed."""

from __future__ import annotations

from dataclasses import dataclass, replace

from idlib_wargame.record.entry import Entry
from idlib_wargame.rules.pack.scenario import Scenario
from idlib_wargame.session.acts import Act
from idlib_wargame.session.faults import Refused
from idlib_wargame.session.kinds.kind import ActKind, Folding, Json, Position, only_control
from idlib_wargame.session.kinds.shapes import MOST, among, row, turn, whole, yes_or_no
from idlib_wargame.session.play import Play
from idlib_wargame.session.timer import Timer, TimerState
from idlib_wargame.words.durations import minutes_and_seconds
from idlib_wargame.words.language import _, fill
from idlib_wargame.words.phases import phase_name


@dataclass(frozen=True, slots=True)
class SetTimer(Act):
    """The timer of the phase in play is in that state, after so many seconds of playing time."""

    state: TimerState
    used: int


def _body(act: SetTimer, by: str, at: Position) -> Json:
    play = at.play
    if act.state is TimerState.WAITING:
        raise Refused(_("An exercise waits only until it begins; pause the timer instead."))
    begins = play.timer.state is TimerState.WAITING and act.state is TimerState.RUNNING
    if not (play.minutes or begins or play.on_break):
        said = _("There are no minutes for the phase {phase}, so it has no timer.")
        raise Refused(fill(said, phase=phase_name(play.phase)))
    used = min(max(act.used, 0), MOST)
    return {
        "turn": play.turn,
        "phase": play.phase,
        "state": act.state.value,
        "used": used,
        "minutes": play.minutes,
        "begins": begins,
    }


def _fold(play: Play, entry: Entry, folding: Folding) -> Play:
    """What was told of a phase that an undo took away says nothing of the phase in play."""
    body = entry.body
    if (body["turn"], body["phase"]) != (play.turn, play.phase):
        if play.on_break is None:
            return play
        # A break that was ended is over, whatever became of the phase in which it was.
        state = TimerState(body["state"])
        return replace(play, timer=Timer(entry.number, play.timer.used, state))
    return replace(play, timer=Timer(entry.number, body["used"], TimerState(body["state"])))


def _line(scenario: Scenario, entry: Entry) -> str:
    if entry.body["begins"]:
        return _("The exercise begins.")
    left = entry.body["minutes"] * 60 - entry.body["used"]
    template = _template(TimerState(entry.body["state"]), is_over=left < 0)
    return fill(template, time=minutes_and_seconds(abs(left)))


def _template(state: TimerState, is_over: bool) -> str:
    if state is TimerState.PAUSED:
        return _("Timer paused, {time} over.") if is_over else _("Timer paused with {time} left.")
    if state is TimerState.LEFT:
        if is_over:
            return _("Desk closed while the timer ran, {time} over.")
        return _("Desk closed while the timer ran, with {time} left.")
    return _("Timer goes on, {time} over.") if is_over else _("Timer goes on with {time} left.")


_state = among(
    lambda ground: [state.value for state in TimerState],
    lambda: _("“waiting”, “running”, “paused” or “left”"),
)

# Pressing the button again is its undo; how long people have played is not to be undone.
TIMER = ActKind(
    name="timer",
    shape=row(
        turn=turn,
        phase=among(lambda ground: ground.scenario.phases, lambda: _("a phase of the pack")),
        state=_state,
        used=whole(0),
        minutes=whole(0),
        begins=yes_or_no,
    ),
    act=SetTimer,
    body=_body,
    fold=_fold,
    line=_line,
    audience=only_control,
)
