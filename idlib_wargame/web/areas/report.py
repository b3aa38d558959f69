"""The situation report of the last turn, as far as the seat may read it."""

from __future__ import annotations

from collections.abc import Mapping

from idlib_wargame.views.online.seat_seen import SeatSeen
from idlib_wargame.web.areas.area import Area, Tab
from idlib_wargame.web.drawing import draw
from idlib_wargame.words.language import _


def parts(seen: SeatSeen) -> Mapping[str, str]:
    """In either length, or while it is held, that it is; nothing before the first."""
    view = seen.view
    return {"report.text": draw("areas/report.html", view=view) if view.reported_turn else ""}


REPORT = Area(name="report", tab=Tab.NOW, title=lambda: _("Report"), parts=parts)
