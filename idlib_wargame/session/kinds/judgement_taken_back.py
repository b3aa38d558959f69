"""A seat takes its sealed judgement back to the draft."""

from __future__ import annotations

from dataclasses import dataclass, replace

from idlib_wargame.record.entry import Entry
from idlib_wargame.rules.pack.scenario import Scenario
from idlib_wargame.session.acts import Act
from idlib_wargame.session.faults import Refused
from idlib_wargame.session.kinds.judged import judging_seat
from idlib_wargame.session.kinds.judging import check_may_judge, without_judgement
from idlib_wargame.session.kinds.kind import ActKind, Folding, Json, Position
from idlib_wargame.session.kinds.orders import seat_name, was_opened
from idlib_wargame.session.kinds.shapes import row, seat, turn
from idlib_wargame.session.play import Play
from idlib_wargame.words.language import _, fill


@dataclass(frozen=True, slots=True)
class TakeJudgementBack(Act):
    """The seat takes its judgement back to the draft, until the turn's orders are opened."""

    seat: str


def _body(act: TakeJudgementBack, by: str, at: Position) -> Json:
    check_may_judge(act.seat, by, at)
    if act.seat not in at.play.judged.get(at.play.turn, {}):
        raise Refused(_("There is no judgement to take back."))
    return {"turn": at.play.turn, "seat": act.seat}


def _fold(play: Play, entry: Entry, folding: Folding) -> Play:
    turn, seat = entry.body["turn"], entry.body["seat"]
    if was_opened(play, turn):
        return play
    return replace(play, judged=without_judgement(play.judged, turn, seat))


def _line(scenario: Scenario, entry: Entry) -> str:
    return fill(_("{seat} takes back what it thinks."), seat=seat_name(scenario, entry))


JUDGEMENT_TAKEN_BACK = ActKind(
    name="judgement_taken_back",
    shape=row(turn=turn, seat=seat),
    act=TakeJudgementBack,
    body=_body,
    fold=_fold,
    line=_line,
    audience=judging_seat,
    open_to_seats=True,
)
