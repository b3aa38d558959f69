"""What acts about opened orders share: which order is meant, and that it was not rolled yet."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any, TypeVar

from idlib_wargame.record.entry import Entry
from idlib_wargame.rules.order import Order
from idlib_wargame.rules.pack.scenario import Scenario
from idlib_wargame.rules.sight import learns_of
from idlib_wargame.rules.turn.roll import Roll
from idlib_wargame.session.acts import Act
from idlib_wargame.session.before_roll import BeforeRoll, PlayedOrder
from idlib_wargame.session.faults import Refused
from idlib_wargame.session.free_order import FreeOrder
from idlib_wargame.session.kinds.kind import ActKind, Folding, Json, Position, only_control
from idlib_wargame.session.kinds.results import dice_thrown, standing_of
from idlib_wargame.session.kinds.shapes import Shape, row, seat, text, turn
from idlib_wargame.session.play import Play
from idlib_wargame.words.language import _, fill
from idlib_wargame.words.quoting import quotable
from idlib_wargame.words.situation import move_words

A = TypeVar("A", bound=Act)

ORDER: Mapping[str, Shape] = {
    "turn": turn,
    "seat": seat,
    "move": text,
    "choice": text,
    "what": text,
}
MOST_CHARACTERS = 2000


def lying_open(at: Position) -> BeforeRoll:
    """The orders that lie open and were not all rolled. Raises Refused."""
    before = at.play.before_roll
    if before is None:
        raise Refused(_("No orders lie open: open them first, and look before they are rolled."))
    return before


def order_meant(order: Order, at: Position, rolled_too: bool = False) -> PlayedOrder:
    """The opened order, or the one that its roll is booked to. Raises Refused.

    Unless ``rolled_too``, it must not be rolled yet.
    """
    before = lying_open(at)
    meant = booked(order, at)
    found = before.of(meant)
    if found is None:
        raise Refused(_("That order is not among those that lie open."))
    if meant in before.rolled and not rolled_too:
        raise Refused(_("That order is rolled already; rule on its result instead, or undo."))
    return found


def rolls_now(at: Position, rolled: frozenset[Order] | None = None) -> tuple[Roll, ...]:
    """How the opened orders that have a row stand, as far as they are ``rolled``."""
    return rolls_of(lying_open(at), at, rolled)


def rolls_of(
    before: BeforeRoll, at: Position, rolled: frozenset[Order] | None = None
) -> tuple[Roll, ...]:
    """How those orders would stand, also such as do not lie open yet."""
    setup = at.play.setup
    ready = [each for each in before.orders if (each.order.move, each.order.choice) in _rules(at)]
    return at.referee.before_roll(
        at.play.state,
        [each.order for each in ready],
        dice_thrown(setup.method, at.dice),
        before.decided(setup.method),
        standing_of(at, ready, before.agreed),
        before.rolled if rolled is None else rolled,
    )


def _rules(at: Position) -> Mapping[tuple[str, str], object]:
    return at.referee.book.rules


def booked(order: Order, at: Position) -> Order:
    """Of orders that roll together, the one that the roll is booked to."""
    found = (r.order for r in rolls_now(at) if r.order[1:] == order[1:] and order.seat in r.seats)
    return next(found, order)


def learners(order: Order, at: Position) -> frozenset[str]:
    """The seats that know of an opened order: its own, and those that would learn of it.

    A free order is known to those whom the facilitator has told, until its row says who learns.
    """
    scenario = at.scenario
    doers = next((each.seats for each in rolls_now(at) if each.order == order), (order.seat,))
    move = scenario.move_by_id.get(order.move)
    if move is None:
        return frozenset({order.seat}) | lying_open(at).told.get(order, frozenset())
    return frozenset(
        seat.id
        for seat in scenario.seats
        if learns_of(scenario, move, doers, frozenset({seat.actor}))
    )


def order_body(found: PlayedOrder, at: Position) -> Json:
    """Which order a body is about. ``what`` is the text of a free one, for its line."""
    free: FreeOrder | None = found.free
    return {"turn": lying_open(at).turn, **found.order._asdict(), "what": free.what if free else ""}


def order_of(body: Mapping[str, Any]) -> Order:
    """The order that ``order_body`` named."""
    return Order(body["seat"], body["move"], body["choice"])


def order_words(scenario: Scenario, body: Mapping[str, Any]) -> str:
    """Whose order it is and what: "Astra, Protest in public"."""
    name = scenario.seat_by_id[body["seat"]].name
    known = body["move"] in scenario.move_by_id
    said = fill(_("“{text}”"), text=quotable(body["what"]))
    what = move_words(scenario, body["move"], body["choice"]) if known else said
    return fill(_("{seat}, {move}"), seat=name, move=what)


def put_before(play: Play, change: Callable[[BeforeRoll], BeforeRoll]) -> Play:
    """The exercise with something changed about the orders that lie open."""
    if play.before_roll is None:
        return play
    return replace(play, before_roll=change(play.before_roll))


def order_kind(
    name: str,
    act: type[A],
    shape: Mapping[str, Shape],
    body: Callable[[A, str, Position], Json],
    fold: Callable[[BeforeRoll, Order, Entry], BeforeRoll],
    line: Callable[[Scenario, Entry], str],
    open_to_seats: bool = False,
) -> ActKind[A]:
    """A kind of act about one opened order, told to control alone.

    It is undone like any other, and goes with its turn.
    """

    def folded(play: Play, entry: Entry, folding: Folding) -> Play:
        return put_before(play, lambda before: fold(before, order_of(entry.body), entry))

    return ActKind(
        name=name,
        shape=row(**ORDER, **shape),
        act=act,
        body=body,
        fold=folded,
        line=line,
        audience=only_control,
        open_to_seats=open_to_seats,
        undoable=True,
        goes_with_turn=True,
        ends_redo=True,
    )


def reason_given(why: str, needed: str) -> str:
    """A reason without blanks around it. Raises Refused for none, and for one too long."""
    why = why.strip()
    if not why and needed:
        raise Refused(needed)
    if len(why) > MOST_CHARACTERS:
        said = _("That has {count} characters; at most {most} are kept. Shorten it.")
        raise Refused(fill(said, count=len(why), most=MOST_CHARACTERS))
    return why
