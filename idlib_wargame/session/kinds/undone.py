"""The facilitator takes back the last act that still stands. The record keeps both."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from idlib_wargame.record.entry import Entry
from idlib_wargame.rules.pack.scenario import Scenario
from idlib_wargame.session.acts import FACILITATOR, Act
from idlib_wargame.session.faults import Refused
from idlib_wargame.session.kinds.closed import CLOSED
from idlib_wargame.session.kinds.kind import (
    MARKED,
    ActKind,
    Json,
    Marks,
    Moment,
    Position,
    marks_in_body,
    only_control,
)
from idlib_wargame.session.kinds.shapes import row, whole
from idlib_wargame.words.language import _, fill


@dataclass(frozen=True, slots=True)
class Undo(Act):
    """The last act that still stands is struck; a re-opening is taken back.

    ``number`` is that of the entry that somebody means, 0 for whichever is the last: what was done
    while they were asked is not struck in its place.
    """

    number: int = 0


def last_undoable(moments: Sequence[Moment]) -> Moment | None:
    """What an undo would strike; None where nothing may be."""
    if moments and moments[-1].play.finished:
        return None
    return next((moment for moment in reversed(moments) if _may_go(moment)), None)


def _may_go(moment: Moment) -> bool:
    """What an observer wrote is not the facilitator's to take back."""
    return moment.kind.undoable and moment.entry.by == FACILITATOR


def _body(act: Undo, by: str, at: Position) -> Json:
    moment = last_undoable(at.moments)
    if moment is None:
        raise Refused(_("There is nothing to undo."))
    if act.number not in (0, moment.number):
        raise Refused(_("Something was done meanwhile. Undo again to see what would be struck."))
    marks = moment.kind.marks(moment.entry).reversed_by(moment.number)
    marks = Marks((*marks.strikes, *_told_of(moment, at.moments)), marks.restores)
    return {"number": moment.number, **marks.to_body()}


def _told_of(moment: Moment, moments: Sequence[Moment]) -> Iterator[int]:
    """What tells of results that stand no longer: a redo of the close brings it back."""
    if moment.kind is CLOSED:
        for each in moments:
            later = each.number > moment.number and each.kind.goes_with_close
            if later and each.entry.body["turn"] == moment.entry.body["turn"]:
                yield each.number


def _line(scenario: Scenario, entry: Entry) -> str:
    return _("The last act was undone.")


def _retold(act: str) -> str:
    return fill(_("Undone: “{act}”"), act=act)


UNDONE = ActKind(
    name="undone",
    shape=row(number=whole(1), **MARKED),
    act=Undo,
    body=_body,
    marks=marks_in_body,
    line=_line,
    retold=_retold,
    audience=only_control,
)
