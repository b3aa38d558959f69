"""The facilitator rules otherwise on one card. The table's result stays beside the ruling."""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from idlib_wargame.record.entry import Entry
from idlib_wargame.rules.audience import EVERYONE, ONLY_CONTROL, Audience
from idlib_wargame.rules.dice import Address
from idlib_wargame.rules.odds import Band
from idlib_wargame.rules.pack.scenario import Scenario
from idlib_wargame.rules.pack.tracks import Effects
from idlib_wargame.rules.result import Release, Ruling, TurnResult, asked_to_json
from idlib_wargame.rules.sight import learns_of
from idlib_wargame.session.acts import Act
from idlib_wargame.session.faults import Refused
from idlib_wargame.session.kinds.kind import ActKind, Folding, Json, Position
from idlib_wargame.session.kinds.result_shape import address, asked, band, release, result
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
    list_of,
    or_none,
    row,
    text,
    turn,
)
from idlib_wargame.session.methods import RIGID
from idlib_wargame.session.play import Play, Turn
from idlib_wargame.words.language import _, fill
from idlib_wargame.words.odds import band_words
from idlib_wargame.words.situation import move_words


@dataclass(frozen=True, slots=True)
class Decide(Act):
    """The facilitator rules otherwise on one card; ``band`` None takes a ruling back.

    Ruling needs its reason; taking back may have one. With ``effects``, those stand in place of
    the band's, which may then be as it fell.
    """

    address: Address
    band: Band | None
    why: str = ""
    release: Release = Release.NOW
    effects: Effects | None = None


def _body(act: Decide, by: str, at: Position) -> Json:
    turn, why = _turn_to_rule_on(at), act.why.strip()
    before = next((c.ruled for c in turn.result.cards if c.address == act.address), None)
    reasons = [*_amiss(act, turn, at)]
    if act.band is not None and not why:
        reasons.append(_("A ruling needs its reason, in a few words."))
    if reasons:
        raise Refused(*reasons)
    ruling = None if act.band is None else Ruling(act.band, by, why, act.release, act.effects)
    result = result_with(act.address, ruling, at)
    # To take back what was hidden would tell of it.
    release = before.release if ruling is None and before else act.release
    return {
        "turn": turn.number,
        "address": str(act.address),
        "band": None if act.band is None else int(act.band),
        "why": why,
        "release": release.value,
        "effects": asked_to_json(ruling.effects if ruling else None),
        "result": result_to_body(at.play.setup.method, turn.orders, result),
    }


def _amiss(act: Decide, turn: Turn, at: Position) -> Iterator[str]:
    scenario, orders = at.scenario, {card.address: card.order for card in turn.result.cards}
    if act.address not in orders:
        yield _("That order is not among the results of this turn.")
    elif at.play.method_of(turn, orders[act.address]) == RIGID:
        yield _rigid_words(at.play.setup.method)
    tracks = [each.track for each in act.effects or ()]
    for track in sorted(set(tracks)):
        row = scenario.track_by_id.get(track)
        if row is None:
            said = _("There is no track “{track}” in this exercise.")
            yield fill(said, track=track)
        elif tracks.count(track) > 1:
            said = _("{track} is named twice; write what comes to it in one line.")
            yield fill(said, track=row.name)


def result_with(address: Address, ruling: Ruling | None, at: Position) -> TurnResult:
    """What the turn on the table would come to with that ruling on that card; None for none.

    Nothing is recorded. Raises Refused where there is nothing to rule on.
    """
    turn = _turn_to_rule_on(at)
    method = at.play.setup.method
    decided = turn.decided(method)
    rulings = {each: kept for each, kept in decided.rulings.items() if each != address}
    if ruling is not None:
        rulings[address] = ruling
    orders, dice = [each.order for each in turn.orders], dice_thrown(method, at.dice)
    standing = standing_of(at, turn.orders, turn.agreed)
    decided = replace(decided, rulings=rulings)
    return at.referee.adjudicate(turn.opening, orders, dice, decided, standing)


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
    accepted = _still_accepted(play, turn, ruled)
    shown = play.pending.shown if play.pending else ()
    return replace(play, pending=replace(turn, accepted=accepted, shown=shown))


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
    if card["band"] == body["band"]:
        said = _("Ruling on {seat}, {move}: {ruled}, with other effects. Why: {why}")
        if body["effects"] is None:
            said = _("Ruling on {seat}, {move}: {ruled}, as the table gave. Why: {why}")
        return fill(said, seat=seat, move=move, ruled=ruled, why=why)
    if card["band"] is None:
        said = _("Ruling on {seat}, {move}: {ruled}, where nothing was rolled. Why: {why}")
        return fill(said, seat=seat, move=move, ruled=ruled, why=why)
    said = _("Ruling on {seat}, {move}: {ruled} in place of {table}. Why: {why}")
    if body["effects"] is not None:
        said = _(
            "Ruling on {seat}, {move}: {ruled} in place of {table}, with other effects. Why: {why}"
        )
    table = band_words(Band(card["band"]))
    return fill(said, seat=seat, move=move, ruled=ruled, table=table, why=why)


def _audience(scenario: Scenario, entry: Entry) -> Audience:
    """Whoever learns of the act, where the facilitator lets the ruling be read now."""
    if entry.body["release"] != Release.NOW.value:
        return ONLY_CONTROL
    card = _card(entry)
    return who_learns_of(scenario, card["move"], card["seats"])


def who_learns_of(scenario: Scenario, move: str, seats: Sequence[str]) -> Audience:
    """All who learn that those seats played that move."""
    row = scenario.move_by_id[move]
    told = {
        seat.id
        for seat in scenario.seats
        if learns_of(scenario, row, seats, frozenset({seat.actor}))
    }
    return EVERYONE if len(told) == len(scenario.seats) else Audience.of_seats(told)


_SHAPE = row(
    turn=turn,
    address=address,
    band=or_none(band),
    why=text,
    release=release,
    effects=or_none(list_of(asked)),
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
