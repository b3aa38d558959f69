"""A party agrees to end an agreement; the last of all ends it."""

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
class AgreeToEnd(Act):
    """A party consents to the end of an agreement."""

    seat: str
    case: str


def _body(act: AgreeToEnd, by: str, at: Position) -> Json:
    actor, turn = check_signs(act.seat, by, at), check_may_bargain(at)
    case = case_of(act.case, act.seat, at)
    changed(lambda: at.play.ledger.consented(act.case, actor, turn), at)
    return act_to_body(turn, act.seat, case)


def _fold(play: Play, entry: Entry, folding: Folding) -> Play:
    actor, body = actor_in(entry, folding), entry.body
    return with_ledger(
        play,
        lambda ledger: ledger.consented(body["case"], actor, turn_of(entry, play)),
        folding,
    )


def _line(scenario: Scenario, entry: Entry) -> str:
    seat = scenario.seat_by_id[entry.body["seat"]]
    places = {"actor": scenario.actor_name(seat.actor), "offer": title_in(scenario, entry, True)}
    return fill(_("{actor} agrees to end {offer}."), **places)


END_AGREED = ActKind(
    name="end_agreed",
    shape=row(**ACT),
    act=AgreeToEnd,
    body=_body,
    fold=_fold,
    line=_line,
    audience=audience_of,
    open_to_seats=True,
    goes_with_turn=True,
    ends_redo=True,
)
