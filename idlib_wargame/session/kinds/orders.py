"""What the kinds of order sheets share: who may write one, what is refused, how it is kept."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, TypeVar

from idlib_wargame.record.entry import Entry
from idlib_wargame.rules.pack.phases import ADJUDICATION, REPORT
from idlib_wargame.rules.pack.scenario import Scenario
from idlib_wargame.rules.result import Order
from idlib_wargame.rules.unseen import says_nothing
from idlib_wargame.session.acts import FACILITATOR
from idlib_wargame.session.faults import Refused
from idlib_wargame.session.free_order import MOST_REASONS, FreeOrder, free_id, is_free_id
from idlib_wargame.session.kinds.kind import Json, Position
from idlib_wargame.session.kinds.result_shape import free_order, order
from idlib_wargame.session.kinds.shapes import Ground, list_of, or_none, row, seat, text, turn
from idlib_wargame.session.play import Play, Wish
from idlib_wargame.words.language import _, fill, ngettext
from idlib_wargame.words.refusals import refusal_words
from idlib_wargame.words.sheets import no_own_words

MOST_CHARACTERS = 2000  # of each text of a free order
MOST_OF_SHEET = 100_000  # characters of reasons and texts
Kept = TypeVar("Kept")


def wish_shape(value: Any, ground: Ground) -> None:
    """An order of a sheet."""
    row(why=text, free=or_none(free_order))(value, ground)
    if value["free"] is None:
        order(value, ground)
    else:
        row(move=text, choice=text)(value, ground)


SHEET = row(turn=turn, seat=seat, orders=list_of(wish_shape))


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
    free = [wish for wish in wishes if wish.free is not None]
    orders = [Order(seat, wish.move, wish.choice) for wish in wishes if wish.free is None]
    sight = at.referee.sight(seat).during(at.play.ledger, at.play.state)
    state = sight.situation(at.play.state)
    refusals = at.referee.desk_of(seat).refusals(state, seat, orders)
    known, numbers = sight.may_be_told(state), at.play.setup.numbers
    said = [refusal_words(at.scenario, each, state, known, numbers) for each in refusals]
    said += _amiss_in_free(seat, free, len(orders), at)
    if said:
        raise Refused(*said)
    check_length(wishes)


def _amiss_in_free(seat: str, wishes: Sequence[Wish], others: int, at: Position) -> Iterator[str]:
    """What is wrong with orders that a seat wrote itself, beside so many of the tables."""
    most, orders = at.play.setup.free_orders.allowed_to(seat), at.scenario.orders_of(seat)
    if not wishes:
        return
    if not most:
        yield no_own_words()
    elif len(wishes) > most:
        said = ngettext(
            "Only {most} order of a seat's own may be sealed in a turn.",
            "Only {most} orders of a seat's own may be sealed in a turn.",
            most,
        )
        yield fill(said, most=most)
    if others <= orders < others + len(wishes):
        said = ngettext(
            "Only {most} order may be sealed in a turn, its own ones with it.",
            "Only {most} orders may be sealed in a turn, its own ones with them.",
            orders,
        )
        yield fill(said, most=orders)
    for wish in wishes:
        yield from _amiss_in_text(wish, at)


def _amiss_in_text(wish: Wish, at: Position) -> Iterator[str]:
    free = wish.free
    if free is None:
        return
    if says_nothing(free.what):
        yield _("Say what you do: an order of your own needs a few words.")
    if len(free.reasons) > MOST_REASONS:
        yield fill(_("Give up to {most} reasons."), most=MOST_REASONS)
    if any(len(text) > MOST_CHARACTERS for text in (free.what, free.aim, *free.reasons)):
        yield fill(_("Keep each text within {most} characters."), most=MOST_CHARACTERS)


def check_length(wishes: Iterable[Wish]) -> None:
    """Refuse a sheet that would weigh on every act after it, a draft too."""
    count = sum(
        len(wish.why) + sum(map(len, (wish.free.what, wish.free.aim, *wish.free.reasons)))
        if wish.free
        else len(wish.why)
        for wish in wishes
    )
    if count > MOST_OF_SHEET:
        said = _("These orders have {count} characters in all; at most {most} are kept.")
        raise Refused(fill(said, count=count, most=MOST_OF_SHEET))


def in_their_own_names(seat: str, wishes: Iterable[Wish], at: Position) -> tuple[Wish, ...]:
    """The wishes, each free one known by an id that is this seat's and this turn's, and no other's.

    Two windows of a seat may have given one id to two orders; rows of the exercise have theirs.
    """
    taken = {*at.scenario.move_by_id}
    kept = []
    for wish in wishes:
        if wish.free is not None:
            is_own = is_free_id(wish.move, at.play.turn, seat) and wish.move not in taken
            move = wish.move if is_own else free_id(at.play.turn, seat, taken)
            wish = wish._replace(move=move, choice="")
            taken.add(move)
        kept.append(wish)
    return tuple(kept)


def wishes_to_body(turn: int, seat: str, wishes: Iterable[Wish]) -> Json:
    """The body of an order sheet."""
    return {"turn": turn, "seat": seat, "orders": [wish_to_body(wish) for wish in wishes]}


def wish_to_body(wish: Wish) -> Json:
    """An order as its entry keeps it."""
    return {**wish._asdict(), "free": wish.free.to_body() if wish.free else None}


def wishes_from_body(body: Mapping[str, Any]) -> tuple[Wish, ...]:
    """The wishes that ``wishes_to_body`` wrote."""
    return tuple(wish_from_body(each) for each in body["orders"])


def wish_from_body(each: Mapping[str, Any]) -> Wish:
    """The order that ``wish_to_body`` wrote."""
    return Wish(each["move"], each["choice"], each["why"], FreeOrder.from_body(each["free"]))


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
    if play.before_roll is not None and turn <= play.before_roll.turn:
        return True
    opened = play.pending or play.last
    return opened is not None and turn <= opened.number


def covered_again(play: Play, turn: int, seat: str) -> Mapping[int, frozenset[str]]:
    """Which sealed orders control has looked at, once those of a seat are no longer the same."""
    known = play.uncovered_by_turn
    return {**known, turn: known.get(turn, frozenset()) - {seat}}


def seat_name(scenario: Scenario, entry: Entry) -> str:
    """The name of the seat that an entry is of."""
    return scenario.seat_by_id[entry.body["seat"]].name
