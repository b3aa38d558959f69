"""The facilitator rules otherwise on one card. The table's result stays beside the ruling."""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import dataclass, replace
from typing import Any

from idlib_wargame.record.entry import Entry
from idlib_wargame.rules.audience import EVERYONE, ONLY_CONTROL, Audience
from idlib_wargame.rules.dice import Address
from idlib_wargame.rules.odds import Band
from idlib_wargame.rules.pack.scenario import Scenario
from idlib_wargame.rules.result import Ruling
from idlib_wargame.rules.sight import learns_of
from idlib_wargame.session.acts import Act
from idlib_wargame.session.faults import Refused
from idlib_wargame.session.kinds.kind import ActKind, Folding, Json, Position
from idlib_wargame.session.kinds.result_shape import address, band, result
from idlib_wargame.session.kinds.results import (
    dice_thrown,
    result_to_body,
    standing_of,
    turn_from_body,
)
from idlib_wargame.session.kinds.shapes import (
    Ground,
    Strange,
    both,
    or_none,
    row,
    text,
    turn,
    yes_or_no,
)
from idlib_wargame.session.methods import RIGID
from idlib_wargame.session.play import Play, Turn
from idlib_wargame.words.language import _, fill
from idlib_wargame.words.odds import band_words
from idlib_wargame.words.situation import move_words


@dataclass(frozen=True, slots=True)
class Decide(Act):
    """The facilitator rules otherwise on one card; ``band`` None takes a ruling back.

    Ruling needs its reason; taking back may have one.
    """

    address: Address
    band: Band | None
    why: str = ""
    shown: bool = True


def _body(act: Decide, by: str, at: Position) -> Json:
    turn, why = _turn_to_rule_on(at), act.why.strip()
    cards = {card.address: card for card in turn.result.cards}
    reasons = []
    if act.address not in cards:
        reasons.append(_("That order is not among the results of this turn."))
    elif at.play.method_of(turn, cards[act.address].order) == RIGID:
        reasons.append(_rigid_words(at.play.setup.method))
    if act.band is not None and not why:
        reasons.append(_("A ruling needs its reason, in a few words."))
    if reasons:
        raise Refused(*reasons)
    before = cards[act.address].ruled
    method = at.play.setup.method
    decided = turn.decided(method)
    rulings = {address: each for address, each in decided.rulings.items() if address != act.address}
    if act.band is not None:
        rulings[act.address] = Ruling(act.band, by, why, act.shown)
    orders, dice = [each.order for each in turn.orders], dice_thrown(method, at.dice)
    standing = standing_of(at, turn.orders, turn.agreed)
    decided = replace(decided, rulings=rulings)
    result = at.referee.adjudicate(turn.opening, orders, dice, decided, standing)
    return {
        "turn": turn.number,
        "address": str(act.address),
        "band": None if act.band is None else int(act.band),
        "why": why,
        # To take back what was hidden would tell of it.
        "shown": before.shown if act.band is None and before else act.shown,
        "result": result_to_body(method, turn.orders, result),
    }


def _turn_to_rule_on(at: Position) -> Turn:
    turn = at.play.pending
    if turn is None:
        said = _("There is nothing to rule on: no results are waiting to be accepted.")
        raise Refused(said)
    return turn


def _rigid_words(method: str) -> str:
    if method == RIGID:
        return _("This exercise was set up without rulings; the dice decide.")
    return _("For this order it was chosen that the dice decide; there is no ruling on it.")


def _fold(play: Play, entry: Entry, folding: Folding) -> Play:
    turn = turn_from_body(play, entry, entry.body["result"], folding)
    ruled = Address.from_text(entry.body["address"])
    return replace(play, pending=replace(turn, accepted=_still_accepted(play, turn, ruled)))


def _still_accepted(play: Play, turn: Turn, ruled: Address) -> frozenset[Address]:
    """Of what was accepted, what is not ruled on now and still came of the dice as it did then."""
    if play.pending is None or not play.pending.accepted:
        return frozenset()
    then = {card.address: (card.lapsed, card.band) for card in play.pending.result.cards}
    same = {c.address for c in turn.result.cards if then.get(c.address) == (c.lapsed, c.band)}
    return frozenset(play.pending.accepted & same - {ruled})


def _card(entry: Entry) -> Json:
    address, cards = entry.body["address"], entry.body["result"]["cards"]
    return next(card for card in cards if card["address"] == address)


def _line(scenario: Scenario, entry: Entry) -> str:
    card, body = _card(entry), entry.body
    move = move_words(scenario, card["move"], card["choice"])
    seat = scenario.seat_by_id[card["seat"]].name
    if body["band"] is None:
        said = _("Ruling taken back on {seat}, {move}: the table's result stands.")
        return fill(said, seat=seat, move=move)
    ruled, why = band_words(Band(body["band"])), body["why"]
    if card["band"] is None:
        said = _("Ruling on {seat}, {move}: {ruled}, where nothing was rolled. Why: {why}")
        return fill(said, seat=seat, move=move, ruled=ruled, why=why)
    said = _("Ruling on {seat}, {move}: {ruled} in place of {table}. Why: {why}")
    table = band_words(Band(card["band"]))
    return fill(said, seat=seat, move=move, ruled=ruled, table=table, why=why)


def _audience(scenario: Scenario, entry: Entry) -> Audience:
    """Whoever learns of the act, where the facilitator shows the ruling."""
    if not entry.body["shown"]:
        return ONLY_CONTROL
    card = _card(entry)
    move = scenario.move_by_id[card["move"]]
    seats = {
        seat.id
        for seat in scenario.seats
        if learns_of(scenario, move, card["seats"], frozenset({seat.actor}))
    }
    return EVERYONE if len(seats) == len(scenario.seats) else Audience.of_seats(seats)


_SHAPE = row(
    turn=turn,
    address=address,
    band=or_none(band),
    why=text,
    shown=yes_or_no,
    result=result,
)


def _ruled_card(value: Any, ground: Ground) -> None:
    addresses = [card["address"] for card in value["result"]["cards"]]
    if value["address"] not in addresses:
        raise Strange(value["address"], _("the address of one of its cards"), "address")


def _about(entry: Entry) -> Hashable:
    """A second ruling on a card takes the place of the first, also in what the room is told."""
    return RULING.name, entry.body["turn"], entry.body["address"]


RULING = ActKind(
    name="ruling",
    shape=both(_SHAPE, _ruled_card),
    act=Decide,
    body=_body,
    fold=_fold,
    line=_line,
    audience=_audience,
    about=_about,
    undoable=True,
    goes_with_turn=True,
    ends_redo=True,
    waits_for_close=True,
)
