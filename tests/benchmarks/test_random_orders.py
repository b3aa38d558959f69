"""The orders that the bench plays."""

from __future__ import annotations

import random

from benchmarks.random_orders import ORDERS, SEATS, players, random_orders, the_pack
from idlib_wargame.rules.dice import ProvableDice, seed_from_number
from idlib_wargame.rules.turn.referee import Referee


def test_random_orders_may_all_be_sealed() -> None:
    """Turn after turn, each of the six seats gets two orders that it may seal together."""
    scenario = the_pack().scenario
    assert scenario is not None
    referee, seats, rng = Referee(scenario), players(scenario), random.Random(7)
    dice, state = ProvableDice(seed_from_number(7)), referee.opening()
    for _ in range(scenario.turns):
        orders = random_orders(referee, state, seats, rng)
        by_seat = {seat: [order for order in orders if order.seat == seat] for seat in seats}
        assert [len(mine) for mine in by_seat.values()] == [ORDERS] * SEATS
        assert not any(referee.desk.refusals(state, seat, by_seat[seat]) for seat in seats)
        state = referee.adjudicate(state, orders, dice).state
