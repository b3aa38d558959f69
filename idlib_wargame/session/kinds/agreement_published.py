"""A party makes known to all what only some knew."""

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
    check_signs,
    title_in,
    turn_of,
    with_ledger,
)
from idlib_wargame.session.kinds.kind import ActKind, Folding, Json, Position
from idlib_wargame.session.kinds.shapes import row, yes_or_no
from idlib_wargame.session.play import Play
from idlib_wargame.words.language import _, fill


@dataclass(frozen=True, slots=True)
class PublishAgreement(Act):
    """What a party had to keep to itself becomes known to everybody."""

    seat: str
    case: str


def _body(act: PublishAgreement, by: str, at: Position) -> Json:
    actor, turn = check_signs(act.seat, by, at), at.play.bargaining_turn
    case = case_of(act.case, act.seat, at)
    changed(lambda: at.play.ledger.published(act.case, actor, turn), at)
    # Whoever reads that it was made known reads what: it is known to all from here on.
    return {**act_to_body(turn, act.seat, case, signed=bool(case.since)), "known_to": None}


def _fold(play: Play, entry: Entry, folding: Folding) -> Play:
    actor, body = actor_in(entry, folding), entry.body
    return with_ledger(
        play,
        lambda ledger: ledger.published(body["case"], actor, turn_of(entry, play)),
        folding,
    )


def _line(scenario: Scenario, entry: Entry) -> str:
    seat = scenario.seat_by_id[entry.body["seat"]]
    title = title_in(scenario, entry, entry.body["signed"])
    places = {"actor": scenario.actor_name(seat.actor), "offer": title}
    return fill(_("{actor} makes known to all: {offer}."), **places)


AGREEMENT_PUBLISHED = ActKind(
    name="agreement_published",
    shape=row(**ACT, signed=yes_or_no),
    act=PublishAgreement,
    body=_body,
    fold=_fold,
    line=_line,
    audience=audience_of,
    open_to_seats=True,
    goes_with_turn=False,
    ends_redo=True,
)
