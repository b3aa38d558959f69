"""The last act that still stands is struck. The record keeps both."""

from __future__ import annotations

from collections.abc import Iterable, Sequence, Set
from dataclasses import dataclass

from idlib_wargame.record.entry import Entry
from idlib_wargame.rules.pack.scenario import Scenario
from idlib_wargame.session.acts import Act
from idlib_wargame.session.faults import Refused
from idlib_wargame.session.kinds.kind import ActKind, Json, Moment, Position, only_control
from idlib_wargame.words.language import _, fill


@dataclass(frozen=True, slots=True)
class Undo(Act):
    """The last act that still stands is struck. The record keeps both."""


def last_undoable(moments: Sequence[Moment]) -> Moment | None:
    """What an undo would strike; None where nothing may be."""
    if moments and moments[-1].play.finished:
        return None
    return next((moment for moment in reversed(moments) if moment.kind.undoable), None)


def _body(act: Undo, by: str, at: Position) -> Json:
    moment = last_undoable(at.moments)
    if moment is None:
        raise Refused(_("There is nothing to undo."))
    return {"number": moment.number}


def _strikes(entry: Entry, standing: Iterable[int]) -> Set[int]:
    return {entry.body["number"]}


def _line(scenario: Scenario, entry: Entry) -> str:
    return fill(_("Undone: entry {number} no longer stands."), number=entry.body["number"])


UNDONE = ActKind(
    name="undone",
    act=Undo,
    body=_body,
    strikes=_strikes,
    line=_line,
    audience=only_control,
)
