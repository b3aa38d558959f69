"""A seat takes one pick off its draft: the rest stays."""

from __future__ import annotations

from dataclasses import dataclass

from idlib_wargame.record.entry import Entry
from idlib_wargame.session.acts import Act
from idlib_wargame.session.faults import Refused
from idlib_wargame.session.kinds.kind import ActKind, Folding, Json, Position, no_line, only_control
from idlib_wargame.session.kinds.picks import (
    check_may_draft,
    draft_before,
    drafted,
    place_of,
    without_pick,
)
from idlib_wargame.session.kinds.shapes import row, seat, text, turn
from idlib_wargame.session.play import Play
from idlib_wargame.words.language import _


@dataclass(frozen=True, slots=True)
class TakePickOff(Act):
    """A seat picks this no longer."""

    seat: str
    move: str
    choice: str = ""


def _body(act: TakePickOff, by: str, at: Position) -> Json:
    check_may_draft(act.seat, by, at)
    if place_of(at.play.drafts.get(act.seat, ()), act.move, act.choice) is None:
        raise Refused(_("That order is not on the sheet any more."))
    return {"turn": at.play.turn, "seat": act.seat, "move": act.move, "choice": act.choice}


def _fold(play: Play, entry: Entry, folding: Folding) -> Play:
    body = entry.body
    sheet = without_pick(draft_before(play, entry), body["move"], body["choice"])
    return drafted(play, entry, sheet)


PICK_TAKEN_OFF = ActKind(
    name="pick_taken_off",
    shape=row(turn=turn, seat=seat, move=text, choice=text),
    act=TakePickOff,
    body=_body,
    fold=_fold,
    line=no_line,
    audience=only_control,
    open_to_seats=True,
)
