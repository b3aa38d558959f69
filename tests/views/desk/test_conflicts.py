"""What the pack sets orders against is told before they are rolled, with its reason."""

from __future__ import annotations

import pytest

from idlib_wargame.packs.reader import read_pack
from idlib_wargame.packs.shelf import shipped_packs
from idlib_wargame.rules.agreements.bargaining import NOTHING_AGREED
from idlib_wargame.rules.decisions import AS_IT_FALLS
from idlib_wargame.rules.order import Order
from idlib_wargame.rules.pack.scenario import Scenario
from idlib_wargame.rules.turn.referee import Referee
from idlib_wargame.views.desk.conflicts import Conflict, conflicts


@pytest.fixture(scope="module", params=shipped_packs(), ids=lambda path: path.name)
def scenario(request: pytest.FixtureRequest) -> Scenario:
    """The packs that ship."""
    found = read_pack(request.param).scenario
    assert found is not None
    return found


def told(scenario: Scenario, *orders: Order) -> tuple[Conflict, ...]:
    """The conflicts of those orders in the first turn."""
    referee = Referee(scenario)
    state = referee.opening()
    found = referee.before_roll(state, orders, None, AS_IT_FALLS, NOTHING_AGREED)
    return conflicts(scenario, found.rolls, found.clashes)


def orders_on(scenario: Scenario, side: str) -> list[Order]:
    """Orders of that tag, or of that move, one a seat that may give it."""
    return [
        Order(seat.id, move.id, move.choices[0].id if move.choices else "")
        for move in scenario.moves
        for seat in scenario.seats
        if seat.actor in move.seats and (side in move.tags or side == move.id)
    ]


def test_both_sides_of_a_contest_are_named(scenario: Scenario) -> None:
    """With the pack's reason; one side alone is no conflict, nor an order that would lapse."""
    for contest in scenario.contests:
        attack, defence = (
            [order for order in orders_on(scenario, side) if not lapses(scenario, order)]
            for side in (contest.attack, contest.defence)
        )
        pairs = [
            (one, two)
            for one in attack
            for two in defence
            if one != two
            and scenario.move_by_id[one.move].step == scenario.move_by_id[two.move].step
        ]
        for pair in pairs[:3]:
            found = next(each for each in told(scenario, *pair) if each.why == contest.why)
            assert set(found.orders) == set(pair)
            assert not any(each.why == contest.why for each in told(scenario, pair[1]))


def lapses(scenario: Scenario, order: Order) -> bool:
    """Whether it would not be rolled in the first turn, alone."""
    return any("would lapse" in each.words for each in told(scenario, order))


def test_allies_that_roll_together_are_said_to(scenario: Scenario) -> None:
    """One roll, and the seats that share it."""
    for joint in scenario.joints:
        shared = [
            told(scenario, *orders)
            for move in joint.on
            if len(orders := orders_on(scenario, move)) > 1
        ]
        assert any("roll once together" in each.words for found in shared for each in found)


def test_a_move_that_lacks_a_principal_would_lapse(scenario: Scenario) -> None:
    """Said before anything is rolled, so that somebody may still be told."""
    for row in scenario.principals:
        one = orders_on(scenario, row.move)[0]
        found = told(scenario, one)
        assert any(each.why for each in found if "would lapse" in each.words)
