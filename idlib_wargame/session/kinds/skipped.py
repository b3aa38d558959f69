"""The facilitator holds an inject back this turn; it is offered again in each turn after."""

from __future__ import annotations

from dataclasses import dataclass, replace

from idlib_wargame.record.entry import Entry
from idlib_wargame.rules.pack.scenario import Scenario
from idlib_wargame.session.acts import Act
from idlib_wargame.session.kinds.injects import unsent_inject
from idlib_wargame.session.kinds.kind import ActKind, Folding, Json, Position, only_control
from idlib_wargame.session.kinds.shapes import inject, row, turn
from idlib_wargame.session.play import Play
from idlib_wargame.words.language import _, fill


@dataclass(frozen=True, slots=True)
class SkipInject(Act):
    """The facilitator holds an inject back this turn; it is offered again until it is dropped."""

    inject: str


def _body(act: SkipInject, by: str, at: Position) -> Json:
    return {"turn": at.play.turn, "inject": unsent_inject(act.inject, at).id}


def _fold(play: Play, entry: Entry, folding: Folding) -> Play:
    return replace(play, skipped=play.skipped | {(entry.body["turn"], entry.body["inject"])})


def _line(scenario: Scenario, entry: Entry) -> str:
    title = scenario.inject_by_id[entry.body["inject"]].title
    return fill(_("Inject held back: {title}."), title=title)


SKIPPED = ActKind(
    name="skipped",
    shape=row(turn=turn, inject=inject),
    act=SkipInject,
    body=_body,
    fold=_fold,
    line=_line,
    audience=only_control,
    undoable=True,
    goes_with_turn=True,
    ends_redo=True,
)
