"""Orders that are sealed and not yet opened: seat by seat under cover, or step by step."""

from __future__ import annotations

from typing import NamedTuple

from idlib_wargame.rules.pack.phases import ORDERS
from idlib_wargame.rules.pack.scenario import Scenario
from idlib_wargame.rules.pack.seats import Seat
from idlib_wargame.rules.result import Order
from idlib_wargame.session.kinds.uncovered import still_covered
from idlib_wargame.session.play import Play, Wish
from idlib_wargame.session.session import Session
from idlib_wargame.views.cards import OrderView, free_order_view, order_view
from idlib_wargame.words.language import _, fill, ngettext
from idlib_wargame.words.lists import series
from idlib_wargame.words.refusals import refusal_words
from idlib_wargame.words.situation import reason_words


class CoveredSeat(NamedTuple):
    """A seat that has sealed; no more is told than how many orders."""

    seat: Seat
    words: str


class UncoveredStep(NamedTuple):
    """The orders of one step, under its name, with their odds as things stand.

    Last come free ones, which have no step yet.
    """

    name: str
    orders: tuple[OrderView, ...]


def covered_seats(session: Session, uncovered: bool = False) -> tuple[CoveredSeat, ...]:
    """Who has sealed, in the pack's order; a projector leaks nothing.

    While ``uncovered``, only those whose orders have not been looked at.
    """
    play = session.play
    sealed = still_covered(play) if uncovered else play.sealed
    return tuple(
        CoveredSeat(seat, _sealed_words(len(play.sealed[seat.id])))
        for seat in session.scenario.seats
        if seat.id in sealed
    )


def _sealed_words(count: int) -> str:
    words = ngettext("{count} order sealed", "{count} orders sealed", count)
    return fill(words, count=count)


def uncovered_steps(session: Session) -> tuple[UncoveredStep, ...]:
    """What control has looked at, step by step; steps without orders are left out."""
    names = session.scenario.step_names
    steps = (
        UncoveredStep(names.get(step, step), _orders_of_step(session, step))
        for step in session.scenario.steps
    )
    free = UncoveredStep(_("Orders of their own"), _free_orders(session))
    return tuple(step for step in (*steps, free) if step.orders)


def _step_of(scenario: Scenario, wish: Wish) -> str:
    """The step of a move; none where its row is gone."""
    row = scenario.move_by_id.get(wish.move)
    return row.step if row is not None else ""


def _free_orders(session: Session) -> tuple[OrderView, ...]:
    scenario, play = session.scenario, session.play
    return tuple(
        free_order_view(scenario, seat.id, wish.free)
        for seat in scenario.seats
        if seat.id in play.uncovered
        for wish in play.sealed.get(seat.id, ())
        if wish.free is not None
    )


def _orders_of_step(session: Session, step: str) -> tuple[OrderView, ...]:
    scenario, play = session.scenario, session.play
    return tuple(
        _order(session, Order(seat.id, wish.move, wish.choice), wish.why)
        for seat in scenario.seats
        if seat.id in play.uncovered
        for wish in play.sealed.get(seat.id, ())
        if wish.free is None and _step_of(scenario, wish) == step
    )


def _order(session: Session, order: Order, why: str) -> OrderView:
    scenario, state, desk = session.scenario, session.play.state, session.referee.desk
    odds, numbers = desk.odds(state, order), session.play.setup.numbers
    view = order_view(scenario, order, odds, reason_words(scenario, why), numbers)
    # Its seat may seal what, for all that it knows, could be done; control knows the rest.
    refusal = desk.refusal(state, order)
    if refusal is None:
        return view
    refused = refusal_words(scenario, refusal, state, numbers=numbers)
    return view._replace(odds=_("Lapses as things stand"), lapse=refused)


def sealed_heading(play: Play) -> str:
    """The heading while orders are not yet opened."""
    return fill(_("Orders of turn {turn}"), turn=play.turn)


def sealed_hint(session: Session, uncovered: bool) -> str:
    """Who is still awaited, and what will be seen here."""
    if session.play.phase != ORDERS:
        return _(
            "Orders are not open yet. Once they are, each seat's sealed orders appear here, "
            "covered, and after adjudication a card for each order."
        )
    waiting = session.waiting_for()
    if not waiting:
        return _("Every seat has sealed. Adjudicate when you are ready.")
    if uncovered:
        words = _("Waiting for {seats}.")
    else:
        words = _("Waiting for {seats}. Sealed orders appear here, covered.")
    names = [session.scenario.seat_by_id[seat].name for seat in waiting]
    return fill(words, seats=series(names))
