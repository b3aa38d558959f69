"""What a seat may order, why not, at what odds, and what a habit picks."""

from __future__ import annotations

from collections import Counter

import pytest

from idlib_wargame.rules.dice import ProvableDice, seed_from_number
from idlib_wargame.rules.pack.habits import Habit, Pick
from idlib_wargame.rules.pack.moves import Choice, Table
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
        choices=(
            Choice("n", "N", targets=("north",)),
            Choice("e", "E", targets=("east",)),
            Choice("both", "Both", targets=("north", "east")),
        ),
    ),
    tables=(Table("diplomatic", "Diplomatic"), Table("military", "Military", 1)),
)
REFEREE = Referee(PACK)


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
        ([Order("east", "accuse", "both")], ["at_itself"]),
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


def test_nobody_is_offered_a_choice_whose_targets_include_them() -> None:
    """Alone or among others: neither a seat's list nor a bot's has it."""
    legal = REFEREE.legal(REFEREE.opening(), "east")
    assert [(o.move, o.choice) for o in legal] == [("call", ""), ("accuse", "n")]
    picks = (Pick("accuse", 5), Pick("accuse", 9, "both"))
    blames_itself = Habit("blames", "Blames", seats={"east": picks})
    dice = ProvableDice(seed_from_number(1))
    orders = Bot(REFEREE, blames_itself).orders(REFEREE.opening(), "east", dice)
    assert {o.choice for o in orders if o.move == "accuse"} == {"n"}


def test_odds_count_every_modifier_that_holds() -> None:
    """Control reads a pack's odds as they stand, whoever may know what they hang on."""
    assert REFEREE.desk.odds(REFEREE.opening(), Order("north", "call")).need == 5


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


def test_a_habit_that_names_nobody_plays_any_legal_order() -> None:
    """Playing at random is a habit without seats, as the shipped one is."""
    bot = Bot(REFEREE, Habit("h", "H"))
    state = REFEREE.opening()
    seen = {
        bot.orders(state, "north", ProvableDice(seed_from_number(n)))[0].move for n in range(60)
    }
    assert seen == {"call", "strike", "shell", "cede"}


def every_order(bot: Bot, seat: str, plays: int = 300) -> list[tuple[Order, ...]]:
    """What the bot orders from the opening, with so many seeds."""
    return [
        bot.orders(REFEREE.opening(), seat, ProvableDice(seed_from_number(number)))
        for number in range(plays)
    ]


@pytest.mark.parametrize(
    "picks",
    [
        (Pick("call", 3),),
        (Pick("call", 3), Pick("raid", 9)),
        (Pick("call", 3), Pick("strike", 9, when=when("peace >= 9"))),
        (Pick("call", 3), Pick("cede", 9, "b")),
    ],
)
def test_a_peaceful_habit_never_plays_what_it_does_not_name(picks: tuple[Pick, ...]) -> None:
    """With its picks used up or not legal the second order stays empty: nothing fills it."""
    bot = Bot(REFEREE, Habit("h", "H", seats={"north": picks}))
    assert set(every_order(bot, "north")) == {(Order("north", "call"),)}


@pytest.mark.parametrize("picks", [(), (Pick("raid", 9),), (Pick("pass", 1),)])
def test_a_seat_with_nothing_to_pick_orders_nothing(picks: tuple[Pick, ...]) -> None:
    """With no pick, none that is legal, or only a pass, a seat leaves every order empty."""
    bot = Bot(REFEREE, Habit("h", "H", seats={"north": picks}))
    assert set(every_order(bot, "north")) == {()}


def test_a_seat_that_a_habit_leaves_out_orders_nothing() -> None:
    """A habit that names some seats plays nothing weighty for the others by accident."""
    bot = Bot(REFEREE, Habit("h", "H", seats={"south": (Pick("call", 1),)}))
    assert set(every_order(bot, "north")) == {()}
    assert set(every_order(bot, "south")) == {(Order("south", "call"),)}


def test_a_pass_takes_an_order_as_often_as_it_weighs() -> None:
    """Of two orders each is left empty half the time; one passed by leaves the next to be drawn."""
    picks = (Pick("strike", 1), Pick("call", 1), Pick("pass", 2))
    bot = Bot(REFEREE, Habit("h", "H", seats={"north": picks}))
    counts = Counter(len(orders) for orders in every_order(bot, "north", 600))
    assert set(counts) == {0, 1, 2}
    # None: 1/2 by 1/2. Two: 1/2, then 1/3, as one move is used up.
    assert counts[0] == pytest.approx(150, abs=45)
    assert counts[2] == pytest.approx(100, abs=40)


def test_an_explicit_any_plays_every_legal_order() -> None:
    """A pick of any comes to whatever is legal, each as likely as the next, by its weight."""
    picks = (Pick("any", 4), Pick("call", 4))
    bot = Bot(REFEREE, Habit("h", "H", seats={"north": picks}))
    first = Counter(orders[0].move for orders in every_order(bot, "north", 800))
    assert set(first) == {"call", "strike", "shell", "cede"}
    assert first["call"] == pytest.approx(500, abs=60)


def test_a_move_with_seven_choices_weighs_no_more_than_its_pick() -> None:
    """A pick's weight is the move's, shared among the choices that are legal then."""
    places = tuple(Choice(f"place_{number}", f"Place {number}") for number in range(6))
    closed = Choice("closed", "Closed", when("peace >= 9"))
    referee = Referee(
        scenario(
            move("call", "north"),
            move("cede", "north", choices=(*places, closed)),
            orders_per_turn=1,
        )
    )
    bot = Bot(referee, Habit("h", "H", seats={"north": (Pick("call", 5), Pick("cede", 5))}))
    seen = Counter(
        order.choice
        for number in range(1200)
        for order in bot.orders(referee.opening(), "north", ProvableDice(seed_from_number(number)))
    )
    assert seen[""] == pytest.approx(600, abs=70)
    assert set(seen) == {"", *(choice.id for choice in places)}
    assert all(seen[choice.id] == pytest.approx(100, abs=40) for choice in places)


def test_leanings_whose_condition_fails_are_left_aside() -> None:
    """A leaning counts only while its condition holds."""
    picks = (Pick("strike", 99, when=when("peace >= 9")), Pick("call", 1))
    bot = Bot(REFEREE, Habit("h", "H", seats={"north": picks}))
    orders = bot.orders(REFEREE.opening(), "north", ProvableDice(bytes(32)))
    assert orders[0].move == "call"
