"""Every area of a seat's page, in the order in which they stand under their tabs."""

from __future__ import annotations

from collections.abc import Mapping

from idlib_wargame.views.online.seat_seen import SeatSeen
from idlib_wargame.web.areas.area import Area, Does
from idlib_wargame.web.areas.arrival import ARRIVAL
from idlib_wargame.web.areas.asked import ASKED
from idlib_wargame.web.areas.brief import BRIEF
from idlib_wargame.web.areas.deals import DEALS
from idlib_wargame.web.areas.first_look import FIRST_LOOK
from idlib_wargame.web.areas.history import HISTORY
from idlib_wargame.web.areas.judgement import JUDGEMENT
from idlib_wargame.web.areas.messages import MESSAGES
from idlib_wargame.web.areas.moves import MOVES
from idlib_wargame.web.areas.notes import NOTES
from idlib_wargame.web.areas.now import NOW
from idlib_wargame.web.areas.report import REPORT
from idlib_wargame.web.areas.results import RESULTS
from idlib_wargame.web.areas.situation import SITUATION
from idlib_wargame.web.areas.this_device import THIS_DEVICE
from idlib_wargame.web.frame import frame_parts
from idlib_wargame.web.redrawn import Redrawn

AREAS: tuple[Area, ...] = (
    ARRIVAL,
    NOW,
    ASKED,
    JUDGEMENT,
    RESULTS,
    REPORT,
    SITUATION,
    MOVES,
    DEALS,
    MESSAGES,
    BRIEF,
    NOTES,
    HISTORY,
    FIRST_LOOK,
    THIS_DEVICE,
)


def drawn_anew() -> Redrawn:
    """Draws one seat's page again and again, each time only what changed."""
    return Redrawn({"": frame_parts, **{area.name: area.parts for area in AREAS}})


def parts_of(seen: SeatSeen) -> dict[str, str]:
    """Every part of a seat's page by its name."""
    return drawn_anew().parts(seen)


def acts() -> Mapping[str, Does]:
    """Every act that a seat's page may ask for, by its name."""
    return {name: does for area in AREAS for name, does in area.acts.items()}
