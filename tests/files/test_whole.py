"""A file or a folder is there whole or not at all, whatever the disk does meanwhile."""

from __future__ import annotations

import errno
import os
import re
import signal
import stat
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path, PurePosixPath

import pytest

from idlib_wargame.files.whole import draft_of, write_folder_whole, write_whole
from tests.systems import link, needs_a_small_disk, needs_modes

PACK = {
    PurePosixPath("pack.yaml"): b"small",
    PurePosixPath("moves/long.yaml"): b"x" * 20_000,
    PurePosixPath("seats.yaml"): b"small",
}


@contextmanager
def disk_that_ends_after(count: int) -> Iterator[None]:
    """No file may grow past so many bytes, as on a disk that is full."""
    import resource

    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    handler = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (count, limits[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
        signal.signal(signal.SIGXFSZ, handler)


def under(folder: Path) -> list[str]:
    """Everything in a folder, hidden things too."""
    return sorted(str(path.relative_to(folder)) for path in folder.rglob("*"))


@needs_modes
def test_its_owner_alone_may_read_it(tmp_path: Path) -> None:
    """Mode 0600, also in place of one that everybody could read."""
    path = tmp_path / "chart.png"
    path.write_bytes(b"old")
    path.chmod(0o644)
    write_whole(path, b"new")
    assert path.read_bytes() == b"new"
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert under(tmp_path) == ["chart.png"]


@needs_a_small_disk
@pytest.mark.parametrize("before", [b"", b"the old one"])
def test_a_full_disk_leaves_what_was_there(tmp_path: Path, before: bytes) -> None:
    """The old file stands, or none; nothing is left beside it; the fault names the file."""
    path = tmp_path / "chart.png"
    if before:
        path.write_bytes(before)
    with disk_that_ends_after(16_384), pytest.raises(OSError, match=r"chart\.png") as fault:
        write_whole(path, b"x" * 50_000)
    assert fault.value.filename == str(path)
    assert under(tmp_path) == (["chart.png"] if before else [])
    assert not before or path.read_bytes() == before


@pytest.mark.parametrize("name", ["no/such/folder.png", "x" * 300, "folder"])
def test_a_place_that_cannot_be_written_is_named(tmp_path: Path, name: str) -> None:
    """No folder, too long a name, a folder in its place: told of the file, not of a draft."""
    (tmp_path / "folder").mkdir()
    with pytest.raises(OSError, match=re.escape(name)) as fault:
        write_whole(tmp_path / name, b"x")
    assert fault.value.filename == str(tmp_path / name)
    assert under(tmp_path) == ["folder"]


def test_a_link_is_followed(tmp_path: Path) -> None:
    """What the link leads to is written; the link stays one."""
    link(tmp_path / "link", tmp_path / "file")
    write_whole(tmp_path / "link", b"new")
    assert (tmp_path / "link").is_symlink()
    assert (tmp_path / "file").read_bytes() == b"new"


def test_what_is_no_file_is_not_replaced() -> None:
    """Nothing takes the place of the machine's own /dev/null."""
    write_whole(Path(os.devnull), b"x")
    assert not Path(os.devnull).is_file()
    assert Path(os.devnull).exists()


def test_a_folder_is_written_with_those_above_it(tmp_path: Path) -> None:
    """Every file in its place, as files of whoever asked, and nothing else."""
    write_folder_whole(tmp_path / "packs" / "mine", PACK)
    mine = tmp_path / "packs" / "mine"
    assert under(mine) == ["moves", "moves/long.yaml", "pack.yaml", "seats.yaml"]
    assert all((mine / name).read_bytes() == content for name, content in PACK.items())


@needs_a_small_disk
@pytest.mark.parametrize("there", [False, True])
def test_a_full_disk_leaves_no_half_folder(tmp_path: Path, there: bool) -> None:
    """A new folder goes again; one that was there keeps what it held."""
    folder = tmp_path / "packs" / "mine"
    if there:
        folder.mkdir(parents=True)
        (folder / ".kept").write_bytes(b"")
    with disk_that_ends_after(10_000), pytest.raises(OSError, match="mine"):
        write_folder_whole(folder, PACK)
    assert under(tmp_path) == (["packs", "packs/mine", "packs/mine/.kept"] if there else [])


def test_a_folder_under_a_file_is_told(tmp_path: Path) -> None:
    """Where a file stands in the way nothing is made."""
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(OSError, match="mine"):
        write_folder_whole(tmp_path / "file" / "mine", PACK)
    assert under(tmp_path) == ["file"]


@pytest.mark.parametrize("links", [True, False])
def test_a_new_file_never_takes_the_place_of_another(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, links: bool
) -> None:
    """Not even of one that came while it was being made, nor on a stick without second names."""
    if not links:

        def refused(*_names: object) -> None:
            raise OSError(errno.EPERM, "no second names here")

        monkeypatch.setattr(os, "link", refused)
    there = tmp_path / "notes.txt"
    with draft_of(there) as draft:
        draft.write_bytes(b"one")
    with pytest.raises(FileExistsError) as caught, draft_of(there) as draft:
        draft.write_bytes(b"two")
    assert caught.value.filename == str(there)
    assert there.read_bytes() == b"one"
    assert under(tmp_path) == ["notes.txt"]


def test_what_a_killed_copy_left_is_gone_with_the_next_one(tmp_path: Path) -> None:
    """A day later, and only what is surely ours: not what is being written, nor what is alike."""
    left = [tmp_path / f".wargame-a1b2c3d4.part{beside}" for beside in ("", "-journal")]
    others = [
        tmp_path / name
        for name in (".wargame-young000.part", ".other.part", "wargame-a1b2c3d4.part")
    ]
    for path in (*left, *others):
        path.write_bytes(b"half")
        if "young" not in path.name:
            os.utime(path, (time.time() - 90_000,) * 2)
    (tmp_path / ".wargame-folder00.part").mkdir()
    with draft_of(tmp_path / "copy.wargame") as draft:
        draft.write_bytes(b"whole")
    kept = {"copy.wargame", ".wargame-folder00.part", *(path.name for path in others)}
    assert set(under(tmp_path)) == kept


def test_a_draft_bears_the_name_that_is_tidied(tmp_path: Path) -> None:
    """Else what a kill leaves would stay for ever."""
    with draft_of(tmp_path / "copy.wargame") as draft:
        draft.write_bytes(b"whole")
        left = tmp_path / f"{draft.name}-journal"
        left.write_bytes(b"half")
        os.utime(left, (0, 0))
    write_whole(tmp_path / "chart.png", b"new")
    assert under(tmp_path) == ["chart.png", "copy.wargame"]
