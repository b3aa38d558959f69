"""Random legal orders for the seats of a pack."""

from __future__ import annotations

import random
from collections.abc import Sequence
from pathlib import Path

from idlib_wargame.packs.reader import PackReading, read_pack
from idlib_wargame.rules.pack.scenario import Scenario
from idlib_wargame.rules.result import Order
from idlib_wargame.rules.state import State
from idlib_wargame.rules.turn.book import Rule
from idlib_wargame.rules.turn.referee import Referee

PACK = Path(__file__).parent.parent / "scenarios" / "idlib-2020"
SEATS, ORDERS = 6, 2


def the_pack() -> PackReading:
    """The pack that everything is measured with."""
    return read_pack(PACK)


def players(scenario: Scenario) -> list[str]:
    """The six seats that play: the pack's first that are not the white cell's."""
    seats = [seat.id for seat in scenario.seats if not seat.control][:SEATS]
    if len(seats) < SEATS:
        raise ValueError(f"found {len(seats)} player seats in the pack, expected {SEATS}")
    return seats


def random_orders(
    referee: Referee, state: State, seats: Sequence[str], rng: random.Random
) -> list[Order]:
    """Two orders a seat, drawn evenly from all that it may seal together."""
    return [
        rule.order_by(seat)
        for seat in seats
        for rule in _drawn(referee.desk.legal_rules(state, seat), referee.scenario, rng)
    ]


def _drawn(legal: list[Rule], scenario: Scenario, rng: random.Random) -> list[Rule]:
    drawn: list[Rule] = []
    while legal and len(drawn) < ORDERS:
        rule = legal.pop(rng.randrange(len(legal)))
        most = scenario.table_by_id[rule.move.table].most_orders
        if most is None or sum(each.move.table == rule.move.table for each in drawn) < most:
            drawn.append(rule)
    return drawn
