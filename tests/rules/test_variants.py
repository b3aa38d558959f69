"""A pack as it is played: length, starting point, options, and actors shared by several seats."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from idlib_wargame.rules.dice import LoadedDice, ProvableDice
from idlib_wargame.rules.pack.course import Upkeep
from idlib_wargame.rules.pack.habits import Habit, Pick
from idlib_wargame.rules.pack.interactions import Joint, Principals
from idlib_wargame.rules.pack.moves import Table
from idlib_wargame.rules.pack.seats import Arrangement, Part
from idlib_wargame.rules.pack.variants import Option, OptionChoice, Setting, Start
from idlib_wargame.rules.result import Order
from idlib_wargame.rules.turn.habits import Bot
from idlib_wargame.rules.turn.orders import Refusal
from idlib_wargame.rules.turn.referee import Referee
from idlib_wargame.rules.variants import Variant, chosen, other_variants
from tests.rules.small import bands, does, move, scenario, when

PACK = scenario(
    move("call", "north", "south", effects=bands(does(peace=1))),
    move("treaty", "north", "east", effects=bands(does(peace=1))),
    move("raid", "north", table="military", effects=bands(does(arms=-1))),
    tables=(Table("diplomatic", "Diplomatic"), Table("military", "Military")),
    days_by_turns={2: 14},
    public_brief="All of you.",
    starts=(Start("war", "War", "", Setting({"peace": 1}), "It is war."),),
    options=(
        Option(
            "clock",
            "Clock",
            (
                OptionChoice("early", "Early"),
                OptionChoice("late", "Late", Setting(clocks={"winter": date(2020, 3, 1)})),
            ),
        ),
    ),
    arrangements=(
        Arrangement(
            "split",
            "Split",
            parts=(
                Part("north_palace", "north", "North (palace)", 1, ("diplomatic",)),
                Part("north_staff", "north", "North (staff)", 1, ("military",)),
            ),
        ),
    ),
    joints=(Joint(frozenset({"call"}), 1, "together"),),
    principals=(Principals("treaty", ("north", "east"), "An offer."),),
    upkeep=(Upkeep("u", when("turn.raid.north"), does(trade=-1), ""),),
)


def test_the_other_ways_differ_from_the_packs_own_in_one_thing_each() -> None:
    """Every start, every choice but an option's first, every other length, every arrangement."""
    pack = replace(PACK, turn_options=(2, 4, 8))
    ways = other_variants(pack)
    assert ways == (
        Variant(start="war"),
        Variant(options=(("clock", "late"),)),
        Variant(turns=2),
        Variant(turns=8),
        Variant(arrangement="split"),
    )
    assert [way.played(pack).turns for way in ways] == [4, 4, 2, 8, 4]
    assert Variant().played(pack) == pack


def test_a_first_choice_that_sets_something_is_a_way_of_its_own() -> None:
    """Where nobody chooses, nothing is set, so that such a choice has to be tried."""
    early = OptionChoice("early", "Early", Setting({"peace": 2}))
    pack = replace(PACK, options=(Option("clock", "Clock", (early,)),))
    assert Variant(options=(("clock", "early"),)) in other_variants(pack)


def test_length_sets_the_days_of_a_turn() -> None:
    """A short game plays in longer turns where the pack says so."""
    short = chosen(PACK, turns=2)
    assert (short.turns, short.turn_days, chosen(PACK, turns=3).turn_days) == (2, 14, 7)


def test_a_starting_point_sets_tracks_and_adds_to_the_brief() -> None:
    """Tracks begin where the start puts them, and everyone reads why."""
    played = chosen(PACK, start="war")
    opening = Referee(played).opening()
    assert (opening["peace"], opening["rung"], opening["arms"]) == (1, 1, 5)
    assert played.public_brief == "All of you.\n\nIt is war."


def test_an_option_moves_a_clock() -> None:
    """An option's choice sets what it names and leaves the rest."""
    assert Referee(chosen(PACK, options={"clock": "late"})).opening()["days_left.winter"] == 35
    assert Referee(chosen(PACK, options={"clock": "early"})).opening()["days_left.winter"] == 15


@pytest.mark.parametrize(
    "choice",
    [
        {"start": "peace"},
        {"options": {"weather": "cold"}},
        {"options": {"clock": "never"}},
        {"arrangement": "forty"},
    ],
)
def test_what_the_pack_does_not_have_is_refused(choice: dict[str, object]) -> None:
    """A choice that the pack does not have is a KeyError that names it."""
    with pytest.raises(KeyError):
        chosen(PACK, **choice)  # type: ignore[arg-type]  # a table of keywords


def test_two_seats_may_share_an_actor() -> None:
    """Each part orders from its own tables; counts, principals and allies go by the actor."""
    referee = Referee(chosen(PACK, arrangement="split"))
    state = referee.opening()
    assert {o.move for o in referee.legal(state, "north_palace")} == {"call", "treaty"}
    assert {o.move for o in referee.legal(state, "north_staff")} == {"raid"}
    wrong = Order("north_staff", "call")
    assert referee.desk.refusal(state, wrong) == Refusal(wrong, "not_yours")
    orders = [
        Order("north_palace", "treaty"),
        Order("east", "treaty"),
        Order("north_staff", "raid"),
    ]
    result = referee.adjudicate(state, orders, LoadedDice())
    assert result.cards[0].seats == ("north_palace", "east")
    assert result.cards[0].lapsed == ""
    assert result.state["trade"] == 4
    joint = referee.adjudicate(
        state, [Order("south", "call"), Order("north_palace", "call")], LoadedDice()
    )
    assert [card.shift for card in joint.cards] == [1]
    assert referee.scenario.actor_name("north") == "North"


def test_a_habit_plays_each_part_by_its_actors_leanings() -> None:
    """A habit for the actor serves its parts, each with what it may order."""
    referee = Referee(chosen(PACK, arrangement="split"))
    bot = Bot(referee, Habit("h", "H", seats={"north": (Pick("raid", 1), Pick("treaty", 9))}))
    dice = ProvableDice(bytes(32))
    assert bot.orders(referee.opening(), "north_staff", dice) == (Order("north_staff", "raid"),)
    assert bot.orders(referee.opening(), "north_palace", dice) == (Order("north_palace", "treaty"),)


def test_a_text_says_week_or_fortnight_as_the_exercise_is_long() -> None:
    """What a pack leaves open is said of turns of the chosen length, in every table of texts."""
    pack = replace(
        PACK,
        turn_word="week",
        words_by_turns={2: "fortnight"},
        summary="Decided $turn_word by ${turn_word}; the fare is $$turn_words.",
        moves=(
            move("wait", "north", summary="A quiet $turn_word."),
            *PACK.moves,
        ),
        minutes={"talks": 3},
    )
    usual, short = chosen(pack), chosen(pack, turns=2)
    assert usual.summary == "Decided week by week; the fare is $$turn_words."
    assert usual.moves[0].summary == "A quiet week."
    assert short.moves[0].summary == "A quiet fortnight."
    assert short.moves[1] is PACK.moves[0]  # what leaves nothing open is not copied
    assert chosen(usual, turns=2) == short


def test_a_change_to_a_pack_outlives_the_choice_of_a_length() -> None:
    """Whoever gives a pack another phase or start plays that one, open word or not."""
    pack = chosen(replace(PACK, turn_word="week", summary="A $turn_word."))
    changed = replace(pack, phases=("orders", "adjudication", "report"))
    assert chosen(changed, turns=2).phases == ("orders", "adjudication", "report")
    assert chosen(changed).summary == "A week."


def test_a_pack_that_leaves_no_word_open_is_not_copied() -> None:
    """It is the same pack, with nothing remembered beside it."""
    assert chosen(PACK).as_written is None
