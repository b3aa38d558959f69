"""The command line in another language, and names of another direction on it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from idlib_wargame.cli import main
from idlib_wargame.words.language import FIRST_STRONG, LEFT_TO_RIGHT, POP, RIGHT_TO_LEFT
from idlib_wargame.words.languages import ENGLISH, VARIABLE, use_language

ARABIC = "الثقة"  # "trust"
ISOLATES = {FIRST_STRONG, LEFT_TO_RIGHT, RIGHT_TO_LEFT, POP}


@pytest.fixture(autouse=True)
def english() -> Iterator[None]:
    """No test leaves its language to the next."""
    yield
    use_language(ENGLISH)


def run(*words: str | Path, **variables: str) -> Result:
    """Run the command; no exception but its own exit may come out."""
    result = CliRunner(env=variables).invoke(main, [str(word) for word in words])
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result


@pytest.fixture
def played(tmp_path: Path) -> Path:
    """A played session of a pack with a track named in Arabic, in square brackets."""
    pack, path = tmp_path / "pack", tmp_path / "arabic.wargame"
    assert run("new-pack", pack).exit_code == 0
    tracks = pack / "tracks.yaml"
    text = tracks.read_text("utf-8")
    assert "name: Trust between the two" in text
    tracks.write_text(text.replace("Trust between the two", f'"[{ARABIC}]"'), encoding="utf-8")
    assert run("play", pack, "--seed", "5", "--out", path).exit_code == 0
    return path


@pytest.mark.parametrize("language", ["en", "xr"])
def test_a_terminal_gets_no_isolates(played: Path, language: str) -> None:
    """Names from the right stand bare in what is printed and in JSON, brackets and all."""
    shown = run("--language", language, "show", played).output
    assert f"[{ARABIC}]" in shown
    assert not set(shown) & ISOLATES
    answer = run("--language", language, "show", played, "--json").output
    assert not set(answer) & ISOLATES
    assert json.loads(answer)["finished"] is True


def test_a_language_is_chosen_by_option_or_variable(played: Path) -> None:
    """The option goes before the variable; without either it is English."""
    assert "‹Óúŧŧçóóɱé: " in run("--language", "xa", "show", played).output
    assert "‹Óúŧŧçóóɱé: " in run("show", played, **{VARIABLE: "xa"}).output
    use_language(ENGLISH)
    words = ("--language", "en", "show", played)
    assert "\nOutcome: " in run(*words, **{VARIABLE: "xa"}).output


def test_help_is_told_in_the_chosen_language() -> None:
    """Commands, their options and the list of them are looked up when they are read."""
    listed = run("--language", "xa", "--help").output
    assert "‹Ŕúññ, ŕééçóŕŕđ ááñđ ŕŕéƥƥłáýý" in listed
    assert "show         ‹Ŧéłł" in listed
    assert "Hidden" not in listed
    assert "--language" not in listed
    told = run("--language", "xa", "play", "--help").output
    assert "--seed INTEGER" in told
    assert "‹Ŧĥéé šééššííóññ ƒíłłé" in told


def test_an_unknown_language_is_refused() -> None:
    """With what there is, and exit code 2."""
    result = run("--language", "zz", "show", "x")
    assert result.exit_code == 2
    assert "Found language “zz”, expected one of these: en, " in result.output
