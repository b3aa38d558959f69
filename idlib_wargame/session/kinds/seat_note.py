"""A seat writes something down for itself. Nobody else reads it, and control does not either.

It is kept as it is typed: each entry has the whole text of one note, and the last one counts.
"""

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
from idlib_wargame.session.kinds.shapes import row, seat, text, turn, whole, yes_or_no
from idlib_wargame.session.notes import SeatNote
from idlib_wargame.session.play import Play
from idlib_wargame.words.language import _, fill

LONGEST = 10_000  # characters of one note: each pause in typing writes all of it


@dataclass(frozen=True, slots=True)
class WriteSeatNote(Act):
    """The text of a seat's note as it stands now; an empty one takes the note away.

    ``number`` is that of a note of the seat's, or the next. ``is_done`` puts it with the others.
    """

    seat: str
    number: int
    text: str
    is_done: bool


def next_number(notes: tuple[SeatNote, ...]) -> int:
    """The number of the note that a seat begins next; one that was taken away keeps its own."""
    return notes[-1].number + 1 if notes else 1


def _body(act: WriteSeatNote, by: str, at: Position) -> Json:
    row, notes = at.seat(act.seat), at.play.seat_notes.get(act.seat, ())
    if by != act.seat:
        raise Refused(fill(_("Only {seat} itself writes its notes."), seat=row.name))
    if not 1 <= act.number <= next_number(notes):
        said = _("{seat} has no note {number}.")
        raise Refused(fill(said, seat=row.name, number=act.number))
    if len(act.text) > LONGEST:
        said = _("A note has {most} characters at most; go on in another.")
        raise Refused(fill(said, most=LONGEST))
    if not act.text.strip() and act.number == next_number(notes):
        raise Refused(_("The note is empty; write a few words first."))
    return {
        "turn": at.play.turn,
        "seat": act.seat,
        "number": act.number,
        "text": act.text,
        "is_done": act.is_done,
    }


def _fold(play: Play, entry: Entry, folding: Folding) -> Play:
    body = entry.body
    seat, number = body["seat"], body["number"]
    notes = play.seat_notes.get(seat, ())
    began = SeatNote(number, entry.at, body["turn"], play.phase, "", False)
    # A number that no act writes, in a file that was forged, comes where it belongs.
    old = next((note for note in notes if note.number == number), began)
    note = old._replace(text=body["text"], is_done=body["is_done"])
    others = [each for each in notes if each.number != number]
    kept = tuple(sorted([*others, note], key=lambda each: each.number))
    return replace(play, seat_notes={**play.seat_notes, seat: kept})


# No line: whoever reads the log, control too, reads nothing of it, not even that it was written.
SEAT_NOTE = ActKind(
    name="seat_note",
    shape=row(turn=turn, seat=seat, number=whole(1), text=text, is_done=yes_or_no),
    act=WriteSeatNote,
    body=_body,
    fold=_fold,
    line=no_line,
    audience=only_control,
    open_to_seats=True,
    after_finish=True,
)
