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
from idlib_wargame.views.online.screen_seen import ScreenSeen
from idlib_wargame.views.room.agreements import Agreements
from idlib_wargame.views.room.ladder import Ladder
from idlib_wargame.views.room.map_scene import MapScene
from idlib_wargame.views.room.news import Headline, News
from idlib_wargame.views.room.paging import Stretch
from idlib_wargame.views.room.results import Results
from idlib_wargame.views.room.welcome import Welcome
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
from idlib_wargame.web.wifi_lines import WifiLine, wifi_line
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
    """A stretch of a scene as a scene of its own, where the desk has said which."""
    kind, at = type(seen.shown).__name__, seen.stretch
    page, pages = (at.page, at.pages) if at is not None else (seen.page, seen.pages)
    values = {"shown": seen.shown, "page": page, "pages": pages, **_values(seen)}
    return _drawn("scene", kind=kind, **values)


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
            return {"days": _days(seen.shown, seen.stretch)}
        case Results():
            return _result(seen, seen.shown)
        case Agreements() if seen.stretch is not None:
            at = slice(seen.stretch.first, seen.stretch.after)
            return {"looks": LOOKS, "shown": Agreements(seen.shown.agreements[at])}
        case Welcome():
            return _welcome(seen, seen.shown)
    return {"looks": LOOKS}


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


def _days(shown: News, at: Stretch | None) -> list[Day]:
    newest = shown.headlines[0] if shown.headlines else None
    told_now = shown.headlines[at.first : at.after] if at is not None else shown.headlines
    return [
        Day(facts([_("News"), when]), tuple((each, each is newest) for each in told))
        for when, told in groupby(told_now, lambda each: each.when)
    ]


def _shown_now(seen: ScreenSeen, shown: Results) -> Stretch:
    """The result that is shown; none on the page that stands before all.

    Whoever shows one result after another has no page before the first.
    """
    if (at := seen.stretch) is not None:
        return at
    cover = 0 if shown.latest is not None else 1
    place = min(seen.page, len(shown.results) + cover - 1) - cover
    return Stretch(place, place + 1) if place >= 0 else Stretch(0, 0)


def _result(seen: ScreenSeen, shown: Results) -> dict[str, object]:
    if not shown.results:
        return {"result": None}
    at = _shown_now(seen, shown)
    result = next(iter(shown.results[at.first : at.after]), None)
    return {"result": result, "page": at.page, "pages": at.pages}


def _place(seen: ScreenSeen) -> str:
    """Which of how many is shown, where there are several."""
    said = _("{number} of {count}")
    if isinstance(seen.shown, Results):
        at = _shown_now(seen, seen.shown)
        if not seen.shown.results or at.first == at.after:
            return ""
        return fill(said, number=at.after, count=len(seen.shown.results))
    return fill(said, number=seen.page + 1, count=seen.pages) if seen.pages > 1 else ""


class JoinPage(NamedTuple):
    """The codes with their captions, and what is typed instead; before the seats."""

    named: str
    codes: tuple[tuple[str, Markup], ...]
    page: str
    typed: tuple[WifiLine, ...]


def _welcome(seen: ScreenSeen, shown: Welcome) -> dict[str, object]:
    """While devices can join, the first page is how, and what is played stands after it."""
    if seen.joining is None:
        return {"codes": None}
    if seen.page:
        return {"codes": None, "page": seen.page - 1, "pages": max(seen.pages - 1, 0)}
    how = seen.joining
    codes = zip(how.captions, (code_svg(each) for each in how.codes), strict=True)
    named = facts([each for each in (shown.exercise, shown.group) if each])
    return {
        "codes": JoinPage(named, tuple(codes), how.page, tuple(map(wifi_line, how.typed))),
        "page": 0,
        "pages": 1,
    }
