"""A break: the timer stands still until somebody has it go on, or opens another phase."""

from __future__ import annotations

from dataclasses import dataclass, replace

from idlib_wargame.record.entry import Entry
from idlib_wargame.rules.pack.scenario import Scenario
from idlib_wargame.session.acts import Act
from idlib_wargame.session.day import MOST_MINUTES, MOST_TURN, NOT_PLANNED, PlannedBreak, one_line
from idlib_wargame.session.faults import Refused
from idlib_wargame.session.kinds.kind import ActKind, Folding, Json, Position, to_everyone
from idlib_wargame.session.kinds.shapes import MOST, among, row, text, turn, whole
from idlib_wargame.session.play import Play
from idlib_wargame.session.timer import Break, Timer, TimerState
from idlib_wargame.words.language import _, fill, ngettext


@dataclass(frozen=True, slots=True)
class TakeBreak(Act):
    """Everybody has a break of so many minutes.

    ``used`` are the seconds of playing time that had then gone by in the phase; ``name`` is what
    the break is called ("Lunch"), and may be empty. One that was planned, ``after_turn``, is no
    longer to come.
    """

    minutes: int
    used: int
    name: str = ""
    after_turn: int = NOT_PLANNED

    @property
    def planned(self) -> PlannedBreak:
        """The break of the plan that it would be."""
        return PlannedBreak(self.after_turn, self.minutes, one_line(self.name))


def _body(act: TakeBreak, by: str, at: Position) -> Json:
    if not 1 <= act.minutes <= MOST_MINUTES:
        said = _("A break has 1 to {most} minutes, not {minutes}.")
        raise Refused(fill(said, most=MOST_MINUTES, minutes=act.minutes))
    if at.play.timer.state is TimerState.WAITING:
        raise Refused(_("The exercise has not begun, so there is nothing to have a break from."))
    if at.play.on_break is not None:
        raise Refused(_("There is a break already; have the timer go on first."))
    used = min(max(act.used, 0), MOST)
    return {
        "turn": at.play.turn,
        "phase": at.play.phase,
        "minutes": act.minutes,
        "used": used,
        "name": one_line(act.name),
        "after_turn": act.after_turn if act.planned in at.play.day.breaks else NOT_PLANNED,
    }


def _fold(play: Play, entry: Entry, folding: Folding) -> Play:
    body = entry.body
    # An undo may have taken the phase away in which it began: its time is not this phase's.
    is_here = (body["turn"], body["phase"]) == (play.turn, play.phase)
    used = body["used"] if is_here else play.timer.used
    planned = PlannedBreak(body["after_turn"], body["minutes"], body["name"])
    before = play.day_before
    return replace(
        play,
        day=play.day.without(planned),
        day_before=before.without(planned) if before else None,
        timer=Timer(entry.number, used, TimerState.PAUSED),
        last_break=Break(entry.number, entry.at, body["minutes"], body["name"]),
    )


def _line(scenario: Scenario, entry: Entry) -> str:
    minutes, name = entry.body["minutes"], entry.body["name"]
    if name:
        said = ngettext(
            "A break of {count} minute: {name}.", "A break of {count} minutes: {name}.", minutes
        )
        return fill(said, count=minutes, name=name)
    said = ngettext("A break of {count} minute.", "A break of {count} minutes.", minutes)
    return fill(said, count=minutes)


BREAK_BEGUN = ActKind(
    name="break_begun",
    shape=row(
        turn=turn,
        phase=among(lambda ground: ground.scenario.phases, lambda: _("a phase of the pack")),
        minutes=whole(1, MOST_MINUTES),
        used=whole(0),
        name=text,
        after_turn=whole(NOT_PLANNED, MOST_TURN),
    ),
    act=TakeBreak,
    body=_body,
    fold=_fold,
    line=_line,
    audience=to_everyone,
)
