"""A row that was written for a free order may be ordered from the next turn on, by some seats."""

from __future__ import annotations

from dataclasses import dataclass, replace

from idlib_wargame.record.entry import Entry
from idlib_wargame.rules.pack.moves import Move
from idlib_wargame.rules.pack.scenario import Scenario
from idlib_wargame.session.acts import Act
from idlib_wargame.session.faults import Refused
from idlib_wargame.session.kinds.kind import ActKind, Folding, Json, Position, only_control
from idlib_wargame.session.kinds.shapes import actor, among, list_of, row
from idlib_wargame.session.play import Play
from idlib_wargame.words.language import _, fill
from idlib_wargame.words.lists import series


@dataclass(frozen=True, slots=True)
class OfferRow(Act):
    """``actors`` may order the row from now on; none takes the offer back.

    They learn of the row by it, and of its being played.
    """

    move: str
    actors: tuple[str, ...]


def _body(act: OfferRow, by: str, at: Position) -> Json:
    move = next((each for each in at.play.own.moves if each.id == act.move), None)
    if move is None:
        raise Refused(_("There is no such row of this exercise."))
    if at.play.finished:
        raise Refused(_("The exercise is finished; nothing is ordered any more."))
    if any(each not in at.scenario.actors for each in act.actors):
        raise Refused(_("Only actors of the pack can order it."))
    if set(act.actors) == set(move.seats):
        raise Refused(_("It is so already."))
    return {"move": act.move, "actors": [a for a in at.scenario.actors if a in act.actors]}


def offered(move: Move, actors: tuple[str, ...]) -> Move:
    """The row, open to those actors; whoever may order it may know of it."""
    seen_by = None if move.seen_by is None else move.seen_by.union(actors)
    return replace(move, seats=actors, seen_by=seen_by)


def _fold(play: Play, entry: Entry, folding: Folding) -> Play:
    wanted, actors = entry.body["move"], tuple(entry.body["actors"])
    move = next((each for each in play.own.moves if each.id == wanted), None)
    if move is None:
        return play
    return replace(play, own=play.own.with_move(offered(move, actors)))


def _line(scenario: Scenario, entry: Entry) -> str:
    name = scenario.move_by_id[entry.body["move"]].name
    who = [scenario.actor_name(each) for each in entry.body["actors"]]
    if not who:
        return fill(_("“{name}” can be ordered no longer."), name=name)
    return fill(_("“{name}” can be ordered from now on by {who}."), name=name, who=series(who))


ROW_OFFERED = ActKind(
    name="row_offered",
    shape=row(
        move=among(
            lambda ground: {move.id for move in ground.scenario.moves if move.own},
            lambda: _("a row of this exercise"),
        ),
        actors=list_of(actor),
    ),
    act=OfferRow,
    body=_body,
    fold=_fold,
    line=_line,
    audience=only_control,
    undoable=True,
    ends_redo=True,
)
