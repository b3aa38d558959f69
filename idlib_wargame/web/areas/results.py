"""What came of the last turn, as far as the seat may know it."""

from __future__ import annotations

from collections.abc import Mapping

from idlib_wargame.views.online.seat_seen import SeatSeen
from idlib_wargame.views.results_read import how_to_read
from idlib_wargame.web.areas.area import Area, Tab
from idlib_wargame.web.drawing import draw
from idlib_wargame.words.language import _


def parts(seen: SeatSeen) -> Mapping[str, str]:
    """A card for each order that the seat learns of, then what agreements moved beside them."""
    view = seen.view
    if not view.reported_turn:
        return {"results.cards": ""}
    html = draw("areas/results.html", view=view, how_to_read=how_to_read(view))
    return {"results.cards": html}


RESULTS = Area(name="results", tab=Tab.NOW, title=lambda: _("Results"), parts=parts)
