"""The entries of a session with where each left the exercise, and what has been struck."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from idlib_wargame.record.entry import Entry
from idlib_wargame.rules.turn.referee import Referee
from idlib_wargame.session import bodies
from idlib_wargame.session.fold import Fold
from idlib_wargame.session.play import Play

# What the facilitator's undo may strike. Orders are the seats' own; a finish has shown the seed.
UNDOABLE = frozenset(
    {
        bodies.PHASE,
        bodies.ADJUDICATED,
        bodies.RULING,
        bodies.CLOSED,
        bodies.INJECTED,
        bodies.SKIPPED,
        bodies.TOLD,
        bodies.NOTE,
        bodies.RESEATED,
    }
)


class Moment(NamedTuple):
    """An entry that stands, and where the exercise stood after it."""

    entry: Entry
    play: Play

    @property
    def number(self) -> int:
        """The entry's number."""
        return self.entry.number

    @property
    def at(self) -> str:
        """When it was recorded, UTC, ISO 8601."""
        return self.entry.at

    @property
    def kind(self) -> str:
        """The entry's kind."""
        return self.entry.kind


class Chronicle:
    """Folds the record as it grows. Striking an entry folds what stands after it again."""

    def __init__(self, referee: Referee) -> None:
        self.referee = referee
        self._fold = Fold(referee)
        self.moments: list[Moment] = []
        self.entries: list[Entry] = []
        self.struck: set[int] = set()

    @property
    def play(self) -> Play:
        """Where the exercise stands now."""
        return self.moments[-1].play

    def add(self, entry: Entry) -> None:
        """Take an entry in."""
        self.entries.append(entry)
        if entry.kind == bodies.SETUP:
            self.moments.append(Moment(entry, self._fold.begin(entry)))
        elif entry.kind == bodies.UNDONE:
            self._strike({entry.body["number"]})
        elif entry.kind == bodies.REOPENED:
            first = entry.body["number"]
            self._strike({m.number for m in self.moments if m.number >= first})
        elif self.moments:
            self.moments.append(Moment(entry, self._fold.after(self.play, entry)))

    def extend(self, entries: Sequence[Entry]) -> None:
        """Take many entries in."""
        for entry in entries:
            self.add(entry)

    def last_undoable(self) -> Moment | None:
        """What an undo would strike; None where nothing may be."""
        if self.moments and self.play.finished:
            return None
        found = (moment for moment in reversed(self.moments) if moment.kind in UNDOABLE)
        return next(found, None)

    def adjudication_of(self, turn: int) -> Moment | None:
        """Where a turn's orders were opened; None where they were not."""
        found = (m for m in self.moments if m.kind == bodies.ADJUDICATED)
        return next((m for m in found if m.entry.body["turn"] == turn), None)

    def _strike(self, numbers: set[int]) -> None:
        self.struck |= numbers
        places = [place for place, m in enumerate(self.moments) if m.number in numbers]
        if not places:
            return
        kept = [m.entry for m in self.moments[places[0] :] if m.number not in numbers]
        del self.moments[places[0] :]
        for entry in kept:
            self.moments.append(Moment(entry, self._fold.after(self.play, entry)))
