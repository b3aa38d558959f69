"""An actor accepts an offer as it stands; the last of all puts it in force."""

from __future__ import annotations

from dataclasses import dataclass, replace

from idlib_wargame.record.entry import Entry
from idlib_wargame.rules.pack.scenario import Scenario
from idlib_wargame.session.acts import Act
from idlib_wargame.session.faults import Refused
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
from idlib_wargame.session.kinds.seat_pin import people_at
from idlib_wargame.session.kinds.shapes import row, text
from idlib_wargame.session.naming import same_in
from idlib_wargame.session.play import Play
from idlib_wargame.words.language import _, fill


@dataclass(frozen=True, slots=True)
class AcceptOffer(Act):
    """An offer is accepted as it was read: ``reads`` is the digest of its text.

    ``person`` is who of those that sit there signed with a PIN of their own; "" where nobody told.
    """

    seat: str
    case: str
    reads: str
    person: str = ""


def _body(act: AcceptOffer, by: str, at: Position) -> Json:
    actor, turn = check_signs(act.seat, by, at), check_may_bargain(at)
    case = case_of(act.case, act.seat, at)
    person = same_in(("", *people_at(at.play, act.seat)), act.person)
    if person is None:
        said = _("{person} does not sit at {seat}.")
        raise Refused(fill(said, person=act.person, seat=at.seat(act.seat).name))
    changed(lambda: at.play.ledger.accepted(act.case, actor, act.reads, turn), at)
    return act_to_body(turn, act.seat, case, reads=act.reads, person=person)


def _fold(play: Play, entry: Entry, folding: Folding) -> Play:
    actor, body = actor_in(entry, folding), entry.body
    return with_ledger(
        _with_person(play, body["seat"], body["case"], body["person"]),
        lambda ledger: ledger.accepted(
            body["case"], actor, body["reads"], turn_of(entry, play), body["turn"]
        ),
        folding,
    )


def _with_person(play: Play, seat: str, case: str, person: str) -> Play:
    """The exercise with who signed for that seat; nobody where that was not told."""
    mine = {key: name for key, name in play.signed_by.get(seat, {}).items() if key != case}
    if person:
        mine[case] = person
    elif case not in play.signed_by.get(seat, {}):
        return play
    return replace(play, signed_by={**play.signed_by, seat: mine})


def _line(scenario: Scenario, entry: Entry) -> str:
    seat = scenario.seat_by_id[entry.body["seat"]]
    places = {"actor": scenario.actor_name(seat.actor), "offer": title_in(scenario, entry)}
    return fill(_("{actor} accepts {offer}."), **places)


OFFER_ACCEPTED = ActKind(
    name="offer_accepted",
    shape=row(**ACT, reads=text, person=text),
    act=AcceptOffer,
    body=_body,
    fold=_fold,
    line=_line,
    audience=audience_of,
    open_to_seats=True,
    goes_with_turn=True,
    ends_redo=True,
)
