"""Somebody watches or helps from now on, or sees something else than before."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

from idlib_wargame.record.entry import Entry
from idlib_wargame.rules.pack.scenario import Scenario
from idlib_wargame.rules.unseen import says_nothing
from idlib_wargame.session.acts import Act
from idlib_wargame.session.day import one_line
from idlib_wargame.session.faults import Refused
from idlib_wargame.session.kinds.kind import ActKind, Folding, Json, Position, only_control
from idlib_wargame.session.kinds.shapes import Ground, Strange, among, row, text, yes_or_no
from idlib_wargame.session.naming import as_written, same_in
from idlib_wargame.session.play import Play
from idlib_wargame.session.seating import EVERYTHING, ROOM_VIEW, Observer, Watching
from idlib_wargame.words.language import _, fill


@dataclass(frozen=True, slots=True)
class SeatObserver(Act):
    """Somebody of that name watches or helps, and sees what is said there.

    With ``changes`` they do already, and what they are here for or see is another from now on.
    """

    observer: Observer
    changes: bool = False


def _named(value: Any, ground: Ground) -> None:
    text(value, ground)
    if says_nothing(value):
        raise Strange(value, _("a name"))


def _body(act: SeatObserver, by: str, at: Position) -> Json:
    name, role, sees = one_line(as_written(act.observer.name)), act.observer.role, act.observer.sees
    if says_nothing(name):
        raise Refused(_("An observer needs a name; type one first."))
    there = same_in(at.play.observers, name)
    if act.changes and there is None:
        raise Refused(fill(_("Nobody called {name} observes or helps."), name=name))
    if not act.changes and there is not None:
        raise Refused(already_words(there))
    if sees not in (ROOM_VIEW, EVERYTHING):
        at.seat(sees)
    return {"name": there or name, "role": role.value, "sees": sees, "changes": act.changes}


def already_words(name: str) -> str:
    """Why somebody of that name is not let in again."""
    said = _(
        "{name} observes or helps already. Change what they see there; somebody else of that "
        "name needs a surname or a letter beside it."
    )
    return fill(said, name=name)


def _fold(play: Play, entry: Entry, folding: Folding) -> Play:
    body = entry.body
    was = play.observers.get(body["name"]) if body["changes"] else None
    since = was.since if was is not None else entry.number
    observer = Observer(body["name"], Watching(body["role"]), body["sees"], since)
    return replace(play, observers={**play.observers, observer.name: observer})


def _line(scenario: Scenario, entry: Entry) -> str:
    body = entry.body
    seat = scenario.seat_by_id.get(body["sees"])
    return fill(_template(body), name=body["name"], seat=seat.name if seat else "")


def _template(body: Any) -> str:
    helps = Watching(body["role"]) is Watching.ASSISTANT
    if body["sees"] == EVERYTHING:
        return (
            _("{name} helps the facilitator, and sees everything.")
            if helps
            else _("{name} observes, and sees everything.")
        )
    if body["sees"] == ROOM_VIEW:
        return (
            _("{name} helps the facilitator, and sees what the room sees.")
            if helps
            else _("{name} observes, and sees what the room sees.")
        )
    if helps:
        return _("{name} helps the facilitator, and sees what {seat} sees.")
    return _("{name} observes, and sees what {seat} sees.")


_sees = among(
    lambda ground: {ROOM_VIEW, EVERYTHING, *ground.scenario.seat_by_id},
    lambda: _("“room”, “all”, or a seat of the pack"),
)
_role = among(
    lambda ground: [role.value for role in Watching], lambda: _("“observer” or “assistant”")
)

# Who is in the room is no act of the game, and nobody's undo sends anybody out.
OBSERVER_SEATED = ActKind(
    name="observer_seated",
    shape=row(name=_named, role=_role, sees=_sees, changes=yes_or_no),
    act=SeatObserver,
    body=_body,
    fold=_fold,
    line=_line,
    audience=only_control,
    after_finish=True,
)
