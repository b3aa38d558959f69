"""Habits: how a bot picks a seat's orders, by weight among the legal ones."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import NamedTuple

from idlib_wargame.rules.agreements.ledger import EMPTY, Ledger
from idlib_wargame.rules.conditions.compiling import Test, compile_test
from idlib_wargame.rules.dice import Dice, HabitAddress
from idlib_wargame.rules.names import TURN
from idlib_wargame.rules.pack.habits import ANY, PASS, Habit, Pick
from idlib_wargame.rules.result import Order
from idlib_wargame.rules.state import State
from idlib_wargame.rules.turn.book import Rule
from idlib_wargame.rules.turn.negotiating import Negotiator
from idlib_wargame.rules.turn.promises import Faith
from idlib_wargame.rules.turn.referee import Referee

# What may fall to a slot: a rule, or None for no order.
Lot = Rule | None


class Leaning(NamedTuple):
    """A pick, made ready: all that it may come to, which share its weight."""

    weight: int
    test: Test
    lots: tuple[Lot, ...]


class Bot:
    """A habit, made ready to play any seat of a pack."""

    def __init__(self, referee: Referee, habit: Habit) -> None:
        self._referee = referee
        self.habit = habit
        self.negotiator = Negotiator(referee, habit)
        self._faith = Faith(referee, habit)
        self._leanings: dict[str, list[Leaning]] = {
            seat.id: [
                Leaning(
                    pick.weight,
                    compile_test(pick.when, referee.layout.index),
                    _lots(pick, referee.book.by_seat[seat.id]),
                )
                for pick in habit.picks(seat.actor)
            ]
            for seat in referee.scenario.seats
        }

    def orders(
        self, state: State, seat: str, dice: Dice, ledger: Ledger = EMPTY
    ) -> tuple[Order, ...]:
        """The seat's orders for this turn. A slot with nothing to pick, or a pass, stays empty.

        What it holds to of its agreements comes first: an act that it promised, and no order that
        it promised not to give.
        """
        scenario = self._referee.scenario
        leanings = [each for each in self._leanings.get(seat, ()) if each.test(state.row)]
        avoided, promised = self._faith.pledges(state, ledger, seat, dice)
        legal = self._referee.desk.legal_rules(state, seat)
        if avoided:
            legal = [rule for rule in legal if rule not in avoided]
        room = {table.id: table.most_orders for table in scenario.tables}
        chosen: list[Rule] = []
        for number in range(1, scenario.orders_of(seat) + 1):
            open_rules = {
                rule for rule in legal if room[rule.move.table] != 0 and rule not in chosen
            }
            owed = _owed(promised, chosen, open_rules)
            within = _among(leanings, owed) if owed else _within(leanings, open_rules)
            if not within:
                break
            address = HabitAddress(state[TURN], self.habit.id, seat, number)
            rule = _drawn(within, dice, address)
            if rule is None:
                continue
            chosen.append(rule)
            left = room[rule.move.table]
            room[rule.move.table] = None if left is None else left - 1
        return tuple(rule.order_by(seat) for rule in chosen)


def _lots(pick: Pick, rules: Sequence[Rule]) -> tuple[Lot, ...]:
    """All that a pick may come to, of a seat's rules."""
    if pick.move == PASS:
        return (None,)
    if pick.move == ANY:
        return tuple(rules)
    return tuple(
        rule for rule in rules if rule.move.id == pick.move and pick.choice in ("", rule.choice_id)
    )


def _within(leanings: Sequence[Leaning], open_rules: Collection[Rule]) -> list[Leaning]:
    """The leanings that may come to something, each with what is open to it."""
    return [
        leaning._replace(lots=lots)
        for leaning in leanings
        if (lots := tuple(lot for lot in leaning.lots if lot is None or lot in open_rules))
    ]


def _owed(
    promised: Sequence[Sequence[Rule]], chosen: Sequence[Rule], open_rules: Collection[Rule]
) -> tuple[Rule, ...]:
    """What is open of the first promise that nothing chosen keeps yet; nothing where none is."""
    for ways in promised:
        left = tuple(rule for rule in ways if rule in open_rules)
        if left and not any(rule in chosen for rule in ways):
            return left
    return ()


def _among(leanings: Sequence[Leaning], owed: Sequence[Rule]) -> list[Leaning]:
    """The leanings that may come to what is owed; any way of it, where none does."""
    found = [
        leaning._replace(lots=lots)
        for leaning in leanings
        if (lots := tuple(lot for lot in leaning.lots if lot in owed))
    ]
    return found or [Leaning(1, _holds_always, tuple(owed))]


def _holds_always(_row: Sequence[int]) -> bool:
    return True


def _drawn(leanings: Sequence[Leaning], dice: Dice, address: HabitAddress) -> Lot:
    """A pick by weight, then one of what it may come to, each as likely as the next."""
    mark = dice.below(address, sum(leaning.weight for leaning in leanings))
    for weight, _test, lots in leanings:
        mark -= weight
        if mark < 0:
            return lots[dice.below(address.of_choice, len(lots))] if len(lots) > 1 else lots[0]
    raise AssertionError("a draw below the sum of the weights always falls on one of them")
