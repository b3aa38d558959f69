"""What a habit holds to of the agreements that it is bound by, as it picks its orders."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from idlib_wargame.rules.agreements.case import Case
from idlib_wargame.rules.agreements.ledger import Ledger
from idlib_wargame.rules.agreements.testing import is_live, keeps_act
from idlib_wargame.rules.dice import BargainAddress, Dice
from idlib_wargame.rules.names import TURN
from idlib_wargame.rules.offer import Does, Term
from idlib_wargame.rules.pack.habits import Habit
from idlib_wargame.rules.state import State
from idlib_wargame.rules.turn.book import Rule
from idlib_wargame.rules.turn.referee import Referee

PERCENT = 100


class Pledges(NamedTuple):
    """What a habit holds to this turn.

    It plays no rule that is ``avoided``, and of each group that is ``promised`` one, before all
    else.
    """

    avoided: frozenset[Rule] = frozenset()
    promised: tuple[tuple[Rule, ...], ...] = ()


NO_PLEDGES = Pledges()


class Faith:
    """A habit, made ready to keep its word or not, for any seat of a pack.

    It is drawn once a turn for each term, the same for all parts of an actor. What a clause asks is
    left to its picks.
    """

    def __init__(self, referee: Referee, habit: Habit) -> None:
        self._referee = referee
        self._habit = habit.id
        scenario = referee.scenario
        self._faith = {actor: habit.manner(actor).faith for actor in scenario.actors}
        self._parts = {
            actor: [
                seat.id
                for seat in scenario.seats
                if seat.actor == actor and scenario.orders_of(seat.id) > 0
            ]
            for actor in scenario.actors
        }

    def pledges(self, state: State, ledger: Ledger, seat: str, dice: Dice) -> Pledges:
        """What it holds to as that seat, of all that its actor has promised."""
        turn = state[TURN]
        binding = ledger.binding(turn)
        if not binding:
            return NO_PLEDGES
        actor, rules = self._referee.scenario.actor_of[seat], self._referee.book.by_seat[seat]
        avoided: set[Rule] = set()
        promised: list[tuple[Rule, ...]] = []
        for case in binding:
            for place, term in enumerate(case.offer.terms):
                if term.debtor != actor or not is_live(case, place, turn):
                    continue
                if not self._holds(case, place, turn, dice):
                    continue
                avoided.update(self._referee.bargaining.tests.breaking(term, rules))
                if term.does is Does.ACT and self._who_orders(term, state) == seat:
                    promised.append(_keeping(term, seat, rules))
        return Pledges(frozenset(avoided), tuple(promised))

    def _holds(self, case: Case, place: int, turn: int, dice: Dice) -> bool:
        actor = case.offer.terms[place].debtor
        about = f"{case.key}/{place}"
        address = BargainAddress(turn, self._habit, actor, "faith", about)
        return dice.below(address, PERCENT) < self._faith[actor]

    def _who_orders(self, term: Term, state: State) -> str:
        """Which part of an actor sees to an act: the first that may order it now."""
        parts = self._parts[term.debtor]
        if len(parts) == 1:
            return parts[0]
        legal = self._referee.desk.legal_rules
        able = (seat for seat in parts if _keeping(term, seat, legal(state, seat)))
        return next(able, "")


def _keeping(term: Term, seat: str, rules: Iterable[Rule]) -> tuple[Rule, ...]:
    return tuple(rule for rule in rules if keeps_act(term, rule.order_by(seat)))
