"""A turn, resolved: steps, simultaneity, interactions, upkeep and the turn's end."""

from __future__ import annotations

import itertools
import json
from dataclasses import replace
from typing import Any

import pytest

from idlib_wargame.rules.decisions import Decisions
from idlib_wargame.rules.dice import Address, LoadedDice, ProvableDice
from idlib_wargame.rules.odds import Band
from idlib_wargame.rules.pack.course import Clause, Flag, Upkeep
from idlib_wargame.rules.pack.interactions import (
    Chance,
    Contest,
    Contradiction,
    Joint,
    Principals,
    Shift,
)
from idlib_wargame.rules.pack.moves import Choice, Event
from idlib_wargame.rules.pack.scenario import Scenario
from idlib_wargame.rules.result import Fired, Order, Release, Ruling, TurnResult
from idlib_wargame.rules.turn.referee import Referee
from tests.rules.small import bands, does, move, scenario, track, when

CALL = move("call", "north", "south", "east", effects=bands(does(peace=2), partial=does(peace=1)))
RAID = move("raid", "south", "east", step="fight", effects=bands(does(peace=-3)), tags=("attack",))
RAID_IN_TALKS = replace(RAID, step="talk")
SEVEN = LoadedDice(otherwise=(3, 4))


def adjudicated(pack: Scenario, *orders: Order, dice: Any = SEVEN, **more: Any) -> TurnResult:
    """One turn from the pack's opening."""
    referee = Referee(pack)
    return referee.adjudicate(referee.opening(), orders, dice, **more)


def test_a_card_explains_the_whole_result() -> None:
    """Target, each modifier, dice, margin, band and effects all stand on the card."""
    pack = scenario(replace(CALL, modifiers=move("x", modifiers=(("arms >= 5", 2),)).modifiers))
    card = adjudicated(pack, Order("north", "call")).cards[0]
    assert str(card.address) == "turn 1/talk/north/call"
    assert (card.target, card.shift, card.need, card.dice, card.margin) == (7, 2, 5, (3, 4), 2)
    assert card.fired == (Fired("modifier.call.1", 2),)
    assert card.band is Band.SUCCESS
    assert [(line.track, line.asked, line.through) for line in card.effects] == [("peace", 2, 2)]


def test_shifts_are_held_to_three() -> None:
    """However many modifiers fire, the odds shift by three at most."""
    many = move("x", modifiers=tuple(("peace", 1) for _ in range(5))).modifiers
    card = adjudicated(scenario(replace(CALL, modifiers=many)), Order("north", "call")).cards[0]
    assert (sum(fired.shift for fired in card.fired), card.shift) == (5, 3)


def test_within_a_step_nobody_sees_the_others_results() -> None:
    """Two calls of one step both read the peace the step began with."""
    needy = move("needy", "south", needs="peace <= 5", effects=bands(does(trade=1)))
    result = adjudicated(scenario(CALL, needy), Order("north", "call"), Order("south", "needy"))
    assert result.state["trade"] == 6


def test_a_later_step_reads_what_the_earlier_one_did() -> None:
    """An order whose need fails when its step begins lapses, and the card says so."""
    late = move("late", "south", step="fight", needs="peace <= 5")
    result = adjudicated(scenario(CALL, late), Order("south", "late"), Order("north", "call"))
    card = result.cards[1]
    assert card.lapsed == "needs"
    assert (card.band, card.dice, card.effects) == (None, None, ())


def test_a_choice_may_cease_to_be_open_before_its_step() -> None:
    """What a choice needs is read again as its step begins; the other choice is rolled."""
    cede = move(
        "cede",
        "north",
        step="fight",
        choices=(
            Choice("coast", "Coast", needs=when("peace >= 5")),
            Choice("hills", "Hills", needs=when("peace <= 4")),
        ),
    )
    pack = scenario(RAID_IN_TALKS, cede)
    raid = Order("east", "raid")
    coast = adjudicated(pack, raid, Order("north", "cede", "coast")).cards
    hills = adjudicated(pack, raid, Order("north", "cede", "hills")).cards
    assert [card.lapsed for card in (*coast, *hills)] == ["", "needs", "", ""]
    assert [card.final is None for card in (*coast, *hills)] == [False, True, False, False]


def test_only_if_is_read_when_orders_are_open() -> None:
    """An ambush that nobody walks into lapses at no cost, in the pack's own words."""
    ambush = move(
        "ambush",
        "north",
        effects=bands(does(arms=-1)),
        only_if=when("ordered.attack"),
        only_if_words="Nobody came.",
    )
    pack = scenario(ambush, RAID)
    alone = adjudicated(pack, Order("north", "ambush"))
    met = adjudicated(pack, Order("north", "ambush"), Order("east", "raid"))
    assert (alone.cards[0].lapsed, alone.state["arms"]) == ("only_if", 5)
    assert (met.cards[0].lapsed, met.state["arms"]) == ("", 4)


def test_tag_counts_reach_later_steps_and_turns() -> None:
    """Counts of this turn, last turn and in all, by seat and by result, are there to be read."""
    pack = scenario(
        RAID,
        upkeep=tuple(
            Upkeep(name, when(name), does(trade=by), "")
            for name, by in (
                ("turn.attack == 2", 1),
                ("turn.raid.east.success", 2),
                ("turn.attack.north", 90),
                ("last.attack", 90),
                ("total.attack.strong", 90),
            )
        ),
    )
    referee = Referee(pack)
    orders = [Order("east", "raid"), Order("south", "raid")]
    first = referee.adjudicate(referee.opening(), orders, SEVEN)
    assert first.state["trade"] == 8
    assert (first.state["turn.attack"], first.state["last.attack"]) == (0, 2)


def test_allies_who_order_the_same_move_roll_once() -> None:
    """North and South together roll one order with a shift; East rolls its own."""
    pack = scenario(CALL, joints=(Joint(frozenset({"call"}), 1, "together"),))
    orders = [Order(seat, "call") for seat in ("east", "south", "north")]
    result = adjudicated(pack, *orders)
    assert [(card.seats, card.shift) for card in result.cards] == [
        (("north", "south"), 1),
        (("east",), 0),
    ]


def test_a_move_of_two_principals_needs_both() -> None:
    """Ordered by one, a treaty stays an offer; ordered by both, it is rolled once."""
    treaty = move("treaty", "north", "east", effects=bands(does(peace=3)))
    pack = scenario(treaty, principals=(Principals("treaty", ("north", "east"), "An offer."),))
    alone = adjudicated(pack, Order("north", "treaty"))
    both = adjudicated(pack, Order("north", "treaty"), Order("east", "treaty"))
    assert (alone.cards[0].lapsed, alone.state["peace"]) == ("principals.treaty", 5)
    assert (len(both.cards), both.cards[0].seats, both.state["peace"]) == (1, ("north", "east"), 8)


def test_a_contradiction_halves_the_gain() -> None:
    """A truce called while bombing goes on gains half, and costs more besides."""
    row = Contradiction("c", "call", when("ordered.attack"), ("peace",), does(trade=-1), "bombs")
    result = adjudicated(
        scenario(CALL, RAID, contradictions=(row,)), Order("north", "call"), Order("east", "raid")
    )
    lines = result.cards[0].effects
    assert [(line.track, line.through, line.source) for line in lines] == [
        ("peace", 1, "contradiction.c"),
        ("trade", -1, "contradiction.c"),
    ]


@pytest.mark.parametrize(
    ("attack", "defence", "attack_band", "defence_band"),
    [
        ((5, 5), (3, 4), Band.STRONG, Band.PARTIAL),
        ((3, 4), (5, 5), Band.PARTIAL, Band.STRONG),
        ((4, 4), (4, 4), Band.PARTIAL, Band.SUCCESS),
        ((4, 4), (1, 2), Band.SUCCESS, Band.FAILURE),
    ],
)
def test_of_two_successes_the_greater_margin_stands(
    attack: tuple[int, int], defence: tuple[int, int], attack_band: Band, defence_band: Band
) -> None:
    """In a contest the lesser margin drops to partial; ties go to the defence."""
    hold = move("hold", "north", step="fight", tags=("defence",))
    pack = scenario(RAID, hold, contests=(Contest("c", "attack", "defence", "fought over"),))
    dice = LoadedDice({"turn 1/fight/east/raid": attack, "turn 1/fight/north/hold": defence})
    result = adjudicated(pack, Order("east", "raid"), Order("north", "hold"), dice=dice)
    by_move = {card.order.move: card for card in result.cards}
    assert by_move["raid"].band is attack_band
    assert by_move["hold"].band is defence_band


@pytest.mark.parametrize(
    ("peace", "dice", "arms"), [(5, (4, 4), 5), (5, (5, 5), 9), (2, (4, 4), 9)]
)
def test_a_chance_after_a_step(peace: int, dice: tuple[int, int], arms: int) -> None:
    """Two dice against the first target whose condition holds decide what a clash brings."""
    clash = Chance(
        "clash",
        "fight",
        when("turn.attack.success"),
        ((when("peace <= 1"), 8), (when(), 10)),
        does(arms=4),
        "armies meet",
    )
    mild = replace(RAID, effects=bands(does(peace=-1)))
    pack = scenario(mild, tracks=(track("peace", start=peace), track("arms")), chances=(clash,))
    loaded = LoadedDice({"turn 1/fight/chance/clash": dice})
    result = adjudicated(pack, Order("east", "raid"), dice=loaded)
    assert result.state["arms"] == arms
    assert result.after[0].dice == dice


def test_shifts_and_flags_bear_on_tagged_orders() -> None:
    """A catalyst lit at a turn's end shifts tagged orders of the next."""
    pack = scenario(
        replace(CALL, tags=frozenset({"deal"})),
        RAID,
        flags=(Flag("war", "War", when("peace <= 2"), "catalyst"),),
        flag_groups={"catalyst": "Pressure"},
        shifts=(Shift("s", frozenset({"deal"}), when("lit.catalyst >= 1"), -2, "war"),),
    )
    referee = Referee(pack)
    first = referee.adjudicate(referee.opening(), [Order("east", "raid")], SEVEN)
    second = referee.adjudicate(first.state, [Order("north", "call")], SEVEN)
    assert first.flags == ("war",)
    assert second.cards[0].shift == -2


def test_a_choice_adds_its_tags_effects_and_targets() -> None:
    """Picking a choice adds what it does, counts its tags and aims the event."""
    hand_over = move(
        "hand_over",
        "north",
        effects=bands(does(trade=1)),
        events=(Event("0874", "Retreat", 1000, ("south",)),),
        choices=(
            Choice("coast", "The coast", when(), frozenset({"coast"}), bands(does(arms=1))),
            Choice("hills", "The hills", targets=("east",), effects=bands(does(arms=-1))),
        ),
    )
    pack = scenario(hand_over, upkeep=(Upkeep("u", when("turn.coast"), does(peace=1), ""),))
    coast = adjudicated(pack, Order("north", "hand_over", "coast"))
    hills = adjudicated(pack, Order("north", "hand_over", "hills"))
    assert [coast.state[name] for name in ("trade", "arms", "peace")] == [6, 6, 6]
    assert [hills.state[name] for name in ("trade", "arms", "peace")] == [6, 4, 5]
    assert coast.cards[0].events[0].targets == ("south",)
    assert hills.cards[0].events[0].targets == ("east",)
    assert str(hills.cards[0].address) == "turn 1/talk/north/hand_over/hills"


def test_effects_on_one_track_stand_on_one_line() -> None:
    """What a strong success adds to a track is told together with what success does."""
    call = replace(CALL, effects=bands(does(peace=1), strong=does(peace=2)))
    dice = LoadedDice(otherwise=(6, 6))
    card = adjudicated(scenario(call), Order("north", "call"), dice=dice).cards[0]
    assert [(line.track, line.through) for line in card.effects] == [("peace", 3)]


@pytest.mark.parametrize(
    ("dice", "flow"), [((3, 4), -950), ((3, 3), -570), ((1, 2), -285), ((1, 1), -285)]
)
def test_the_goldstein_flow_is_scaled_by_the_result(dice: tuple[int, int], flow: int) -> None:
    """Success counts whole, partial six tenths, a failed attempt three; severity in full."""
    raid = replace(RAID, severity="violent", events=(Event("196", "Violate", -950),))
    result = adjudicated(scenario(raid), Order("east", "raid"), dice=LoadedDice(otherwise=dice))
    assert (result.goldstein, result.severity) == ({"east": flow}, {"east": 28})


def test_the_turns_end_comes_in_order() -> None:
    """Upkeep reads the orders' end together; conversions follow one by one; then flags, ladder."""
    pack = scenario(
        CALL,
        upkeep=(
            Upkeep("a", when("peace >= 7"), does(peace=-4), "wears"),
            Upkeep("b", when("peace >= 7"), does(trade=1), "pays"),
        ),
        conversions=(
            Upkeep("c", when("trade >= 6"), does(trade=-6, arms=1), "buys"),
            Upkeep("d", when("arms >= 6"), does(arms=1), "more"),
        ),
        clauses=(Clause("k", "K", (), (), when("arms >= 9"), when("arms >= 7"), when("arms")),),
    )
    result = adjudicated(pack, Order("north", "call"))
    assert [row.row for row in result.after] == [
        "upkeep.a",
        "upkeep.b",
        "conversion.c",
        "conversion.d",
    ]
    state = result.state
    assert [state[name] for name in ("peace", "trade", "arms", "clause.k")] == [3, 0, 7, 2]
    assert (result.rung, state["rung"], state["turn"], state["even_turn"]) == (1, 1, 2, 1)
    assert state["days_left.winter"] == 8


def test_a_ruling_stands_in_place_of_the_table_and_keeps_it() -> None:
    """The facilitator's band brings the effects; the table's band, dice and margin stay there."""
    pack = scenario(CALL, move("second", "east", step="fight", needs="peace >= 7"))
    ruling = Ruling(Band.FAILURE, "facilitator", "the line was cut")
    orders = (Order("north", "call"), Order("east", "second"))
    result = adjudicated(
        pack, *orders, decided=Decisions({Address(1, "talk", "north", "call"): ruling})
    )
    card = result.cards[0]
    assert (card.band, card.final, card.dice) == (Band.SUCCESS, Band.FAILURE, (3, 4))
    assert result.state["peace"] == 5
    assert result.cards[1].lapsed


def test_without_dice_each_order_gets_its_likeliest_band() -> None:
    """Expected value throws nothing and gives the most probable band."""
    card = adjudicated(scenario(CALL), Order("north", "call"), dice=None).cards[0]
    assert (card.dice, card.margin, card.band) == (None, None, Band.SUCCESS)


def test_submitting_order_never_changes_a_result() -> None:
    """Every permutation of the same orders gives the same turn."""
    pack = scenario(
        CALL,
        RAID,
        move("hold", "north", step="fight", tags=("defence",)),
        joints=(Joint(frozenset({"call", "raid"}), 1, "together"),),
        contests=(Contest("c", "attack", "defence", "x"),),
    )
    orders = [
        Order("north", "call"),
        Order("south", "call"),
        Order("east", "raid"),
        Order("south", "raid"),
        Order("north", "hold"),
    ]
    dice = ProvableDice(bytes(32))
    results = [adjudicated(pack, *each, dice=dice) for each in itertools.permutations(orders)]
    assert all(result == results[0] for result in results)


def test_a_result_reads_back_from_its_json() -> None:
    """Writing a result to JSON and reading it again gives the same value."""
    pack = scenario(CALL, RAID, upkeep=(Upkeep("u", when(), does(arms=-1), "w"),))
    ruling = {
        Address(1, "talk", "north", "call"): Ruling(
            Band.STRONG, "facilitator", "why", Release.HOT_WASH
        )
    }
    orders = (Order("north", "call"), Order("east", "raid"))
    result = adjudicated(pack, *orders, decided=Decisions(ruling))
    text = json.dumps(result.to_json())
    assert TurnResult.from_json(json.loads(text), Referee(pack).layout) == result


def test_nothing_ordered_is_a_turn_too() -> None:
    """A turn without orders still ends: the clock runs and the next turn begins."""
    result = adjudicated(scenario(CALL))
    assert (result.cards, result.state["turn"]) == ((), 2)
