"""What whoever writes notes may read and do: the facilitator, or one observer.

It holds functions and no session, as a seat's door does.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass

from idlib_wargame.session.acts import FACILITATOR
from idlib_wargame.session.faults import Refused
from idlib_wargame.session.grown import Grown
from idlib_wargame.session.kinds.desk_draft import DraftAtDesk
from idlib_wargame.session.kinds.note import TakeNote, latest_notes
from idlib_wargame.session.notes import Note, Tie
from idlib_wargame.session.play import Play
from idlib_wargame.session.seating import EVERYTHING, Observer
from idlib_wargame.session.session import Session
from idlib_wargame.views.notes.rows import NoteRow, is_of, note_counts, note_rows, stamp_words
from idlib_wargame.views.notes.tags import tags_used
from idlib_wargame.views.notes.ties import NamedTie, TieGroup, named, tie_groups
from idlib_wargame.words.language import _


@dataclass(frozen=True, slots=True)
class NoteDoor:
    """Made by ``note_door``. ``take`` raises Refused where a note may not be taken now.

    ``stamp`` says what a note would be stamped with; ``of`` and ``write`` are what is half typed
    at a place; ``watch`` calls what it is given after every change that is more than that.
    """

    is_observer: bool
    rows: Callable[[], tuple[NoteRow, ...]]
    counts: Callable[[], dict[Tie, int]]
    tags: Callable[[], tuple[str, ...]]
    ties: Callable[[], tuple[TieGroup, ...]]
    name: Callable[[Tie], NamedTie]
    stamp: Callable[[], str]
    take: Callable[[TakeNote], None]
    of: Callable[[str], str]
    write: Callable[[str, str], None]


def note_door(
    session: Session,
    reader: Observer | None = None,
    uncovered: Callable[[], bool] = lambda: True,
) -> NoteDoor:
    """The notes of that session for the facilitator, or for an observer. ``uncovered`` says
    whether what is private or secret may be named on the screen now.
    """
    by = reader.by if reader is not None else FACILITATOR
    under = f"{by}/{reader.since}/" if reader is not None else ""
    scenario = session.scenario

    def knows_all() -> bool:
        if reader is None:
            return True
        there = session.play.observers.get(reader.name)
        return there is not None and there.since == reader.since and there.sees == EVERYTHING

    def take(act: TakeNote) -> None:
        there = session.play.observers.get(reader.name) if reader is not None else None
        if reader is not None and (there is None or there.since != reader.since):
            raise Refused(_("You no longer observe or help, and write no more notes here."))
        session.submit(act, by)

    def shows() -> bool:
        return uncovered() and knows_all()

    tally = _Tally(reader)

    return NoteDoor(
        is_observer=reader is not None,
        rows=lambda: note_rows(scenario, session.play, reader, shows()),
        counts=lambda: tally.of(session.play).counts,
        tags=lambda: tally.of(session.play).tags,
        ties=lambda: tie_groups(scenario, session.play, shows(), knows_all()),
        name=lambda tie: named(scenario, session.play, tie, shows()),
        stamp=lambda: stamp_words(session.play.turn, session.play.phase),
        take=take,
        of=lambda place: session.play.desk_drafts.get(under + place, ""),
        write=lambda place, text: keep_half(session, under + place, text),
    )


class _Tally:
    """What is counted of notes, anew whenever there are others."""

    def __init__(self, reader: Observer | None) -> None:
        self._reader = reader
        self._notes: Grown[Note] | None = None
        self.tags: tuple[str, ...] = ()
        self.counts: dict[Tie, int] = {}

    def of(self, play: Play) -> _Tally:
        """The same, as the exercise stands."""
        if play.notes is not self._notes:
            self._notes = play.notes
            notes = latest_notes(play).values()
            own = [note for note in notes if self._reader is None or is_of(note, self._reader)]
            self.tags, self.counts = tags_used(own), note_counts(own)
        return self


def keep_half(session: Session, place: str, text: str) -> None:
    """Keep what is half typed in a place of the desk, or of a window that lies with it."""
    if text != session.play.desk_drafts.get(place, ""):
        with suppress(Refused):
            session.submit(DraftAtDesk(place, text), FACILITATOR)
