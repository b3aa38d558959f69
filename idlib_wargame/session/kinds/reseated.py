"""Who sits at a seat changes, or who plays it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from idlib_wargame.record.entry import Entry
from idlib_wargame.rules.pack.scenario import Scenario
from idlib_wargame.session.acts import Act
from idlib_wargame.session.faults import Refused
from idlib_wargame.session.kinds.kind import ActKind, Folding, Json, Position, only_control
from idlib_wargame.session.kinds.orders import seat_name
from idlib_wargame.session.kinds.shapes import Ground, Strange, list_of, row, seat, text
from idlib_wargame.session.naming import each_once, told_apart_by
from idlib_wargame.session.play import Play
from idlib_wargame.session.same_person import reseated
from idlib_wargame.session.seating import Reseating, Seating
from idlib_wargame.session.timer import TimerState
from idlib_wargame.words.habits import habit_name
from idlib_wargame.words.language import _, fill
from idlib_wargame.words.lists import series


@dataclass(frozen=True, slots=True)
class Reseat(Act):
    """Who sits at a seat changes, or who plays it: "person", "control" or "habit:ID"."""

    seat: str
    people: tuple[str, ...]
    played_by: str


def seating_to_body(seating: Seating) -> Json:
    """The body of the entry, and one row of a ``setup``."""
    people = list(each_once(seating.people))
    return {"seat": seating.seat, "people": people, "played_by": seating.played_by}


def seating_from_body(body: Mapping[str, Any]) -> Seating:
    """The seating that ``seating_to_body`` wrote; nobody sits at a seat in two spellings."""
    return Seating(body["seat"], each_once(body["people"]), body["played_by"])


def _player(value: Any, ground: Ground) -> None:
    text(value, ground)
    habit = Seating("", (), value).habit
    if value not in ("person", "control") and habit not in ground.scenario.habit_by_id:
        raise Strange(value, _("“person”, “control”, or “habit:” and a habit of the pack"))


SEATING = row(seat=seat, people=list_of(text), played_by=_player)


def _body(act: Reseat, by: str, at: Position) -> Json:
    seating = Seating(at.seat(act.seat).id, each_once(act.people), act.played_by)
    if act.played_by not in ("person", "control") and seating.habit not in at.scenario.habit_by_id:
        said = _("“{player}” cannot play a seat; a person, the facilitator or a habit can.")
        raise Refused(fill(said, player=act.played_by))
    return seating_to_body(seating)


def _fold(play: Play, entry: Entry, folding: Folding) -> Play:
    seating = seating_from_body(entry.body)
    was = play.setup.of(seating.seat)
    seated = reseated(play, seating, entry.number)
    if play.timer.state is TimerState.WAITING or _is_same(was, seating):
        return seated  # people are still taking their seats
    change = Reseating(play.turn, entry.at, was, seating)
    return replace(seated, reseatings=play.reseatings.plus(change))


def _is_same(was: Seating, now: Seating) -> bool:
    """Whether nobody came or went, be a name spelt otherwise than before."""
    before, after = ({told_apart_by(each) for each in one.people} for one in (was, now))
    return (before, was.played_by) == (after, now.played_by)


def _line(scenario: Scenario, entry: Entry) -> str:
    seating, habits = seating_from_body(entry.body), scenario.habit_by_id
    return fill(
        _template(seating),
        seat=seat_name(scenario, entry),
        people=series(seating.people) if seating.people else "",
        habit=habit_name(habits[seating.habit]) if seating.habit in habits else seating.habit,
    )


def _template(seating: Seating) -> str:
    if seating.habit and seating.people:
        return _("{seat} is now {people}, played by the habit “{habit}”.")
    if seating.habit:
        return _("{seat} is now nobody by name, played by the habit “{habit}”.")
    if seating.played_by == "control":
        if seating.people:
            return _("{seat} is now {people}, played by the facilitator.")
        return _("{seat} is now nobody by name, played by the facilitator.")
    if seating.people:
        return _("{seat} is now {people}, played by people.")
    return _("{seat} is now nobody by name, played by people.")


def _covered_line(scenario: Scenario, entry: Entry) -> str:
    return fill(_("Who plays {seat} has changed."), seat=seat_name(scenario, entry))


# Who came and went is a fact of the room: an undo of the game sends nobody away.
RESEATED = ActKind(
    name="reseated",
    shape=SEATING,
    act=Reseat,
    body=_body,
    fold=_fold,
    line=_line,
    covered_line=_covered_line,
    audience=only_control,
)
