"""The maker of an offer takes it from the table."""

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
class WithdrawOffer(Act):
    """Its maker withdraws an offer that is not in force yet."""

    seat: str
    case: str


def _body(act: WithdrawOffer, by: str, at: Position) -> Json:
    actor, turn = check_signs(act.seat, by, at), check_may_bargain(at)
    case = case_of(act.case, act.seat, at)
    changed(lambda: at.play.ledger.withdrawn(act.case, actor, turn), at)
    return act_to_body(turn, act.seat, case)


def _fold(play: Play, entry: Entry, folding: Folding) -> Play:
    actor, body = actor_in(entry, folding), entry.body
    return with_ledger(
        play,
        lambda ledger: ledger.withdrawn(body["case"], actor, turn_of(entry, play)),
        folding,
    )


def _line(scenario: Scenario, entry: Entry) -> str:
    seat = scenario.seat_by_id[entry.body["seat"]]
    places = {"actor": scenario.actor_name(seat.actor), "offer": title_in(scenario, entry)}
    return fill(_("{actor} withdraws {offer}."), **places)


OFFER_WITHDRAWN = ActKind(
    name="offer_withdrawn",
    shape=row(**ACT),
    act=WithdrawOffer,
    body=_body,
    fold=_fold,
    line=_line,
    audience=audience_of,
    open_to_seats=True,
    goes_with_turn=True,
    ends_redo=True,
)
