"""What the facilitator has half typed on the desk, so that no end of the program loses it."""

from __future__ import annotations

from dataclasses import dataclass, replace

from idlib_wargame.record.entry import Entry
from idlib_wargame.session.acts import Act
from idlib_wargame.session.faults import Refused
from idlib_wargame.session.kinds.kind import (
    ActKind,
    Folding,
    Json,
    Position,
    no_line,
    only_control,
)
from idlib_wargame.session.kinds.shapes import row, text
from idlib_wargame.session.play import Play
from idlib_wargame.words.language import _, fill

# Characters in one place: a note or a report of the most letters has room, written as JSON.
LONGEST = 150_000


@dataclass(frozen=True, slots=True)
class DraftAtDesk(Act):
    """The text at a place of the desk as it stands now; an empty one means that it was done with.

    ``place`` is a name that the desk knows the field by.
    """

    place: str
    text: str


def _body(act: DraftAtDesk, by: str, at: Position) -> Json:
    if act.text == at.play.desk_drafts.get(act.place, ""):
        raise Refused(_("It is kept as it stands already."))
    if len(act.text) > LONGEST:  # never cut: whoever finds half of it takes that for the whole
        said = _("What is half typed has {count} characters; at most {most} are kept.")
        raise Refused(fill(said, count=len(act.text), most=LONGEST))
    return {"place": act.place, "text": act.text}


def _fold(play: Play, entry: Entry, folding: Folding) -> Play:
    place, typed = entry.body["place"], entry.body["text"]
    kept = {each: text for each, text in play.desk_drafts.items() if each != place}
    return replace(play, desk_drafts={**kept, place: typed} if typed else kept)


DESK_DRAFT = ActKind(
    name="desk_draft",
    shape=row(place=text, text=text),
    act=DraftAtDesk,
    body=_body,
    fold=_fold,
    line=no_line,
    audience=only_control,
    after_finish=True,
)
