"""An observer's page: what they were given to see, with nothing to do there but their own notes."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from typing import NamedTuple

from idlib_wargame.views.map.shown import MapShown
from idlib_wargame.views.notes.rows import privacy_words
from idlib_wargame.views.notes.tags import as_typed
from idlib_wargame.views.observer_door import ObserverDoor
from idlib_wargame.views.online.charts import charts_of, clocks_told
from idlib_wargame.views.online.clock import ClockSeen
from idlib_wargame.views.online.maps import map_of
from idlib_wargame.views.online.observer_seen import LONGEST, ObserverSeen, RoomSeen, write_note
from idlib_wargame.views.online.seat_seen import SeatSeen
from idlib_wargame.views.online.standing import muted_words
from idlib_wargame.views.seat_notes import take_away_question
from idlib_wargame.web.areas.area import Area, Tab
from idlib_wargame.web.areas.deals_ledger import ledger_parts
from idlib_wargame.web.areas.registry import AREAS
from idlib_wargame.web.drawing import draw
from idlib_wargame.web.drawn import chart_pictures, grouped, map_picture
from idlib_wargame.web.fields import Fields
from idlib_wargame.web.frame import badges, frame_key
from idlib_wargame.web.kept import KeptDrawings
from idlib_wargame.web.read_only import read_only
from idlib_wargame.web.scripts import FRAME, LIVE
from idlib_wargame.web.seat_page import AreaSeen, ClockWords
from idlib_wargame.web.static_files import static_files
from idlib_wargame.words.escalation import rungs_explained
from idlib_wargame.words.judging import score_explained
from idlib_wargame.words.language import _
from idlib_wargame.words.replaying import results_words

Does = Callable[[ObserverDoor, Fields], str]

# Of a seat's areas, those that show what it is shown; the others are only for acting.
_NOT_SEEN = frozenset({"this_device", "arrival", "first_look", "notes"})
_SCRIPTS = (*FRAME, *LIVE, "places.js")
MOST_NOTES = 1_000_000
PLACE = "place-"


class TabSeen(NamedTuple):
    """A tab of the page, and the areas under it."""

    id: str
    icon: str
    words: str
    areas: tuple[AreaSeen, ...]


def observer_parts(seen: ObserverSeen) -> dict[str, str]:
    """Every part of the page by its name: nothing of another seat's, and of theirs no form."""
    where = seen.seat.view.where if seen.seat else seen.room.where if seen.room else ""
    moment = _moment(seen)
    return {
        "watch.where": draw(
            "watch_parts.html", part="where", where=where, moment=moment, frame=_frame_of(seen)
        ),
        **(_of_seat(seen.seat) if seen.seat else {}),
        **(_of_room(seen.room) if seen.room else {}),
        **_notes(seen),
    }


def _frame_of(seen: ObserverSeen) -> str:
    seat, room = seen.seat and seen.seat.view, seen.room
    of_seat = (seat.seat.id, seat.seat.name, seat.seat.colour, seat.ledger is None) if seat else ()
    of_room = (room.is_whole, room.ledger is None) if room else ()
    return frame_key(
        seen.who, seen.sees, seen.title, seen.handling, seen.is_practice, of_seat, of_room
    )


def _moment(seen: ObserverSeen) -> str:
    return f"{seen.seat.view.turn}-{seen.seat.view.phase}" if seen.seat else seen.stamp


def observer_acts() -> Mapping[str, Does]:
    """What the page may ask for, by its name."""
    return {"write_note": _write_note}


def observer_page(
    seen: ObserverSeen,
    parts: Mapping[str, str],
    csrf: str,
    clock: ClockSeen,
    version: str = "",
    kept: Mapping[str, str] | None = None,
    muted: bool = False,
) -> str:
    """The whole page, as it is sent once; what changes afterwards comes part by part."""
    tabs = tuple(_tabs(seen, parts))
    own = {area.name for area in AREAS} | {"situation", "observer"}
    return draw(
        "watch.html",
        seen=seen,
        seat=seen.seat.view.seat if seen.seat else None,
        parts=parts,
        csrf=csrf,
        version=version,
        kept=dict(kept or {}),
        muted=muted,
        muted_words=muted_words(),
        clock=clock,
        clock_words=ClockWords(_("{time} left"), _("{time} over")),
        tabs=tabs,
        sheet=_areas(Tab.BRIEF, parts) if seen.seat else (),
        styles=("frame.css", *sorted({f"{name}.css" for name in own} & set(static_files()))),
        scripts=[name for name in _SCRIPTS if name in static_files()],
    )


# ---- What a seat is shown


def _of_seat(seen: SeatSeen) -> dict[str, str]:
    shown = _without_offering(seen)
    return {
        name: read_only(html)
        for area in AREAS
        if area.name not in _NOT_SEEN
        for name, html in area.parts(shown).items()
    }


def _without_offering(seen: SeatSeen) -> SeatSeen:
    """Whoever looks on begins no offer, and is not told how one is begun."""
    view, ledger, desk = seen.view, seen.view.ledger, seen.view.offers
    if ledger is not None and not ledger.drafts:
        ledger = ledger._replace(may_offer=False)
    if desk is not None:
        desk = desk._replace(templates=())
    return replace(seen, view=view._replace(ledger=ledger, offers=desk))


def _areas(tab: Tab, parts: Mapping[str, str]) -> tuple[AreaSeen, ...]:
    seen = (each for each in AREAS if each.tab is tab and each.name not in _NOT_SEEN)
    return tuple(_area(each, parts) for each in seen)


def _area(area: Area, parts: Mapping[str, str]) -> AreaSeen:
    names = tuple(name for name in parts if name.startswith(f"{area.name}."))
    is_empty = not any(parts[name].strip() for name in names)
    return AreaSeen(area.name, area.title(), names, is_empty)


# ---- What the room or control is shown


def _of_room(seen: RoomSeen) -> dict[str, str]:
    may_miss = not seen.is_whole
    charts = charts_of(seen.charted, may_miss)
    shown = map_of(seen.drawing, may_miss)
    values: dict[str, dict[str, object]] = {
        "standing": {"rungs_explained": rungs_explained},
        "tracks": {"groups": grouped(seen.tracks)},
        "clocks": {"clocks": clocks_told(seen.drawing, may_miss)},
        "charts": {"shown": charts, "pictures": chart_pictures(charts)},
        "results": {"heading": results_words(seen.turn or None)},
        "report": {},
        "ending": {},
        "messages": {},
    }
    drawn = {
        f"watch.{name}": draw("watch_parts.html", part=name, seen=seen, **each).strip()
        for name, each in values.items()
    }
    drawn["watch.map"] = _MAPS.of(shown) if shown else ""
    return {**drawn, "watch.thoughts": _thoughts(seen), **_deals(seen)}


def _draw_map(shown: MapShown) -> str:
    made = map_picture(shown, PLACE)
    return draw("watch_parts.html", part="map", shown=shown, made=made).strip()


_MAPS = KeptDrawings(_draw_map)


def _thoughts(seen: RoomSeen) -> str:
    told = seen.thoughts
    if told is None:
        return ""
    has_figures = any(each.gave for turn in told.turns for each in turn.thoughts)
    explained = score_explained() if has_figures else ""
    return draw("areas/judgement.html", form=None, thoughts=told, explained=explained)


def _deals(seen: RoomSeen) -> dict[str, str]:
    """By their lists; nobody who looks on answers, so that none of them waits."""
    if seen.ledger is None:
        return {}
    lists = ("deals.waiting", "deals.tabled", "deals.in_force", "deals.over")
    drawn = ledger_parts(seen.ledger)
    is_bare = not seen.ledger.cards
    return {
        **{name: read_only(drawn[name]) for name in lists},
        "deals.none": draw("watch_parts.html", part="no_deals") if is_bare else "",
    }


# ---- Their own notes


def _notes(seen: ObserverSeen) -> dict[str, str]:
    values = {
        "stamp": seen.stamp,
        "notes": [(each, as_typed(each.text, each.tags)) for each in seen.notes],
        "asks": take_away_question(),
        "most": LONGEST,
        "private": privacy_words(False, True),
    }
    return {
        f"notes.{name}": draw("watch_parts.html", part=f"note_{name}", **values).strip()
        for name in ("new", "kept")
    }


def _write_note(door: ObserverDoor, fields: Fields) -> str:
    """Keep a new one, or theirs anew; with ``do`` "drop" take it away."""
    number = fields.whole("number", 0, MOST_NOTES)
    is_dropped = fields.text("do", 8, or_none="") == "drop"
    typed = "" if is_dropped and number else fields.text("text", LONGEST + 1)
    write_note(
        door,
        typed,
        number,
        for_report=fields.is_on("for_report"),
        important=fields.is_on("important"),
    )
    return _("The note is taken away.") if is_dropped else _("The note is kept.")


# ---- The tabs


def _tabs(seen: ObserverSeen, parts: Mapping[str, str]) -> Iterator[TabSeen]:
    if seen.seat is not None:
        has_deals = bool(badges(seen.seat.view)) and seen.seat.view.ledger is not None
        yield TabSeen("now", "situation", _("Now"), _areas(Tab.NOW, parts))
        yield TabSeen("moves", "orders", _("Moves"), _areas(Tab.MOVES, parts))
        if has_deals:
            yield TabSeen("deals", "seal", _("Deals"), _areas(Tab.DEALS, parts))
        yield TabSeen("messages", "note", _("Messages"), _areas(Tab.MESSAGES, parts))
    elif seen.room is not None:
        yield from _room_tabs(seen.room, parts)
    yield TabSeen("notes", "edit", _("Notes"), (_named("notes", "", parts, ("new", "kept")),))


def _room_tabs(seen: RoomSeen, parts: Mapping[str, str]) -> Iterator[TabSeen]:
    now = ("standing", "map", "tracks", "clocks", "charts")
    came = ("ending", "thoughts", "results", "report")
    yield TabSeen("now", "situation", _("Now"), (_named("watch", _("Situation"), parts, now),))
    yield TabSeen("moves", "dice", _("Results"), (_named("came", "", parts, came, "watch"),))
    if seen.ledger is not None:
        lists = ("none", "waiting", "tabled", "in_force", "over")
        yield TabSeen("deals", "seal", _("Deals"), (_named("deals", "", parts, lists),))
    told = _named("messages", "", parts, ("messages",), "watch")
    yield TabSeen("messages", "note", _("Messages"), (told,))


def _named(
    name: str, title: str, parts: Mapping[str, str], pieces: tuple[str, ...], of: str = ""
) -> AreaSeen:
    names = tuple(f"{of or name}.{each}" for each in pieces)
    return AreaSeen(name, title, names, not any(parts.get(each, "").strip() for each in names))
