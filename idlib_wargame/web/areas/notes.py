"""What a seat writes down for itself. Nobody else reads any of it."""

from __future__ import annotations

from collections.abc import Mapping

from idlib_wargame.session.faults import Refused
from idlib_wargame.views.online.seat_seen import SeatSeen
from idlib_wargame.views.seat_door import SeatDoor
from idlib_wargame.views.seat_notes import (
    LONGEST,
    NoteLine,
    OwnNotes,
    privacy_words,
    take_away_question,
)
from idlib_wargame.web.areas.area import Area, Tab
from idlib_wargame.web.areas.written import Meanwhile, text_together, was_of
from idlib_wargame.web.drawing import draw
from idlib_wargame.web.fields import Amiss, Fields
from idlib_wargame.words.language import _

TEMPLATE = "areas/notes.html"
MOST_NOTES = 1_000_000


def parts(seen: SeatSeen) -> Mapping[str, str]:
    """Where to write, and what was written before, the newest first."""
    return {
        "notes.new": draw(TEMPLATE, part="new", privacy=privacy_words(), most=LONGEST),
        "notes.kept": draw(
            TEMPLATE,
            part="kept",
            in_hand=seen.notes.in_hand,
            notes=_written(seen.notes),
            asks=take_away_question(),
            most=LONGEST,
        ),
    }


def _written(notes: OwnNotes) -> tuple[NoteLine, ...]:
    return (*((notes.in_hand,) if notes.in_hand else ()), *notes.kept)


def _add(door: SeatDoor, fields: Fields) -> str:
    """Each gets a number here, so that two people of a seat may write at once."""
    own = door.own
    own.write_note(own.notes().number, fields.text("text"), True)
    return _("The note is kept.")


def _change(door: SeatDoor, fields: Fields) -> str:
    """As it was read: a note that somebody else of the seat has changed since stays theirs."""
    number, do = fields.whole("number", 1, MOST_NOTES), fields.one_of("do", ("keep", "drop"))
    notes = {each.number: each for each in _written(door.own.notes())}
    text = fields.text("text")
    if number not in notes:
        if number >= door.own.notes().number:
            raise Amiss("number")
        raise Refused(_("That note was taken away meanwhile. Add what you wrote as a new one."))
    stands = notes[number].text
    if do == "drop" and was_of(fields, "text") not in (None, stands):
        said = _("Somebody of your seat has changed that note meanwhile; look at it again.")
        raise Meanwhile(said, stands={"text": stands})
    if do == "keep":
        text = text_together(fields, "text", stands)
        if not text.strip():
            raise Refused(_("The note is empty; write a few words first."))
    door.own.write_note(number, "" if do == "drop" else text, True)
    return _("The note is taken away.") if do == "drop" else _("The note is kept.")


NOTES = Area(
    name="notes",
    tab=Tab.BRIEF,
    title=lambda: _("Notes"),
    parts=parts,
    acts={"add_note": _add, "change_note": _change},
)
