"""Whatever people and packs are called, whatever the terminal knows: commands say it and live."""

from __future__ import annotations

import io
import json
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from idlib_wargame.cli import main
from idlib_wargame.cli.printable import fitting, printable
from idlib_wargame.packs.reader import PackReading, read_pack
from idlib_wargame.session.session import Session
from tests.conftest import HARBOUR
from tests.session.exercises import begun, to_results
from tests.systems import needs_names_of_bytes

ODD = "Day 1 [/b] [red]red[/red] :dagger: \x1b[31m\x07 \u202eevil\u2069 \x85 \u2028 ½ 漢字"
STEERS = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u206f\ud800-\udfff]")
# Windows' pipes, plain ASCII, and what everybody else has.
ENCODINGS = ("cp1252", "ascii", "utf-8")
COMMANDS = (
    ["show", "{file}"],
    ["show", "{file}", "--json"],
    ["verify", "{file}"],
    ["verify", "{file}", "--json"],
    ["chart", "{file}", "--out", "{folder}/chart.png"],
    ["play", "{pack}", "--turns", "1", "--seed", "1", "--out", "{folder}/new.wargame"],
    ["check", "{pack}"],
    ["check", "{pack}", "--play", "5"],
    ["check", "{pack}", "--play", "5", "--json"],
    ["trace", "{pack}", "protest"],
    ["trace", "{pack}", "protest", "--json"],
    *([name, "--help"] for name in main.commands),
    ["--help"],
)


@pytest.fixture(scope="module")
def odd_pack(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The harbour pack with names in which a terminal or a markup would read orders."""
    pack = tmp_path_factory.mktemp("odd") / "pack"
    shutil.copytree(HARBOUR, pack)
    for file, old, new in (
        ("pack.yaml", "title: The Grey Bank", 'title: "[red]The Grey[/b] Bank \u206a:dagger:"'),
        ("seats.yaml", "name: Astra", 'name: "[bold]Astra[/x] \u206a漢字"'),
        ("moves/diplomatic.yaml", "name: Protest in public", 'name: "[/] \u206aProtest :boom:"'),
    ):
        text = (pack / file).read_text(encoding="utf-8")
        assert old in text
        (pack / file).write_text(text.replace(old, new, 1), encoding="utf-8")
    return pack


@pytest.fixture(scope="module")
def odd_file(odd_pack: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A session of that pack, whose people typed the same and worse."""
    path = tmp_path_factory.mktemp("session") / "a.wargame"
    session: Session = begun(read_pack(odd_pack), path, exercise=ODD, group=ODD)
    to_results(session)
    session.close()
    return path


@pytest.mark.parametrize("encoding", ENCODINGS)
@pytest.mark.parametrize("words", COMMANDS, ids=" ".join)
def test_every_command_lives_through_any_name_in_any_encoding(
    words: list[str], encoding: str, odd_pack: Path, odd_file: Path, tmp_path: Path
) -> None:
    """It ends by itself, nothing that steers a terminal comes out, and names come out whole."""
    places = {"file": odd_file, "pack": odd_pack, "folder": tmp_path}
    typed = [word.format(**places) for word in words]
    result = CliRunner(charset=encoding).invoke(main, typed)
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    assert result.exit_code in ((0, 1) if "--play" in words else (0,)), result.output
    said = result.stdout_bytes.decode("utf-8")
    assert said.strip()
    assert STEERS.search(said) is None
    if "--json" in words:
        json.loads(said.splitlines()[-1])


def test_show_tells_the_title_letter_by_letter(odd_file: Path) -> None:
    """No bracket is read as markup, no colons as a picture; what is not shown is spelt out."""
    title = CliRunner().invoke(main, ["show", str(odd_file)]).stdout.splitlines()[0]
    spelt = r"\x1b[31m\x07 \u202eevil \x85 \u2028 ½ 漢字"
    assert title == f"Day 1 [/b] [red]red[/red] :dagger: {spelt}"


def test_json_keeps_what_people_wrote(odd_file: Path) -> None:
    """Programs read back exactly what was typed."""
    result = CliRunner(charset="cp1252").invoke(main, ["show", str(odd_file), "--json"])
    assert json.loads(result.stdout_bytes)["title"] == ODD


@pytest.mark.parametrize("word", ["\x1b[31mfly", "--\x1b[31mfly", "\u202efly", "fly\nfly"])
def test_what_was_typed_wrongly_is_quoted_without_its_codes(word: str) -> None:
    """A refusal never plays back what steers a terminal."""
    result = CliRunner().invoke(main, [word])
    assert result.exit_code == 2
    assert "fly" in result.stderr
    assert STEERS.search(result.stderr) is None


@needs_names_of_bytes
def test_a_name_in_no_encoding_is_told(tmp_path: Path) -> None:
    """A file name that is no UTF-8 is played to, shown, verified and drawn."""
    file = tmp_path / b"\xff\x1b.wargame".decode(errors="surrogateescape")
    picture = file.with_suffix(".png")
    for words in (
        ["play", str(HARBOUR), "--turns", "1", "--seed", "1", "--out", str(file)],
        ["show", str(file)],
        ["verify", str(file)],
        ["chart", str(file), "--out", str(picture)],
    ):
        result = CliRunner().invoke(main, words)
        assert result.exit_code == 0, result.output
    assert r"\udcff\x1b.png" in result.stdout
    assert picture.exists()


@pytest.mark.parametrize("encoding", ["cp1252", "ascii"])
def test_the_program_itself_speaks_to_an_old_pipe(encoding: str, odd_file: Path) -> None:
    """The same through a real process and a real pipe."""
    done = subprocess.run(
        [sys.executable, "-X", "utf8=0", "-m", "idlib_wargame", "show", str(odd_file)],
        env={"PYTHONIOENCODING": encoding, "PYTHONPATH": str(HARBOUR.parents[2])},
        capture_output=True,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, b"")
    assert b"Day 1 [/b] [red]red[/red]" in done.stdout
    assert "½ 漢字" in done.stdout.decode("utf-8")


def test_an_answer_that_cannot_be_written_is_told(full: PackReading) -> None:
    """A full disk behind the answer gets a sentence and a code, and no traceback."""
    if not Path("/dev/full").exists():
        pytest.skip("needs /dev/full")
    with Path("/dev/full").open("wb") as nowhere:
        done = subprocess.run(
            [sys.executable, "-m", "idlib_wargame", "check", str(HARBOUR)],
            env={"PYTHONPATH": str(HARBOUR.parents[2])},
            stdout=nowhere,
            stderr=subprocess.PIPE,
            check=False,
        )
    assert done.returncode == 2
    assert done.stderr.startswith(b"The answer could not be written")
    assert b"Traceback" not in done.stderr


def test_long_names_stand_whole_in_tables(odd_pack: Path, tmp_path: Path) -> None:
    """A name of a hundred wide letters goes on in the next line; none of its letters is lost."""
    pack = tmp_path / "pack"
    shutil.copytree(odd_pack, pack)
    tracks = (pack / "tracks.yaml").read_text(encoding="utf-8")
    name = re.search(r"name: (.+)", tracks)
    assert name is not None
    letters = "".join(chr(0x4E00 + place) for place in range(100))
    (pack / "tracks.yaml").write_text(tracks.replace(name[1], letters), encoding="utf-8")
    said = CliRunner().invoke(main, ["check", str(pack), "--play", "5"]).stdout
    table = said.partition("Tracks: % of sessions")[2].partition("Other rows")[0]
    assert "".join(re.findall("[\u4e00-\u9fff]", table)).startswith(letters)


def test_our_own_signs_have_a_nearest() -> None:
    """Quotation marks, dashes and arrows become plain ones, and nothing else is guessed."""
    said = "“A” – 3 → 5 · ½ 漢"
    old = io.TextIOWrapper(io.BytesIO(), encoding="cp437")
    assert fitting(said, old) == '"A" - 3 -> 5 · ½ \\u6f22'
    assert printable("a\u2068b\u2069\u202ac") == "ab\\u202ac"
    assert printable("half \ud800") == "half \\ud800"
