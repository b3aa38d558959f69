"""Where the program keeps what is the user's."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

_FOLDER = "idlib-wargame"


class UserPaths(NamedTuple):
    """``sessions`` is the folder for new exercises; ``recent``, ``faults`` and ``tries`` are files.

    ``tries`` counts wrong PINs. ``packs`` is the folder for packs that were found sound, ``look``
    the file for theme, size of text and places of windows, ``lists`` that for what headings of
    lists stand for, ``wifi`` that for the room's Wi-Fi; None keeps none.
    """

    sessions: Path
    recent: Path
    faults: Path
    tries: Path
    packs: Path | None = None
    look: Path | None = None
    lists: Path | None = None
    wifi: Path | None = None

    @classmethod
    def of_user(cls) -> UserPaths:
        """The system's own places; the home folder where it has none for documents."""
        import platformdirs

        documents = platformdirs.user_documents_path()
        data = platformdirs.user_data_path(_FOLDER, False)
        home = documents if documents.is_dir() else Path.home()
        return cls(
            sessions=home / "Wargames",
            recent=data / "recent.json",
            faults=platformdirs.user_log_path(_FOLDER, False) / "faults.log",
            packs=platformdirs.user_cache_path(_FOLDER, False) / "packs",
            tries=data / "tries.json",
            look=data / "look.json",
            lists=data / "lists.json",
            wifi=data / "wifi.json",
        )
