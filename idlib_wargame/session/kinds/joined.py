"""Somebody is at their seat, or watches, from a device of their own."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

from idlib_wargame.record.entry import Entry
from idlib_wargame.rules.pack.scenario import Scenario
from idlib_wargame.session.acts import Act
from idlib_wargame.session.day import one_line
from idlib_wargame.session.faults import Refused
from idlib_wargame.session.kinds.kind import ActKind, Folding, Json, Position, only_control
from idlib_wargame.session.kinds.room_people import (
    PERSON_AT,
    Said,
    key_of,
    line_of,
    person_there,
    told_of,
)
from idlib_wargame.session.kinds.shapes import Ground, Strange, row, text
from idlib_wargame.session.play import Play
from idlib_wargame.session.same_person import sitter_of, with_sitter
from idlib_wargame.session.seating import Joined
from idlib_wargame.words.language import _, fill

MOST_OF_DEVICE = 100  # characters


@dataclass(frozen=True, slots=True)
class JoinFrom(Act):
    """Somebody is at that seat from a device, which is called so; "" as the seat for observers.

    Whoever was there on another device is there on this one from now on.
    """

    person: str
    seat: str
    device: str = ""


def _device(value: Any, ground: Ground) -> None:
    text(value, ground)
    if len(value) > MOST_OF_DEVICE:
        raise Strange(value, fill(_("a text of up to {most} characters"), most=MOST_OF_DEVICE))


def _body(act: JoinFrom, by: str, at: Position) -> Json:
    person = person_there(act.seat, act.person, at)
    their_own = act.seat or at.play.observers[person].by
    if by != their_own:
        raise Refused(_("Everybody joins for themselves, at their own seat."))
    return told_of(act.seat, person, device=one_line(act.device))


def _fold(play: Play, entry: Entry, folding: Folding) -> Play:
    body = entry.body
    here = Joined(body["person"], body["seat"], body["device"], entry.at)
    if here.seat:
        sitter = sitter_of(play, here.seat, here.person)._replace(came=entry.number)
        play = with_sitter(play, here.seat, here.person, sitter)
    return replace(play, joined={**play.joined, key_of(here.seat, here.person): here})


def _line(scenario: Scenario, entry: Entry) -> str:
    said = Said(
        _("{person} is at {seat} on a device of their own."),
        _("Somebody is at {seat} on a device of their own."),
        _("{person} watches on a device of their own."),
    )
    return line_of(scenario, entry, said)


# Who is here is a fact of the room: no undo sends anybody away.
JOINED = ActKind(
    name="joined",
    shape=row(device=_device, **PERSON_AT),
    act=JoinFrom,
    body=_body,
    fold=_fold,
    line=_line,
    audience=only_control,
    open_to_seats=True,
    after_finish=True,
)
