"""Who came by a name that had no PIN and chose one: it may be somebody else who took the name.

Whoever comes by that PIN later is marked so too, for as long as the desk tells of it: they are who
chose it, or have it from them. Kept beside the record by the entry that told of the PIN, which goes
along wherever they are seated and ends when the PIN is reset.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from idlib_wargame.views.online.room_server import NEW_FOR

OWNER = "web.newcomer"
Rows = Mapping[tuple[str, str], str]


def came_first(began: int, at: datetime) -> Rows:
    """What is kept of somebody whose first PIN that entry told of."""
    return {(OWNER, str(began)): at.isoformat()}


def is_newcomer(kept: Mapping[str, str], began: int, at: datetime) -> bool:
    """Whether whoever has the PIN that began by that entry came a short while ago."""
    try:
        return bool(began) and at - datetime.fromisoformat(kept[str(began)]) < NEW_FOR
    except (KeyError, TypeError, ValueError):
        return False
