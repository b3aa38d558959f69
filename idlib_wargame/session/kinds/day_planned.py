"""The facilitator plans the rest of the day: minutes, breaks, and when it should end."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

from idlib_wargame.record.entry import Entry
from idlib_wargame.rules.pack.scenario import Scenario
from idlib_wargame.session.acts import Act
from idlib_wargame.session.day import (
    MOST_BREAKS,
    MOST_MINUTES,
    MOST_TURN,
    DayPlan,
    is_hour,
    one_line,
)
from idlib_wargame.session.faults import Refused
from idlib_wargame.session.kinds.kind import ActKind, Folding, Json, Position, only_control
from idlib_wargame.session.kinds.shapes import (
    Ground,
    Strange,
    among,
    list_of,
    mapping,
    row,
    text,
    whole,
)
from idlib_wargame.session.play import Play
from idlib_wargame.words.language import _, fill


@dataclass(frozen=True, slots=True)
class PlanDay(Act):
    """How long the parts of the day are to take from now on."""

    day: DayPlan


def _hour(value: Any, ground: Ground) -> None:
    text(value, ground)
    if value and not is_hour(value):
        raise Strange(value, _("an hour such as 16:30, or nothing"))


_phase = among(lambda ground: ground.scenario.phases, lambda: _("a phase of the pack"))
DAY = row(
    minutes=mapping(_phase, whole(0, MOST_MINUTES)),
    hot_wash=whole(0, MOST_MINUTES),
    ends_at=_hour,
    breaks=list_of(row(after_turn=whole(0, MOST_TURN), minutes=whole(1, MOST_MINUTES), name=text)),
    practice=whole(0, MOST_MINUTES),
)


def _body(act: PlanDay, by: str, at: Position) -> Json:
    breaks = tuple(each._replace(name=one_line(each.name)) for each in act.day.breaks)
    if len(breaks) > MOST_BREAKS:
        said = _("A day has {most} breaks at most, not {count}.")
        raise Refused(fill(said, most=MOST_BREAKS, count=len(breaks)))
    body = replace(act.day, breaks=breaks).to_body()
    try:
        DAY(body, Ground(at.scenario))
    except Strange as strange:
        said = _("The day cannot be planned so: {found} stands where {expected} was expected.")
        raise Refused(fill(said, found=str(strange.found), expected=strange.expected)) from None
    return body


def _fold(play: Play, entry: Entry, folding: Folding) -> Play:
    plan = DayPlan.from_body(entry.body)
    # A phase that the plan does not name stays as long as it was; the one in play, where it is
    # planned anew, has what the plan says, whatever was given to it before.
    here = (play.turn, play.phase)
    anew = plan.minutes.get(play.phase, None) not in (None, play.day.minutes.get(play.phase, 0))
    given = {each: by for each, by in play.minutes_given.items() if not (anew and each == here)}
    plan = replace(plan, minutes={**play.day.minutes, **plan.minutes})
    return replace(play, day=plan, day_before=_before(play, plan), minutes_given=given)


def _before(play: Play, plan: DayPlan) -> DayPlan | None:
    """The plan that this one takes the place of. That a practice is over is no other plan."""
    before = play.day if replace(play.day, practice=plan.practice) != plan else play.day_before
    return replace(before, practice=plan.practice) if before else None


def _line(scenario: Scenario, entry: Entry) -> str:
    if entry.body["ends_at"]:
        return fill(_("The day was planned anew, to end at {hour}."), hour=entry.body["ends_at"])
    return _("The day was planned anew.")


# A plan is no act of the game: the next plan takes its place.
DAY_PLANNED = ActKind(
    name="day_planned",
    shape=DAY,
    act=PlanDay,
    body=_body,
    fold=_fold,
    line=_line,
    audience=only_control,
)
