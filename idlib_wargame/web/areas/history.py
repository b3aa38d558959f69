"""What a seat ordered, turn by turn, and what came of it."""

from __future__ import annotations

from collections.abc import Mapping

from idlib_wargame.views.online.seat_seen import SeatSeen
from idlib_wargame.views.own_history import history_words
from idlib_wargame.web.areas.area import Area, Tab
from idlib_wargame.web.drawing import draw
from idlib_wargame.words.language import _


def parts(seen: SeatSeen) -> Mapping[str, str]:
    """A block a turn, the newest first, folded."""
    turns = seen.history
    html = draw("areas/history.html", turns=turns, said=history_words(turns))
    return {"history.turns": html}


HISTORY = Area(name="history", tab=Tab.BRIEF, title=lambda: _("History"), parts=parts)
