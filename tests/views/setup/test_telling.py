from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from idlib_wargame.packs.reader import PackReading
from idlib_wargame.session.seating import Seating
from idlib_wargame.views.setup.plan import Plan
from idlib_wargame.views.setup.telling import (
    facts_of,
    seating_words,
    turns_offered,
    what_is_played,
    who_plays,
)
from idlib_wargame.words.setting_up import length_words, orders_words, turns_words


def test_lengths_are_said_in_days_and_hours(harbour: PackReading) -> None:
    """A facilitator reads which days are covered, and how long that takes to play."""
    scenario = harbour.scenario
    assert scenario is not None
    assert turns_offered(scenario) == (4, 6)
    assert length_words(scenario, 120) == "3 Mar to 27 Apr 2031 · about 2 h"
    assert length_words(replace(scenario, turns=26), 0).endswith("2032")
    assert length_words(replace(scenario, turns=26), 9).startswith("3 Mar 2031 to 29 Feb 2032")


def test_a_pack_without_minutes_has_no_duration(harbour: PackReading) -> None:
    """Nothing is said about a length that the pack does not know."""
    assert harbour.scenario is not None
    assert facts_of(replace(harbour.scenario, minutes={})) == (
        "3 seats · 4 turns of 14 days · also in 6 turns"
    )


def test_turns_are_said_with_their_days(full: PackReading) -> None:
    """Each length has turns of its own length, or else the pack's."""
    assert full.scenario is not None
    said = [turns_words(full.scenario, turns) for turns in turns_offered(full.scenario)]
    assert said == ["2 turns of 28 days", "4 turns of 14 days", "6 turns of 14 days"]
    assert turns_words(replace(full.scenario, days_by_turns={1: 1}), 1) == "1 turn of 1 day"


def test_facts_count_the_seats_of_all_arrangements(full: PackReading, harbour: PackReading) -> None:
    """Who looks for a pack reads how few and how many people it is for."""
    assert full.scenario is not None
    assert harbour.scenario is not None
    assert facts_of(full.scenario).startswith("2 or 3 seats · 4 turns of 14 days")
    assert facts_of(harbour.scenario).startswith("3 seats · 4 turns of 14 days")


def test_a_plan_is_summed_up_in_sentences(full: PackReading, tmp_path: Path) -> None:
    """Whatever was settled is said, whether or not it was changed."""
    plan = Plan.for_pack(full, tmp_path)
    # What belongs together stays on a line.
    time = "about 2 h 42 min".replace(" ", "\u00a0")
    assert what_is_played(plan) == [
        "The starting point is the pack’s own, on 3 March 2031.",
        "“End of the season” is set to “The ban in April”.",
        f"There are 4 turns of 14 days, from 3 Mar to 27 Apr 2031. The whole day takes {time}.",
        "The seats are shared out as “Three seats”. Every actor has a seat of its own.",
        "These may write 1 order of their own a turn, in place of a move: Astra, Borea.",
    ]
    plan = replace(plan.with_arrangement("four"), start="late", turns=2)
    assert what_is_played(plan)[0] == "The starting point is “Late in the season”."
    assert what_is_played(plan)[3].endswith(
        "Astra is split into Astra (palace) and Astra (navy). The facilitator plays Caldis."
    )


def test_an_option_that_the_start_overrules_says_so(full: PackReading, tmp_path: Path) -> None:
    """A starting point that sets the same date wins, and nobody is left to think otherwise."""
    plan = replace(Plan.for_pack(full, tmp_path), start="by_force")
    assert what_is_played(plan)[1] == (
        "“End of the season” is set to “The ban in April”. "
        "“End of the season” follows the starting point all the same."
    )


def test_a_pack_that_leaves_nothing_open_says_only_how_long(
    harbour: PackReading, tmp_path: Path
) -> None:
    """No sentence is about something that the pack does not have."""
    assert what_is_played(Plan.for_pack(harbour, tmp_path)) == [
        "There are 4 turns of 14 days, from 3 Mar to 27 Apr 2031. "
        "The whole day takes about\u00a02\u00a0h\u00a030\u00a0min."
    ]


@pytest.mark.parametrize(
    ("seating", "words"),
    [
        (Seating("caldis"), "People, no names yet"),
        (Seating("caldis", ("A", "B")), "A and B"),
        (Seating("caldis", (), "control"), "Facilitator"),
        (Seating("caldis", ("A",), "control"), "Facilitator: A"),
        (Seating("caldis", ("A",), "habit:cautious"), "Habit: Cautious"),
        (Seating("caldis", (), "habit:random"), "Habit: At random"),
        (Seating("caldis", ("A",), "with:borea"), "With Borea"),
    ],
)
def test_who_plays_a_seat(full: PackReading, tmp_path: Path, seating: Seating, words: str) -> None:
    """Each way to play a seat reads as one would say it."""
    assert who_plays(Plan.for_pack(full, tmp_path), seating) == words


def test_seats_are_counted_by_who_plays_them(full: PackReading, tmp_path: Path) -> None:
    """A seat that goes with another is nobody's seat of their own."""
    plan = Plan.for_pack(full, tmp_path)
    assert seating_words(plan) == "3 by people"
    assert seating_words(plan.with_arrangement("two")) == "2 by people"
    assert seating_words(plan.with_arrangement("four")) == "3 by people · 1 by the facilitator"


def test_a_part_says_what_it_may_order(full: PackReading, tmp_path: Path) -> None:
    """Whoever sits at half an actor reads which half; a whole one needs no such line."""
    played = Plan.for_pack(full, tmp_path).with_arrangement("four").played
    said = [orders_words(played, seat) for seat in played.seats]
    assert said[:3] == [
        "1 order a turn · Concessions, Diplomatic actions",
        "1 order a turn · At sea",
        "",
    ]
