"""A seat picks one move more, or begins an order of its own: the rest of its draft stays."""

from __future__ import annotations

from dataclasses import dataclass

from idlib_wargame.record.entry import Entry
from idlib_wargame.session.acts import Act
from idlib_wargame.session.kinds.kind import ActKind, Folding, Json, Position, no_line, only_control
from idlib_wargame.session.kinds.orders import wish_from_body, wish_shape, wish_to_body
from idlib_wargame.session.kinds.picks import (
    added,
    check_may_draft,
    draft_before,
    drafted,
    with_pick,
)
from idlib_wargame.session.kinds.shapes import row, seat, turn
from idlib_wargame.session.play import Play, Wish


@dataclass(frozen=True, slots=True)
class AddPick(Act):
    """A seat picks this too; what is picked already takes on what is said of it now.

    An order of its own without a name (``move``) is a new one.
    """

    seat: str
    wish: Wish


def _body(act: AddPick, by: str, at: Position) -> Json:
    check_may_draft(act.seat, by, at)
    wish = added(act.seat, act.wish, at)
    return {"turn": at.play.turn, "seat": act.seat, "order": wish_to_body(wish)}


def _fold(play: Play, entry: Entry, folding: Folding) -> Play:
    wish = wish_from_body(entry.body["order"])
    return drafted(play, entry, with_pick(draft_before(play, entry), wish))


PICK_ADDED = ActKind(
    name="pick_added",
    shape=row(turn=turn, seat=seat, order=wish_shape),
    act=AddPick,
    body=_body,
    fold=_fold,
    line=no_line,
    audience=only_control,
    open_to_seats=True,
)
