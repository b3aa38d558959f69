"""A party declares an agreement over, with or without a breach."""

from __future__ import annotations

from dataclasses import dataclass

from idlib_wargame.record.entry import Entry
from idlib_wargame.rules.pack.scenario import Scenario
from idlib_wargame.session.acts import Act
from idlib_wargame.session.kinds.bargains import (
    ACT,
    act_to_body,
    actor_in,
    audience_of,
    case_of,
    changed,
    check_may_bargain,
    check_signs,
    title_in,
    turn_of,
    with_ledger,
)
from idlib_wargame.session.kinds.kind import ActKind, Folding, Json, Position
from idlib_wargame.session.kinds.shapes import row
from idlib_wargame.session.play import Play
from idlib_wargame.words.language import _, fill


@dataclass(frozen=True, slots=True)
class DeclareOver(Act):
    """Between two it ends; among more the declarer leaves it."""

    seat: str
    case: str


def _body(act: DeclareOver, by: str, at: Position) -> Json:
    actor, turn = check_signs(act.seat, by, at), check_may_bargain(at)
    case = case_of(act.case, act.seat, at)
    changed(lambda: at.play.ledger.declared_over(act.case, actor, turn), at)
    return act_to_body(turn, act.seat, case)


def _fold(play: Play, entry: Entry, folding: Folding) -> Play:
    actor, body = actor_in(entry, folding), entry.body
    return with_ledger(
        play,
        lambda ledger: ledger.declared_over(body["case"], actor, turn_of(entry, play)),
        folding,
    )


def _line(scenario: Scenario, entry: Entry) -> str:
    seat = scenario.seat_by_id[entry.body["seat"]]
    places = {"actor": scenario.actor_name(seat.actor), "offer": title_in(scenario, entry, True)}
    return fill(_("{actor} declares over {offer}."), **places)


DECLARED_OVER = ActKind(
    name="declared_over",
    shape=row(**ACT),
    act=DeclareOver,
    body=_body,
    fold=_fold,
    line=_line,
    audience=audience_of,
    open_to_seats=True,
    goes_with_turn=True,
    ends_redo=True,
)
