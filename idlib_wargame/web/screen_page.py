"""The room's screen as a page, for a second computer at the projector; it follows the desk."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import NamedTuple

from markupsafe import Markup

from idlib_wargame.views.bargains.standing import LOOKS
from idlib_wargame.views.map.legend import LegendEntry
from idlib_wargame.views.map.shown import MapShown
from idlib_wargame.views.online.clock import ClockSeen
from idlib_wargame.views.online.screen_seen import HowToJoin, ScreenSeen
from idlib_wargame.views.room.ladder import Ladder
from idlib_wargame.views.room.map_scene import MapScene
from idlib_wargame.views.room.news import Headline, News
from idlib_wargame.views.room.results import Results
from idlib_wargame.web.drawing import draw
from idlib_wargame.web.kept import KeptDrawings
from idlib_wargame.web.qr import code_svg
from idlib_wargame.web.scripts import LIVE
from idlib_wargame.web.seat_page import ClockWords
from idlib_wargame.web.static_files import static_files
from idlib_wargame.web.svg.ladder import LadderLook, ladder_drawing
from idlib_wargame.web.svg.lettering import wrapped
from idlib_wargame.web.svg.map import map_drawing
from idlib_wargame.web.svg.map_legend import LegendLine, legend_lines
from idlib_wargame.words.language import _, fill
from idlib_wargame.words.lists import facts

_SCRIPTS = (*LIVE, "screen.js")
# Units of a screen 1920 by 1080: the room that scenes have, and the smallest words in it.
ROOM = (1792.0, 850.0)
LEAST = 28
LADDER = LadderLook(1792.0, 750.0, (44, 40, 36, 32, LEAST), 10.0)
# A map is drawn small and enlarged, so that writing, signs and outlines grow alike.
MAP = (520.0, 366.0)
SIDE = 540.0
MOST_NAMED = 6  # changes that are named before the others are counted


def screen_parts(seen: ScreenSeen) -> dict[str, str]:
    """The line along the top, the scene, and what stands at the foot; a blank screen has none."""
    if seen.is_blank:
        return {"screen.top": "", "screen.scene": _blank(), "screen.foot": ""}
    view, place = seen.view, _place(seen)
    top = (view.top.practice, view.top.turn, view.top.dates, view.top.phase)
    named = facts([each for each in top if each])
    return {
        "screen.top": _drawn("top", named=named, is_practice=bool(view.top.practice)),
        "screen.scene": _scene(seen),
        "screen.foot": _drawn("foot", handling=view.handling, place=place),
    }


def screen_page(
    seen: ScreenSeen, parts: Mapping[str, str], csrf: str, clock: ClockSeen, version: str = ""
) -> str:
    """The whole page, as it is sent once; its parts are replaced as the desk goes on."""
    return draw(
        "screen.html",
        title=seen.view.title,
        parts=parts,
        csrf=csrf,
        version=version,
        clock=clock,
        clock_words=ClockWords(_("{time} left"), _("{time} over")),
        scripts=[name for name in _SCRIPTS if name in static_files()],
    )


def _blank() -> str:
    return _drawn("blank")


def _drawn(part: str, **values: object) -> str:
    return draw("screen_parts.html", part=part, **values).strip()


def _scene(seen: ScreenSeen) -> str:
    kind = type(seen.shown).__name__
    values = {"page": seen.page, "pages": seen.pages, **_values(seen)}
    return _drawn("scene", kind=kind, shown=seen.shown, **values)


def _values(seen: ScreenSeen) -> dict[str, object]:
    """What a scene is drawn from besides what it shows."""
    match seen.shown:
        case MapScene(map=None):
            return {"drawn": None}
        case MapScene(map=shown) if shown is not None:
            return {"drawn": _map(shown, bool(seen.shown.waits))}
        case Ladder():
            told = "\n".join(reversed(seen.shown.rungs))
            line = seen.shown.line
            picture = ladder_drawing(seen.shown.rungs, line, seen.shown.turns, LADDER, told)
            return {"picture": picture}
        case News():
            return {"days": _days(seen.shown)}
        case Results():
            return _result(seen, seen.shown)
    return {"looks": LOOKS, "joining": _joining(seen.joining)}


class MapBeside(NamedTuple):
    """A map with as much beside it as has room there."""

    picture: Markup
    heading: str
    changes: tuple[str, ...]
    legend: tuple[LegendLine, ...]


def _map(shown: MapShown, is_headed: bool) -> MapBeside:
    return (_HEADED if is_headed else _BARE).of(shown)


def _draw_map(shown: MapShown, is_headed: bool) -> MapBeside:
    room = ROOM[1] - (90 if is_headed else 0)
    for most in range(MOST_NAMED, 0, -1):
        for entries in shown.legends():
            changes = shown.changes_in_short(most)
            if _height(shown.changes_heading, changes, entries) <= room:
                return _beside(shown, changes, entries)
    return _beside(shown, shown.changes_in_short(1), ())


def _beside(shown: MapShown, changes: tuple[str, ...], entries: Sequence[LegendEntry]) -> MapBeside:
    picture = map_drawing(shown, *MAP, prefix="room")
    lines = legend_lines(shown, entries, "room-sign")
    return MapBeside(picture, shown.changes_heading, changes, lines)


_BARE = KeptDrawings[MapShown, MapBeside](lambda shown: _draw_map(shown, False))
_HEADED = KeptDrawings[MapShown, MapBeside](lambda shown: _draw_map(shown, True))


def _height(heading: str, changes: Sequence[str], entries: Sequence[LegendEntry]) -> float:
    """About how high the words beside a map stand."""
    high = len(wrapped(heading, 34, SIDE, bold=True)) * 46 + 12.0
    high += sum(len(wrapped(each, LEAST, SIDE)) * 35 + 7 for each in changes)
    return high + 20 + sum(len(wrapped(e.words, LEAST, SIDE - 74)) * 36 + 5 for e in entries)


@dataclass(frozen=True)
class Day:
    """The headlines of a turn; the newest of all is set larger."""

    heading: str
    headlines: tuple[tuple[Headline, bool], ...]


def _days(shown: News) -> list[Day]:
    newest = shown.headlines[0] if shown.headlines else None
    return [
        Day(facts([_("News"), when]), tuple((each, each is newest) for each in told))
        for when, told in groupby(shown.headlines, lambda each: each.when)
    ]


class Slot(NamedTuple):
    """A result, and which of how many pages of it; ``place`` is None for the page before all."""

    place: int | None
    page: int
    pages: int


def _slot(seen: ScreenSeen, shown: Results) -> Slot:
    """What the desk's page is about: each result has as many of its pages as the others.

    Whoever shows one result after another has no page before the first.
    """
    cover = 0 if shown.latest is not None else 1
    slots = len(shown.results) + cover
    pages = max(seen.pages, slots)
    slot = min(slots - 1, seen.page * slots // pages)
    first, following = (-(-each * pages // slots) for each in (slot, slot + 1))
    place = slot - cover
    return Slot(place if place >= 0 else None, seen.page - first, following - first)


def _result(seen: ScreenSeen, shown: Results) -> dict[str, object]:
    if not shown.results:
        return {"result": None}
    slot = _slot(seen, shown)
    result = shown.results[slot.place] if slot.place is not None else None
    return {"result": result, "page": slot.page, "pages": slot.pages}


def _place(seen: ScreenSeen) -> str:
    """Which of how many is shown, where there are several."""
    said = _("{number} of {count}")
    if isinstance(seen.shown, Results):
        place = _slot(seen, seen.shown).place if seen.shown.results else None
        if place is None:
            return ""
        return fill(said, number=place + 1, count=len(seen.shown.results))
    return fill(said, number=seen.page + 1, count=seen.pages) if seen.pages > 1 else ""


class Joining(NamedTuple):
    """How to join, as the screen has it."""

    code: Markup
    page: str
    word: str
    wifi: tuple[str, ...]


def _joining(how: HowToJoin | None) -> Joining | None:
    if how is None:
        return None
    return Joining(code_svg(how.link, _("Code to join by")), how.page, how.word, how.wifi)
