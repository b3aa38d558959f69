"""``check --play``: what it prints of a pack that it played, and its exit codes."""

from __future__ import annotations

import json
import shutil
import signal
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from idlib_wargame.cli import main
from tests.conftest import HARBOUR

SESSIONS = 60


def run(*words: str | Path | int) -> Result:
    """Run the command; no exception but its own exit may come out."""
    result = CliRunner().invoke(main, [str(word) for word in words])
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    assert "Traceback" not in result.output
    return result


def changed(tmp_path: Path, file: str, old: str, new: str) -> Path:
    """The harbour pack with one change, and without the rung that another hides."""
    pack = tmp_path / "pack"
    shutil.copytree(HARBOUR, pack)
    for name, before, after in (
        ("escalation.yaml", "when: talks >= 4 and calm >= 7}", "when: calm >= 6}"),
        (
            "escalation.yaml",
            "name: Watchful peace, when: calm >= 6}",
            "name: Peace, when: calm <= 7}",
        ),
        (file, old, new),
    ):
        text = (pack / name).read_text(encoding="utf-8")
        assert before in text
        (pack / name).write_text(text.replace(before, after, 1), encoding="utf-8")
    return pack


@pytest.fixture
def sound(tmp_path: Path) -> Path:
    """A pack in which everything can be reached."""
    return changed(tmp_path, "pack.yaml", "title: The Grey Bank", "title: The Green Bank")


@pytest.fixture(scope="module")
def answer() -> dict[str, Any]:
    """The harbour pack played, as programs read it."""
    play: dict[str, Any] = json.loads(run("check", HARBOUR, "--play", SESSIONS, "--json").stdout)
    return play


def test_a_sound_pack_is_played_and_told_in_sentences_then_tables(sound: Path) -> None:
    """The likeliest ending comes before the tables, and the exit code is 0."""
    result = run("check", sound, "--play", 300)
    assert result.exit_code == 0
    assert "Played 300 sessions of 4 turns under each of 2 habits" in result.stdout
    assert "Every outcome and every move was reached. What follows" in result.stdout
    sentence = result.stdout.index("Under “Cautious” the likeliest ending is “The bank is shared”")
    assert sentence < result.stdout.index("Outcomes: share of sessions")
    assert "C01 “Open one fishing ground to the others”" in result.stdout


@pytest.mark.parametrize(
    ("file", "old", "new", "sentence"),
    [
        (
            "moves/diplomatic.yaml",
            "needs: talks <= 4",
            "needs: talks >= 9",
            "D01 “Call the three ministers together” was never legal.",
        ),
        (
            "outcomes.yaml",
            "when: rung >= 4 and lit.alarm >= 1",
            "when: rung >= 9",
            "The outcome “War over fish” was never reached.",
        ),
    ],
)
def test_what_cannot_be_reached_is_said_first_and_gives_exit_code_1(
    tmp_path: Path, file: str, old: str, new: str, sentence: str
) -> None:
    """A move that is never legal, an outcome that is never reached: one plain sentence."""
    result = run("check", changed(tmp_path, file, old, new), "--play", SESSIONS)
    assert result.exit_code == 1
    assert result.stdout.index("Never reached\n") < result.stdout.index(sentence)
    assert result.stdout.index(sentence) < result.stdout.index("\nEndings\n")


def test_the_answer_for_programs_adds_up(answer: dict[str, Any]) -> None:
    """Every run has its sessions, and shares of outcomes add up to all."""
    assert answer["problems"] == []
    play = answer["play"]
    assert [each["habit"] for each in play["runs"]] == ["cautious", "random"]
    for each in play["runs"]:
        assert each["sessions"] == SESSIONS
        outcomes = each["outcomes"].values()
        assert sum(outcome["count"] for outcome in outcomes) + each["no_outcome"] == SESSIONS
        assert each["seats"]["press"]["turns"] == SESSIONS * play["turns"]
        for move in each["moves"].values():
            assert move["legal"] <= move["seat_turns"]
            assert sum(move["bands"].values()) + move["lapsed"] <= move["ordered"]
    assert answer["well"] is not any(finding["fault"] for finding in play["findings"])


def test_the_same_seed_gives_the_same_answer(answer: dict[str, Any]) -> None:
    """By default the sessions have seeds from 1; other seeds give other figures."""
    words = ("check", HARBOUR, "--play", SESSIONS, "--json", "--seed")
    assert json.loads(run(*words, 1).stdout) == answer
    assert json.loads(run(*words, 1000).stdout)["play"]["runs"] != answer["play"]["runs"]


def test_one_habit_alone_proves_nothing_out_of_reach() -> None:
    """With --habit what never showed is told, but the code is 0."""
    result = run("check", HARBOUR, "--play", SESSIONS, "--habit", "cautious")
    assert result.exit_code == 0
    assert "“At random”" not in result.stdout
    assert "under “Cautious”" in result.stdout
    assert "What never showed here may yet show" in result.stdout


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (["--play", 5, "--habit", "bold"], "Found habit “bold”, expected one of the pack's: "),
        (
            ["--play", 5, "--start", "late"],
            "Found starting point “late”, expected one of the pack's",
        ),
        (["--habit", "random"], "add --play and a number of sessions"),
        (["--play", 0], "0 is not in the range"),
    ],
)
def test_bad_input_gets_a_sentence_and_exit_code_2(words: list[str | int], sentence: str) -> None:
    """An unknown habit or start, nothing to play: told, with what was expected."""
    result = run("check", HARBOUR, *words)
    assert result.exit_code == 2
    assert sentence in result.output


def test_a_pack_with_problems_is_not_played(tmp_path: Path) -> None:
    """Its problems are told as without --play, and the code is 2."""
    pack = changed(tmp_path, "tracks.yaml", "start: 5", "start: 55")
    result = run("check", pack, "--play", SESSIONS, "--json")
    assert result.exit_code == 2
    told = json.loads(result.stdout)
    assert (told["well"], len(told["problems"]), "play" in told) == (False, 1, False)


def _hears_ctrl_c() -> None:
    """A test run in the background may have been told to hear none, and hands that on."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


@pytest.mark.skipif(sys.platform == "win32", reason="Ctrl+C cannot be sent to one process there")
def test_an_interrupt_tells_what_was_played_so_far() -> None:
    """Ctrl+C in the middle: no traceback, figures of what was played, and exit code 1."""
    command = [sys.executable, "-m", "idlib_wargame", "check", str(HARBOUR), "--play", "5000000"]
    with subprocess.Popen(
        command,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        preexec_fn=_hears_ctrl_c,
    ) as process:
        assert process.stderr is not None
        assert process.stderr.readline().startswith("Playing 10,000,000 sessions. Ctrl+C")
        process.send_signal(signal.SIGINT)
        output, errors = process.communicate()
    assert process.returncode == 1
    assert "Stopped " in output
    assert "Traceback" not in errors
