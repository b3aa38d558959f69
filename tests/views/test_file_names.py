"""What files of an exercise are called."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from idlib_wargame.views.file_names import (
    default_group,
    file_name,
    folder_name,
    free_path,
    paper_name,
    read_alike,
    turn_in_name,
    with_ending,
)
from idlib_wargame.words.languages import ENGLISH, use_language


@pytest.fixture
def _made_up_language() -> Iterator[None]:
    use_language("xa")
    yield
    use_language(ENGLISH)


@pytest.mark.usefixtures("_made_up_language")
def test_a_group_that_nobody_named_is_the_same_on_every_computer() -> None:
    """The field is translated; the file's name is not."""
    assert default_group() != "Group A"
    assert file_name("Idlib", default_group()) == "Idlib, Group A"
    assert free_path(Path("nowhere"), "").name == "Exercise.wargame"


@pytest.mark.parametrize(
    ("parts", "name"),
    [
        (("Idlib", "Group B", "escalation", "turn 03"), "Idlib, Group B, escalation, turn 03"),
        (("Idlib", "", "russia", "read-ahead"), "Idlib, russia, read-ahead"),
        (("a/b: c?", "B\\2", "x*y"), "a b c, B 2, x y"),
        (("", "", "copy"), "copy"),
    ],
)
def test_a_name_says_exercise_group_and_what(parts: tuple[str, ...], name: str) -> None:
    """In that order, fit for every file system."""
    assert file_name(*parts) == name


def test_long_names_stay_apart() -> None:
    """The exercise's name gives way, and neither the group nor what it is."""
    names = {
        file_name("x" * 300, group, what, turn_in_name(turn))
        for group in ("Group A", "Group B")
        for what in ("escalation", "figures")
        for turn in (2, 10)
    }
    assert len(names) == 8
    assert all(len(name) <= 80 for name in names)


@pytest.mark.parametrize(
    ("typed", "path"),
    [
        ("chart", "chart.png"),
        ("chart.png", "chart.png"),
        ("chart.PNG", "chart.PNG"),
        ("Ex. 3", "Ex. 3.png"),
        ("v1.2", "v1.2.png"),
    ],
)
def test_a_dot_in_a_name_is_no_ending(typed: str, path: str) -> None:
    """What was typed stays, and what is missing is added."""
    assert with_ending(Path(typed), ".png") == Path(path)


@pytest.mark.parametrize("name", ["CON", "nul.txt", "com1", "Lpt9.x"])
def test_a_file_is_never_called_like_a_device_of_windows(name: str) -> None:
    """An exercise may be called so; its file could not be opened there."""
    assert free_path(Path("nowhere"), name).name.startswith("Exercise ")


def test_a_name_that_counts_few_letters_and_many_bytes_is_cut(tmp_path: Path) -> None:
    """Eighty signs of four bytes each are more than a file system takes."""
    path = free_path(tmp_path, "\N{SNOWMAN}\N{MOUNTAIN}" * 60)
    (path.parent / f"{path.name}-journal").write_text("fits")
    assert path.name.startswith("\N{SNOWMAN}\N{MOUNTAIN}")
    assert path.name.endswith(".wargame")


def test_nothing_unseen_turns_a_file_name_about() -> None:
    """A sign that turns the direction of text would show one ending for another."""
    assert file_name("Idlib\u202egnp.\x7f", "") == "Idlib gnp"


def test_names_that_a_file_cannot_tell_apart_are_known() -> None:
    """By capitals, by what is cut, or where nothing is left of one."""
    assert not read_alike(["United States", "Russia"])
    assert read_alike(["Russia", "RUSSIA"])
    assert read_alike(["The United States of America, navy", "The United States of America, army"])
    assert read_alike(["Russia", "???"])


@pytest.mark.parametrize(
    ("exercise", "group", "what", "name"),
    [
        ("Spring course", "Group B", ("Russia", "moves"), "Russia, moves, Spring course, Group B"),
        ("Idlib", "", ("Russia", "read-ahead"), "Russia, read-ahead, Idlib"),
        ("L" * 90, "Group B", ("Russia", "moves"), f"Russia, moves, {'L' * 56}, Group B"),
    ],
)
def test_a_paper_says_first_whose_it_is(
    exercise: str, group: str, what: tuple[str, ...], name: str
) -> None:
    """A list of files cuts long names at their end, where the exercise stands."""
    assert paper_name(exercise, group, *what) == name


@pytest.mark.parametrize(
    ("seat", "folder"), [("Russia", "Russia"), ("a/b", "a b"), ("con", "seat con"), ("??", "seat")]
)
def test_a_seats_folder_can_be_made_anywhere(seat: str, folder: str) -> None:
    """Also on Windows, where some names are devices."""
    assert folder_name(seat) == folder
