"""What the kinds of people on devices of their own share: who they are, and how they are told.

Somebody at a seat is known by the seat and their name, "" where nobody sits there by name; somebody
who plays no seat has "" as theirs.
"""

from __future__ import annotations

from typing import NamedTuple

from idlib_wargame.record.entry import Entry
from idlib_wargame.rules.pack.scenario import Scenario
from idlib_wargame.session.faults import Refused
from idlib_wargame.session.kinds.kind import Json, Position
from idlib_wargame.session.kinds.orders import seat_name
from idlib_wargame.session.kinds.seat_pin import people_at
from idlib_wargame.session.kinds.shapes import or_empty, seat, text
from idlib_wargame.session.naming import same_in, told_apart_by
from idlib_wargame.words.language import _, fill

# Beside what each of the kinds has of its own.
PERSON_AT = {"person": text, "seat": or_empty(seat)}
Key = tuple[str, str]  # a seat, and what tells a person apart


def key_of(seat: str, person: str) -> Key:
    """What somebody is known by; two spellings of one name are one person's."""
    return seat, told_apart_by(person)


def found_there(seat: str, person: str, at: Position) -> str | None:
    """The name of who that is, as it is written where they sit or watch; None for nobody."""
    if not seat:
        return same_in(at.play.observers, person)
    return same_in(people_at(at.play, at.seat(seat).id), person)


def person_there(seat: str, person: str, at: Position) -> str:
    """The same. Raises Refused for nobody who is there."""
    found = found_there(seat, person, at)
    if found is None:
        raise Refused(_not_there(seat, person, at))
    return found


def _not_there(seat: str, person: str, at: Position) -> str:
    if not seat:
        return fill(_("Nobody called {name} observes or helps."), name=person)
    name = at.seat(seat).name
    if not person:
        return fill(_("There are people by name at {seat}."), seat=name)
    return fill(_("{person} does not sit at {seat}."), person=person, seat=name)


def told_of(seat: str, person: str, **more: object) -> Json:
    """The body of such an entry."""
    return {"person": person, "seat": seat, **more}


class Said(NamedTuple):
    """A sentence about somebody: at a seat by name, at a seat by no name, or who plays no seat.

    With places for {person} and {seat}.
    """

    by_name: str
    nobody: str
    watching: str


def line_of(scenario: Scenario, entry: Entry, said: Said) -> str:
    """The sentence that an entry needs."""
    person = entry.body["person"]
    if not entry.body["seat"]:
        return fill(said.watching, person=person)
    template = said.by_name if person else said.nobody
    return fill(template, person=person, seat=seat_name(scenario, entry))
