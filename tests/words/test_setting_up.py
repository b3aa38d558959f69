"""Setting an exercise up, in sentences."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, datetime

import pytest

from idlib_wargame.packs.reader import PackReading
from idlib_wargame.rules.pack.seats import Arrangement, Part
from idlib_wargame.words.dates import moment_words, stretch_words
from idlib_wargame.words.language import unmarked
from idlib_wargame.words.methods import method_inside, method_line, method_name
from idlib_wargame.words.setting_up import (
    also_in_words,
    arrangement_words,
    decided_words,
    duration_words,
    file_words,
    first_phase_words,
    overruled_words,
    own_start,
    seats_words,
    session_files_words,
    step_words,
    to_mend_words,
)


@pytest.mark.parametrize(
    ("arrangement", "words"),
    [
        (Arrangement("a", "A"), "Every actor has a seat of its own."),
        (Arrangement("a", "A", summary="As  ever.\n"), "As ever."),
        (
            Arrangement("a", "A", with_seat={"caldis": "borea"}),
            "The people of Borea play Caldis too.",
        ),
        (
            Arrangement("a", "A", control=("caldis", "borea")),
            "The facilitator plays Caldis and Borea.",
        ),
        (
            Arrangement("a", "A", parts=(Part("x", "astra", "X", 1), Part("y", "astra", "Y", 1))),
            "Astra is split into X and Y.",
        ),
    ],
)
def test_an_arrangement_in_words(
    harbour: PackReading, arrangement: Arrangement, words: str
) -> None:
    """The pack's words where it has some; otherwise what becomes of the actors."""
    assert harbour.scenario is not None
    assert arrangement_words(harbour.scenario, arrangement) == words


@pytest.mark.parametrize(
    ("counts", "words"),
    [((1,), "1 seat"), ((4,), "4 seats"), ((2, 3), "2 or 3 seats"), ((2, 3, 4), "2, 3 or 4 seats")],
)
def test_seats_are_counted(counts: Sequence[int], words: str) -> None:
    """As few and as many as a pack may be played with."""
    assert seats_words(counts) == words


def test_durations_say_only_what_there_is() -> None:
    """Whole hours have no minutes, and what nobody knows is not said."""
    assert duration_words(120) == "about 2 h"
    assert duration_words(30) == "about 30 min"
    assert duration_words(90) == "about 1 h 30 min"
    assert duration_words(0) == ""


def test_other_lengths_are_counted() -> None:
    """Beside the one that is proposed."""
    assert also_in_words([]) == ""
    assert also_in_words([6]) == "also in 6 turns"
    assert also_in_words([3, 8, 12]) == "also in 3, 8 or 12 turns"


def test_the_first_turn_starts_with_a_phase() -> None:
    """For so many minutes, where the pack has any."""
    assert first_phase_words(4, "talks", 0) == "Turn 1 of 4 starts with talks."
    assert first_phase_words(4, "injects", 1) == "Turn 1 of 4 starts with injects, 1 minute."
    assert first_phase_words(4, "talks", 10) == "Turn 1 of 4 starts with talks, 10 minutes."


@pytest.mark.parametrize("method", ["semi_rigid", "rigid", "free", "expected"])
def test_every_method_has_a_name_and_a_line(method: str) -> None:
    """Both are words for people, and the name stands among other facts too."""
    assert method_name(method) != method
    assert method_inside(method) == method_name(method).lower()
    assert len(method_line(method)) > 10
    assert not method_line(method).endswith(".")


def test_dice_are_spoken_of_where_there_are_some() -> None:
    """A method without dice has no fingerprint to record."""
    assert decided_words("rigid", "7F3A 91C2") == (
        "Dice decide; no rulings. "
        "The fingerprint of the dice, 7F3A 91C2, is recorded before turn 1."
    )
    assert decided_words("expected", "7F3A 91C2") == (
        "No dice: every order gets its likeliest result; the facilitator may rule otherwise and "
        "says why."
    )


def test_what_the_start_overrules() -> None:
    """One thing follows it, two follow it, and of nothing there is nothing to say."""
    assert overruled_words([]) == ""
    assert overruled_words(["A"]) == "“A” follows the starting point all the same."
    assert overruled_words(["A", "B"]) == "“A” and “B” follow the starting point all the same."


def test_days_of_an_exercise() -> None:
    """Months have names of ours, in full where there is room; a shared year is said once."""
    assert own_start(date(2031, 3, 3))[1] == "3 March 2031, with nothing changed."
    assert stretch_words(date(2031, 3, 3), date(2031, 4, 27)) == "3 Mar to 27 Apr 2031"
    assert stretch_words(date(2031, 3, 3), date(2032, 2, 29)) == "3 Mar 2031 to 29 Feb 2032"
    assert moment_words(datetime(2020, 2, 3, 16, 40)) == "3 February 2020, 16:40"


def test_problems_are_counted() -> None:
    """How much there is to mend."""
    assert to_mend_words(1, "draft") == "One thing to mend before “draft” can be played"
    assert to_mend_words(7, "draft") == "7 things to mend before “draft” can be played"


def test_a_step_is_read_aloud() -> None:
    """Its number, its name, whether it is done, and the answer."""
    assert step_words(1, "Pack", "done", "The Grey Bank") == "1. Pack, done. The Grey Bank"
    assert step_words(2, "Exercise", "now", "") == "2. Exercise, this page. "
    assert step_words(3, "Seats", "ahead", "") == "3. Seats, still to come. "


def test_the_dialogue_reads_the_ending_of_a_file() -> None:
    """Nothing but the ending stands in the parentheses, whatever the screen's direction."""
    assert session_files_words(".wargame") == "Sessions (*.wargame)"


@pytest.mark.parametrize(
    "folder", ["/home/facilitator/My exercises", r"C:\Users\Facilitator\Documents\Wargames"]
)
def test_a_folder_s_path_is_read_on_one_line(folder: str) -> None:
    """No line is broken behind a slash, a hyphen or a space of it, and no letter is changed."""
    words = file_words("course.wargame", folder)
    where = words.split(" is made in ")[1].split(". ")[0]
    assert not re.search(r"[/\\-](?!\N{WORD JOINER})| ", where)
    bare = where.replace("\N{WORD JOINER}", "").replace("\N{NO-BREAK SPACE}", " ")
    assert unmarked(bare) == folder


def test_a_very_long_path_may_be_broken() -> None:
    """It would be cut off else."""
    folder = "/home/facilitator" + "/a folder in a folder" * 5
    assert folder in file_words("course.wargame", folder)
