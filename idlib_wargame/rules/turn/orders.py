"""Which orders a seat may seal, why not, and at what odds."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import NamedTuple

from idlib_wargame.rules.conditions.condition import Condition
from idlib_wargame.rules.odds import MOST_SHIFT, chance_of_success
from idlib_wargame.rules.pack.scenario import Scenario
from idlib_wargame.rules.result import Fired, Order
from idlib_wargame.rules.state import State
from idlib_wargame.rules.turn.book import Rule, RuleBook, may_order


class Refusal(NamedTuple):
    """Why an order may not be sealed.

    ``kind`` is one of: "seat", "move", "choice", "not_yours", "at_itself", "needs",
    "choice_needs", "twice", "too_many", "table_full". ``unmet`` is the condition that fails,
    ``bound`` the most that is allowed.
    """

    order: Order
    kind: str
    unmet: Condition | None = None
    bound: int = 0


class Odds(NamedTuple):
    """An order's odds before it is opened: target, modifiers that hold now, need."""

    target: int
    fired: tuple[Fired, ...]
    shift: int
    need: int

    @property
    def chance(self) -> float:
        """The chance of success or better, 0 to 1."""
        return chance_of_success(self.need)


def held_to_most(shift: int) -> int:
    """A sum of shifts, held to plus or minus three."""
    return max(-MOST_SHIFT, min(MOST_SHIFT, shift))


class OrderDesk:
    """Answers what a seat may order, in a situation.

    With the pack's own book it answers control and habits. With a book cut to what a seat may know
    (``known_book``) it answers that seat, and reads nothing that the seat may not know.
    """

    def __init__(self, scenario: Scenario, book: RuleBook) -> None:
        self._scenario = scenario
        self._book = book

    @property
    def known(self) -> Collection[tuple[str, str]]:
        """Every move and choice that has a rule."""
        return self._book.rules.keys()

    def refusal(self, state: State, order: Order) -> Refusal | None:
        """Why this order alone may not be sealed; None when it may."""
        seat = self._scenario.seat_by_id.get(order.seat)
        if seat is None:
            return Refusal(order, "seat")
        move = self._scenario.move_by_id.get(order.move)
        if move is None:
            return Refusal(order, "move")
        if not may_order(seat, move):
            # Of a row of the exercise nobody else learns so much as that there is one.
            return Refusal(order, "move" if move.own else "not_yours")
        rule = self._book.rules.get((order.move, order.choice))
        if rule is None:
            return Refusal(order, "choice")
        if rule.aims_at(seat.actor):
            return Refusal(order, "at_itself")
        if rule.needs and not rule.needs(state.row):
            return Refusal(order, "needs", rule.move.needs)
        if rule.choice and rule.choice_needs and not rule.choice_needs(state.row):
            return Refusal(order, "choice_needs", rule.choice.needs)
        return None

    def refusals(self, state: State, seat: str, orders: Sequence[Order]) -> tuple[Refusal, ...]:
        """Everything that is wrong with what one seat wants to seal, all at once."""
        found = [
            refusal
            for order in orders
            if (refusal := self.refusal(state, order) if order.seat == seat else _strange(order))
        ]
        found += [Refusal(order, "twice") for n, order in enumerate(orders) if order in orders[:n]]
        if orders and seat in self._scenario.seat_by_id:
            found += self._too_many(seat, orders)
        return tuple(found)

    def _too_many(self, seat: str, orders: Sequence[Order]) -> list[Refusal]:
        found = []
        most = self._scenario.orders_of(seat)
        if len(orders) > most:
            found.append(Refusal(orders[most], "too_many", bound=most))
        for table in self._scenario.tables:
            mine = [order for order in orders if self._table_of(order) == table.id]
            if table.most_orders is not None and len(mine) > table.most_orders:
                found.append(
                    Refusal(mine[table.most_orders], "table_full", bound=table.most_orders)
                )
        return found

    def _table_of(self, order: Order) -> str:
        move = self._scenario.move_by_id.get(order.move)
        return move.table if move else ""

    def legal_rules(self, state: State, seat: str) -> list[Rule]:
        """Every rule of the seat whose needs hold now, in the pack's order."""
        row = state.row
        return [
            rule
            for rule in self._book.by_seat[seat]
            if (rule.needs is None or rule.needs(row))
            and (rule.choice_needs is None or rule.choice_needs(row))
        ]

    def legal(self, state: State, seat: str) -> list[Order]:
        """Every order of the seat whose needs hold now, in the pack's order."""
        return [rule.order_by(seat) for rule in self.legal_rules(state, seat)]

    def odds(self, state: State, order: Order) -> Odds:
        """The odds as they stand before other orders are known.

        Raises KeyError for an order with no rule.
        """
        rule = self._book.rule(order)
        actor = self._scenario.actor_of[order.seat]
        fired = tuple(
            leaning.fired
            for leaning in rule.leanings
            if (leaning.seats is None or actor in leaning.seats) and leaning.test(state.row)
        )
        shift = held_to_most(sum(each.shift for each in fired))
        return Odds(rule.move.target, fired, shift, rule.move.target - shift)


def _strange(order: Order) -> Refusal:
    return Refusal(order, "not_yours")
