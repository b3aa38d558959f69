"""Where files are asked for: beside their exercise, in a folder that is there."""

from __future__ import annotations

import os
from pathlib import Path

from idlib_wargame.windows.user_paths import UserPaths


def folder_beside(session: Path | None) -> Path:
    """The folder of a session's file; that of all exercises where it can hold nothing."""
    folder = session.parent if session is not None else None
    if folder is not None and folder.is_dir() and os.access(folder, os.W_OK):
        return folder
    return nearest(UserPaths.of_user().sessions)


def nearest(folder: Path) -> Path:
    """The folder, or the nearest above it that is there.

    A window that is to open in a folder that is gone opens where the program happens to run.
    """
    above = folder.absolute()
    found = next((each for each in (above, *above.parents[:-1]) if each.is_dir()), None)
    return found or Path.home()


def made(folder: Path) -> Path:
    """The folder, made if it was not there; where it cannot be, the nearest above it."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError:
        return nearest(folder)
    return folder
