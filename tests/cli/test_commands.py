"""The command line: what it prints, and its exit codes."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from idlib_wargame.cli import main
from idlib_wargame.files import places
from idlib_wargame.packs.reader import PackReading
from idlib_wargame.session.play import Setup
from idlib_wargame.session.session import Session
from tests.conftest import HARBOUR
from tests.secret_session import play_with_secrets


def run(*words: str | Path) -> Result:
    """Run the command; no exception but its own exit may come out."""
    result = CliRunner().invoke(main, [str(word) for word in words])
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    assert "Traceback" not in result.output
    return result


@pytest.fixture(scope="module")
def played(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A session file that the command line played."""
    path = tmp_path_factory.mktemp("played") / "bank.wargame"
    result = run("play", HARBOUR, "--seed", "5", "--out", path)
    assert result.exit_code == 0
    return path


def test_play_writes_a_session_and_tells_its_end(tmp_path: Path) -> None:
    """A whole exercise is played; the outcome, the rung and the file are named."""
    path = tmp_path / "bank.wargame"
    result = run("play", HARBOUR, "--seed", "5", "--out", path)
    assert result.exit_code == 0
    assert "Outcome: " in result.output
    assert "level " in result.output
    assert str(path) in result.output.replace("\n", "")
    assert path.exists()


def test_play_answers_in_json(tmp_path: Path) -> None:
    """With --json the answer is one object and nothing else."""
    path = tmp_path / "bank.wargame"
    answer = json.loads(run("play", HARBOUR, "--turns", "2", "--out", path, "--json").stdout)
    assert (answer["file"], answer["turns"]) == (str(path), 2)


def test_check_names_the_files_that_are_no_part_of_a_pack(tmp_path: Path) -> None:
    """In a line, for people and for programs; the pack is well all the same."""
    pack = shutil.copytree(HARBOUR, tmp_path / "pack")
    for name in ("notes.txt", "plan.docx", "Thumbs.db", "nobody.md"):
        (pack / name).write_text("x", encoding="utf-8")
    result = run("check", pack)
    assert result.exit_code == 0
    assert result.output.splitlines()[1:] == [
        "Passed over, as no files of a pack are called so: notes.txt, plan.docx.",
        "Read by nobody, as no row names it: nobody.md.",
    ]
    answer = json.loads(run("check", pack, "--json").stdout)
    assert answer["passed_over"] == ["notes.txt", "plan.docx"]
    assert answer["unread"] == ["nobody.md"]


def test_the_same_seed_plays_the_same_exercise(tmp_path: Path) -> None:
    """A seed given as a number fixes every die."""
    answers = []
    for name in "ab":
        path = tmp_path / f"{name}.wargame"
        run("play", HARBOUR, "--seed", "5", "--habit", "random", "--out", path)
        answers.append(json.loads(run("show", path, "--json").stdout)["turns"])
    assert answers[0] == answers[1]


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (["play", HARBOUR, "--habit", "bold"], "Found habit “bold”, expected one of the pack's"),
        (["play", "harbor"], "harbor"),
        (["check", "nowhere"], "nowhere"),
        (["show", "nowhere.wargame"], "nowhere.wargame"),
        (["verify", "nowhere.wargame"], "nowhere.wargame"),
        (["chart", "nowhere.wargame", "--out", "x.png"], "nowhere.wargame"),
        (["fly"], "No such command"),
    ],
)
def test_bad_input_gets_a_sentence_and_exit_code_2(words: list[str], sentence: str) -> None:
    """What cannot be done is told with what was found, and the code says bad input."""
    result = run(*words)
    assert result.exit_code == 2
    assert sentence in result.output


def test_play_never_overwrites_a_file(played: Path) -> None:
    """A file that is there already stays as it is."""
    before = played.read_bytes()
    result = run("play", HARBOUR, "--out", played)
    assert result.exit_code == 2
    assert played.read_bytes() == before


def test_check_says_that_a_pack_is_well() -> None:
    """A sound pack is told in one sentence with what it holds."""
    result = run("check", HARBOUR)
    assert result.exit_code == 0
    assert result.output.startswith("The Grey Bank, version 1.0, reads without a problem: 3 player")


def test_check_prints_every_problem(tmp_path: Path) -> None:
    """Two mistakes in two files give two lines, with file, line and column, and exit code 2."""
    pack = tmp_path / "pack"
    shutil.copytree(HARBOUR, pack)
    for name, old, new in (
        ("tracks.yaml", "start: 5", "start: 55"),
        ("seats.yaml", "allies: [borea]", "allies: [borae]"),
    ):
        text = (pack / name).read_text(encoding="utf-8")
        assert old in text
        (pack / name).write_text(text.replace(old, new, 1), encoding="utf-8")
    result = run("check", pack)
    assert result.exit_code == 2
    lines = result.stdout.splitlines()
    assert len(lines) == 2
    assert any(line.startswith("seats.yaml:") and "'borea'" in line for line in lines)
    assert any(line.startswith("tracks.yaml:") and "55" in line for line in lines)
    answer = json.loads(run("check", pack, "--json").stdout)
    assert (answer["well"], len(answer["problems"])) == (False, 2)


def test_show_tells_the_session_turn_by_turn(played: Path) -> None:
    """Every turn has its dates, its orders with odds and dice, and the ladder."""
    result = run("show", played)
    assert result.exit_code == 0
    assert "Turn 1 of 4 · 3–16 Mar 2031" in result.output
    assert "on two dice" in result.output
    assert result.output.count("Situation ladder: level") == 4
    assert "Seed of the dice: " in result.output


def test_show_says_how_it_is_to_be_handled(harbour: PackReading, tmp_path: Path) -> None:
    """On the page and in the figures, as on every window."""
    path = tmp_path / "handled.wargame"
    Session.create(path, harbour, Setup("Spring", "B", 4, handling="Chatham House rule")).close()
    assert "Handling: Chatham House rule" in run("show", path).output
    assert json.loads(run("show", path, "--json").stdout)["handling"] == "Chatham House rule"


def sums_told(shown: str) -> dict[str, list[tuple[int, int]]]:
    """By track, for each turn that names it: what single lines say it moved, and what the sum says.

    Lines of single effects end with the change; those of sums have it in brackets at their end.
    """
    found: dict[str, list[tuple[int, int]]] = {}
    for turn in re.split(r"^Turn \d of", shown, flags=re.MULTILINE)[1:]:
        parts = re.split(r"Situation ladder:", turn)[0].splitlines()
        sums = {m[1]: _number(m[2]) for each in parts if (m := _SUM.match(each.strip()))}
        said = [each for each in parts if not _SUM.match(each.strip())]
        for track, whole in sums.items():
            every = re.findall(rf"{re.escape(track)} ([+−]\d+|0)(?! of)", "\n".join(said))
            found.setdefault(track, []).append((sum(map(_number, every)), whole))
    return found


_SUM = re.compile(r"(.+?): .* \(([+−]\d+)\)$")


def _number(text: str) -> int:
    return int(text.replace("−", "-"))


def test_what_show_tells_of_each_turn_adds_up(tmp_path: Path) -> None:
    """Injects, orders, rulings and what followed come to the change that is told of a track."""
    path = tmp_path / "full.wargame"
    run("play", HARBOUR.with_name("harbour_full"), "--seed", "5", "--out", path)
    shown = run("show", path).output
    assert "Inject: A cold spring" in shown
    assert "    Fish stocks −1" in shown
    told = sums_told(shown)
    assert "Fish stocks" in told
    count = 0
    for track, turns in told.items():
        for single, whole in turns:
            count += 1
            assert single == whole, track
    assert count > 8


def test_show_tells_what_was_held_back_dropped_and_ruled(tmp_path: Path) -> None:
    """A ruling stands beside what the table gave, each with its own words."""
    path = play_with_secrets(tmp_path)
    shown = run("show", path).output
    assert "Inject held back: A cold spring." in shown
    assert "Inject dropped: A cold spring." in shown
    found = re.search(r"dice .*: (.+)\n(?:.*\n)*? +ruled (.+): SECRET-RULING", shown)
    assert found is not None
    table, ruled = found.groups()
    assert not any(word in ruled for word in ("by", "short"))
    assert table.split(",")[0] != ruled
    answer = json.loads(run("show", path, "--json").stdout)
    assert answer["dropped"] == ["cold_spring"]
    assert [turn["held_back"] for turn in answer["turns"]] == [[], ["cold_spring"]]
    assert [each["inject"] for each in answer["turns"][0]["injects"]] == ["wreck"]


def test_show_for_the_room_tells_no_secret(tmp_path: Path) -> None:
    """Not in words, not in JSON; a hidden ruling shows as a result alone."""
    path = play_with_secrets(tmp_path)
    for more in ([], ["--json"]):
        told = run("show", path, "--room", *more).output
        assert "SECRET" not in told
        assert "catch_hidden" not in told
        assert "dropped" not in told.replace('"dropped": []', "")
    shown = run("show", path, "--room").output
    assert "As the room may read it: what every player may know." in shown
    assert "result given by the facilitator: " in shown
    assert "Situation ladder: level" in shown


def test_a_chart_is_fit_for_the_room_unless_everything_is_asked_for(tmp_path: Path) -> None:
    """A hidden act and a hidden ruling stand in the one picture and not in the other."""
    path = play_with_secrets(tmp_path)
    drawn = []
    for name, more in (("room", []), ("all", ["--everything"]), ("again", [])):
        out = tmp_path / f"{name}.png"
        assert run("chart", path, "--out", out, *more).exit_code == 0
        drawn.append(out.read_bytes())
    assert drawn[0] == drawn[2]
    assert drawn[0] != drawn[1]


@pytest.mark.parametrize("words", [["show"], ["show", "--json"], ["verify"], ["--help"]])
def test_whoever_reads_along_may_go(played: Path, words: list[str]) -> None:
    """`show FILE | head -1` is no error: nothing is said of it, and the exit code says well."""
    reading, writing = os.pipe()
    os.close(reading)
    file = [] if words == ["--help"] else [str(played)]
    command = [sys.executable, "-m", "idlib_wargame", *words, *file]
    ended = subprocess.run(command, stdout=writing, stderr=subprocess.PIPE, check=False)
    os.close(writing)
    assert (ended.returncode, ended.stderr) == (0, b"")


def test_a_no_stays_a_no_though_nobody_reads_it(played: Path) -> None:
    """Who pipes the check away still learns from its exit code that something is amiss."""
    words = ["verify", str(played), "--head", "0" * 16]
    assert run(*words).exit_code == 1
    reading, writing = os.pipe()
    os.close(reading)
    command = [sys.executable, "-m", "idlib_wargame", *words]
    ended = subprocess.run(command, stdout=writing, stderr=subprocess.PIPE, check=False)
    os.close(writing)
    assert (ended.returncode, ended.stderr) == (1, b"")


def test_verify_says_well(played: Path) -> None:
    """A sound session passes every check."""
    result = run("verify", played)
    assert result.exit_code == 0
    assert [line.split()[0] for line in result.output.splitlines()] == ["well"] * 10
    assert json.loads(run("verify", played, "--json").stdout)["well"] is True


def test_the_head_that_show_tells_of_a_turn_is_found_by_verify(played: Path) -> None:
    """Typed off a photograph, with its spaces; another one is no, and half of one bad input."""
    shown = run("show", played).output
    told = re.findall(r"Record fingerprint (when turn \d was closed|after entry \d+): (.+)", shown)
    assert [when for when, _head in told[:4]] == [f"when turn {n} was closed" for n in range(1, 5)]
    heads = [head for _when, head in told]
    assert len(heads) == 5
    found = run("verify", played, "--head", heads[1])
    assert found.exit_code == 0
    assert f"{heads[1]} is the fingerprint after entry" in found.output
    last = run("verify", played, "--head", heads[4]).output
    assert f"{heads[4]} is the fingerprint {told[4][0]}, the last" in last
    assert run("verify", played, "--head", "0" * 16).exit_code == 1
    assert run("verify", played, "--head", "7f3a 91c2").exit_code == 2


def test_a_flipped_byte_is_found_and_the_rest_is_shown(played: Path, tmp_path: Path) -> None:
    """verify says no, show tells what is sound and why it stops, and the file stays as it was."""
    damaged = tmp_path / "damaged.wargame"
    raw = bytearray(played.read_bytes())
    place = raw.rindex(b'"turn":3') + 7
    raw[place] ^= 1
    damaged.write_bytes(raw)
    result = run("verify", damaged)
    assert result.exit_code == 1
    assert "NOT WELL  Digests" in result.output
    shown = run("show", damaged)
    assert shown.exit_code == 1
    assert "Turn 1 of 4" in shown.output
    assert damaged.read_bytes() == bytes(raw)
    assert [path.name for path in tmp_path.iterdir()] == ["damaged.wargame"]


def test_something_else_than_a_session_is_told_calmly(tmp_path: Path) -> None:
    """A file that is no session gets one sentence and exit code 2."""
    other = tmp_path / "letter.wargame"
    other.write_text("Dear Sir")
    result = run("show", other)
    assert result.exit_code == 2
    assert "letter.wargame" in result.output


def test_whoever_opens_a_file_without_a_screen_reads_what_to_do(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """Qt would end the program with a dump of its own."""
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr("sys.platform", "linux")
    monkeypatch.setattr("idlib_wargame.cli.missing_packages", list)
    for words in (["open", str(tmp_path / "a.wargame")], [str(tmp_path / "a.wargame")]):
        result = run(*words)
        assert result.exit_code == 2
        assert "No screen was found, and the program's windows need one" in result.output


def test_without_a_screen_the_demonstration_is_played(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """No screen: one line, the exercise, and the paths of its session and its chart."""
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv(places.VARIABLE, str(tmp_path))
    monkeypatch.setattr("sys.platform", "linux")
    result = run()
    assert result.exit_code == 0
    assert result.output.startswith("No screen was found")
    written = {path.suffix for path in (tmp_path / "Wargames").iterdir()}
    assert written == {".wargame", ".png"}


def test_an_exercise_that_is_given_no_place_has_a_name_that_every_system_takes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whatever the pack is called, and with the moment that it was played at."""
    pack = shutil.copytree(HARBOUR, tmp_path / "pack")
    text = (pack / "pack.yaml").read_text(encoding="utf-8")
    odd = text.replace("title: The Grey Bank", 'title: "NUL.2: ships/fish?"')
    (pack / "pack.yaml").write_text(odd, encoding="utf-8")
    monkeypatch.setenv(places.VARIABLE, str(tmp_path))
    assert run("play", pack, "--turns", "1").exit_code == 0
    (written,) = (tmp_path / "Wargames").iterdir()
    moment = r"\d{4}-\d\d-\d\d \d\d\.\d\d\.\d\d"
    assert re.fullmatch(rf"Exercise NUL\.2 ships fish, {moment}\.wargame", written.name)
