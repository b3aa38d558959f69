"""The small print of a turn: what is seldom looked at, and wrong in silence."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from idlib_wargame.rules.dice import LoadedDice
from idlib_wargame.rules.odds import Band
from idlib_wargame.rules.pack.interactions import Chance, Contest, Joint
from idlib_wargame.rules.pack.moves import Event
from idlib_wargame.rules.pack.seats import Seat
from idlib_wargame.rules.result import Fired, Order, TurnResult
from idlib_wargame.rules.turn.referee import Referee
from tests.rules.small import bands, does, move, scenario, when

SEATS = (
    Seat("north", "North", "#336699", allies=frozenset({"south"})),
    Seat("south", "South", "#993366"),
    Seat("east", "East", "#669933"),
)


def test_it_is_enough_that_one_calls_the_other_an_ally() -> None:
    """South names nobody, and acts together with North, which names South; East acts alone."""
    pack = scenario(
        move("call", "north", "south", "east"),
        seats=SEATS,
        joints=(
            Joint(frozenset({"raid"}), 2, "Not of this move"),
            Joint(frozenset({"call"}), 1, "Two together"),
        ),
    )
    referee = Referee(pack)
    orders = [Order(seat, "call") for seat in ("south", "north", "east")]
    cards = referee.adjudicate(referee.opening(), orders, LoadedDice()).cards
    assert [card.seats for card in cards] == [("north", "south"), ("east",)]
    assert [card.fired for card in cards] == [(Fired("joint.2", 1),), ()]


def test_a_seats_own_effects_come_on_top_of_the_moves() -> None:
    """When South calls, arms fall besides; when North does, they do not."""
    call = move("call", "north", "south", effects=bands(does(peace=1)))
    call = replace(call, by_seat={"south": bands(does(arms=-2, peace=1))})
    referee = Referee(scenario(call))
    moved = []
    for seat in ("north", "south"):
        result = referee.adjudicate(referee.opening(), [Order(seat, "call")], LoadedDice())
        moved.append([(line.track, line.through) for line in result.cards[0].effects])
    assert moved == [[("peace", 1)], [("peace", 2), ("arms", -2)]]


def test_nobody_is_the_target_of_its_own_act() -> None:
    """A move that aims at two actors aims at the other one when either orders it."""
    accuse = move(
        "accuse", "north", "south", events=(Event("112", "Accuse", -200, ("north", "south")),)
    )
    referee = Referee(scenario(accuse))
    orders = [Order("north", "accuse"), Order("south", "accuse")]
    cards = referee.adjudicate(referee.opening(), orders, LoadedDice()).cards
    assert [card.events[0].targets for card in cards] == [("south",), ("north",)]


@pytest.mark.parametrize(("target", "came"), [(6, True), (7, True), (8, False)])
def test_without_dice_a_chance_comes_where_it_is_the_likelier_side(target: int, came: bool) -> None:
    """Seven or more is thrown more often than not, eight or more is not."""
    chance = Chance("storm", "talk", when(), ((when(), target),), does(peace=-1), "A storm")
    referee = Referee(scenario(chances=(chance,)))
    (row,) = referee.adjudicate(referee.opening(), [], None).after
    assert (bool(row.effects), row.dice, row.target) == (came, None, target)


def test_without_dice_a_contest_goes_to_the_better_odds() -> None:
    """The margin is that of the likeliest throw, seven; on equal odds the defence holds."""
    raid = move("raid", "south", tags=("attack",), step="fight", target=4)
    hold = move("hold", "north", tags=("defence",), step="fight", target=6)
    contest = Contest("clash", "attack", "defence", "They met")
    outcomes = []
    for defence in (hold, replace(hold, target=4)):
        referee = Referee(scenario(raid, defence, contests=(contest,)))
        orders = [Order("south", "raid"), Order("north", "hold")]
        cards = referee.adjudicate(referee.opening(), orders, None).cards
        outcomes.append({card.order.move: card.final for card in cards})
    assert outcomes[0]["hold"] is Band.PARTIAL
    assert outcomes[0]["raid"] is not Band.PARTIAL
    assert outcomes[1]["raid"] is Band.PARTIAL


def test_a_result_reads_back_as_it_was_written() -> None:
    """Cards, what followed with its dice in their order, flags and flows: nothing is swapped."""
    chance = Chance("storm", "talk", when(), ((when(), 3),), does(peace=-1), "A storm")
    pack = scenario(
        move("call", "north", effects=bands(does(peace=9)), modifiers=(("peace >= 1", 1),)),
        chances=(chance,),
    )
    referee = Referee(pack)
    dice = LoadedDice({"turn 1/talk/chance/storm": (1, 6)}, otherwise=(5, 2))
    result = referee.adjudicate(referee.opening(), [Order("north", "call")], dice)
    assert result.after[0].dice == (1, 6)
    written = json.loads(json.dumps(result.to_json()))
    assert TurnResult.from_json(written, referee.layout) == result
