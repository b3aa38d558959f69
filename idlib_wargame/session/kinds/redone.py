"""What was undone last stands again, as long as the game has not gone on since."""

from __future__ import annotations

from dataclasses import dataclass

from idlib_wargame.record.entry import Entry
from idlib_wargame.rules.pack.scenario import Scenario
from idlib_wargame.session.acts import Act
from idlib_wargame.session.faults import Refused
from idlib_wargame.session.kinds.kind import (
    MARKED,
    ActKind,
    Json,
    Marks,
    Position,
    marks_in_body,
    only_control,
)
from idlib_wargame.session.kinds.shapes import row, whole
from idlib_wargame.words.language import _, fill


@dataclass(frozen=True, slots=True)
class Redo(Act):
    """What was undone last stands again."""


def _body(act: Redo, by: str, at: Position) -> Json:
    if at.redoable is None:
        raise Refused(_("There is nothing to redo: the game has gone on since the last undo."))
    undone = marks_in_body(at.redoable)
    marks = Marks(undone.restores, undone.strikes)
    return {"number": at.redoable.body["number"], **marks.to_body()}


def _line(scenario: Scenario, entry: Entry) -> str:
    return _("What was undone last counts again.")


def _retold(act: str) -> str:
    return fill(_("Redone: “{act}”"), act=act)


REDONE = ActKind(
    name="redone",
    shape=row(number=whole(1), **MARKED),
    act=Redo,
    body=_body,
    marks=marks_in_body,
    line=_line,
    retold=_retold,
    audience=only_control,
)
