"""What not every system has: a test that needs it is skipped there, and says what is lacking."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

_ON_WINDOWS = sys.platform == "win32"
needs_modes = pytest.mark.skipif(_ON_WINDOWS, reason="Windows keeps others out by other means")
needs_signals = pytest.mark.skipif(_ON_WINDOWS, reason="signals of POSIX systems")
needs_a_small_disk = pytest.mark.skipif(_ON_WINDOWS, reason="Windows limits no file's size")
needs_pipes = pytest.mark.skipif(_ON_WINDOWS, reason="Windows has no pipes among its files")
needs_names_of_bytes = pytest.mark.skipif(
    sys.platform in ("win32", "darwin"), reason="names of files are text on this system"
)


def link(place: Path, to: Path | str) -> None:
    """Make a link to a file or folder; Windows allows them to few."""
    try:
        place.symlink_to(to)
    except (OSError, NotImplementedError) as fault:
        pytest.skip(f"this account may not make links: {fault}")


def pipe(place: Path) -> None:
    """Make a pipe that has a name."""
    if sys.platform == "win32":
        pytest.skip("Windows has no pipes among its files")
    os.mkfifo(place)
