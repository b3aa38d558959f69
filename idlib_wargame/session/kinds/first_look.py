"""A seat has had its first look, or left it: it is not shown by itself again, on any laptop."""

from __future__ import annotations

from dataclasses import dataclass, replace

from idlib_wargame.record.entry import Entry
from idlib_wargame.session.acts import Act
from idlib_wargame.session.faults import Refused
from idlib_wargame.session.kinds.kind import (
    ActKind,
    Folding,
    Json,
    Position,
    no_line,
    only_control,
)
from idlib_wargame.session.kinds.shapes import row, seat, turn
from idlib_wargame.session.play import Play
from idlib_wargame.words.language import _, fill


@dataclass(frozen=True, slots=True)
class EndFirstLook(Act):
    """A seat has had its first look, or left it."""

    seat: str


def _body(act: EndFirstLook, by: str, at: Position) -> Json:
    row = at.seat(act.seat)
    if by != act.seat:
        raise Refused(fill(_("This first look is for {seat} alone."), seat=row.name))
    if act.seat in at.play.looked_round:
        raise Refused(fill(_("{seat} has had its first look."), seat=row.name))
    return {"turn": at.play.turn, "seat": act.seat}


def _fold(play: Play, entry: Entry, folding: Folding) -> Play:
    return replace(play, looked_round=play.looked_round | {entry.body["seat"]})


# It tells nobody anything, and no undo makes somebody new to the exercise.
FIRST_LOOK = ActKind(
    name="first_look",
    shape=row(turn=turn, seat=seat),
    act=EndFirstLook,
    body=_body,
    fold=_fold,
    line=no_line,
    audience=only_control,
    open_to_seats=True,
    after_finish=True,
)
