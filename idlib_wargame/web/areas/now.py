"""What is asked of a seat now, and what it has to see to this turn."""

from __future__ import annotations

from collections.abc import Mapping

from idlib_wargame.views.online.seat_seen import SeatSeen
from idlib_wargame.web.areas.area import Area, Tab
from idlib_wargame.web.drawing import draw
from idlib_wargame.web.frame import next_of


def _parts(seen: SeatSeen) -> Mapping[str, str]:
    view = seen.view
    return {
        f"now.{part}": draw("areas/now.html", part=part, view=view, next=next_of(view)).strip()
        for part in ("asked", "told", "duties")
    }


NOW = Area("now", Tab.NOW, str, _parts)
