"""A ruling that was held for the hot wash is told to whoever learns of its order."""

from __future__ import annotations

from dataclasses import dataclass, replace

from idlib_wargame.record.entry import Entry
from idlib_wargame.rules.audience import Audience
from idlib_wargame.rules.dice import Address
from idlib_wargame.rules.odds import Band
from idlib_wargame.rules.pack.scenario import Scenario
from idlib_wargame.rules.result import Card, Release
from idlib_wargame.session.acts import Act
from idlib_wargame.session.faults import Refused
from idlib_wargame.session.kinds.kind import ActKind, Folding, Json, Position
from idlib_wargame.session.kinds.result_shape import address, band, order, ruling
from idlib_wargame.session.kinds.ruling import who_learns_of
from idlib_wargame.session.kinds.shapes import both, list_of, or_none, row, seat, turn
from idlib_wargame.session.play import Play, Turn
from idlib_wargame.words.language import _, fill
from idlib_wargame.words.odds import band_words
from idlib_wargame.words.situation import move_words


@dataclass(frozen=True, slots=True)
class ReleaseRuling(Act):
    """Whoever learns of that order may read the ruling on it, which was held for the hot wash.

    Each is an act of its own, as not all learn of every order: of several told in one line,
    whoever does not would read how many there were.
    """

    address: Address


def held_rulings(play: Play) -> tuple[Card, ...]:
    """The cards of closed turns whose rulings nobody but control may read yet, first to last."""
    return tuple(card for turn in play.closed for card in turn.result.cards if _is_held(card))


def _is_held(card: Card) -> bool:
    return card.ruled is not None and not card.ruled.is_told


def _body(act: ReleaseRuling, by: str, at: Position) -> Json:
    card = next((c for c in held_rulings(at.play) if c.address == act.address), None)
    if card is None or card.ruled is None:
        said = _("No ruling on that order is held for the hot wash, in a turn that is closed.")
        raise Refused(said)
    return {
        "turn": act.address.turn,
        "address": str(act.address),
        "seat": card.order.seat,
        "seats": card.seats,
        "move": card.order.move,
        "choice": card.order.choice,
        "band": card.band,
        "ruled": card.ruled.to_json(),
    }


def _fold(play: Play, entry: Entry, folding: Folding) -> Play:
    """A turn that was re-opened since has other rulings, and stays as it is."""
    told = Address.from_text(entry.body["address"])
    return replace(play, closed=tuple(_told(turn, told) for turn in play.closed))


def _told(turn: Turn, address: Address) -> Turn:
    cards = turn.result.cards
    if not any(card.address == address and _is_held(card) for card in cards):
        return turn
    now = tuple(_read(card) if card.address == address else card for card in cards)
    return replace(turn, result=turn.result._replace(cards=now))


def _read(card: Card) -> Card:
    ruled = card.ruled
    return card._replace(ruled=ruled._replace(release=Release.NOW)) if ruled else card


def _line(scenario: Scenario, entry: Entry) -> str:
    body = entry.body
    places: Json = {
        "turn": body["turn"],
        "seat": scenario.seat_by_id[body["seat"]].name,
        "move": move_words(scenario, body["move"], body["choice"]),
        "ruled": band_words(Band(body["ruled"]["band"])),
        "why": body["ruled"]["why"],
    }
    if body["band"] is None:
        said = _(
            "The facilitator ruled in turn {turn} on {seat}, {move}: {ruled}, where nothing was "
            "rolled. Why: {why}"
        )
        return fill(said, **places)
    if body["band"] == body["ruled"]["band"]:
        said = _(
            "The facilitator ruled in turn {turn} on {seat}, {move}: {ruled}, with other "
            "effects. Why: {why}"
        )
        return fill(said, **places)
    said = _(
        "The facilitator ruled in turn {turn} on {seat}, {move}: {ruled} in place of {table}. "
        "Why: {why}"
    )
    return fill(said, table=band_words(Band(body["band"])), **places)


def _audience(scenario: Scenario, entry: Entry) -> Audience:
    return who_learns_of(scenario, entry.body["move"], entry.body["seats"])


# It was read by the time that anybody could take it back, so no undo touches it. What a turn led
# to whose close is taken back is another matter, and has rulings of its own.
RULING_RELEASED = ActKind(
    name="ruling_released",
    shape=both(
        order,
        row(
            turn=turn,
            address=address,
            seat=seat,
            seats=list_of(seat),
            band=or_none(band),
            ruled=ruling,
        ),
    ),
    act=ReleaseRuling,
    body=_body,
    fold=_fold,
    line=_line,
    audience=_audience,
    goes_with_turn=True,
    goes_with_close=True,
    after_finish=True,
)
