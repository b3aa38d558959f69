"""What a seat may order, why not, at what odds, and what a habit picks."""

from __future__ import annotations

from dataclasses import replace

import pytest

from idlib_wargame.rules.dice import LoadedDice, ProvableDice, seed_from_number
from idlib_wargame.rules.pack.habits import Habit, Pick
from idlib_wargame.rules.pack.moves import Choice, Table
from idlib_wargame.rules.pack.tracks import Track
from idlib_wargame.rules.result import Order
from idlib_wargame.rules.turn.habits import Bot
from idlib_wargame.rules.turn.orders import Refusal
from idlib_wargame.rules.turn.referee import Referee
from tests.rules.small import move, scenario, when

PACK = scenario(
    move("call", "north", "south", "east", modifiers=(("peace >= 5", 1), ("arms >= 5", 1))),
    move("raid", "north", table="military", needs="arms >= 6"),
    move("strike", "north", table="military"),
    move("shell", "north", table="military"),
    move("cede", "north", choices=(Choice("a", "A"), Choice("b", "B", when("peace >= 9")))),
    move(
        "accuse",
        "east",
        choices=(Choice("n", "N", targets=("north",)), Choice("e", "E", targets=("east",))),
    ),
    tables=(Table("diplomatic", "Diplomatic"), Table("military", "Military", 1)),
)
REFEREE = Referee(PACK)


def veiled(hidden: str, *seen_by: str) -> tuple[Track, ...]:
    """The tracks of the pack, one of them seen by some alone."""
    return tuple(
        replace(each, seen_by=frozenset(seen_by)) if each.id == hidden else each
        for each in PACK.tracks
    )


@pytest.mark.parametrize(
    ("orders", "kinds"),
    [
        ([Order("north", "call")], []),
        ([Order("north", "call"), Order("north", "strike")], []),
        ([Order("nobody", "call")], ["seat"]),
        ([Order("north", "fly")], ["move"]),
        ([Order("east", "strike")], ["not_yours"]),
        ([Order("north", "raid")], ["needs"]),
        ([Order("east", "accuse", "n")], []),
        ([Order("east", "accuse", "e")], ["at_itself"]),
        ([Order("north", "cede")], ["choice"]),
        ([Order("north", "cede", "b")], ["choice_needs"]),
        ([Order("north", "call"), Order("north", "call")], ["twice"]),
        ([Order("north", "strike"), Order("north", "shell")], ["table_full"]),
        (
            [Order("north", "call"), Order("north", "cede", "a"), Order("north", "strike")],
            ["too_many"],
        ),
        ([Order("north", "raid"), Order("north", "fly")], ["needs", "move"]),
    ],
)
def test_every_reason_against_is_given_at_once(orders: list[Order], kinds: list[str]) -> None:
    """What a seat wants to seal is refused for each thing that is wrong with it."""
    seat = orders[0].seat
    found = REFEREE.desk.refusals(REFEREE.opening(), seat, orders)
    assert [refusal.kind for refusal in found] == kinds


def test_another_seats_order_is_not_yours() -> None:
    """A seat cannot seal an order in another's name."""
    orders = [Order("east", "call")]
    found = REFEREE.desk.refusals(REFEREE.opening(), "north", orders)
    assert found == (Refusal(orders[0], "not_yours"),)


def test_legal_orders_come_in_the_packs_order() -> None:
    """A seat's legal orders leave out what its needs or its choice's forbid."""
    legal = REFEREE.legal(REFEREE.opening(), "north")
    assert [(o.move, o.choice) for o in legal] == [
        ("call", ""),
        ("strike", ""),
        ("shell", ""),
        ("cede", "a"),
    ]


def test_odds_count_only_what_the_seat_may_know() -> None:
    """A modifier that reads what the seat does not know is left out of its odds."""
    state = REFEREE.opening()
    order = Order("north", "call")
    assert REFEREE.desk.odds(state, order).need == 5
    hidden = Referee(replace(PACK, tracks=veiled("arms", "south")))
    assert hidden.desk.odds(state, order).need == 5
    assert hidden.desk_of("north").odds(state, order).need == 6
    assert hidden.desk_of("south").odds(state, Order("south", "call")).need == 5


def test_what_a_seat_may_not_know_closes_no_move_to_it() -> None:
    """North does not see arms: it may order the raid, which control knows to be of no use yet."""
    referee = Referee(replace(PACK, tracks=veiled("arms", "south")))
    state, raid = referee.opening(), Order("north", "raid")
    assert [each.kind for each in referee.desk.refusals(state, "north", [raid])] == ["needs"]
    assert referee.desk_of("north").refusals(state, "north", [raid]) == ()
    (card,) = referee.adjudicate(state, [raid], LoadedDice()).cards
    assert card.lapsed == "needs"
    (told,) = referee.sight("north").cards([card])
    assert told.lapsed == "hidden"


def test_only_what_a_seat_knows_to_fail_is_told_of_a_move_that_is_closed() -> None:
    """Of two things that a move needs, the reason names the one that may be known."""
    raid = move("raid", "north", needs="peace >= 9 and arms >= 6")
    referee = Referee(scenario(raid, tracks=veiled("arms", "south")))
    order = Order("north", "raid")
    refusal = referee.desk_of("north").refusal(referee.opening(), order)
    assert refusal == Refusal(order, "needs", when("peace >= 9"))


def test_a_second_fault_that_is_hidden_is_counted_nowhere() -> None:
    """How many orders a seat has, and the same one twice, are judged as ever."""
    referee = Referee(replace(PACK, tracks=veiled("arms", "south")))
    orders = [Order("north", "raid"), Order("north", "raid"), Order("north", "call")]
    found = referee.desk_of("north").refusals(referee.opening(), "north", orders)
    assert [refusal.kind for refusal in found] == ["twice", "too_many", "table_full"]


def test_a_habit_picks_by_weight_among_legal_orders() -> None:
    """Heavier leanings come more often, illegal ones never, and table limits hold."""
    picks = (Pick("call", 9), Pick("strike", 1), Pick("shell", 1), Pick("raid", 50))
    bot = Bot(REFEREE, Habit("h", "H", seats={"north": picks}))
    state = REFEREE.opening()
    first = []
    for number in range(200):
        orders = bot.orders(state, "north", ProvableDice(seed_from_number(number)))
        assert not REFEREE.desk.refusals(state, "north", orders)
        assert len(orders) == 2
        first.append(orders[0].move)
    assert "raid" not in first
    assert first.count("call") > first.count("strike") > 0


def test_a_seat_without_leanings_plays_any_legal_order() -> None:
    """A habit that does not name a seat picks for it at random among what is legal."""
    bot = Bot(REFEREE, Habit("h", "H"))
    state = REFEREE.opening()
    seen = {
        bot.orders(state, "north", ProvableDice(seed_from_number(n)))[0].move for n in range(60)
    }
    assert seen == {"call", "strike", "shell", "cede"}


def test_leanings_whose_condition_fails_are_left_aside() -> None:
    """A leaning counts only while its condition holds."""
    picks = (Pick("strike", 99, when=when("peace >= 9")), Pick("call", 1))
    bot = Bot(REFEREE, Habit("h", "H", seats={"north": picks}))
    orders = bot.orders(REFEREE.opening(), "north", ProvableDice(bytes(32)))
    assert orders[0].move == "call"
