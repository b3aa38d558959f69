"""A seat has turned to its brief, so that the facilitator knows whom to wait for."""

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
class ReadBrief(Act):
    """A seat has turned to its brief."""

    seat: str


def _body(act: ReadBrief, by: str, at: Position) -> Json:
    row = at.seat(act.seat)
    if by != act.seat:
        raise Refused(fill(_("This brief is for {seat} alone."), seat=row.name))
    if act.seat in at.play.briefs_read:
        raise Refused(fill(_("{seat} has read its brief."), seat=row.name))
    return {"turn": at.play.turn, "seat": act.seat}


def _fold(play: Play, entry: Entry, folding: Folding) -> Play:
    return replace(play, briefs_read=play.briefs_read | {entry.body["seat"]})


BRIEF_READ = ActKind(
    name="brief_read",
    shape=row(turn=turn, seat=seat),
    act=ReadBrief,
    body=_body,
    fold=_fold,
    line=no_line,
    audience=only_control,
    open_to_seats=True,
    after_finish=True,
)
