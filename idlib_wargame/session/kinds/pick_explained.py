"""A seat writes why it picked something, or what an order of its own says: the rest stays."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from idlib_wargame.record.entry import Entry
from idlib_wargame.session.acts import Act
from idlib_wargame.session.faults import Refused
from idlib_wargame.session.free_order import FreeOrder
from idlib_wargame.session.kinds.kind import ActKind, Folding, Json, Position, no_line, only_control
from idlib_wargame.session.kinds.orders import (
    check_length,
    wish_from_body,
    wish_shape,
    wish_to_body,
)
from idlib_wargame.session.kinds.picks import (
    check_known,
    check_may_draft,
    draft_before,
    drafted,
    explained,
    place_of,
)
from idlib_wargame.session.kinds.shapes import row, seat, turn
from idlib_wargame.session.play import Play, Wish
from idlib_wargame.words.language import _


@dataclass(frozen=True, slots=True)
class ExplainPick(Act):
    """Why a seat picked this; with ``free``, what an order of its own says."""

    seat: str
    move: str
    choice: str = ""
    why: str = ""
    free: FreeOrder | None = None


def _body(act: ExplainPick, by: str, at: Position) -> Json:
    check_may_draft(act.seat, by, at)
    sheet = at.play.drafts.get(act.seat, ())
    place = place_of(sheet, act.move, act.choice)
    if place is None:
        said = _("That order was taken off the sheet meanwhile; pick it again to write about it.")
        raise Refused(said)
    told = Wish(act.move, act.choice, act.why, act.free or sheet[place].free)
    if sheet[place].free is None:
        told = told._replace(free=None)
        check_known(act.seat, (told,), at)
    check_length(explained(sheet, told))
    return {"turn": at.play.turn, "seat": act.seat, "order": wish_to_body(told)}


def act_of(body: Mapping[str, Any]) -> ExplainPick:
    """The act that such a body tells of."""
    return ExplainPick(body["seat"], *wish_from_body(body["order"]))


def _fold(play: Play, entry: Entry, folding: Folding) -> Play:
    told = wish_from_body(entry.body["order"])
    return drafted(play, entry, explained(draft_before(play, entry), told))


PICK_EXPLAINED = ActKind(
    name="pick_explained",
    shape=row(turn=turn, seat=seat, order=wish_shape),
    act=ExplainPick,
    body=_body,
    fold=_fold,
    line=no_line,
    audience=only_control,
    open_to_seats=True,
)
