"""The device in somebody's hand: their PIN, and leaving it. Both are the server's to do."""

from __future__ import annotations

from collections.abc import Mapping

from idlib_wargame.session.pins import LEAST, MOST
from idlib_wargame.views.online.seat_seen import SeatSeen
from idlib_wargame.web.areas.area import Area, Tab
from idlib_wargame.web.drawing import draw
from idlib_wargame.words.language import _


def _parts(_seen: SeatSeen) -> Mapping[str, str]:
    return {"this_device.own": draw("areas/this_device.html", least=LEAST, most=MOST)}


THIS_DEVICE = Area("this_device", Tab.BRIEF, lambda: _("This device"), _parts)
