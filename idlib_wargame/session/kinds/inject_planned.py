"""The facilitator plans an inject anew: it is held till that turn, and that minute of its phase."""

from __future__ import annotations

from dataclasses import dataclass, replace

from idlib_wargame.record.entry import Body, Entry
from idlib_wargame.rules.pack.injects import Inject
from idlib_wargame.rules.pack.phases import ADJUDICATION, REPORT
from idlib_wargame.session.acts import Act
from idlib_wargame.session.day import MOST_MINUTES
from idlib_wargame.session.faults import Refused
from idlib_wargame.session.kinds.injects import decision_kind, inject_to_come
from idlib_wargame.session.kinds.kind import Json, Position
from idlib_wargame.session.kinds.shapes import turn, whole
from idlib_wargame.session.msel import Plan
from idlib_wargame.session.play import Play
from idlib_wargame.words.language import _, fill


@dataclass(frozen=True, slots=True)
class PlanInject(Act):
    """An inject goes out from that turn on, so many minutes after its phase has begun.

    Whatever it waited for before counts no longer; until then it is held back.
    """

    inject: str
    till: int
    minute: int = 0


def first_turn_left(play: Play) -> int:
    """The first turn in which an inject could still go out; past the last, none is left."""
    from_next = play.phase in (ADJUDICATION, REPORT) or play.finished
    return play.turn + from_next


def _to_plan(act: PlanInject, at: Position) -> Inject:
    found = inject_to_come(act.inject, at)
    if found.id in at.play.dropped:
        said = _("“{title}” is dropped; take that back first.")
        raise Refused(fill(said, title=found.title))
    first, last = first_turn_left(at.play), at.play.setup.turns
    if first > last:
        raise Refused(_("This was the last turn, so nothing goes out any more."))
    if not first <= act.till <= last:
        said = _("It can be planned for turns {first} to {last}, and not for turn {turn}.")
        raise Refused(fill(said, first=first, last=last, turn=act.till))
    check_minute(act.minute)
    return found


def check_minute(minute: int) -> None:
    """Refuse a minute that no phase has."""
    if not 0 <= minute <= MOST_MINUTES:
        said = _("A minute of a phase is 0 to {most}, and not {minute}.")
        raise Refused(fill(said, most=MOST_MINUTES, minute=minute))


def _says(act: PlanInject) -> Json:
    return {"till": act.till, "minute": act.minute}


def _fold(play: Play, entry: Entry) -> Play:
    body = entry.body
    named, plan = body["inject"], Plan(body["till"], body["minute"])
    kept = replace(play.msel, plans={**play.msel.plans, named: plan})
    # What was held back this turn is held till then instead.
    now = body["turn"]
    skipped = {(turn, each) for turn, each in play.skipped if each != named or turn < now}
    return replace(play, msel=kept, skipped=frozenset(skipped))


def _line(body: Body) -> str:
    if body["minute"]:
        return _("Inject planned for turn {till}, minute {minute}: {title}.")
    return _("Inject planned for turn {till}: {title}.")


INJECT_PLANNED = decision_kind(
    "inject_planned",
    PlanInject,
    _to_plan,
    _fold,
    _line,
    _says,
    till=turn,
    minute=whole(0, MOST_MINUTES),
)
