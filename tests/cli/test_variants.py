"""How a pack is set up from the command line: starting point, options, length and arrangement."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from idlib_wargame.cli import main
from idlib_wargame.session.reading import read_session
from tests.packs.harbour import HARBOUR

FULL = HARBOUR.parent / "harbour_full"
WAYS: list[dict[str, Any]] = [
    {"start": "by_force", "options": {}, "turns": 4, "arrangement": ""},
    {"start": "late", "options": {}, "turns": 4, "arrangement": ""},
    {"start": "", "options": {"season": "treaty"}, "turns": 4, "arrangement": ""},
    {"start": "", "options": {}, "turns": 2, "arrangement": ""},
    {"start": "", "options": {}, "turns": 6, "arrangement": ""},
    {"start": "", "options": {}, "turns": 4, "arrangement": "three"},
    {"start": "", "options": {}, "turns": 4, "arrangement": "two"},
    {"start": "", "options": {}, "turns": 4, "arrangement": "four"},
]


def run(*words: str | Path | int) -> Result:
    """Run the command; no exception but its own exit may come out."""
    result = CliRunner().invoke(main, [str(word) for word in words])
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result


def checked(*words: str | int) -> dict[str, Any]:
    """The full pack played by the check, as programs read it."""
    play: dict[str, Any] = json.loads(run("check", FULL, "--play", *words, "--json").stdout)["play"]
    return play


def test_the_check_tries_every_start_option_length_and_arrangement() -> None:
    """Each value at least once, beside the pack's own way, however few sessions are asked for."""
    play = checked(2)
    tried = [{key: way[key] for key in WAYS[0]} for way in play["other_ways"]]
    assert tried == WAYS
    assert [way["sessions"] for way in play["other_ways"]] == [1] * len(WAYS)
    assert {each["turns"] for each in play["runs"]} == {4}


def test_the_check_says_what_it_tried_and_what_came_of_it() -> None:
    """A sentence says how much, and one a way how it ended."""
    result = run("check", FULL, "--play", 2)
    assert "8 other ways to set it up were tried as well, in 8 sessions." in result.stdout
    assert "In 1 session with “After the first shots”: “" in result.stdout
    assert "In 1 session with “End of the season”: “The treaty's own date”: “" in result.stdout
    assert "With them go 8 sessions by other ways to set the pack up." in result.stderr


def test_a_way_that_is_asked_for_is_played_alone() -> None:
    """With options, a length, a start and an arrangement every session is set up so."""
    play = checked(
        *(3, "--start", "by-force", "--option", "season=treaty", "--turns", 6),
        *("--arrangement", "four"),
    )
    assert play["other_ways"] == []
    assert play["turns"] == 6
    for each in play["runs"]:
        assert (each["start"], each["options"]) == ("by_force", {"season": "treaty"})
        assert (each["turns"], each["arrangement"], each["sessions"]) == (6, "four", 3)
        assert each["seats"]["astra_navy"]["turns"] == 18
        assert "astra" not in each["seats"]


def test_one_way_alone_proves_nothing_out_of_reach() -> None:
    """With every habit but one way, what never showed is told, and the code is 0."""
    result = run("check", FULL, "--play", 2, "--turns", 2)
    assert result.exit_code == 0
    assert "Played 2 sessions of 2 turns under each of" in result.stdout
    assert "the pack was set up in one way only" in result.stdout


def test_play_sets_the_exercise_up_as_it_is_told(tmp_path: Path) -> None:
    """The session file holds the start, the option, the length and the arrangement."""
    path = tmp_path / "late.wargame"
    result = run(
        *("play", FULL, "--seed", 5, "--out", path, "--start", "late", "--option"),
        *("season=treaty", "--turns", 2, "--arrangement", "two"),
    )
    assert result.exit_code == 0, result.output
    setup = read_session(path).moments[-1].play.setup
    assert (setup.start, dict(setup.options)) == ("late", {"season": "treaty"})
    assert (setup.turns, setup.arrangement) == (2, "two")
    shown = run("show", path).stdout
    assert "The starting point is “Late in the season”." in shown
    assert "“End of the season” is set to “" in shown
    assert "The seats are shared as “Two seats”." in shown
    told = json.loads(run("show", path, "--json").stdout)
    assert (told["start"], told["options"]) == ("late", {"season": "treaty"})
    assert told["arrangement"] == "two"


@pytest.mark.parametrize("command", [["play"], ["check", "--play", "2"]])
@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (
            ["--start", "early"],
            "Found starting point “early”, expected one of the pack's: by-force, late.",
        ),
        (["--option", "saison=ban"], "Found option “saison”, expected one of the pack's: season."),
        (
            ["--option", "season=never"],
            "Found “never” for option “season”, expected one of: ban, treaty.",
        ),
        (
            ["--option", "season"],
            "Found option “season” alone, expected season=VALUE with one of: ban, treaty.",
        ),
        (
            ["--option", "season=ban", "--option", "season=treaty"],
            "Found option “season” twice, expected it once.",
        ),
        (
            ["--arrangement", "nine"],
            "Found arrangement “nine”, expected one of the pack's: three, two, four.",
        ),
        (["--turns", "0"], "0 is not in the range"),
        (["--turns", "9999"], "9999 is not in the range"),
    ],
)
def test_a_value_that_the_pack_does_not_have_gets_a_sentence_with_those_it_has(
    command: list[str], words: list[str], sentence: str
) -> None:
    """One calm sentence and code 2; nothing is played."""
    result = run(*command, FULL, *words)
    assert result.exit_code == 2
    assert sentence in result.output


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (["--option", "season=ban"], "Found option “season”, expected one of the pack's: none"),
        (["--arrangement", "two"], "Found arrangement “two”, expected one of the pack's: none"),
        (["--start", "late"], "Found starting point “late”, expected one of the pack's: none"),
    ],
)
def test_a_pack_without_any_says_so(words: list[str], sentence: str) -> None:
    """A small pack has one way to be set up."""
    result = run("play", HARBOUR, *words)
    assert result.exit_code == 2
    assert sentence in result.output


@pytest.mark.parametrize("word", ["--option", "--start", "--arrangement", "--turns"])
def test_what_to_play_without_a_number_of_sessions_is_refused(word: str) -> None:
    """A check that does not play says which words ask it to."""
    result = run("check", FULL, word, "2")
    assert result.exit_code == 2
    assert "add --play and a number of sessions" in result.output
