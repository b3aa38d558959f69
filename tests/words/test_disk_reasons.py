"""Why a file cannot be read or written is told in the program's own words."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from idlib_wargame.words.disk_reasons import disk_reason


@pytest.mark.parametrize(
    ("number", "told"),
    [
        (errno.ENOSPC, "the disk is full"),
        (errno.EACCES, "this account may not do that there"),
        (errno.EROFS, "the disk is read-only"),
    ],
)
def test_a_foreign_reason_is_told_in_our_words(number: int, told: str) -> None:
    """A Windows of another language gives its reasons in that language."""
    assert disk_reason(OSError(number, "Auf dem Datenträger ist kein Platz")) == told


def test_a_file_that_another_program_holds_is_told_as_that() -> None:
    """Windows would say that it is not allowed, which sends people to look for rights."""
    fault = OSError(errno.EACCES, "Der Prozess kann nicht auf die Datei zugreifen")
    fault.winerror = 32  # type: ignore[attr-defined]  # as on Windows
    assert disk_reason(fault) == "another program has it open"


def test_what_is_no_file_is_told_as_it_happens(tmp_path: Path) -> None:
    """Not only as it is made up here."""
    with pytest.raises(OSError, match="gone") as fault:
        os.stat(tmp_path / "gone")  # noqa: PTH116
    assert disk_reason(fault.value) == "there is no such file or folder"


def test_a_rare_reason_is_told_in_the_systems_words() -> None:
    """Better than nothing."""
    assert disk_reason(OSError(errno.EXDEV, "Invalid cross-device link")) == (
        "Invalid cross-device link"
    )
    assert disk_reason(OSError("strange")) == "strange"
    assert disk_reason(OSError()) == "the disk reported a fault"
