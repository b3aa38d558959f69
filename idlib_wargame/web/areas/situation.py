"""Where things stand, as the seat knows it: the map, tracks, clocks and charts."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from gettext import NullTranslations

from idlib_wargame.views.map.shown import MapShown
from idlib_wargame.views.online.charts import Charts, charts_of, clocks_told
from idlib_wargame.views.online.maps import map_of
from idlib_wargame.views.online.seat_seen import SeatSeen
from idlib_wargame.web.areas.area import Area, Tab
from idlib_wargame.web.drawing import draw
from idlib_wargame.web.drawn import chart_pictures, grouped, map_picture
from idlib_wargame.web.kept import KeptDrawings
from idlib_wargame.words.language import _, spoken

PLACE = "place-"  # begins the ids of what is told of places
MOST_KEPT = 24  # charts that are drawn: those of the seats, now and before


def parts(seen: SeatSeen) -> Mapping[str, str]:
    """Each piece by its name; of a pack without a map or clocks, that one shows nothing."""
    charts = charts_of(seen.drawing)
    return {
        "situation.map": _map(seen),
        "situation.tracks": _drawn("tracks", groups=grouped(seen.view.tracks)),
        "situation.clocks": _drawn("clocks", clocks=clocks_told(seen.drawing)),
        "situation.charts": _charts(charts, spoken()),
    }


@lru_cache(maxsize=MOST_KEPT)
def _charts(charts: Charts, _said_in: NullTranslations) -> str:
    """They change with a turn; much else that is told here changes more often."""
    return _drawn("charts", shown=charts, pictures=chart_pictures(charts))


def _map(seen: SeatSeen) -> str:
    shown = map_of(seen.drawing)
    return _MAPS.of(shown) if shown is not None else ""


def _draw_map(shown: MapShown) -> str:
    made = map_picture(shown, PLACE)
    return _drawn("map", shown=shown, picture=made.picture, legend=made.legend)


def _drawn(part: str, **values: object) -> str:
    return draw("areas/situation.html", part=part, **values).strip()


_MAPS = KeptDrawings(_draw_map)
SITUATION = Area("situation", Tab.NOW, lambda: _("Situation"), parts)
