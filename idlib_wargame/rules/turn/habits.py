"""Habits: how a bot picks a seat's orders, by weight among the legal ones."""

from __future__ import annotations

from idlib_wargame.rules.conditions.compiling import Test, compile_test
from idlib_wargame.rules.dice import Dice, HabitAddress
from idlib_wargame.rules.names import TURN
from idlib_wargame.rules.pack.habits import Habit
from idlib_wargame.rules.result import Order
from idlib_wargame.rules.state import State
from idlib_wargame.rules.turn.book import Rule
from idlib_wargame.rules.turn.referee import Referee

Leaning = tuple[Rule, int, Test]


class Bot:
    """A habit, made ready to play any seat of a pack."""

    def __init__(self, referee: Referee, habit: Habit) -> None:
        self._referee = referee
        self.habit = habit
        self._picks: dict[str, list[Leaning]] = {}
        for seat in referee.scenario.seats:
            self._picks[seat.id] = [
                (rule, pick.weight, compile_test(pick.when, referee.layout.index))
                for pick in habit.seats.get(seat.actor, ())
                for rule in referee.book.by_seat[seat.id]
                if rule.move.id == pick.move and pick.choice in ("", rule.choice_id)
            ]

    def orders(self, state: State, seat: str, dice: Dice) -> tuple[Order, ...]:
        """The seat's orders for this turn: as many as it may seal, fewer where few are legal."""
        scenario = self._referee.scenario
        legal = self._referee.desk.legal_rules(state, seat)
        room = {table.id: table.most_orders for table in scenario.tables}
        chosen: list[Rule] = []
        for number in range(1, scenario.orders_of(seat) + 1):
            open_rules = [
                rule for rule in legal if room[rule.move.table] != 0 and rule not in chosen
            ]
            weighted = self._weighted(state, seat, open_rules)
            if not weighted:
                break
            address = HabitAddress(state[TURN], self.habit.id, seat, number)
            rule = _drawn(weighted, dice, address)
            chosen.append(rule)
            left = room[rule.move.table]
            room[rule.move.table] = None if left is None else left - 1
        return tuple(rule.order_by(seat) for rule in chosen)

    def _weighted(self, state: State, seat: str, open_rules: list[Rule]) -> list[tuple[Rule, int]]:
        picks = self._picks.get(seat, ())
        allowed = set(open_rules)
        wanted = [
            (rule, weight) for rule, weight, test in picks if rule in allowed and test(state.row)
        ]
        return wanted or [(rule, 1) for rule in open_rules]


def _drawn(weighted: list[tuple[Rule, int]], dice: Dice, address: HabitAddress) -> Rule:
    mark = dice.below(address, sum(weight for _, weight in weighted))
    for rule, weight in weighted:
        mark -= weight
        if mark < 0:
            return rule
    raise AssertionError("a draw below the sum of the weights always falls on one of them")
