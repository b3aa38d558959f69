"""What befalls a file while it is open: cut short in place, or numbered anew by its share."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from random import Random
from typing import Any, NamedTuple, cast
from unittest.mock import patch

from idlib_wargame.record.faults import RecordFault
from idlib_wargame.record.file import Record
from idlib_wargame.record.salvage import salvage


class Truncation(NamedTuple):
    """A file or journal cut short while it was open; what was wrong afterwards, if anything.

    ``lost`` counts the entries that the file itself no longer gives; the exercise has them all.
    """

    what: str
    left: int
    lost: int
    fault: str


def truncations(folder: Path, count: int) -> Iterator[Truncation]:
    """So many records, each cut somewhere while it is open."""
    random = Random(count)
    for number in range(count):
        path = folder / f"{number}.wargame"
        with Record.create(path, bytes(32), files={"pack.yaml": "id: harbour\n" * 500}) as record:
            for act in range(30):
                _note(record, random.randrange(3000))
                if act == 10:
                    record.settle()
            what = random.choice(["file", "journal"])
            cut = path if what == "file" else path.with_name(f"{path.name}-wal")
            left = random.randrange(cut.stat().st_size)
            os.truncate(cut, left)
            yield _told(record, path, what, left)
        for each in folder.glob(f"{number}.*"):
            each.unlink()


def _told(record: Record, path: Path, what: str, left: int) -> Truncation:
    fault = ""
    try:
        _note(record, 100)
        fault = "the append was acknowledged"
    except RecordFault:
        pass
    memory = record.move_to_memory()
    _note(memory, 100)
    elsewhere = path.with_suffix(".elsewhere")
    memory.save_as(elsewhere)
    memory.close()
    saved = salvage(elsewhere)
    if not saved.complete or len(saved.entries) != 31:
        fault = fault or f"saved elsewhere: {saved.stopped}"
    found = salvage(path)
    return Truncation(what, left, 30 - len(found.entries) - len(found.loose), fault)


@contextmanager
def a_share_that_numbers_anew() -> Iterator[None]:
    """From here on, the system gives a file another number at every eighth question.

    So do sshfs, rclone and CIFS without serverino. Only the system's answer changes.
    """
    asked = 0
    true_stat, true_fstat = os.stat, os.fstat

    def renumbered(status: os.stat_result) -> os.stat_result:
        nonlocal asked
        asked += 1
        _make, (values, named) = cast("tuple[Any, tuple[Any, Any]]", status.__reduce__())
        values = (values[0], values[1] + asked // 8, *values[2:])
        return os.stat_result(values, named)

    def stat(*paths: Any, **how: Any) -> os.stat_result:
        return renumbered(true_stat(*paths, **how))

    def fstat(handle: int) -> os.stat_result:
        return renumbered(true_fstat(handle))

    with patch("os.stat", stat), patch("os.fstat", fstat):
        yield


def played_on_such_a_share(path: Path, acts: int) -> str:
    """Plays so many acts there, settling on the way; what was wrong, if anything."""
    with a_share_that_numbers_anew(), Record.create(path, bytes(32)) as record:
        for number in range(acts):
            _note(record, number * 7)
            if number % 10 == 9:
                record.settle()
            if len(salvage(path).entries) != number + 1:
                return f"a look at the file after {number + 1} acts did not give them"
            try:
                Record.open(path)
                return f"a second window opened the file after {number + 1} acts"
            except RecordFault:
                pass
    found = salvage(path)
    return "" if found.complete and len(found.entries) == acts else f"afterwards: {found.stopped}"


def _note(record: Record, length: int) -> None:
    record.append("note", {"turn": 1, "text": "x" * length}, "facilitator")
