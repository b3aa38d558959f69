"""What a seat has filled in of its judgement so far: kept, so that nothing is lost."""

from __future__ import annotations

from dataclasses import dataclass, replace

from idlib_wargame.record.entry import Entry
from idlib_wargame.session.acts import Act
from idlib_wargame.session.faults import Refused
from idlib_wargame.session.kinds.judging import (
    SHEET,
    check_may_judge,
    check_names,
    judgement_from_body,
    judgement_to_body,
    with_judgement,
)
from idlib_wargame.session.kinds.kind import (
    ActKind,
    Folding,
    Json,
    Position,
    no_line,
    only_control,
)
from idlib_wargame.session.kinds.orders import was_opened
from idlib_wargame.session.play import Judgement, Play
from idlib_wargame.words.language import _


@dataclass(frozen=True, slots=True)
class DraftJudgement(Act):
    """What a seat has filled in so far. Kept, so that nothing is lost; not yet given."""

    seat: str
    judgement: Judgement


def _body(act: DraftJudgement, by: str, at: Position) -> Json:
    check_may_judge(act.seat, by, at)
    if act.seat in at.play.judged.get(at.play.turn, {}):
        raise Refused(_("This judgement is sealed; take it back to change it."))
    check_names(act.judgement, at)
    return judgement_to_body(at.play.turn, act.seat, act.judgement)


def _fold(play: Play, entry: Entry, folding: Folding) -> Play:
    turn, seat = entry.body["turn"], entry.body["seat"]
    if was_opened(play, turn):
        return play
    drafts = with_judgement(play.judgement_drafts, turn, seat, judgement_from_body(entry.body))
    return replace(play, judgement_drafts=drafts)


JUDGEMENT_DRAFT = ActKind(
    name="judgement_draft",
    shape=SHEET,
    act=DraftJudgement,
    body=_body,
    fold=_fold,
    line=no_line,
    audience=only_control,
    open_to_seats=True,
)
