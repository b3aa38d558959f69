"""How habits keep their word, or do not, as they pick their orders."""

from __future__ import annotations

from dataclasses import replace

import pytest

from idlib_wargame.rules.dice import Dice, LoadedDice, ProvableDice, seed_from_number
from idlib_wargame.rules.offer import Offer
from idlib_wargame.rules.pack.habits import Habit, Manner, Pick
from idlib_wargame.rules.pack.scenario import Scenario
from idlib_wargame.rules.pack.seats import Seat
from idlib_wargame.rules.turn.habits import Bot
from tests.rules.agreements.bargains import (
    AID,
    BUILD,
    GIVE,
    SEATS,
    SHELL,
    WAIT,
    Game,
    act,
    offer,
    once,
    pack,
    restraint,
    unless,
    words,
)

LOW, HIGH = LoadedDice(otherwise=(1, 1)), LoadedDice(otherwise=(6, 6))  # 2 and 12 of a hundred
SHELLS = (Pick(SHELL, 1, "at_south"),)


def ordered(
    game: Game, *picks: Pick, faith: int = 100, seat: str = "north", dice: Dice = LOW
) -> list[str]:
    """What the seat's habit orders now, each as ``move`` or ``move/choice``."""
    actor = game.pack.actor_of[seat]
    habit = Habit("h", "Habit", seats={actor: picks}, bargains={actor: Manner(faith=faith)})
    orders = Bot(game.referee, habit).orders(game.state, seat, dice, game.ledger)
    return [f"{each.move}/{each.choice}".rstrip("/") for each in orders]


def bound(*offers: Offer, played: Scenario | None = None) -> Game:
    """An exercise in whose first turn these are signed."""
    game = Game(played)
    for each in offers:
        game.sign(each)
    return game


def test_what_was_promised_is_ordered_first_and_once() -> None:
    """It comes before what the habit leans to, which gets the slot that is left."""
    game = bound(offer(act("north", BUILD, 2), words("south", 2)))
    assert ordered(game, Pick(GIVE, 1), Pick(WAIT, 1))[0] == BUILD
    assert len(ordered(game, Pick(GIVE, 1), Pick(WAIT, 1))) == 2
    assert ordered(game) == [BUILD]


def test_one_of_several_ways_keeps_a_promise() -> None:
    """Once, in the way that the habit leans to; in any where it leans to none."""
    game = bound(offer(act("north", AID, 2)))
    assert ordered(game, Pick(AID, 5, "at_east"), Pick(GIVE, 1)) == ["aid/at_east", GIVE]
    assert len(ordered(game)) == 1
    once_only = bound(offer(act("north", AID, 2, "at_south")))
    assert ordered(once_only, Pick(AID, 5, "at_east"))[0] == "aid/at_south"


def test_one_order_keeps_two_promises() -> None:
    """What was promised twice over is ordered once."""
    game = bound(offer(act("north", BUILD, 2)), offer(act("north", BUILD, 3), to=("east",)))
    assert ordered(game, Pick(GIVE, 1)) == [BUILD, GIVE]


def test_what_was_promised_not_to_be_is_not_ordered() -> None:
    """Neither as the habit leans to it nor as one of all that is legal."""
    game = bound(offer(restraint("north", "no_force_on", 3, "south")))
    assert ordered(game, *SHELLS) == []
    anything = ordered(game, Pick("any", 1), dice=HIGH)
    assert len(anything) == 2
    assert "shell/at_south" not in anything
    assert ordered(game, Pick(SHELL, 1, "at_east")) == ["shell/at_east"]


@pytest.mark.parametrize(("faith", "keeps"), [(0, False), (100, True)])
def test_faith_decides(faith: int, keeps: bool) -> None:
    """With none it plays as if it had promised nothing, with all it always holds to it."""
    game = bound(offer(act("north", BUILD, 4), restraint("north", "no_force", 4)))
    rounds = 0
    for seed in range(20):
        dice = ProvableDice(seed_from_number(seed))
        told = ordered(game, *SHELLS, faith=faith, dice=dice)
        assert told == ([BUILD] if keeps else ["shell/at_south"])
        rounds += 1
    assert rounds == 20


def test_half_faith_keeps_about_half() -> None:
    """It is drawn for each term and each turn: kept now and then, the two not always together."""
    game = bound(offer(act("north", BUILD, 4), restraint("north", "no_force", 4)))
    kept = [
        (BUILD in told, "shell/at_south" not in told)
        for seed in range(200)
        if (told := ordered(game, *SHELLS, faith=50, dice=ProvableDice(seed_from_number(seed))))
        is not None
    ]
    assert len(set(kept)) == 4
    for place in (0, 1):
        assert 70 <= sum(each[place] for each in kept) <= 130


def test_what_waits_for_another_term_is_not_ordered_early() -> None:
    """Once the other is kept it is due from the next turn on."""
    game = bound(offer(act("south", GIVE, 3), act("north", BUILD, 4, link=once(0))))
    assert ordered(game) == []
    game.turn(("south", GIVE))
    assert ordered(game) == [BUILD]
    game.turn(("north", BUILD))
    assert ordered(game) == []


def test_what_another_term_makes_void_is_ordered_until_then() -> None:
    """Unless the other is kept, it is due."""
    game = bound(offer(act("south", GIVE, 3), act("north", BUILD, 4, link=unless(0))))
    assert ordered(game) == [BUILD]
    game.turn(("south", GIVE))
    assert ordered(game) == []


def test_who_declared_it_over_is_bound_no_more() -> None:
    """Not in the very turn in which it said so, though the others go on."""
    game = bound(
        offer(act("north", BUILD, 4), restraint("north", "no_force", 4), to=("south", "east"))
    )
    (key,) = game.ledger.cases
    game.turn()
    game.take(game.ledger.declared_over(key, "north", game.number))
    assert game.ledger[key].in_force
    assert ordered(game, *SHELLS) == ["shell/at_south"]


def test_what_others_promised_binds_nobody_else() -> None:
    """A term has one debtor."""
    game = bound(offer(act("south", BUILD, 4), restraint("south", "no_force", 4)))
    assert ordered(game, *SHELLS) == ["shell/at_south"]


def test_one_part_of_an_actor_sees_to_an_act_and_all_to_a_restraint() -> None:
    """Two seats of north: the first that may order it does, and neither uses force."""
    court = Seat("court", "Court", "#222222", part_of="north")
    army = Seat("army", "Army", "#111111", part_of="north")
    split = replace(pack(), seats=(court, army, *SEATS[1:]))
    game = bound(
        offer(act("north", BUILD, 4), restraint("north", "no_force", 4)),
        played=split,
    )
    assert ordered(game, *SHELLS, seat="court") == [BUILD]
    assert ordered(game, *SHELLS, seat="army") == []
