"""What the kinds of order sheets share: who may write one, what is refused, how it is kept."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, TypeVar

from idlib_wargame.record.entry import Entry
from idlib_wargame.rules.pack.phases import ADJUDICATION, REPORT
from idlib_wargame.rules.pack.scenario import Scenario
from idlib_wargame.rules.result import Order
from idlib_wargame.session.acts import FACILITATOR
from idlib_wargame.session.faults import Refused
from idlib_wargame.session.kinds.kind import Json, Position
from idlib_wargame.session.kinds.result_shape import order
from idlib_wargame.session.kinds.shapes import both, list_of, row, seat, text, turn
from idlib_wargame.session.play import Play, Wish
from idlib_wargame.words.language import _, fill
from idlib_wargame.words.refusals import refusal_words

Kept = TypeVar("Kept")

SHEET = row(
    turn=turn,
    seat=seat,
    orders=list_of(both(order, row(why=text))),
)


def check_may_write(seat: str, by: str, at: Position) -> None:
    """Orders come from the seat itself or from the facilitator, before orders are opened."""
    row = at.seat(seat)
    if by not in (seat, FACILITATOR):
        said = _("These orders are for {seat}; only its own seat may change them.")
        raise Refused(fill(said, seat=row.name))
    if at.play.phase in (ADJUDICATION, REPORT):
        said = _(
            "Too late for turn {turn}: its orders have been opened. "
            "The next orders are for the next turn."
        )
        raise Refused(fill(said, turn=at.play.turn))


def check_legal(seat: str, wishes: Sequence[Wish], at: Position) -> None:
    """Refuse with every reason at once, for nothing that the seat may not know, whoever asks.

    What it may not know is no reason: the order lapses where that does not hold.
    """
    orders = [Order(seat, wish.move, wish.choice) for wish in wishes]
    sight = at.referee.sight(seat).during(at.play.ledger, at.play.state)
    state = sight.situation(at.play.state)
    refusals = at.referee.desk_of(seat).refusals(state, seat, orders)
    if refusals:
        known = sight.may_be_told(state)
        numbers = at.play.setup.numbers
        raise Refused(
            *(refusal_words(at.scenario, each, state, known, numbers) for each in refusals)
        )


def wishes_to_body(turn: int, seat: str, wishes: Iterable[Wish]) -> Json:
    """The body of an order sheet."""
    return {"turn": turn, "seat": seat, "orders": [wish._asdict() for wish in wishes]}


def wishes_from_body(body: Mapping[str, Any]) -> tuple[Wish, ...]:
    """The wishes that ``wishes_to_body`` wrote."""
    return tuple(Wish(each["move"], each["choice"], each["why"]) for each in body["orders"])


def with_sheet(
    by_turn: Mapping[int, Mapping[str, Kept]], turn: int, seat: str, kept: Kept
) -> Mapping[int, Mapping[str, Kept]]:
    """The sheets of each turn, or what is known of them, with that one for a seat."""
    return {**by_turn, turn: {**by_turn.get(turn, {}), seat: kept}}


def without_sheet(
    by_turn: Mapping[int, Mapping[str, Kept]], turn: int, seat: str
) -> Mapping[int, Mapping[str, Kept]]:
    """The sheets of each turn, or what is known of them, without that of a seat."""
    left = {each: kept for each, kept in by_turn.get(turn, {}).items() if each != seat}
    return {**by_turn, turn: left}


def was_opened(play: Play, turn: int) -> bool:
    """Whether that turn's orders were opened: what was written for it since does not count.

    Nobody may write then; a re-opening that was undone leaves entries that somebody did.
    """
    opened = play.pending or play.last
    return opened is not None and turn <= opened.number


def covered_again(play: Play, turn: int, seat: str) -> Mapping[int, frozenset[str]]:
    """Which sealed orders control has looked at, once those of a seat are no longer the same."""
    known = play.uncovered_by_turn
    return {**known, turn: known.get(turn, frozenset()) - {seat}}


def seat_name(scenario: Scenario, entry: Entry) -> str:
    """The name of the seat that an entry is of."""
    return scenario.seat_by_id[entry.body["seat"]].name
