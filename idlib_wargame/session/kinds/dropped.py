"""The facilitator drops an inject: it is not offered again."""

from __future__ import annotations

from dataclasses import dataclass, replace

from idlib_wargame.record.entry import Entry
from idlib_wargame.rules.pack.scenario import Scenario
from idlib_wargame.session.acts import Act
from idlib_wargame.session.faults import Refused
from idlib_wargame.session.kinds.injects import inject_to_come
from idlib_wargame.session.kinds.kind import ActKind, Folding, Json, Position, only_control
from idlib_wargame.session.kinds.shapes import inject, row, turn
from idlib_wargame.session.play import Play
from idlib_wargame.words.language import _, fill


@dataclass(frozen=True, slots=True)
class DropInject(Act):
    """The facilitator drops an inject; it is not offered again, and may be sent all the same."""

    inject: str


def _body(act: DropInject, by: str, at: Position) -> Json:
    row = inject_to_come(act.inject, at)
    if row.id in at.play.dropped:
        raise Refused(fill(_("“{title}” is dropped already."), title=row.title))
    return {"turn": at.play.turn, "inject": row.id}


def _fold(play: Play, entry: Entry, folding: Folding) -> Play:
    return replace(play, dropped=play.dropped | {entry.body["inject"]})


def _line(scenario: Scenario, entry: Entry) -> str:
    title = scenario.inject_by_id[entry.body["inject"]].title
    return fill(_("Inject dropped: {title}."), title=title)


DROPPED = ActKind(
    name="dropped",
    shape=row(turn=turn, inject=inject),
    act=DropInject,
    body=_body,
    fold=_fold,
    line=_line,
    audience=only_control,
    undoable=True,
    goes_with_turn=True,
    ends_redo=True,
)
