"""The facilitator decides an order as the dice fell, where each order waits for a decision."""

from __future__ import annotations

from dataclasses import dataclass, replace

from idlib_wargame.record.entry import Entry
from idlib_wargame.rules.dice import Address
from idlib_wargame.rules.odds import Band
from idlib_wargame.rules.pack.scenario import Scenario
from idlib_wargame.session.acts import Act
from idlib_wargame.session.faults import Refused
from idlib_wargame.session.kinds.kind import ActKind, Folding, Json, Position, only_control
from idlib_wargame.session.kinds.result_shape import address, band, order
from idlib_wargame.session.kinds.shapes import both, or_none, row, seat, turn
from idlib_wargame.session.methods import waits_for_decision
from idlib_wargame.session.play import Play
from idlib_wargame.words.language import _, fill
from idlib_wargame.words.odds import band_words
from idlib_wargame.words.situation import move_words


@dataclass(frozen=True, slots=True)
class AcceptResult(Act):
    """The facilitator decides an order as the dice fell; one that lapsed comes to nothing."""

    address: Address


def _body(act: AcceptResult, by: str, at: Position) -> Json:
    turn = at.play.pending
    if turn is None:
        raise Refused(_("There are no results to decide on yet."))
    card = next((card for card in turn.result.cards if card.address == act.address), None)
    if card is None:
        raise Refused(_("That order is not among the results of this turn."))
    if not waits_for_decision(at.play.method_of(turn, card.order)):
        said = _("Only where the facilitator decides each order is a result accepted by itself.")
        raise Refused(said)
    if card not in at.play.undecided:
        raise Refused(_("That order is decided already."))
    return {
        "turn": turn.number,
        "address": str(card.address),
        "seat": card.order.seat,
        "move": card.order.move,
        "choice": card.order.choice,
        "band": None if card.band is None else int(card.band),
    }


def _fold(play: Play, entry: Entry, folding: Folding) -> Play:
    if play.pending is None:
        return play
    accepted = play.pending.accepted | {Address.from_text(entry.body["address"])}
    return replace(play, pending=replace(play.pending, accepted=accepted))


def _line(scenario: Scenario, entry: Entry) -> str:
    body = entry.body
    seat = scenario.seat_by_id[body["seat"]].name
    move = move_words(scenario, body["move"], body["choice"])
    if body["band"] is None:
        return fill(_("Decided on {seat}, {move}: it comes to nothing."), seat=seat, move=move)
    said = _("Decided on {seat}, {move}: {result}, as the dice fell.")
    return fill(said, seat=seat, move=move, result=band_words(Band(body["band"])))


ACCEPTED = ActKind(
    name="accepted",
    shape=both(order, row(turn=turn, address=address, seat=seat, band=or_none(band))),
    act=AcceptResult,
    body=_body,
    fold=_fold,
    line=_line,
    audience=only_control,
    undoable=True,
    goes_with_turn=True,
    ends_redo=True,
)
