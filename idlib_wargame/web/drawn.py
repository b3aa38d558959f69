"""What pages draw of tracks, maps and charts, for a seat's page, an observer's and the room's."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from string import ascii_uppercase
from typing import NamedTuple

from markupsafe import Markup

from idlib_wargame.views.map.shown import MapShown
from idlib_wargame.views.online.charts import Charts
from idlib_wargame.views.tracks import TrackLine
from idlib_wargame.web.svg.bars import Series, bars_drawing
from idlib_wargame.web.svg.ladder import LadderLook, Marked, ladder_drawing
from idlib_wargame.web.svg.map import map_drawing
from idlib_wargame.web.svg.map_legend import LegendLine, legend_lines
from idlib_wargame.words.language import _

WIDTH = 360.0  # units: as many pixels on a phone, so that the words are read there
FLOW = 110.0


class TrackGroup(NamedTuple):
    """Tracks under the name of their group."""

    name: str
    lines: tuple[TrackLine, ...]


class ClockMark(NamedTuple):
    """A clock on the ladder, by a letter."""

    letter: str
    words: str


class ChartPictures(NamedTuple):
    """The three measures, each drawn by itself."""

    ladder: Markup
    severity: Markup
    worse: Markup
    marks: tuple[ClockMark, ...]


class MapPicture(NamedTuple):
    """A map as it is drawn, and what its signs mean."""

    picture: Markup
    legend: tuple[LegendLine, ...]


def grouped(lines: Iterable[TrackLine]) -> tuple[TrackGroup, ...]:
    """Tracks by their groups, each where its first stands."""
    found: dict[str, list[TrackLine]] = {}
    for line in lines:
        found.setdefault(line.group, []).append(line)
    return tuple(TrackGroup(name, tuple(mine)) for name, mine in found.items())


def map_picture(shown: MapShown, opens: str) -> MapPicture:
    """A map for a page that is read on a phone; a place ``opens`` what is told of it."""
    picture = map_drawing(shown, WIDTH, prefix=f"{opens}map", opens=opens)
    entries = next(shown.legends())
    return MapPicture(picture, legend_lines(shown, entries, f"{opens}sign"))


def chart_pictures(charts: Charts) -> ChartPictures:
    """The charts of an exercise, for such a page."""
    letters = ascii_uppercase[: len(charts.clocks)]
    marks = [Marked(letter, c.place) for letter, c in zip(letters, charts.clocks, strict=False)]
    look = LadderLook(WIDTH)
    return ChartPictures(
        ladder=ladder_drawing(
            charts.rungs, charts.line, charts.turns, look, "\n".join(charts.said), marks
        ),
        severity=_bars(
            _("Severity, turn by turn"),
            [Series(each.colour, each.points) for each in charts.severity],
            charts,
        ),
        worse=_bars(_("Hostility, turn by turn"), [Series("", charts.worse)], charts),
        marks=tuple(map(ClockMark, letters, (each.words for each in charts.clocks))),
    )


def _bars(title: str, series: Sequence[Series], charts: Charts) -> Markup:
    told = "\n".join(each.flows for each in reversed(charts.told) if each.flows)
    return bars_drawing(title, series, charts.turns, WIDTH, FLOW, told, charts.numbers)
