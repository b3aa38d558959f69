"""The facilitator ended somebody's page: their device may come back by their PIN alone."""

from __future__ import annotations

from dataclasses import dataclass, replace

from idlib_wargame.record.entry import Entry
from idlib_wargame.rules.pack.scenario import Scenario
from idlib_wargame.session.acts import Act
from idlib_wargame.session.kinds.kind import ActKind, Folding, Json, Position, only_control
from idlib_wargame.session.kinds.room_people import (
    PERSON_AT,
    Said,
    key_of,
    line_of,
    person_there,
    told_of,
)
from idlib_wargame.session.kinds.shapes import row
from idlib_wargame.session.play import Play
from idlib_wargame.session.same_person import sitter_of, with_sitter
from idlib_wargame.words.language import _


@dataclass(frozen=True, slots=True)
class EndPerson(Act):
    """Whoever joined at that seat by that name has no page there any more."""

    person: str
    seat: str


def _body(act: EndPerson, by: str, at: Position) -> Json:
    here = at.play.joined.get(key_of(act.seat, act.person))
    person = here.person if here is not None else person_there(act.seat, act.person, at)
    return told_of(act.seat, person)


def _fold(play: Play, entry: Entry, folding: Folding) -> Play:
    seat, person = entry.body["seat"], entry.body["person"]
    gone = key_of(seat, person)
    if seat:
        play = with_sitter(play, seat, person, sitter_of(play, seat, person)._replace(came=0))
    return replace(play, joined={key: each for key, each in play.joined.items() if key != gone})


def _line(scenario: Scenario, entry: Entry) -> str:
    said = Said(
        _("The facilitator ended the page of {person} at {seat}."),
        _("The facilitator ended the page at {seat}."),
        _("The facilitator ended the page of {person}."),
    )
    return line_of(scenario, entry, said)


ENDED = ActKind(
    name="ended",
    shape=row(**PERSON_AT),
    act=EndPerson,
    body=_body,
    fold=_fold,
    line=_line,
    audience=only_control,
    after_finish=True,
)
