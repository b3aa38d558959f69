"""A seat has read messages: so that its window knows them again, and their writers may be told."""

from __future__ import annotations

from dataclasses import dataclass, replace

from idlib_wargame.record.entry import Entry
from idlib_wargame.session.acts import Act
from idlib_wargame.session.faults import Refused
from idlib_wargame.session.kinds.kind import (
    ActKind,
    Folding,
    Json,
    Position,
    no_line,
    only_control,
)
from idlib_wargame.session.kinds.letters import key
from idlib_wargame.session.kinds.shapes import list_of, row, seat
from idlib_wargame.session.letters import ReadMark
from idlib_wargame.session.play import Play
from idlib_wargame.words.language import _


@dataclass(frozen=True, slots=True)
class ReadMessages(Act):
    """The seat that does it has read the messages of those keys."""

    keys: tuple[str, ...]


def _body(act: ReadMessages, by: str, at: Position) -> Json:
    reader, play = at.seat(by).id, at.play
    wanted = set(act.keys) - {mark.key for mark in play.read_marks if mark.seat == reader}
    keys = [
        each.key
        for each in play.letters
        if each.key in wanted
        and each.sender != reader
        and (each.is_for_everybody or reader in each.to)
    ]
    if not keys:
        raise Refused(_("There is no message among these that this seat had still to read."))
    return {"seat": reader, "keys": keys}


def _fold(play: Play, entry: Entry, folding: Folding) -> Play:
    marks = play.read_marks
    for each in entry.body["keys"]:
        marks = marks.plus(ReadMark(entry.body["seat"], each))
    return replace(play, read_marks=marks)


MESSAGE_READ = ActKind(
    name="message_read",
    shape=row(seat=seat, keys=list_of(key)),
    act=ReadMessages,
    body=_body,
    fold=_fold,
    line=no_line,
    audience=only_control,
    open_to_seats=True,
)
