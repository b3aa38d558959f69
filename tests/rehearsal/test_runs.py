"""What a played check plays: every habit the pack's own way, and every other way a little."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import date

import pytest

from idlib_wargame.rehearsal.runs import SHARE_OF_OTHERS, Part, Run, trials
from idlib_wargame.rules.pack.habits import Habit
from idlib_wargame.rules.pack.seats import Arrangement
from idlib_wargame.rules.pack.seats import Part as SeatPart
from idlib_wargame.rules.pack.variants import Option, OptionChoice, Setting, Start
from idlib_wargame.rules.variants import Variant
from tests.rehearsal.played import RANDOM, played, texts
from tests.rules.small import move, scenario

WAYS = replace(
    scenario(
        move("wait", "north", "south", "east"),
        turns=4,
        turn_options=(2, 4, 8),
        habits=(Habit("mild", "Mild"), RANDOM),
        starts=(Start("war", "War", "", Setting({"peace": 1})),),
    ),
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
        Arrangement("three", "Three"),
        Arrangement("split", "Split", parts=(SeatPart("palace", "north", "Palace", 1),)),
    ),
)
OTHERS = {
    Variant(start="war"),
    Variant(options=(("clock", "late"),)),
    Variant(turns=2),
    Variant(turns=8),
    Variant(arrangement="three"),
    Variant(arrangement="split"),
}
HABITS = ["mild", "random"]


def turns_of(parts: list[Part]) -> int:
    """How many turns the parts make in all."""
    return sum(part.run.variant.played(WAYS).turns * part.sessions for part in parts)


@pytest.mark.parametrize("sessions", [1, 10, 500])
def test_every_value_of_every_setting_is_played_at_least_once(sessions: int) -> None:
    """Starts, choices, lengths and arrangements, however few sessions are asked for."""
    counts: Counter[Variant] = Counter()
    for part in trials(WAYS, HABITS, sessions):
        counts[part.run.variant] += part.sessions
    assert set(counts) == OTHERS
    assert min(counts.values()) >= 1


def test_the_other_ways_take_a_share_of_the_turns_and_all_habits_play_them() -> None:
    """All of them together stay within their share, and a longer one is played less often."""
    parts = trials(WAYS, HABITS, 960)
    assert turns_of(parts) <= 960 * len(HABITS) * WAYS.turns * SHARE_OF_OTHERS
    assert turns_of(parts) >= 960 * len(HABITS) * WAYS.turns * SHARE_OF_OTHERS * 0.9
    by_run = {part.run: part.sessions for part in parts}
    assert len(by_run) == len(OTHERS) * len(HABITS)
    assert by_run[Run("mild", turns=2)] == 4 * by_run[Run("mild", turns=8)]


def test_with_few_sessions_the_habits_take_turns() -> None:
    """One session a way is not always the first habit's."""
    parts = trials(WAYS, HABITS, 1)
    assert Counter(part.run.habit for part in parts) == {"mild": 3, "random": 3}


def test_a_pack_without_other_ways_is_played_its_own_way_alone() -> None:
    """Nothing to try is no session more."""
    assert trials(scenario(move("wait", "north"), habits=(RANDOM,)), ["random"], 100) == []


def test_what_each_way_came_to_is_told_with_its_sessions() -> None:
    """A sentence a way, its settings named as the pack names them."""
    pack = replace(WAYS, outcomes=())
    rehearsals = played(pack, 4, trying=trials(pack, HABITS, 12))
    assert texts(rehearsals, "Other ways to set it up, under all habits together") == [
        f"In {count} with {way}: none of the pack's outcomes (100%)."
        for count, way in (
            ("1 session", "“War”"),
            ("1 session", "“Clock”: “Late”"),
            ("2 sessions", "2 turns"),
            ("1 session", "8 turns"),
            ("1 session", "“Three”"),
            ("1 session", "“Split”"),
        )
    ]


def test_a_run_is_named_with_all_that_is_not_the_packs_own() -> None:
    """By its habit, its start, and whatever else was set up."""
    rehearsals = played(WAYS, 1)
    assert rehearsals.name(Run("mild")) == "“Mild”"
    assert rehearsals.name(Run("mild", "war")) == "“Mild” from “War”"
    everything = Run("mild", "war", (("clock", "late"),), 8, "split")
    assert rehearsals.name(everything) == "“Mild” from “War” with “Clock”: “Late”, 8 turns, “Split”"
    assert rehearsals.name(Run("mild", turns=2)) == "“Mild” with 2 turns"


def test_only_a_whole_play_by_every_way_proves_anything_out_of_reach() -> None:
    """Each habit played the pack's own way leaves the other ways open."""
    assert not played(WAYS, 2).whole
    assert played(WAYS, 2, trying=trials(WAYS, HABITS, 2)).whole
    one_way = [Run(habit, "war") for habit in HABITS]
    assert not played(WAYS, 2, one_way).whole


def test_the_parts_of_a_shared_actor_are_told_by_their_own_names() -> None:
    """Played as “Split”, the seats are those that sit there, each with its own moves."""
    rehearsals = played(WAYS, 3, [Run("random", arrangement="split")])
    assert rehearsals.players == ("palace", "south", "east")
    assert texts(rehearsals, "Seats") == [
        f"{seat} had fewer than 6 moves to choose from in 100% of its turns; the fewest were 1, "
        "in turn 1 under “At random” with “Split”."
        for seat in ("Palace", "South", "East")
    ]
