"""Where the program keeps what is the user's."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from idlib_wargame.files import places


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
        """The places of whoever uses the program."""
        data = places.settings()
        return cls(
            sessions=places.documents() / "Wargames",
            recent=data / "recent.json",
            faults=places.faults() / "faults.log",
            packs=places.made_again() / "packs",
            tries=data / "tries.json",
            look=data / "look.json",
            lists=data / "lists.json",
            wifi=data / "wifi.json",
        )
