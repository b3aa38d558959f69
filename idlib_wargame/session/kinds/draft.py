"""What a seat has picked so far: kept, so that nothing is lost, and not yet binding."""

from __future__ import annotations

from dataclasses import dataclass

from idlib_wargame.record.entry import Entry
from idlib_wargame.session.acts import Act
from idlib_wargame.session.kinds.kind import (
    ActKind,
    Folding,
    Json,
    Position,
    no_line,
    only_control,
)
from idlib_wargame.session.kinds.orders import (
    SHEET,
    check_length,
    in_their_own_names,
    wishes_from_body,
    wishes_to_body,
)
from idlib_wargame.session.kinds.picks import check_known, check_may_draft, drafted
from idlib_wargame.session.play import Play, Wish


@dataclass(frozen=True, slots=True)
class DraftOrders(Act):
    """What a seat has picked so far. Kept, so that nothing is lost; not yet binding."""

    seat: str
    wishes: tuple[Wish, ...]


def _body(act: DraftOrders, by: str, at: Position) -> Json:
    check_may_draft(act.seat, by, at)
    wishes = in_their_own_names(act.seat, act.wishes, at)
    check_known(act.seat, wishes, at)
    check_length(wishes)
    return wishes_to_body(at.play.turn, act.seat, wishes)


def _fold(play: Play, entry: Entry, folding: Folding) -> Play:
    return drafted(play, entry, wishes_from_body(entry.body))


DRAFT = ActKind(
    name="draft",
    shape=SHEET,
    act=DraftOrders,
    body=_body,
    fold=_fold,
    line=no_line,
    audience=only_control,
    open_to_seats=True,
)
