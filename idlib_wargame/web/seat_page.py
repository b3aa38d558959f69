"""A seat's whole page, as it is sent once; what changes afterwards comes part by part."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from idlib_wargame.views import brief_reading
from idlib_wargame.views.meanwhile import choose_first_words, keep_mine_words, take_theirs_words
from idlib_wargame.views.online.clock import ClockSeen
from idlib_wargame.views.online.seat_seen import SeatSeen
from idlib_wargame.views.online.standing import muted_words
from idlib_wargame.web.areas.area import Area, Tab
from idlib_wargame.web.areas.registry import AREAS
from idlib_wargame.web.drawing import draw
from idlib_wargame.web.scripts import FRAME, LIVE
from idlib_wargame.web.static_files import static_files
from idlib_wargame.words.language import _

FIRST_LOOK = "first_look"  # the area that lies over the page until it was had
_SCRIPTS = (*FRAME, *LIVE, "told.js", "places.js")


class AreaSeen(NamedTuple):
    """An area where it stands on the page, and whether it has nothing to show now."""

    name: str
    title: str
    parts: tuple[str, ...]
    is_empty: bool


class TabSeen(NamedTuple):
    """A tab: its id and icon, what it says, and the areas under it."""

    id: str
    icon: str
    words: str
    areas: tuple[AreaSeen, ...]

    @property
    def titled(self) -> int:
        """How many of its areas may be jumped to."""
        return sum(bool(area.title) for area in self.areas)


class ClockWords(NamedTuple):
    """What the clock reads while it runs, with ``{time}`` where the page counts on."""

    left: str
    over: str


def seat_page(
    seen: SeatSeen,
    parts: Mapping[str, str],
    person: str,
    csrf: str,
    clock: ClockSeen,
    version: str = "",
    kept: Mapping[str, str] | None = None,
    muted: bool = False,
) -> str:
    """The page of a seat for one person.

    ``csrf`` goes back with every act. ``version`` names the moment that the page shows, for the
    stream that goes on from there. ``kept`` is what that person had typed and not sent.
    With ``muted`` the page says that nothing is taken from them.
    """
    own = {area.name: _seen(area, parts) for area in AREAS}
    sheet = [each for each in AREAS if each.tab is Tab.BRIEF and each.name != FIRST_LOOK]
    return draw(
        "seat.html",
        seen=seen.view,
        seat=seen.view.seat,
        parts=parts,
        person=person,
        csrf=csrf,
        version=version,
        kept=dict(kept or {}),
        muted=muted,
        muted_words=muted_words(),
        keep_mine=keep_mine_words(),
        take_theirs=take_theirs_words(),
        choose_first=choose_first_words(),
        clock=clock,
        clock_words=ClockWords(_("{time} left"), _("{time} over")),
        tabs=_tabs(seen, own),
        sheet=[own[each.name] for each in sheet],
        brief_stays=brief_reading.STAYS,
        looks=[own[each.name] for each in AREAS if each.name == FIRST_LOOK],
        styles=("frame.css", *_of_areas("css")),
        scripts=[name for name in (*_SCRIPTS, *_of_areas("js")) if name in static_files()],
    )


def _of_areas(kind: str) -> list[str]:
    """The files of that kind that areas have of their own, each named after it."""
    own = {f"{area.name}.{kind}" for area in AREAS}
    return sorted(own & set(static_files()))


def _seen(area: Area, parts: Mapping[str, str]) -> AreaSeen:
    names = tuple(name for name in parts if name.partition(".")[0] == area.name)
    is_empty = not any(parts.get(name, "").strip() for name in names)
    return AreaSeen(area.name, area.title(), names, is_empty)


def _tabs(seen: SeatSeen, own: Mapping[str, AreaSeen]) -> tuple[TabSeen, ...]:
    """The tabs at the thumb; without agreements in the pack there is none for them."""
    rows = {
        Tab.NOW: ("situation", _("Now")),
        Tab.MOVES: ("orders", _("Moves")),
        Tab.DEALS: ("seal", _("Deals")),
        Tab.MESSAGES: ("note", _("Messages")),
    }
    if seen.view.ledger is None:
        del rows[Tab.DEALS]
    return tuple(
        TabSeen(tab.value, icon, words, tuple(own[a.name] for a in AREAS if a.tab is tab))
        for tab, (icon, words) in rows.items()
    )
