"""A first look for somebody new, over the page until they have had it or left it."""

from __future__ import annotations

from collections.abc import Mapping

from idlib_wargame.views.online.seat_seen import SeatSeen
from idlib_wargame.views.seat_door import SeatDoor
from idlib_wargame.web.areas.area import Area, Tab
from idlib_wargame.web.drawing import draw
from idlib_wargame.web.fields import Fields
from idlib_wargame.words.language import _


def _parts(seen: SeatSeen) -> Mapping[str, str]:
    look = seen.first_look
    return {"first_look.cards": draw("areas/first_look.html", look=look) if look.on_page else ""}


def _end(door: SeatDoor, _fields: Fields) -> str:
    door.own.end_first_look()
    return ""


FIRST_LOOK = Area(
    "first_look", Tab.BRIEF, lambda: _("First look"), _parts, {"end_first_look": _end}
)
