"""Where a file is offered to be saved: beside its exercise, in a folder that is there."""

from __future__ import annotations

import os
from pathlib import Path

from PySide6.QtCore import QStandardPaths


def folder_beside(session: Path | None) -> Path:
    """The folder of a session's file; the user's documents where that can hold nothing."""
    folder = session.parent if session is not None else None
    if folder is not None and folder.is_dir() and os.access(folder, os.W_OK):
        return folder
    documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    found = Path(documents) if documents else Path.home()
    return found if found.is_dir() else Path.home()


def made(folder: Path) -> Path:
    """The folder, made if it was not there; where it cannot be, the nearest above it."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError:
        return next((each for each in folder.parents if each.is_dir()), Path.home())
    return folder
