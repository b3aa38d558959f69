from __future__ import annotations

from pathlib import Path

import pytest

from idlib_wargame.packs.reader import PackReading
from idlib_wargame.rules.pack.seats import Arrangement
from idlib_wargame.session.seating import Seating
from idlib_wargame.views.setup.arranging import (
    arrangement_of,
    seat_counts,
    seated,
)
from idlib_wargame.views.setup.plan import Plan


@pytest.fixture
def plan(full: PackReading, tmp_path: Path) -> Plan:
    """Three seats with a name or two at each."""
    plan = Plan.for_pack(full, tmp_path)
    for seat, people in (("astra", ("A", "B")), ("borea", ("C",)), ("caldis", ("D",))):
        plan = plan.with_seat(Seating(seat, people))
    return plan


def who(plan: Plan) -> dict[str, tuple[tuple[str, ...], str]]:
    """People and player of each seat, as the exercise will have them."""
    return {each.seat: (each.people, each.played_by) for each in plan.to_setup().seating}


def test_one_seats_people_play_another_too(plan: Plan) -> None:
    """A seat that goes with another has that one's people, and its player."""
    two = plan.with_arrangement("two")
    assert who(two)["caldis"] == (("C",), "person")
    habit = two.with_seat(Seating("borea", (), "habit:cautious"))
    assert who(habit)["caldis"] == ((), "habit:cautious")


def test_a_split_actors_people_sit_at_its_first_part(plan: Plan) -> None:
    """Nobody is lost where a seat gives way to two, and control takes what is left to it."""
    assert who(plan.with_arrangement("four")) == {
        "astra_court": (("A", "B"), "person"),
        "astra_navy": ((), "person"),
        "borea": (("C",), "person"),
        "caldis": (("D",), "control"),
        "press": ((), "control"),
    }


@pytest.mark.parametrize("detour", [("two",), ("four",), ("two", "four"), ("four", "two")])
def test_coming_back_to_an_arrangement_finds_everyone(plan: Plan, detour: tuple[str, ...]) -> None:
    """Trying arrangements out costs no names."""
    tried = plan
    for arrangement in (*detour, "three"):
        tried = tried.with_arrangement(arrangement)
    assert who(tried) == who(plan)


def test_parts_come_together_with_all_their_people(plan: Plan) -> None:
    """Whoever was named at either part sits at the whole seat again."""
    four = plan.with_arrangement("four").with_seat(Seating("astra_navy", ("E",)))
    assert who(four.with_arrangement("three"))["astra"] == (("A", "B", "E"), "person")


def test_a_habit_stays_where_the_arrangement_says_nothing(plan: Plan) -> None:
    """What was chosen by hand is kept, also by the parts of a seat; what is given away is not."""
    habits = plan
    for seat in ("astra", "borea", "caldis"):
        habits = habits.with_seat(Seating(seat, (), "habit:cautious"))
    after = who(habits.with_arrangement("four"))
    assert [after[seat][1] for seat in ("astra_court", "astra_navy", "borea", "caldis")] == [
        "habit:cautious",
        "habit:cautious",
        "habit:cautious",
        "control",
    ]


def test_a_seat_whose_host_is_gone_keeps_itself() -> None:
    """A seat that goes with one that nobody set a place for is left as it is."""
    alone = (Seating("caldis", (), "with:borea"),)
    assert seated(alone) == alone


def test_seats_are_counted_over_all_arrangements(full: PackReading) -> None:
    """As few and as many as people may sit at."""
    assert full.scenario is not None
    assert seat_counts(full.scenario) == (2, 3)


def test_a_pack_without_arrangements_has_every_actor_at_its_seat(harbour: PackReading) -> None:
    """The empty arrangement gives nobody's seat away."""
    assert harbour.scenario is not None
    assert arrangement_of(harbour.scenario, "") == Arrangement("", "")
