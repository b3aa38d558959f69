"""What a seat does to one offer or agreement where naming it says all: five kinds are alike."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from idlib_wargame.record.entry import Entry
from idlib_wargame.rules.agreements.ledger import Ledger
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
from idlib_wargame.words.language import fill

# The ledger after it: of which offer, by which actor, for which turn.
CaseChange = Callable[[Ledger, str, str, int], Ledger]


@dataclass(frozen=True, slots=True)
class CaseAct(Act):
    """What ``seat`` does to the offer or agreement whose key is ``case``."""

    seat: str
    case: str


def case_act(
    name: str,
    act: type[CaseAct],
    change: CaseChange,
    said: Callable[[], str],
    is_signed: bool = False,
) -> ActKind[CaseAct]:
    """The kind of such an act.

    ``said`` gives its line, with places for {actor} and {offer}; with ``is_signed`` that is an
    agreement.
    """

    def body(act: CaseAct, by: str, at: Position) -> Json:
        actor, turn = check_signs(act.seat, by, at), check_may_bargain(at)
        case = case_of(act.case, act.seat, at)
        changed(lambda: change(at.play.ledger, act.case, actor, turn), at)
        return act_to_body(turn, act.seat, case)

    def fold(play: Play, entry: Entry, folding: Folding) -> Play:
        key, actor, turn = entry.body["case"], actor_in(entry, folding), turn_of(entry, play)
        return with_ledger(play, lambda ledger: change(ledger, key, actor, turn), folding)

    def line(scenario: Scenario, entry: Entry) -> str:
        seat = scenario.seat_by_id[entry.body["seat"]]
        title = title_in(scenario, entry, is_signed)
        return fill(said(), actor=scenario.actor_name(seat.actor), offer=title)

    return ActKind(
        name=name,
        shape=row(**ACT),
        act=act,
        body=body,
        fold=fold,
        line=line,
        audience=audience_of,
        open_to_seats=True,
        goes_with_turn=True,
        ends_redo=True,
    )
