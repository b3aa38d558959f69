"""What a seat has begun to say of a breach: kept, so that nothing is lost, and told to nobody."""

from __future__ import annotations

from dataclasses import dataclass, replace

from idlib_wargame.record.entry import Entry
from idlib_wargame.session.acts import Act
from idlib_wargame.session.faults import Refused
from idlib_wargame.session.kinds.bargains import case_of, check_signs
from idlib_wargame.session.kinds.kind import (
    ActKind,
    Folding,
    Json,
    Position,
    no_line,
    only_control,
)
from idlib_wargame.session.kinds.shapes import row, seat, text, whole
from idlib_wargame.session.play import Play
from idlib_wargame.words.language import _, fill

MOST_DRAFTED = 100_000  # what is too long to be said is kept as well


@dataclass(frozen=True, slots=True)
class DraftAllegation(Act):
    """What a seat has half written of a term, by its place from 0; none where it let go."""

    seat: str
    case: str
    term: int
    text: str = ""


def _body(act: DraftAllegation, by: str, at: Position) -> Json:
    check_signs(act.seat, by, at)
    case = case_of(act.case, act.seat, at)
    if not 0 <= act.term < len(case.offer.terms):
        raise Refused(fill(_("It has no term {number}."), number=act.term + 1))
    if len(act.text) > MOST_DRAFTED:
        said = _("The draft has {found} characters and may have {most}; shorten it.")
        raise Refused(fill(said, found=len(act.text), most=MOST_DRAFTED))
    return {"seat": act.seat, "case": act.case, "term": act.term, "text": act.text}


def _fold(play: Play, entry: Entry, folding: Folding) -> Play:
    body = entry.body
    return with_half(play, body["seat"], (body["case"], body["term"]), body["text"])


def with_half(play: Play, seat: str, about: tuple[str, int], text: str) -> Play:
    """The exercise with what that seat has half written of a term; no text clears it."""
    halves = play.allegation_drafts
    mine = {where: said for where, said in halves.get(seat, {}).items() if where != about}
    if text:
        mine[about] = text
    elif about not in halves.get(seat, {}):
        return play
    return replace(play, allegation_drafts={**halves, seat: mine})


ALLEGATION_DRAFT = ActKind(
    name="allegation_draft",
    shape=row(seat=seat, case=text, term=whole(0), text=text),
    act=DraftAllegation,
    body=_body,
    fold=_fold,
    line=no_line,
    audience=only_control,
    open_to_seats=True,
)
