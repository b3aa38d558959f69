"""The sheet behind the seat's name: what it wants and goes by."""

from __future__ import annotations

from collections.abc import Mapping

from idlib_wargame.views.aims import aims_summary
from idlib_wargame.views.online.seat_seen import SeatSeen
from idlib_wargame.views.seat_door import SeatDoor
from idlib_wargame.web.areas.area import Area, Tab
from idlib_wargame.web.drawing import draw
from idlib_wargame.web.fields import Fields

_PARTS = ("duties", "aims", "own", "public", "again")


def _parts(seen: SeatSeen) -> Mapping[str, str]:
    summary = aims_summary(seen.view)
    return {
        f"brief.{part}": draw("areas/brief.html", part=part, view=seen.view, summary=summary)
        for part in _PARTS
    }


def _read(door: SeatDoor, _fields: Fields) -> str:
    door.own.read_brief()
    return ""


BRIEF = Area("brief", Tab.BRIEF, str, _parts, {"read_brief": _read})
