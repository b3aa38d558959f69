"""Escalation in sentences."""

from __future__ import annotations

from datetime import date

import pytest

from idlib_wargame.packs.reader import PackReading
from idlib_wargame.rules.dice import LoadedDice
from idlib_wargame.rules.pack.scenario import Scenario
from idlib_wargame.rules.result import Card, Order
from idlib_wargame.rules.turn.referee import Referee
from idlib_wargame.words.escalation import (
    clock_words,
    flows_words,
    from_to_words,
    large_step_words,
    moved_words,
    mover_words,
    played_words,
    short_month,
    start_title,
    steps_words,
    turn_and_rung_words,
    turn_title,
)
from idlib_wargame.words.results import hostility_words


@pytest.fixture(scope="module")
def scenario(harbour: PackReading) -> Scenario:
    """The harbour pack."""
    assert harbour.scenario is not None
    return harbour.scenario


def card_of(scenario: Scenario, order: Order, dice: tuple[int, int]) -> Card:
    """What an order of the first turn comes to with these dice."""
    referee = Referee(scenario)
    thrown = LoadedDice(otherwise=dice)
    return referee.adjudicate(referee.opening(), (order,), thrown).cards[0]


@pytest.mark.parametrize(
    ("hundredths", "words"), [(-950, "+9.5"), (250, "−2.5"), (0, "0.0"), (-1000, "+10.0")]
)
def test_hostility_is_goldstein_turned(hundredths: int, words: str) -> None:
    """What is worse is more, with its sign."""
    assert hostility_words(hundredths) == words


@pytest.mark.parametrize(
    ("steps", "words"),
    [(2, "up 2 levels"), (1, "up 1 level"), (0, "no change"), (-1, "down 1 level")],
)
def test_steps_in_words(steps: int, words: str) -> None:
    """The way is said in a word, the rungs agree in number."""
    assert steps_words(steps) == words


def test_a_mover_says_who_what_and_how_it_came_out(scenario: Scenario) -> None:
    """One line an order, with what it cost."""
    card = card_of(scenario, Order("borea", "cut_nets"), (6, 5))
    expected = "Borea: Cut the other fleet's nets — strong success, severity 28"
    assert mover_words(scenario, card) == expected


def test_a_choice_is_named(scenario: Scenario) -> None:
    """An order with a choice says which."""
    card = card_of(scenario, Order("astra", "open_ground", "south"), (4, 4))
    assert mover_words(scenario, card).startswith(
        "Astra: Open one fishing ground to the others: The southern ground — "
    )


def test_what_the_chart_says_of_a_turn(scenario: Scenario) -> None:
    """Its dates, where it left the ladder, and both flows."""
    rung = scenario.rung_by_number[4]
    assert turn_title(scenario, 3) == "Turn 3 · 31 Mar – 13 Apr 2031"
    assert moved_words(rung, 2) == "4 Fighting at sea — up 2 levels"
    assert flows_words(30, -1040) == "Severity 30 · Hostility +10.4"
    assert flows_words(0, 250) == "Severity 0 · Hostility −2.5"


def test_what_the_pointer_is_on(scenario: Scenario) -> None:
    """Turn 0 is the start."""
    rung = scenario.rung_by_number[2]
    assert turn_and_rung_words(0, rung) == "Start: 2 Standoff"
    assert turn_and_rung_words(1, rung) == "Turn 1: 2 Standoff"


def test_days_on_the_chart() -> None:
    """Months have names of ours, whatever the machine's settings."""
    day = date(2031, 4, 20)
    assert start_title(day) == "Start · 20 Apr 2031"
    assert clock_words("End of the season", day) == "End of the season · 20 Apr"
    assert short_month(day) == "Apr 2031"


def test_beside_the_picture(scenario: Scenario) -> None:
    """How much was played, over which days, and the largest steps."""
    assert played_words(3, 8) == "3 of 8 turns"
    assert played_words(0, 1) == "0 of 1 turn"
    assert from_to_words(date(2031, 3, 3), date(2031, 3, 16)) == "3 Mar 2031 to 16 Mar 2031"
    rung = scenario.rung_by_number[4]
    assert large_step_words(2, rung, 2) == "Turn 2: Fighting at sea, up 2 levels"
