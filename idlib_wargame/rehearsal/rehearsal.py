"""One session after another, every seat played by a habit, counted as it goes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping

from idlib_wargame.rehearsal.talks import Talks
from idlib_wargame.rehearsal.tally import Tally
from idlib_wargame.rehearsal.witness import Witness
from idlib_wargame.rules.agreements.bargaining import Standing
from idlib_wargame.rules.agreements.ledger import EMPTY, Ledger
from idlib_wargame.rules.dice import Dice, ProvableDice, seed_from_number
from idlib_wargame.rules.names import Prefix
from idlib_wargame.rules.pack.habits import Habit
from idlib_wargame.rules.pack.scenario import Scenario
from idlib_wargame.rules.result import Order
from idlib_wargame.rules.state import State
from idlib_wargame.rules.turn.book import Rule
from idlib_wargame.rules.turn.habits import Bot
from idlib_wargame.rules.turn.referee import Referee

# The rules that a seat could play in a turn. Situations differ far more than what they allow, so
# counting these whole and taking them apart at the end is much the quicker.
Menus = Counter[tuple[str, int, tuple[Rule, ...]]]


class Rehearsal:
    """A pack and a habit, ready to play session after session without a record."""

    def __init__(self, referee: Referee, habit: Habit) -> None:
        self._referee = referee
        self._scenario: Scenario = referee.scenario
        self._bot = Bot(referee, habit)
        self._witness = Witness(self._scenario)
        self._talks = (
            Talks(referee, self._bot.negotiator, self._witness) if self._scenario.bargain else None
        )
        self._seats = [s.id for s in self._scenario.seats if self._scenario.orders_of(s.id) > 0]

    def play(self, seeds: Iterable[int]) -> Tally:
        """One session a seed, with the dice of ``idlib-wargame play --seed`` of that number."""
        tally = Tally()
        menus: Menus = Counter()
        for seed in seeds:
            self._session(ProvableDice(seed_from_number(seed)), tally, menus)
        _count_menus(menus, tally)
        return tally

    def _session(self, dice: Dice, tally: Tally, menus: Menus) -> None:
        state, rungs = self._referee.opening_with_rungs()
        self._witness.opening(state, tally.rows)
        tally.rungs[rungs] += 1
        given: set[Order] = set()
        ledger = EMPTY
        for turn in range(1, self._scenario.turns + 1):
            state = self._send(state, tally)
            if self._talks is not None:
                state, ledger = self._talks.held(state, ledger, dice, tally)
            orders: list[Order] = []
            for seat in self._seats:
                menus[seat, turn, tuple(self._referee.desk.legal_rules(state, seat))] += 1
                orders += self._bot.orders(state, seat, dice, ledger)
            tally.ordered.update(orders)
            given.update(orders)
            state, ledger = self._adjudicate(state, orders, ledger, dice, tally)
        tally.sessions += 1
        self._close(state, tally, given)

    def _send(self, state: State, tally: Tally) -> State:
        """Send what is due, as a facilitator who follows the list does; what is optional stays."""
        messages = self._referee.messages
        due = messages.due(state)
        while expected := next((inject for inject in due if not inject.optional), None):
            sent = messages.send(state, expected)
            tally.rows["inject", expected.id] += 1
            self._witness.lines(sent.effects, tally.rows)
            state = sent.state
            due = messages.due(state)
        for inject in due:
            tally.rows["inject", inject.id] += 1
        return state

    def _adjudicate(
        self, state: State, orders: list[Order], ledger: Ledger, dice: Dice, tally: Tally
    ) -> tuple[State, Ledger]:
        by_control = [order for order, _ in self._referee.messages.orders(state)]
        opened = [*orders, *(order for order in by_control if order not in orders)]
        forced = frozenset(opened[len(orders) :])
        standing = Standing(ledger, forced)
        result, rungs = self._referee.adjudicate_with_rungs(state, opened, dice, standing=standing)
        tally.rungs[rungs] += 1
        for card in result.cards:
            if card.final is None:
                tally.lapsed[card.order.move] += 1
            else:
                tally.bands[card.order.move, card.final] += 1
        self._witness.turn(result, tally.rows)
        if self._talks is None:
            return result.state, ledger
        return result.state, self._talks.closed(state, ledger, result, tally)

    def _close(self, state: State, tally: Tally, given: set[Order]) -> None:
        holding = self._referee.endings.holding(state)
        tally.outcomes[holding[0] if holding else ""] += 1
        tally.endings[holding] += 1
        for track in self._scenario.tracks:
            value = state[track.id]
            tally.ended_at[track.id] += value
            if value <= track.low:
                tally.at_low[track.id] += 1
            if value >= track.high:
                tally.at_high[track.id] += 1
        for clause in self._scenario.clauses:
            score = state[Prefix.CLAUSE.of(clause.id)]
            tally.clauses[clause.id, score] += 1
            if score == 3:
                tally.rows["clause", clause.id] += 1
        met = self._referee.aims.met(state)
        tally.aims.update(aim.id for aim in met)
        tried = {(order.seat, order.move) for order in given}
        tally.tried.update(tried)
        self._count_aims(Counter(aim.seat for aim in met), tried, tally)

    def _count_aims(
        self, met: Mapping[str, int], tried: Iterable[tuple[str, str]], tally: Tally
    ) -> None:
        """Book the aims that an actor met to every move that one of its seats tried."""
        for seat, move in tried:
            mine = met.get(self._scenario.actor_of[seat], 0)
            if mine:
                tally.aims_with[seat, move] += mine


def _count_menus(menus: Menus, tally: Tally) -> None:
    """Take the menus apart: by way, by move, and by how many moves there were."""
    for (seat, turn, rules), count in menus.items():
        moves = {rule.move.id for rule in rules}
        tally.freedom[seat, turn, len(moves)] += count
        for move in moves:
            tally.legal[move] += count
        for rule in rules:
            tally.legal_ways[rule.move.id, rule.choice_id] += count
