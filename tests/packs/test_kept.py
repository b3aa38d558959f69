"""Packs that were found sound are not checked again; nothing else is taken for one of them."""

from __future__ import annotations

import hashlib
import json
import stat
from collections.abc import Iterator
from pathlib import Path

import pytest

from idlib_wargame.packs.kept import MOST_KEPT, KeptPacks
from idlib_wargame.packs.reader import PackReading, keep_sound_packs, read_files, read_pack
from tests.conftest import HARBOUR
from tests.systems import needs_modes

PACKS = (
    HARBOUR,
    HARBOUR.with_name("harbour_full"),
    HARBOUR.parent.parent.parent / "scenarios" / "idlib-2020",
)


@pytest.fixture
def folder(tmp_path: Path) -> Iterator[Path]:
    """Where this installation keeps them."""
    folder = tmp_path / "cache" / "packs"
    keep_sound_packs(folder)
    yield folder
    keep_sound_packs(None)


@pytest.fixture
def kept(folder: Path, harbour: PackReading) -> Path:
    """The file that is kept of the harbour pack."""
    read_files(harbour.files)
    [file] = folder.iterdir()
    return file


def sealed(plain: object) -> str:
    """A kept file as somebody may write it who knows its form."""
    text = json.dumps(plain)
    return f"{hashlib.sha256(text.encode()).hexdigest()}\n{text}"


@pytest.mark.parametrize("path", PACKS, ids=lambda path: path.name)
def test_a_pack_comes_back_as_it_was_read(folder: Path, path: Path) -> None:
    """From a folder and from a session's record, to the last row and of the same types."""
    first = read_pack(path)
    assert first.scenario is not None
    assert len(list(folder.iterdir())) == 1
    for again in (read_pack(path), read_files(first.files)):
        assert again == first
        assert again.scenario is not first.scenario
    found = KeptPacks(folder).find(first.files)
    assert found == (first.scenario.as_written or first.scenario)
    assert [type(each) for each in vars(found).values()] == [
        type(getattr(first.scenario, name)) for name in vars(found)
    ]
    assert len(list(folder.iterdir())) == 1


@needs_modes
def test_it_is_the_users_own_file(kept: Path) -> None:
    """Nobody else on the machine reads or writes it."""
    assert stat.S_IMODE(kept.stat().st_mode) == 0o600
    assert stat.S_IMODE(kept.parent.stat().st_mode) == 0o700


def test_another_letter_is_another_pack(kept: Path, harbour: PackReading) -> None:
    """A stranger's pack of the same name is checked."""
    [name] = [name for name in harbour.files if name == "pack.yaml"]
    files = {**harbour.files, name: harbour.files[name] + "\n# another\n"}
    assert KeptPacks(kept.parent).find(files) is None
    assert read_files(files).scenario == harbour.scenario
    assert len(list(kept.parent.iterdir())) == 2


def test_problems_are_told_every_time(folder: Path, harbour: PackReading) -> None:
    """A pack with problems is never kept."""
    files = {**harbour.files, "moves/talks.yaml": "moves: 7\n"}
    first = read_files(files)
    assert first.problems
    assert read_files(files) == first
    assert not folder.exists()


@pytest.mark.parametrize(
    "text",
    [
        "",
        "\n",
        "not a digest\n[]",
        sealed(7),
        sealed(["tuple", 1, 2]),
        sealed(["Path", "/etc/passwd"]),
        sealed(["Scenario"]),
        sealed([]),
        sealed([{"a": 1}]),
        sealed(["day", "yesterday"]),
        sealed(["band", 99]),
        sealed(["set", ["mapping"]]),
        "[" * 100_000,
    ],
)
def test_what_is_no_pack_is_read_anew(kept: Path, harbour: PackReading, text: str) -> None:
    """Whatever stands in the file; and the pack is kept again as it ought to be."""
    whole = kept.read_bytes()
    kept.write_text(text, encoding="utf-8")
    assert read_files(harbour.files) == harbour
    assert json.loads(kept.read_text(encoding="utf-8").split("\n")[1])[0] == "Scenario"
    assert len(kept.read_bytes()) == len(whole)


def test_a_deeply_nested_file_is_read_anew(kept: Path, harbour: PackReading) -> None:
    """Right digest and all."""
    text = "[" * 50_000 + "]" * 50_000
    kept.write_text(f"{hashlib.sha256(text.encode()).hexdigest()}\n{text}", encoding="utf-8")
    assert read_files(harbour.files) == harbour


def test_damage_is_seen(kept: Path, harbour: PackReading) -> None:
    """Any byte that changed, and any that is missing."""
    whole = kept.read_bytes()
    rounds = range(0, len(whole), 499)
    for place in rounds:
        damaged = bytearray(whole)
        damaged[place] ^= 1
        kept.write_bytes(damaged)
        assert KeptPacks(kept.parent).find(harbour.files) is None
        kept.write_bytes(whole[:place])
        assert KeptPacks(kept.parent).find(harbour.files) is None
    assert len(rounds) > 20


def test_without_a_place_packs_are_read_all_the_same(tmp_path: Path, harbour: PackReading) -> None:
    """A folder that cannot be made costs time and nothing else."""
    (tmp_path / "file").write_text("in the way")
    keep_sound_packs(tmp_path / "file" / "packs")
    try:
        assert read_files(harbour.files) == harbour
    finally:
        keep_sound_packs(None)


def test_the_folder_does_not_grow_for_ever(folder: Path, harbour: PackReading) -> None:
    """The oldest go."""
    packs = KeptPacks(folder)
    assert harbour.scenario is not None
    for number in range(MOST_KEPT + 3):
        packs.keep({"pack.yaml": str(number)}, harbour.scenario)
    assert len(list(folder.iterdir())) == MOST_KEPT
    assert packs.find({"pack.yaml": str(MOST_KEPT + 2)}) == harbour.scenario
