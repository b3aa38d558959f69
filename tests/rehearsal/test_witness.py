"""Which rows of the pack a turn shows at work."""

from __future__ import annotations

from collections import Counter

import pytest

from idlib_wargame.rehearsal.tally import RowKey
from idlib_wargame.rehearsal.witness import Witness
from idlib_wargame.rules.dice import LoadedDice
from idlib_wargame.rules.pack.course import Flag, Limit, Upkeep
from idlib_wargame.rules.pack.interactions import (
    Chance,
    Contest,
    Contradiction,
    Joint,
    Principals,
    Shift,
)
from idlib_wargame.rules.pack.scenario import Scenario
from idlib_wargame.rules.result import Order
from idlib_wargame.rules.turn.referee import Referee
from tests.rules.small import bands, does, move, scenario, when

CALL = move("call", "north", "south", effects=bands(does(peace=2)), modifiers=(("arms >= 5", 1),))
TREATY = move("treaty", "north", "south")
RAID = move("raid", "east", step="fight", effects=bands(does(peace=-3)), tags=("attack",))
HOLD = move("hold", "north", step="fight", tags=("defence",))
PACK = scenario(
    CALL,
    TREATY,
    RAID,
    HOLD,
    shifts=(Shift("bold", frozenset({"attack"}), when(), 1, "they are bold"),),
    joints=(Joint(frozenset({"call"}), 1, "together"),),
    principals=(Principals("treaty", ("north", "south"), "An offer."),),
    contradictions=(
        Contradiction("false", "call", when("ordered.attack"), ("peace",), (), "two faces"),
    ),
    contests=(Contest("field", "attack", "defence", "fought over"),),
    chances=(Chance("clash", "fight", when("turn.attack"), ((when(), 8),), (), "they meet"),),
    upkeep=(Upkeep("wear", when("turn.attack"), does(arms=-1), "wear and tear"),),
    conversions=(Upkeep("turn_to_trade", when("arms <= 4"), does(trade=1), "plough shares"),),
    limits=(Limit("no_war", "peace", when("turn <= 2"), "not yet", at_least=4),),
    flags=(Flag("worn", "Worn", when("arms <= 4")),),
)
UPKEEP: set[RowKey] = {("upkeep", "wear"), ("conversion", "turn_to_trade"), ("flag", "worn")}


def shown(pack: Scenario, dice: LoadedDice, *orders: Order) -> set[RowKey]:
    """The rows that one turn shows."""
    referee = Referee(pack)
    seen: Counter[RowKey] = Counter()
    Witness(pack).turn(referee.adjudicate(referee.opening(), orders, dice), seen)
    return set(seen)


CALL_BY = [Order("north", "call"), Order("south", "call")]
TREATY_BY = [Order("north", "treaty"), Order("south", "treaty")]
FIGHT = [Order("east", "raid"), Order("north", "hold")]


@pytest.mark.parametrize(
    ("orders", "rows"),
    [
        ([], set()),
        (CALL_BY[:1], {("modifier", "call 1")}),
        (CALL_BY, {("modifier", "call 1"), ("joint", "1")}),
        (TREATY_BY[:1], set()),
        (TREATY_BY, {("principals", "treaty")}),
        (
            FIGHT[:1],
            {("shift", "bold"), ("chance", "clash"), ("limit", "no_war"), *UPKEEP},
        ),
        (
            FIGHT,
            {("shift", "bold"), ("chance", "clash"), ("contest", "field"), *UPKEEP},
        ),
        (
            [*CALL_BY[:1], *FIGHT[:1]],
            {
                ("modifier", "call 1"),
                ("contradiction", "false"),
                ("shift", "bold"),
                ("chance", "clash"),
                ("limit", "no_war"),
                *UPKEEP,
            },
        ),
    ],
)
def test_a_turn_shows_just_the_rows_that_bore_on_it(orders: list[Order], rows: set[RowKey]) -> None:
    """Each row counts where it cut, shifted, fired or was lit, and nowhere else."""
    loaded = LoadedDice({"turn 1/fight/north/hold": (5, 5)}, otherwise=(3, 4))
    assert shown(PACK, loaded, *orders) - {("rung", "0"), ("rung", "1")} == rows


def test_a_chance_that_comes_off_is_told_apart_from_one_that_is_thrown_for() -> None:
    """At the target or over, the chance came off."""
    dice = LoadedDice({"turn 1/fight/chance/clash": (4, 4)})
    assert ("chance_came", "clash") in shown(PACK, dice, *FIGHT[:1])
