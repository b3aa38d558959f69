"""``idlib-wargame new-pack``: a pack that works from the first minute, and nothing overwritten."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from idlib_wargame.cli import main
from idlib_wargame.packs.reader import load
from idlib_wargame.packs.registry import is_table
from idlib_wargame.packs.shelf import TEMPLATE


def run(*words: str | Path) -> Result:
    """Run the command; no exception but its own exit may come out."""
    result = CliRunner().invoke(main, [str(word) for word in words])
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result


@pytest.fixture
def pack(tmp_path: Path) -> Path:
    """A pack as the command writes it."""
    folder = tmp_path / "my packs" / "dry-year"
    result = run("new-pack", folder)
    assert result.exit_code == 0
    assert f"written to {folder}" in result.output
    return folder


def test_what_it_writes_is_the_template(pack: Path) -> None:
    """Every file of the template, byte for byte, in its folder."""
    files = [file for file in TEMPLATE.rglob("*") if file.is_file()]
    assert len(files) > 10
    for file in files:
        assert (pack / file.relative_to(TEMPLATE)).read_bytes() == file.read_bytes()


def test_what_it_writes_can_be_changed(pack: Path) -> None:
    """The files are the writer's own, also where the program's are not to be written."""
    (pack / "pack.yaml").write_text("id: mine", encoding="utf-8")
    (pack / "moves" / "more.yaml").write_text("table: military", encoding="utf-8")


def test_it_says_what_to_do_next(tmp_path: Path) -> None:
    """The commands that follow are ready to be copied, in quotation marks where needed."""
    folder = tmp_path / "two words"
    assert f'idlib-wargame check "{folder}"' in run("new-pack", folder).output


def test_what_it_writes_reads_and_plays_at_once(pack: Path, tmp_path: Path) -> None:
    """The check finds nothing wrong, and an exercise goes to its end under every habit."""
    assert run("check", pack).exit_code == 0
    for habit in [each.id for each in load(pack).habits]:
        path = tmp_path / f"{habit}.wargame"
        result = run("play", pack, "--habit", habit, "--seed", "1", "--out", path, "--json")
        assert json.loads(result.stdout)["turns"] == 4
    assert run("verify", path).exit_code == 0


def test_it_plays_as_the_guide_says(pack: Path) -> None:
    """Nothing is out of reach, habits lead to different endings, and aims are fair."""
    result = run("check", pack, "--play", "300", "--json")
    assert result.exit_code == 0
    answer = json.loads(result.stdout)
    play = answer["play"]
    endings = [each["outcomes"] for each in play["runs"]]
    leading = [max(each, key=lambda outcome: each[outcome]["count"]) for each in endings]
    assert len(set(leading)) == len(leading)
    told = [finding["text"] for finding in play["findings"] if finding["topic"] == "aims"]
    assert told == [
        "Every private aim is met in between 20% and 80% of sessions under “Careful neighbours”."
    ]


@pytest.mark.parametrize("file", sorted(p.relative_to(TEMPLATE) for p in TEMPLATE.rglob("*.yaml")))
def test_every_table_begins_by_saying_what_it_is(file: Path) -> None:
    """A non-programmer who opens a file reads what it holds before any key."""
    text = (TEMPLATE / file).read_text(encoding="utf-8")
    assert is_table(file.as_posix())
    assert text.startswith("# ")


def test_a_folder_that_is_not_empty_is_refused(tmp_path: Path) -> None:
    """What is there stays as it is, and the answer names it."""
    (tmp_path / "notes.txt").write_text("mine", encoding="utf-8")
    result = run("new-pack", tmp_path)
    assert result.exit_code == 2
    assert result.output.strip() == (
        f"{tmp_path} is not empty (it holds notes.txt); name a new or empty folder. "
        "Nothing was written."
    )
    assert [path.name for path in tmp_path.iterdir()] == ["notes.txt"]


def test_a_file_is_refused(tmp_path: Path) -> None:
    """A file of that name is told as such."""
    (tmp_path / "pack").write_text("mine", encoding="utf-8")
    result = run("new-pack", tmp_path / "pack")
    assert result.exit_code == 2
    assert "is a file; name a new or empty folder. Nothing was written." in result.output


def test_an_empty_folder_will_do(tmp_path: Path) -> None:
    """So will one that holds only what no pack reads."""
    (tmp_path / ".git").mkdir()
    assert run("new-pack", tmp_path).exit_code == 0
    assert run("check", tmp_path).exit_code == 0


def test_a_place_that_cannot_be_written_is_told_calmly(tmp_path: Path) -> None:
    """A folder below a file cannot be made; the answer is a sentence."""
    (tmp_path / "letter").write_text("Dear Sir", encoding="utf-8")
    result = run("new-pack", tmp_path / "letter" / "pack")
    assert result.exit_code == 2
    assert result.output.startswith("The pack could not be written: ")
    assert "Traceback" not in result.output
