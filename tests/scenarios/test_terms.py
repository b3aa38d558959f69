"""The bargain's terms in the order in which the paper has them, and said as they happened."""

from __future__ import annotations

from dataclasses import replace

import pytest

from idlib_wargame.rules.conditions.compiling import compile_test
from idlib_wargame.rules.dice import LoadedDice
from idlib_wargame.rules.result import Order, TurnResult
from idlib_wargame.rules.state import State
from idlib_wargame.rules.turn.referee import Referee
from idlib_wargame.words.situation import level_words
from tests.scenarios.played import pack

WELL = LoadedDice(otherwise=(6, 5))
JUST_SHORT = LoadedDice(otherwise=(3, 4))


def begun(**start: int) -> tuple[Referee, State]:
    """The pack at its opening, but for some tracks and counters."""
    tracks = tuple(replace(row, start=start.get(row.id, row.start)) for row in pack().tracks)
    referee = Referee(replace(pack(), tracks=tracks))
    return referee, referee.opening()


def after(*orders: Order, dice: LoadedDice = WELL, **start: int) -> TurnResult:
    """What one turn with those orders comes to."""
    referee, state = begun(**start)
    return referee.adjudicate(state, list(orders), dice)


def test_posts_stay_until_the_army_holds_the_road() -> None:
    """Turkey may take them out once the south is behind the line, or when they are cut off."""
    order = Order("turkey", "withdraw_posts")
    held = {m5: begun(m5=m5) for m5 in (2, 3)}
    assert [referee.desk.refusal(state, order) is None for referee, state in held.values()] == [
        False,
        True,
    ]
    referee, state = begun(m5=2, posts_besieged=4)
    assert referee.desk.refusal(state, order) is None


def test_nothing_is_carried_out_before_a_road_has_passed() -> None:
    """An announced deal with a zone waits for the first stage; with a stretch given it goes on."""
    road = Order("turkey", "hand_over_segment", "m4")
    for orders, stage in (((), 4), ((road,), 5)):
        state = after(*orders, deal=4, zone=3, channel=4, opp_trust=6).state
        assert state["deal"] == stage


@pytest.mark.parametrize("dice", [WELL, JUST_SHORT])
def test_a_declared_zone_reads_as_declared(dice: LoadedDice) -> None:
    """However well it went, the track no longer says that the zone is being talked about."""
    order = Order("turkey", "declare_zone")
    state = after(order, dice=dice, zone=1, turkish_force=5).state
    assert state["zone_unilateral"] == 1
    zone = pack().track_by_id["zone"]
    assert level_words(zone, state["zone"]) == "declared or agreed"


def test_stocks_open_short() -> None:
    """Moscow makes up a shortage, and the first flights end it."""
    _, state = begun()
    stocks = pack().track_by_id["stocks"]
    assert level_words(stocks, state["stocks"]) == "short"
    assert level_words(stocks, state["stocks"] + 1) == "sufficient"


def test_moscow_can_answer_washington() -> None:
    """Held up against it, a truce that holds undoes what an American week has gained."""
    room = Order("united_states", "operations_room")
    answer = Order("russia", "keep_washington_out")
    assert after(room, us_return=5, truce=6).state["us_return"] == 6
    assert after(room, answer, us_return=5, truce=6).state["us_return"] == 5


def test_ankara_can_ask_for_what_it_wanted_of_the_truce() -> None:
    """Its factions draw breath, and believe in it a little more."""
    state = after(Order("turkey", "ask_for_respite"), opp_strength=3, opp_trust=4).state
    assert (state["opp_strength"], state["opp_trust"]) == (4, 5)


def test_the_two_armies_can_share_the_peace_spring_strip() -> None:
    """It carries the channel at the cost of the SDF, and the factions hear of it."""
    order = Order("damascus", "security_cooperation")
    state = after(order, channel=3, sdf=7, opp_trust=6).state
    assert (state["channel"], state["sdf"], state["opp_trust"]) == (4, 6, 5)


@pytest.mark.parametrize(
    ("dice", "spared"), [(WELL, False), (JUST_SHORT, False), (LoadedDice(otherwise=(1, 2)), True)]
)
def test_missiles_that_came_in_part_have_come(dice: LoadedDice, spared: bool) -> None:
    """Moscow wants none delivered: half of what was promised is some, and a failure is none."""
    order = Order("united_states", "supply_anti_tank")
    referee, state = begun(us_return=7)
    aim = next(aim for aim in pack().aims if aim.id == "russia_no_missiles")
    met = compile_test(aim.when, referee.layout.index)
    assert met(state.row)
    result = referee.adjudicate(state, [order], dice)
    assert result.cards[0].final is not None
    assert met(result.state.row) is spared


def test_a_garrison_comes_out_by_its_own_decision() -> None:
    """Where no order of Ankara's brings a post out, nobody reads that it was Ankara's."""
    referee, state = begun(posts_besieged=6)
    state = referee.adjudicate(state, [], None).state
    result = referee.adjudicate(state, [], None)
    assert "upkeep.garrisons_brought_out" in [after.row for after in result.after]
    why = next(row.why for row in pack().upkeep if row.id == "garrisons_brought_out")
    assert "without waiting for Ankara" in why
