"""Files of a pack are found however a system wrote their names; what is not read is named."""

from __future__ import annotations

import unicodedata
import zipfile
from pathlib import Path
from typing import Literal

import pytest

from idlib_wargame.packs.reader import read_pack
from tests.packs.harbour import FULL, HARBOUR_FULL, told
from tests.packs.text.test_gather import folder, zipped

Form = Literal["NFC", "NFD"]
PASSED_OVER = "found a file that is passed over, expected a name that ends in"


def test_a_zip_made_by_windows_reads_like_its_folder(tmp_path: Path) -> None:
    """Old Windows programs write backslashes between folders."""
    path = tmp_path / "pack.zip"
    with zipfile.ZipFile(path, "w") as archive:
        for name, text in FULL.items():
            entry = zipfile.ZipInfo("x")
            entry.filename = f"pack/{name}".replace("/", "\\")
            archive.writestr(entry, text)
    assert read_pack(path) == read_pack(HARBOUR_FULL)


@pytest.mark.parametrize("form", ["NFC", "NFD"])
@pytest.mark.parametrize("named", ["NFC", "NFD"])
def test_a_name_from_a_mac_is_found(tmp_path: Path, form: Form, named: Form) -> None:
    """macOS writes an o and two dots where others write ö: file and mention may be of either."""
    files = dict(FULL)
    brief = unicodedata.normalize(form, "briefs/göl.md")
    files[brief] = files.pop("briefs/astra.md")
    mention = unicodedata.normalize(named, "briefs/göl.md")
    files["seats.yaml"] = files["seats.yaml"].replace("briefs/astra.md", mention)
    for path in (folder(tmp_path / "pack", files), zipped(tmp_path / "pack.zip", files)):
        assert told(read_pack(path)) == []
        assert "briefs/göl.md" in read_pack(path).files


def test_a_zip_made_by_a_mac_is_read_in_its_own_letters(tmp_path: Path) -> None:
    """It writes UTF-8 and does not say so, and adds files of its own."""
    files = {name: text for name, text in FULL.items() if name != "briefs/astra.md"}
    files["seats.yaml"] = files["seats.yaml"].replace("briefs/astra.md", "briefs/göl.md")
    path = zipped(tmp_path / "pack.zip", {f"pack/{name}": text for name, text in files.items()})
    name = unicodedata.normalize("NFD", "pack/briefs/göl.md")
    with zipfile.ZipFile(path, "a") as archive:
        archive.writestr("__MACOSX/pack/._pack.yaml", b"\x00\x05\x16\x07")
        archive.writestr("pack/.DS_Store", b"\x00")
        archive.writestr(name, FULL["briefs/astra.md"])
    raw = bytearray(path.read_bytes())
    local = raw.index(name.encode())
    central = raw.rindex(name.encode())
    # The upper byte of the flags, 30 and 46 bytes before the name in the two headers of a file.
    for flags in (local - 30 + 7, central - 46 + 9):
        assert raw[flags] == 0x08
        raw[flags] = 0
    path.write_bytes(raw)
    assert told(read_pack(path)) == []


@pytest.mark.parametrize("written", ["briefs\\astra.md", "./briefs/astra.md", "Briefs/Astra.md"])
def test_a_brief_may_be_named_as_windows_names_files(tmp_path: Path, written: str) -> None:
    """With backslashes, from here on, or in other capitals."""
    seats = FULL["seats.yaml"].replace("briefs/astra.md", written)
    reading = read_pack(folder(tmp_path, {**FULL, "seats.yaml": seats}))
    assert reading.scenario is not None
    assert reading.scenario.seat_by_id["astra"].brief == FULL["briefs/astra.md"]


@pytest.mark.parametrize(
    ("name", "meant"),
    [
        ("aims.yaml.txt", "aims.yaml"),
        ("AIMS.YAML.TXT", "aims.yaml"),
        ("aims.txt", "aims.yaml"),
        ("aims", "aims.yaml"),
        ("sitrep.md.txt", "sitrep.md"),
        ("map.geojson.txt", "map.geojson"),
        ("map.json", "map.geojson"),
        ("moves/concessions.yaml.txt", "moves/concessions.yaml"),
        ("briefs/astra.md.txt", "briefs/astra.md"),
    ],
)
def test_a_file_of_another_ending_is_not_passed_over_in_silence(
    tmp_path: Path, name: str, meant: str
) -> None:
    """Notepad adds .txt and hides it; the rows of the file would be gone without a word."""
    files = {**FULL, "sitrep.md": "# Where things stand"}
    files[name] = files.pop(meant)
    said = told(read_pack(folder(tmp_path, files)))
    ending = meant[meant.rindex(".") :]
    assert said == [f"{name}: {PASSED_OVER} {ending}; did you mean '{meant}'?"]


@pytest.mark.parametrize(
    ("name", "meant"),
    [
        ("Aims.yaml", "aims.yaml"),
        ("aims.YML", "aims.yaml"),
        ("aims (1).yaml", "aims.yaml"),
        ("tables/aims.yaml", "aims.yaml"),
        ("Map.geojson", "map.geojson"),
        ("Sitrep.md", "sitrep.md"),
    ],
)
def test_a_table_of_nearly_its_name_is_told(tmp_path: Path, name: str, meant: str) -> None:
    """In capitals, with another ending, downloaded twice, or in a folder of its own."""
    files = {**FULL, "sitrep.md": "# Where things stand"}
    files[name] = files.pop(meant)
    (said,) = told(read_pack(folder(tmp_path, files)))
    assert said.startswith(f"{name}: found ")
    assert said.endswith(f"did you mean '{meant}'?")


@pytest.mark.parametrize(
    ("name", "meant"),
    [
        ("maps/map.geojson", "map.geojson"),
        ("river.geojson", "map.geojson"),
        ("maps/river.json", "map.geojson"),
        ("moves/military.txt", "moves/military.yaml"),
        ("moves/military", "moves/military.yaml"),
        ("moves/military.csv", "moves/military.yaml"),
        ("moves/sub/military.yaml", "moves/military.yaml"),
        ("military.yaml", "moves/military.yaml"),
        ("military.txt", "moves/military.yaml"),
        ("catalysts.csv", "catalysts.yaml"),
        ("events.yaml", "catalysts.yaml"),
        ("aims/aims.yaml", "aims.yaml"),
        ("moves/aims.yaml", "aims.yaml"),
        ("habits/cautious.txt", "habits/cautious.yaml"),
        ("briefs/astra.txt", "briefs/astra.md"),
        ("briefs/Astra.MD", "briefs/astra.md"),
        ("briefings/astra.md.txt", "briefs/astra.md"),
        ("astra.md", "briefs/astra.md"),
    ],
)
def test_a_file_that_lies_elsewhere_or_is_called_otherwise_is_the_one_mistake(
    tmp_path: Path, name: str, meant: str
) -> None:
    """By its name or by the rows in it; the names that it would have given are not missed."""
    files = dict(FULL)
    files[name] = files.pop(meant)
    (said,) = told(read_pack(folder(tmp_path, files)))
    assert said.startswith(f"{name}: found ")
    assert said.endswith(f"; did you mean '{meant}'?")


@pytest.mark.parametrize("top", ["harbour/", "games/harbour/"])
def test_a_table_beside_the_folder_of_the_pack_is_told(tmp_path: Path, top: str) -> None:
    """It was to lie in the folder; its flags and clocks are not missed elsewhere."""
    beside = top.removesuffix("harbour/") + "catalysts.yaml"
    files = {(beside if name == "catalysts.yaml" else top + name): FULL[name] for name in FULL}
    (said,) = told(read_pack(zipped(tmp_path / "pack.zip", files)))
    assert said == (
        f"{beside}: found a file beside the pack, expected it in the folder of the pack, {top};"
        f" did you mean '{top}catalysts.yaml'?"
    )
    if top == "harbour/":
        assert told(read_pack(folder(tmp_path / "unpacked", files))) == [said]


def test_the_brief_of_another_seat_is_never_offered(tmp_path: Path) -> None:
    """A brief is secret, and no spelling of one's own."""
    files = {name: text for name, text in FULL.items() if name != "briefs/astra.md"}
    (said,) = told(read_pack(folder(tmp_path / "none", files)))
    assert said.endswith(
        "found 'briefs/astra.md', expected the name of a Markdown file in the pack"
    )
    files["briefs/astar.md"] = "x"
    (said,) = told(read_pack(folder(tmp_path / "misspelt", files)))
    assert said.endswith("; did you mean 'briefs/astar.md'?")


def test_notes_and_pictures_are_no_tables(tmp_path: Path) -> None:
    """They are named as passed over, and refused by nobody."""
    notes = {
        "moves/notes.txt": "Ask: who may raid?",
        "notes.txt": "moves: see page 4",
        "map.png": "x",
    }
    notes["old/aims.yaml.bak"] = "aims:\n  - x"
    reading = read_pack(folder(tmp_path, {**FULL, **notes}))
    assert told(reading) == []
    assert {"moves/notes.txt", "notes.txt", "map.png"} <= {*reading.passed_over}


def test_a_misnamed_table_does_not_make_its_rows_unknown(tmp_path: Path) -> None:
    """The flags of catalysts.yaml.txt are named all over the pack; the one cause is told."""
    files = dict(FULL)
    files["catalysts.yaml.txt"] = files.pop("catalysts.yaml")
    assert len(told(read_pack(folder(tmp_path, files)))) == 1


def test_what_systems_and_editors_leave_behind_is_passed_over_in_peace(tmp_path: Path) -> None:
    """Nobody wrote it, and nothing of the pack is in it."""
    left = [
        *(".DS_Store", "Thumbs.db", "desktop.ini", "~$aims.docx", ".git/config.yaml"),
        *("__MACOSX/pack.yaml", "aims.yaml~", "aims.yaml.bak", ".aims.yaml.swp", "#aims.yaml#"),
        *("README", "README.txt", "LICENSE", "balance.yaml"),
    ]
    reading = read_pack(folder(tmp_path, {**FULL, **dict.fromkeys(left, "x")}))
    assert reading == read_pack(HARBOUR_FULL)
    assert (reading.passed_over, reading.unread) == ((), ())


def test_any_other_file_is_named(tmp_path: Path) -> None:
    """Pictures, notes, a backup without the file that it is of, and a brief that no row names."""
    files: dict[str, str | bytes] = {**FULL, "notes.txt": "x", "photo.png": b"x"}
    files |= {"sitrep.md.old": "x", "briefs/nobody.md": "x", "aims.yaml.txt": "x"}
    reading = read_pack(folder(tmp_path, files))
    assert told(reading) == []
    assert reading.passed_over == ("aims.yaml.txt", "notes.txt", "photo.png", "sitrep.md.old")
    assert reading.unread == ("briefs/nobody.md",)


def test_two_files_that_come_to_one_name_are_told(tmp_path: Path) -> None:
    """A system that keeps both letters apart can hold two files which are one elsewhere."""
    two = {f"briefs/{unicodedata.normalize(form, 'göl')}.md": "x" for form in ("NFC", "NFD")}
    (said,) = told(read_pack(folder(tmp_path, {**FULL, **two})))
    assert "göl.md: found two files that come to one name" in said


def test_a_pack_in_a_folder_within_the_folder_is_found(tmp_path: Path) -> None:
    """Unpacking often makes a folder in a folder; a zip may hold a pack at any depth."""
    folder(tmp_path / "unpacked" / "harbour", FULL)
    assert read_pack(tmp_path / "unpacked") == read_pack(HARBOUR_FULL)
    deep = {f"exercises/harbour/{name}": text for name, text in FULL.items()}
    reading = read_pack(zipped(tmp_path / "deep.zip", {**deep, "exercises/plan.txt": "x"}))
    assert reading == read_pack(HARBOUR_FULL)
    assert reading.passed_over == ("exercises/plan.txt",)


def test_a_zip_of_several_packs_is_told_as_that(tmp_path: Path) -> None:
    """Which of them is meant cannot be told."""
    path = zipped(tmp_path / "two.zip", {"a/pack.yaml": "x", "b/pack.yaml": "x"})
    (said,) = told(read_pack(path))
    assert said.startswith(f"{path}: found more than one pack (a/, b/), expected a pack: a folder")
