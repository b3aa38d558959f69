"""What opens a session by double click: what the system is told of the program, for one user."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Protocol

SUFFIX = ".wargame"
MODULE = "idlib_wargame"
WINDOWED = "idlib-wargame-window"  # the command without a console, as pyproject.toml names it


class Association(Protocol):
    """How one system is told, and told otherwise again. Done twice, either does nothing more."""

    def make(self) -> Sequence[Path]:
        """Let files open by double click; the files written for it, if any. Raises OSError."""
        ...

    def undo(self) -> Sequence[Path]:
        """Take back what ``make`` did and nothing else; the files removed. Raises OSError."""
        ...


def opening_command() -> tuple[str, ...]:
    """What the system is to run, with the name of a file or none: without a console where it can.

    Absolute, as the system knows nothing of the environment that the program is installed in.
    """
    python = Path(sys.executable)
    windowed = python.with_name(f"{WINDOWED}.exe")
    if windowed.is_file():
        return (str(windowed),)
    without_console = python.with_name("pythonw.exe")
    runs = without_console if without_console.is_file() else python
    return str(runs), "-m", MODULE
