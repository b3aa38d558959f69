"""Somebody may read on their device and do nothing, until the facilitator lets them act again."""

from __future__ import annotations

from dataclasses import dataclass, replace

from idlib_wargame.record.entry import Entry
from idlib_wargame.rules.pack.scenario import Scenario
from idlib_wargame.session.acts import Act
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
from idlib_wargame.session.kinds.shapes import row, yes_or_no
from idlib_wargame.session.play import Play
from idlib_wargame.words.language import _


@dataclass(frozen=True, slots=True)
class Mute(Act):
    """Whoever sits there by that name may read and not act; or where ``is_muted`` is False, may."""

    person: str
    seat: str
    is_muted: bool = True


def _body(act: Mute, by: str, at: Position) -> Json:
    person = person_there(act.seat, act.person, at)
    if (key_of(act.seat, person) in at.play.muted) == act.is_muted:
        raise Refused(_("It is so already."))
    return told_of(act.seat, person, is_muted=act.is_muted)


def _fold(play: Play, entry: Entry, folding: Folding) -> Play:
    who = {key_of(entry.body["seat"], entry.body["person"])}
    is_muted = entry.body["is_muted"]
    return replace(play, muted=play.muted | who if is_muted else play.muted - who)


def _line(scenario: Scenario, entry: Entry) -> str:
    may_not = Said(
        _("{person} at {seat} may read on their device, and not act."),
        _("Whoever is at {seat} may read on their device, and not act."),
        _("{person} may read on their device, and not act."),
    )
    may = Said(
        _("{person} at {seat} may act again."),
        _("Whoever is at {seat} may act again."),
        _("{person} may act again."),
    )
    return line_of(scenario, entry, may_not if entry.body["is_muted"] else may)


# What follows from it, the room's server sees to: at the laptop everybody acts for their seat.
MUTED = ActKind(
    name="muted",
    shape=row(is_muted=yes_or_no, **PERSON_AT),
    act=Mute,
    body=_body,
    fold=_fold,
    line=_line,
    audience=only_control,
    after_finish=True,
)
