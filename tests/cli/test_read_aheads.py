"""``idlib-wargame read-aheads``: a PDF a seat and its moves, into a folder."""

from __future__ import annotations

from pathlib import Path

from click.testing import CliRunner, Result

from idlib_wargame.cli import main
from tests.conftest import HARBOUR
from tests.exports.reading import Pdf, letters

FULL = HARBOUR.with_name("harbour_full")


def run(*arguments: object) -> Result:
    """The command, as it is typed."""
    return CliRunner().invoke(main, ["read-aheads", *map(str, arguments)])


def test_every_seat_gets_a_sheet_and_its_moves(tmp_path: Path) -> None:
    """The folder is made, and each file is named in the answer."""
    folder = tmp_path / "a" / "b"
    result = run(FULL, "--to", folder, "--group", "Group C", "--handling", "OFFICIAL")
    assert result.exit_code == 0
    names = sorted(str(file.relative_to(folder)) for file in folder.rglob("*.pdf"))
    assert names == [
        str(Path(seat, f"{seat}, {what}, The Grey Bank, Group C.pdf"))
        for seat in ("Astra", "Borea", "Caldis")
        for what in ("moves", "read-ahead")
    ]
    assert all(name in result.stdout for name in names)
    assert f"6 files written to {folder}." in result.stdout
    sheet = Pdf((folder / "Borea" / "Borea, read-ahead, The Grey Bank, Group C.pdf").read_bytes())
    assert letters("You hold two crews and one grudge.") in sheet.read
    assert sheet.read.startswith("OFFICIAL")


def test_one_seat_of_one_way_to_play(tmp_path: Path) -> None:
    """A part of an actor that is split, by a starting point, in words alone."""
    chosen = ("--start", "by-force", "--arrangement", "four")
    result = run(FULL, "--to", tmp_path, "--seat", "astra-navy", "--words-alone", *chosen)
    assert result.exit_code == 0
    assert sorted(file.name for file in tmp_path.iterdir()) == [
        "Astra (navy), moves, The Grey Bank.pdf",
        "Astra (navy), read-ahead, The Grey Bank.pdf",
    ]
    sheet = Pdf((tmp_path / "Astra (navy), read-ahead, The Grey Bank.pdf").read_bytes())
    assert letters("Two boats did not come home.") in sheet.read
    assert "%" not in sheet.read


def test_a_seat_that_is_not_there_is_told_with_those_that_are(tmp_path: Path) -> None:
    """One sentence, exit code 2, and nothing is written."""
    result = run(FULL, "--to", tmp_path / "papers", "--seat", "nobody")
    assert result.exit_code == 2
    assert "Found seat “nobody”" in result.output
    assert "astra, borea, caldis" in result.output
    assert not (tmp_path / "papers").exists()


def test_a_folder_that_cannot_be_made_is_told_calmly(tmp_path: Path) -> None:
    """A file stands in its place."""
    (tmp_path / "file").touch()
    result = run(FULL, "--to", tmp_path / "file" / "papers")
    assert result.exit_code == 2
    assert "could not be written to" in result.output
    assert "Traceback" not in result.output


def test_a_pack_with_problems_has_no_read_aheads(tmp_path: Path) -> None:
    """What is wrong is told, as by every other command."""
    result = run(tmp_path / "no-such-pack", "--to", tmp_path / "papers")
    assert result.exit_code == 2
    assert "no such pack" in result.output
