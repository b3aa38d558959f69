"""The facilitator puts the list of injects in another order."""

from __future__ import annotations

from dataclasses import dataclass, replace

from idlib_wargame.record.entry import Entry
from idlib_wargame.rules.pack.injects import Inject
from idlib_wargame.session.acts import Act
from idlib_wargame.session.faults import Refused
from idlib_wargame.session.injects_due import injects_in_order
from idlib_wargame.session.kinds.injects import decision_kind, known_inject
from idlib_wargame.session.kinds.kind import Json, Position
from idlib_wargame.session.kinds.shapes import inject, or_empty
from idlib_wargame.session.msel import moved
from idlib_wargame.session.play import Play
from idlib_wargame.words.language import _


@dataclass(frozen=True, slots=True)
class MoveInject(Act):
    """An inject stands before another from now on; at the end where ``before`` is empty.

    Of several that are due at one time, they go out in that order.
    """

    inject: str
    before: str = ""


def _to_move(act: MoveInject, at: Position) -> Inject:
    found = known_inject(act.inject, at)
    if act.before:
        known_inject(act.before, at)
    order = [each.id for each in injects_in_order(at.referee, at.play)]
    if moved(order, act.inject, act.before) == order:
        raise Refused(_("It stands there already."))
    return found


def _says(act: MoveInject) -> Json:
    return {"before": act.before}


def _fold(play: Play, entry: Entry) -> Play:
    pair = entry.body["inject"], entry.body["before"]
    return replace(play, msel=replace(play.msel, moved=(*play.msel.moved, pair)))


INJECT_MOVED = decision_kind(
    "inject_moved",
    MoveInject,
    _to_move,
    _fold,
    lambda body: _("Inject moved in the list: {title}."),
    _says,
    before=or_empty(inject),
)
