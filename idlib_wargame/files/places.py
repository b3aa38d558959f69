"""Where the user's own things are: in the system's places, or all in one folder that is named.

The folder keeps apart who shares a laptop's account, and tests from whoever runs them: Windows and
macOS ask no variable of their own where documents and settings are.
"""

from __future__ import annotations

import os
from pathlib import Path

VARIABLE = "IDLIB_WARGAME_HOME"  # of the environment
_NAME = "idlib-wargame"


def documents() -> Path:
    """Where a person's files are offered to be saved; the home folder where there is no other."""
    if (home := _named()) is not None:
        return home
    import platformdirs

    found = platformdirs.user_documents_path()
    return found if found.is_dir() else Path.home()


def settings() -> Path:
    """What is remembered from one start to the next."""
    return _kept("settings", "user_data_path")


def faults() -> Path:
    """What went wrong."""
    return _kept("log", "user_log_path")


def made_again() -> Path:
    """What may be lost."""
    return _kept("cache", "user_cache_path")


def _kept(name: str, asked: str) -> Path:
    if (home := _named()) is not None:
        return home / name
    import platformdirs

    found: Path = getattr(platformdirs, asked)(_NAME, False)
    return found


def _named() -> Path | None:
    """The one folder for everything, if one is named."""
    named = os.environ.get(VARIABLE, "")
    return Path(named).absolute() if named else None
