"""Who is here with a device, seat by seat, and who waits to be let in: for the facilitator."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from typing import NamedTuple

from idlib_wargame.rules.pack.scenario import Scenario
from idlib_wargame.session.naming import told_apart_by
from idlib_wargame.session.play import Play
from idlib_wargame.session.seating import Seating
from idlib_wargame.views.desk.seat_lines import player_words
from idlib_wargame.views.desk.seat_pins import resettable
from idlib_wargame.views.online.room_server import NEW_FOR, AsksIn, Present, RoomState
from idlib_wargame.words.dates import local_hour
from idlib_wargame.words.habits import habit_name
from idlib_wargame.words.language import _, fill, ngettext
from idlib_wargame.words.lists import facts


class Person(NamedTuple):
    """Somebody with a device, or who sits at a seat and has none yet: ``key`` is "" then.

    ``said`` tells on what and since when. ``is_held_up`` by wrong PINs; ``has_pin`` where it may
    be reset. ``is_new`` where they came lately by a name that nobody had taken.
    """

    key: str
    name: str
    seat: str
    said: str
    is_here: bool = False
    is_muted: bool = False
    is_held_up: bool = False
    has_pin: bool = False
    is_new: bool = False


class Player(NamedTuple):
    """Whom a seat may be given to, by the id of a seating, and what the button says."""

    played_by: str
    words: str
    gives: str


class SeatDevices(NamedTuple):
    """A seat that orders: ``said`` who plays it and how many are here.

    ``others`` are those who might play it instead.
    """

    seat: str
    name: str
    colour: str
    said: str
    people: tuple[Person, ...]
    is_at_laptop: bool
    others: tuple[Player, ...]


class Place(NamedTuple):
    """A seat that somebody may be let in at."""

    seat: str
    name: str
    lets_in: str


class Waiting(NamedTuple):
    """Somebody who asks to be let in. ``seat`` is where they sit by that name, or "".

    ``places`` are those at which they may be let in, none where nobody can be any more.
    """

    key: str
    name: str
    said: str
    seat: str
    places: tuple[Place, ...]


class Devices(NamedTuple):
    """``others`` have joined and sit at no seat: observers, assistants, the room's screen."""

    heading: str
    waiting: tuple[Waiting, ...]
    seats: tuple[SeatDevices, ...]
    others: tuple[Person, ...]


def devices(scenario: Scenario, play: Play, state: RoomState) -> Devices:
    """Who is here as the room and the exercise stand."""
    ordering = [seat for seat in scenario.seats if scenario.orders_of(seat.id)]
    seats = {seat.id for seat in ordering}
    lets_in = _("Let in as {seat}")
    places = tuple(Place(s.id, s.name, fill(lets_in, seat=s.name)) for s in ordering)
    return Devices(
        heading=_heading(state),
        waiting=tuple(_waiting(each, play, places) for each in state.asking),
        seats=tuple(_seat(scenario, play, state, seat.id) for seat in ordering),
        others=tuple(
            _joined(each, play, state) for each in _present(state) if each.seat not in seats
        ),
    )


def _present(state: RoomState) -> tuple[Present, ...]:
    """A screen that has gone is nobody who may come back."""
    return tuple(each for each in state.present if each.person or each.is_here)


def here_by_seat(state: RoomState) -> Mapping[str, int]:
    """How many are here with a device at each seat that anybody is here for."""
    return Counter(each.seat for each in state.present if each.is_here and each.seat)


def here_words(count: int) -> str:
    """How many are here, in a word or two."""
    return fill(ngettext("{count} here", "{count} here", count), count=count)


def devices_tab(state: RoomState) -> str:
    """What the page is called; who waits to be let in is in sight from every page."""
    if state.asking:
        said = ngettext("Devices: {count} waits", "Devices: {count} wait", len(state.asking))
        return fill(said, count=len(state.asking))
    here = sum(each.is_here for each in state.present)
    return fill(_("Devices ({count})"), count=here) if here else _("Devices")


def room_words(state: RoomState) -> str:
    """How it stands, on the way to the page."""
    if not state.is_open:
        return _("Open to the room…")
    here = sum(each.is_here for each in state.present)
    count = len(state.asking) or here
    said = ngettext("Room open · {count} here", "Room open · {count} here", count)
    away = sum(bool(each.person) and not each.is_here for each in state.present)
    if not count and away:
        said = ngettext("Room open · {count} away", "Room open · {count} away", away)
        return fill(said, count=away)
    if not count:
        return _("Room open · nobody yet")
    if state.asking:
        said = ngettext("Room open · {count} waits", "Room open · {count} wait", count)
    return fill(said, count=count)


def _heading(state: RoomState) -> str:
    present = _present(state)
    here = sum(each.is_here for each in present)
    away = len(present) - here
    said = [fill(ngettext("{count} device is here", "{count} devices are here", here), count=here)]
    if away:
        said.append(fill(ngettext("{count} is away", "{count} are away", away), count=away))
    return facts(said) if present else _("Nobody has joined yet")


def _seat(scenario: Scenario, play: Play, state: RoomState, seat: str) -> SeatDevices:
    row, seating = scenario.seat_by_id[seat], play.setup.of(seat)
    people = tuple(_people(play, state, seating))
    here, at_laptop = sum(each.is_here for each in people), seat in play.at_laptop
    said = [player_words(scenario, seating)] if seating.played_by != "person" else []
    if at_laptop:
        said.append(_("at the laptop"))
    if here:
        said.append(here_words(here))
    elif seating.played_by == "person":
        said.append(_("nobody is here with a device"))
    others = tuple(each for each in _players(scenario) if each.played_by != seating.played_by)
    return SeatDevices(seat, row.name, row.colour, facts(said), people, at_laptop, others)


def _people(play: Play, state: RoomState, seating: Seating) -> Iterable[Person]:
    """Those who have joined, and then those who sit here and have not."""
    joined = [each for each in state.present if each.seat == seating.seat]
    for each in joined:
        yield _joined(each, play, state)
    there = {told_apart_by(each.person) for each in joined}
    if seating.played_by == "person":
        for name in seating.people:
            if told_apart_by(name) not in there:
                yield _marked(Person("", name, seating.seat, _("no device yet")), play, state)


def _joined(each: Present, play: Play, state: RoomState) -> Person:
    said = [each.what] if not each.seat else []
    said += [each.on] if each.on else []
    said.append(_since(each))
    is_new = _is_new(each)
    said += [fill(_("first time, from {address}"), address=each.address)] if is_new else []
    named = each.person or each.what
    here = Person(each.key, named, each.seat, facts(said), each.is_here, is_new=is_new)
    return _marked(here, play, state)


def _since(each: Present) -> str:
    """Here or away, and since when, where that is known."""
    hour = local_hour(each.since if each.is_here else each.seen)
    if not hour:
        return _("here") if each.is_here else _("away")
    return fill(_("here since {time}") if each.is_here else _("away since {time}"), time=hour)


def _is_new(each: Present) -> bool:
    try:
        since = datetime.fromisoformat(each.since)
    except ValueError:
        return False
    return each.is_first and datetime.now(UTC) - since < NEW_FOR


def _marked(person: Person, play: Play, state: RoomState) -> Person:
    """With what was done about them."""
    alike = told_apart_by(person.name)
    held_up = {(each.seat, told_apart_by(each.person)) for each in state.held_up}
    pins = resettable(play, person.seat) if person.seat else ()
    is_muted, is_held_up = ((person.seat, alike) in each for each in (play.muted, held_up))
    said = [_("muted")] if is_muted else []
    said += [_("waits after wrong PINs")] if is_held_up else []
    return person._replace(
        said=facts([person.said, *said]),
        is_muted=is_muted,
        is_held_up=is_held_up,
        has_pin=alike in map(told_apart_by, pins),
    )


def _players(scenario: Scenario) -> Iterable[Player]:
    yield Player("person", _("Its people"), _("Give it back to its people…"))
    yield Player("control", _("The facilitator"), _("Give it to the facilitator…"))
    for habit in scenario.habits:
        named = fill(_("Habit: {habit}"), habit=habit_name(habit))
        yield Player(f"habit:{habit.id}", named, _("Give it to this habit…"))


def _waiting(each: AsksIn, play: Play, places: tuple[Place, ...]) -> Waiting:
    """After the finish nobody's seat is changed any more: whoever sits at one may come in there."""
    if play.finished:
        seats = {each.seat} if each.seat and play.setup.of(each.seat).played_by == "person" else ()
        places = tuple(place for place in places if place.seat in seats)
    said = [each.on] if each.on else []
    hour = local_hour(each.at)
    said.append(fill(_("waits since {time}"), time=hour) if hour else _("waits"))
    said += [] if places else [_("the exercise is over, so nobody new can be let in")]
    return Waiting(each.key, each.name, facts(said), each.seat, places)
