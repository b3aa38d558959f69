"""A seat seals what it thinks: how likely each ending is, and where the crisis will stand."""

from __future__ import annotations

from dataclasses import dataclass, replace

from idlib_wargame.record.entry import Entry
from idlib_wargame.rules.audience import Audience
from idlib_wargame.rules.pack.scenario import Scenario
from idlib_wargame.session.acts import Act
from idlib_wargame.session.faults import Refused
from idlib_wargame.session.kinds.judging import (
    SHEET,
    asks_rung,
    check_may_judge,
    check_names,
    endings_asked,
    judgement_from_body,
    judgement_to_body,
    with_judgement,
)
from idlib_wargame.session.kinds.kind import ActKind, Folding, Json, Position
from idlib_wargame.session.kinds.orders import seat_name, was_opened
from idlib_wargame.session.play import Judgement, Play
from idlib_wargame.words.language import _, fill


@dataclass(frozen=True, slots=True)
class Judge(Act):
    """A seat's judgement for this turn, whole; sealed unless it is taken back."""

    seat: str
    judgement: Judgement


def _body(act: Judge, by: str, at: Position) -> Json:
    check_may_judge(act.seat, by, at)
    check_names(act.judgement, at)
    if len(act.judgement.endings) < len(endings_asked(at.referee)):
        raise Refused(_("Give each ending a word first."))
    if act.judgement.rung is None and asks_rung(at.scenario):
        raise Refused(_("Say first on which level the crisis stands."))
    return judgement_to_body(at.play.turn, act.seat, act.judgement)


def _fold(play: Play, entry: Entry, folding: Folding) -> Play:
    turn, seat = entry.body["turn"], entry.body["seat"]
    if was_opened(play, turn):
        return play
    judgement = judgement_from_body(entry.body)
    return replace(
        play,
        judged=with_judgement(play.judged, turn, seat, judgement),
        judgement_drafts=with_judgement(play.judgement_drafts, turn, seat, judgement),
    )


def _line(scenario: Scenario, entry: Entry) -> str:
    return fill(_("{seat} seals what it thinks."), seat=seat_name(scenario, entry))


def judging_seat(scenario: Scenario, entry: Entry) -> Audience:
    """The seat itself, and control: who has given a judgement, and never what it says."""
    return Audience.of_seats([entry.body["seat"]])


# Neither an undo nor a re-opening strikes it: it is what people thought at the time. Its line tells
# nothing of it, and views show it when the exercise is finished.
JUDGED = ActKind(
    name="judged",
    shape=SHEET,
    act=Judge,
    body=_body,
    fold=_fold,
    line=_line,
    audience=judging_seat,
    open_to_seats=True,
)
