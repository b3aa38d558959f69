from __future__ import annotations

import hashlib
from dataclasses import replace
from pathlib import Path

import pytest

from idlib_wargame.packs.reader import PackReading
from idlib_wargame.session.seating import Seating
from idlib_wargame.session.session import Session
from idlib_wargame.views.file_names import file_name, free_path
from idlib_wargame.views.setup.plan import Plan


def test_a_fresh_plan_is_a_good_exercise(harbour: PackReading, tmp_path: Path) -> None:
    """Without an answer changed, people play the players' seats for the pack's own length."""
    plan = Plan.for_pack(harbour, tmp_path)
    setup = plan.to_setup()
    assert (setup.exercise, setup.turns, setup.method) == ("The Grey Bank", 4, "semi_rigid")
    assert {s.seat: s.played_by for s in setup.seating} == {
        "astra": "person",
        "borea": "person",
        "caldis": "person",
        "press": "control",
    }
    assert plan.path == tmp_path / "The Grey Bank, Group A.wargame"


def test_each_plan_throws_its_own_seed(harbour: PackReading, tmp_path: Path) -> None:
    """Two exercises set up alike do not share their dice."""
    first, second = (Plan.for_pack(harbour, tmp_path) for _ in range(2))
    assert first.seed != second.seed
    assert first.fingerprint == hashlib.sha256(first.seed).hexdigest()


def test_a_number_gives_the_same_dice_again(harbour: PackReading, tmp_path: Path) -> None:
    """Two plans from one number share a fingerprint; taking the number away throws afresh."""
    first, second = (Plan.for_pack(harbour, tmp_path).with_number(2020) for _ in range(2))
    assert first.seed == second.seed
    assert first.with_number(None).seed != first.seed


def test_one_seat_is_taken_otherwise(harbour: PackReading, tmp_path: Path) -> None:
    """Seating one seat leaves the others as they were."""
    before = Plan.for_pack(harbour, tmp_path)
    after = before.with_seat(Seating("borea", ("A. P.",), "person"))
    assert after.to_setup().of("borea").people == ("A. P.",)
    assert after.to_setup().of("astra") == before.to_setup().of("astra")


def test_a_pack_with_problems_makes_no_plan(harbour: PackReading, tmp_path: Path) -> None:
    """Only a pack that can be played can be set up."""
    with pytest.raises(ValueError, match="problems"):
        Plan.for_pack(replace(harbour, scenario=None), tmp_path)


@pytest.mark.parametrize(
    ("name", "file"),
    [
        ("Staff course", "Staff course.wargame"),
        ('a/b\\c:d*e?f"g<h>i|j', "a b c d e f g h i j.wargame"),
        ("...", "Exercise.wargame"),
        ("", "Exercise.wargame"),
        ("Übung 3", "Übung 3.wargame"),
    ],
)
def test_a_file_name_fits_every_file_system(tmp_path: Path, name: str, file: str) -> None:
    """Whatever the exercise is called, its file can be made."""
    path = free_path(tmp_path, name)
    path.touch()
    assert path.name == file


def test_a_long_name_makes_a_file_all_the_same(tmp_path: Path) -> None:
    """A name that no file system takes is cut."""
    path = free_path(tmp_path, "x" * 500)
    path.touch()
    assert path.suffix == ".wargame"


def test_no_file_is_ever_written_over(tmp_path: Path) -> None:
    """A second exercise of the same name has a file of its own."""
    for expected in ("A.wargame", "A (2).wargame", "A (3).wargame"):
        path = free_path(tmp_path, "A")
        assert path.name == expected
        path.touch()


@pytest.mark.parametrize(
    ("exercise", "group", "name"),
    [("Idlib", "Group B", "Idlib, Group B"), ("Idlib", "", "Idlib"), ("", "B", "B")],
)
def test_the_file_is_called_after_the_exercise(exercise: str, group: str, name: str) -> None:
    """Name and group, where there are both."""
    assert file_name(exercise, group) == name


def test_a_fresh_plan_keeps_what_the_pack_offers_first(full: PackReading, tmp_path: Path) -> None:
    """Nobody who changes nothing gets another start, option or arrangement than the pack's own."""
    plan = Plan.for_pack(full, tmp_path)
    setup = plan.to_setup()
    assert (setup.start, setup.options, setup.arrangement) == ("", {"season": "ban"}, "three")
    assert plan.played.clocks == plan.scenario.clocks
    assert plan.played.seats == plan.scenario.seats


def test_what_was_settled_is_what_is_played(full: PackReading, tmp_path: Path) -> None:
    """Length, start and options of the plan are those that the exercise has once it is begun."""
    plan = replace(
        Plan.for_pack(full, tmp_path), turns=2, start="by_force", options={"season": "treaty"}
    )
    session = Session.create(None, full, plan.to_setup(), plan.seed)
    assert (session.scenario.turns, session.scenario.turn_days) == (2, 28)
    assert {track.id: track.start for track in session.scenario.tracks}["calm"] == 2
    assert "Two boats did not come home." in session.scenario.public_brief
    assert session.scenario == plan.played


@pytest.mark.parametrize("arrangement", ["three", "two", "four"])
def test_every_arrangement_can_be_begun(
    full: PackReading, tmp_path: Path, arrangement: str
) -> None:
    """Each seat of an arrangement has somebody, and it is those seats that are waited for."""
    plan = Plan.for_pack(full, tmp_path).with_arrangement(arrangement)
    session = Session.create(None, full, plan.to_setup(), plan.seed)
    assert [each.seat for each in session.play.setup.seating] == [
        seat.id for seat in session.scenario.seats
    ]
    assert {each.played_by for each in session.play.setup.seating} <= {"person", "control"}
