"""Disks that are full or read-only: small ones, mounted where the system lets us."""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import NamedTuple
from unittest.mock import patch

from idlib_wargame.record.faults import RecordFault
from idlib_wargame.record.file import Record
from idlib_wargame.record.salvage import salvage


def why_not() -> str:
    """Why no disk can be mounted here; empty where one can."""
    if not sys.platform.startswith("linux") or not shutil.which("mount"):
        return "mounting a small disk needs Linux"
    is_root = hasattr(os, "geteuid") and os.geteuid() == 0
    return "" if is_root else "mounting a small disk needs root"


@contextmanager
def small_disk(folder: Path, kilobytes: int) -> Iterator[Path]:
    """A disk of that size, mounted at a folder. OSError where the system does not let us."""
    folder.mkdir(exist_ok=True)
    options = f"size={kilobytes}k"
    _run("mount", "-t", "tmpfs", "-o", options, "tmpfs", str(folder))
    try:
        yield folder
    finally:
        _run("umount", str(folder))


def enlarge(disk: Path, kilobytes: int) -> None:
    """Makes room on a small disk."""
    _run("mount", "-o", f"remount,size={kilobytes}k", str(disk))


@contextmanager
def read_only(disk: Path) -> Iterator[None]:
    """Nothing may be written to a small disk for the length of the block."""
    _run("mount", "-o", "remount,ro", str(disk))
    try:
        yield
    finally:
        _run("mount", "-o", "remount,rw", str(disk))


def _run(*command: str) -> None:
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        raise OSError(done.stderr.strip())


class FullDisk(NamedTuple):
    """A record on a disk that filled up; what was wrong afterwards, if anything."""

    kilobytes: int
    acknowledged: int
    fault: str


def full_disks(folder: Path, sizes: Iterator[int] | range) -> Iterator[FullDisk]:
    """A record on a disk of each size in kilobytes, played until no more goes in."""
    for number, kilobytes in enumerate(sizes):
        with small_disk(folder / f"disk{number}", kilobytes) as disk:
            yield _filled(disk, kilobytes)


def _filled(disk: Path, kilobytes: int) -> FullDisk:
    path = disk / "B.wargame"
    acknowledged: list[str] = []
    memory: Record | None = None
    with Record.create(path, bytes(32), files={"pack.yaml": "id: harbour\n" * 100}) as record:
        try:
            for number in range(10_000):
                text = "spoken " * (number * 37 % 900)
                acknowledged.append(record.append("note", {"text": text}, "facilitator").digest)
                if number % 10 == 9:
                    record.settle()
        except RecordFault as fault:
            if "the disk is full" not in str(fault):
                return FullDisk(kilobytes, len(acknowledged), str(fault))
            memory = record.move_to_memory()
    if memory is None or len(memory.entries) != len(acknowledged):
        return FullDisk(kilobytes, len(acknowledged), "memory does not have every entry")
    return FullDisk(kilobytes, len(acknowledged), _afterwards(disk, path, acknowledged))


def _afterwards(disk: Path, path: Path, acknowledged: list[str]) -> str:
    found = salvage(path)
    if not found.complete or [entry.digest for entry in found.entries] != acknowledged:
        return f"the file on the full disk: {found.stopped or 'not what was acknowledged'}"
    enlarge(disk, 1 << 16)
    with Record.open(path) as record:
        record.append("note", {"text": "there is room again"}, "facilitator")
    again = salvage(path)
    if not again.complete or len(again.entries) != len(acknowledged) + 1:
        return f"with room again: {again.stopped}"
    return ""


class NoRoom(NamedTuple):
    """A file read where the folder for temporary files holds so many kilobytes.

    ``told`` says that the reader was told of it; ``fault`` is what was wrong, if anything.
    """

    kilobytes: int
    told: bool
    fault: str


def temporary_folders(folder: Path, sizes: range) -> Iterator[NoRoom]:
    """A file with a journal, read with a folder for temporary files of each size in kilobytes."""
    path = folder / "crashed.wargame"
    with Record.create(folder / "open.wargame", bytes(32)) as record:
        for number in range(40):
            record.append("note", {"text": "spoken " * (number * 37 % 900)}, "facilitator")
        for name in ("open.wargame", "open.wargame-wal"):
            shutil.copyfile(folder / name, folder / name.replace("open", "crashed"))
    for kilobytes in sizes:
        with small_disk(folder / f"temporary{kilobytes}", kilobytes) as disk:
            yield _read_through(path, disk, kilobytes)


def _read_through(path: Path, disk: Path, kilobytes: int) -> NoRoom:
    with patch("tempfile.tempdir", str(disk)):
        try:
            found = salvage(path)
        except RecordFault as fault:
            well = "no room in the folder for temporary files" in str(fault)
            return NoRoom(kilobytes, True, "" if well else str(fault))
    whole = found.complete and len(found.entries) == 40
    return NoRoom(kilobytes, False, "" if whole else found.stopped)


def opened_where_nothing_may_be_written(folder: Path, finished: Path) -> str:
    """A finished file on such a disk, read by sqlite3 and by us; what was wrong, if anything."""
    with small_disk(folder / "share", 1 << 14) as disk:
        path = disk / finished.name
        shutil.copyfile(finished, path)
        with read_only(disk):
            with closing(sqlite3.connect(f"{path.as_uri()}?mode=ro", uri=True)) as connection:
                (rolls,) = connection.execute("SELECT count(*) FROM rolls").fetchone()
            if not rolls:
                return "sqlite3 finds no rolls"
            found = salvage(path)
            if not found.complete or found.remarks:
                return f"salvage: {found.stopped} {found.remarks}"
            try:
                Record.open(path)
            except RecordFault as fault:
                return "" if "read-only" in str(fault) else str(fault)
    return "it was opened for play"
