"""What a seat wrote down for itself, as nobody but that seat reads it."""

from __future__ import annotations

from typing import NamedTuple

from idlib_wargame.session.kinds.seat_note import LONGEST as LONGEST
from idlib_wargame.session.kinds.seat_note import next_number
from idlib_wargame.session.notes import SeatNote
from idlib_wargame.session.play import Play
from idlib_wargame.views.question import Question
from idlib_wargame.words.language import _, fill
from idlib_wargame.words.lists import facts
from idlib_wargame.words.phases import phase_name


class NoteLine(NamedTuple):
    """A note with its stamp: "Turn 2 · Talks", as it was begun."""

    number: int
    stamp: str
    text: str

    @property
    def spoken(self) -> str:
        """The note in a line, for a screen reader."""
        return fill(_("{note}, {stamp}"), note=self.text, stamp=self.stamp)


class OwnNotes(NamedTuple):
    """A seat's notes. ``in_hand`` is the one still being written; ``kept`` the others, newest
    first; ``number`` is that of the next to begin.
    """

    in_hand: NoteLine | None
    kept: tuple[NoteLine, ...]
    number: int


def own_notes(play: Play, seat: str) -> OwnNotes:
    """The notes of a seat, without those that it took away."""
    notes = play.seat_notes.get(seat, ())
    there = [note for note in notes if note.text.strip()]
    unfinished = [note for note in there if not note.is_done]
    in_hand = unfinished[-1] if unfinished else None
    kept = [note for note in reversed(there) if note is not in_hand]
    return OwnNotes(
        in_hand=_line(in_hand) if in_hand else None,
        kept=tuple(map(_line, kept)),
        number=next_number(notes),
    )


def _line(note: SeatNote) -> NoteLine:
    turn = fill(_("Turn {turn}"), turn=note.turn)
    return NoteLine(note.number, facts([turn, phase_name(note.phase)]), note.text)


def privacy_words() -> str:
    """Who reads what is written here."""
    return _("Only your seat reads these: no other seat does, and the facilitator does not.")


def take_away_question() -> Question:
    """Before a note is taken away."""
    return Question(
        _("Take this note away? It cannot be brought back."), _("Take it away"), _("Keep it")
    )


def longest_words() -> str:
    """What is said of a note that can grow no longer."""
    return fill(_("A note has {most} characters at most; go on in another."), most=LONGEST)
