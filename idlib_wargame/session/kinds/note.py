"""A note for the record, seen by the facilitator only."""

from __future__ import annotations

from dataclasses import dataclass, replace

from idlib_wargame.record.entry import Entry
from idlib_wargame.rules.pack.scenario import Scenario
from idlib_wargame.rules.unseen import says_nothing
from idlib_wargame.session.acts import Act
from idlib_wargame.session.faults import Refused
from idlib_wargame.session.kinds.kind import ActKind, Folding, Json, Position, only_control
from idlib_wargame.session.kinds.shapes import row, text, turn
from idlib_wargame.session.play import Note, Play
from idlib_wargame.words.language import _, fill


@dataclass(frozen=True, slots=True)
class TakeNote(Act):
    """A note for the record, seen by the facilitator only."""

    text: str


def _body(act: TakeNote, by: str, at: Position) -> Json:
    if says_nothing(act.text):
        raise Refused(_("The note is empty; write a few words first."))
    return {"turn": at.play.turn, "text": act.text.strip()}


def _fold(play: Play, entry: Entry, folding: Folding) -> Play:
    note = Note(entry.at, entry.body["turn"], entry.body["text"])
    return replace(play, notes=play.notes.plus(note))


def _line(scenario: Scenario, entry: Entry) -> str:
    return fill(_("Note: {text}"), text=entry.body["text"])


NOTE = ActKind(
    name="note",
    shape=row(turn=turn, text=text),
    act=TakeNote,
    body=_body,
    fold=_fold,
    line=_line,
    audience=only_control,
    undoable=True,
    after_finish=True,  # much is said once it is over
)
