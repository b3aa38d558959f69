"""A shipped pack played to the end, turn by turn, for tests that ask what was sent and when."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import NamedTuple

from idlib_wargame.rules.agreements.bargaining import Standing
from idlib_wargame.rules.agreements.ledger import EMPTY, Ledger
from idlib_wargame.rules.conditions.compiling import Test, compile_test
from idlib_wargame.rules.conditions.parsing import parse
from idlib_wargame.rules.dice import Dice, ProvableDice, seed_from_number
from idlib_wargame.rules.names import TURN
from idlib_wargame.rules.pack.injects import Inject
from idlib_wargame.rules.pack.scenario import Scenario
from idlib_wargame.rules.pack.seats import Aim
from idlib_wargame.rules.result import TurnResult
from idlib_wargame.rules.state import State
from idlib_wargame.rules.turn.habits import Bot
from idlib_wargame.rules.turn.negotiating import next_dealing
from idlib_wargame.rules.turn.referee import Referee
from idlib_wargame.rules.variants import chosen


class Sat(NamedTuple):
    """One turn: what was sent, each beside the situation it was sent into, and what came of it."""

    turn: int
    sent: tuple[tuple[Inject, State], ...]
    before: State
    result: TurnResult


def watching(scenario: Scenario, conditions: Mapping[str, str]) -> Referee:
    """The pack with cells for whatever these conditions read; nobody ever looks at the aims."""
    seat = scenario.seats[0].id
    aims = [Aim(f"watch_{key}", seat, key, parse(text)) for key, text in conditions.items()]
    return Referee(replace(scenario, aims=(*scenario.aims, *aims)))


def made_ready(referee: Referee, conditions: Mapping[str, str]) -> dict[str, Test]:
    """Each condition made ready to read a row of the situation."""
    return {
        key: compile_test(parse(text), referee.layout.index) for key, text in conditions.items()
    }


def begun(scenario: Scenario, turns: int = 0, start: str = "") -> Scenario:
    """The pack as it is played so long from that start."""
    return chosen(scenario, turns or None, start)


def sittings(referee: Referee, habit: str, seed: int, what_ifs: bool = False) -> Iterator[Sat]:
    """One exercise by a habit; control sends all that is due, on a wish what-ifs too."""
    scenario = referee.scenario
    bot = Bot(referee, scenario.habit_by_id[habit])
    seats = [seat.id for seat in scenario.seats if scenario.orders_of(seat.id) > 0]
    dice, state, ledger = ProvableDice(seed_from_number(seed)), referee.opening(), EMPTY
    for turn in range(1, scenario.turns + 1):
        sent: list[tuple[Inject, State]] = []
        while due := [i for i in referee.messages.due(state) if what_ifs or not i.optional]:
            sent.append((due[0], state))
            state = referee.messages.send(state, due[0]).state
        state, ledger = _after_talks(referee, bot, state, ledger, dice)
        orders = [order for seat in seats for order in bot.orders(state, seat, dice, ledger)]
        control = [order for order, _ in referee.messages.orders(state)]
        forced = [order for order in control if order not in orders]
        standing = Standing(ledger, frozenset(forced))
        result = referee.adjudicate(state, [*orders, *forced], dice, standing=standing)
        yield Sat(turn, tuple(sent), state, result)
        state, ledger = result.state, ledger.orders_opened(turn)
        ledger = ledger.closed(turn, scenario.turns, result.marks, result.found_out)


def _after_talks(
    referee: Referee, bot: Bot, state: State, ledger: Ledger, dice: Dice
) -> tuple[State, Ledger]:
    """What the habit does at the table for every actor, as talks close."""
    bargain = referee.scenario.bargain
    if bargain is None:
        return state, ledger
    actors = dict.fromkeys(referee.scenario.actors, bot.negotiator)
    while deal := next_dealing(state, ledger, actors, dice):
        ledger = deal.done_in(ledger, state[TURN], bargain.most_open)
        state = referee.bargaining.standing_in(state, ledger)
    return referee.bargaining.standing_in(state, ledger), ledger
