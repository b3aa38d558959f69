"""The entries of a session with where each left the exercise, and what has been struck."""

from __future__ import annotations

from collections.abc import Sequence, Set

from idlib_wargame.record.entry import Entry
from idlib_wargame.rules.turn.referee import Referee
from idlib_wargame.session.kinds.kind import Folding, Moment
from idlib_wargame.session.kinds.registry import kind_named
from idlib_wargame.session.kinds.setup import SETUP, opening_play
from idlib_wargame.session.play import Play


class Chronicle:
    """Folds the record as it grows. Striking an entry folds what stands after it again.

    An entry that strikes others is no moment itself: it shows in what is left.
    """

    def __init__(self, referee: Referee) -> None:
        self.referee = referee
        self._folding = Folding(referee)
        self.moments: list[Moment] = []
        self.entries: list[Entry] = []
        self.struck: set[int] = set()

    @property
    def play(self) -> Play:
        """Where the exercise stands now."""
        return self.moments[-1].play

    def add(self, entry: Entry) -> None:
        """Take an entry in. What comes before the setup is kept, and is no part of play."""
        self.entries.append(entry)
        kind = kind_named(entry.kind)
        if kind is SETUP:
            self.moments.append(Moment(entry, kind, opening_play(entry, self._folding)))
        elif self.moments:
            struck = kind.strikes(entry, (moment.number for moment in self.moments))
            if struck:
                self._strike(struck)
            else:
                self._fold(entry)

    def extend(self, entries: Sequence[Entry]) -> None:
        """Take many entries in."""
        for entry in entries:
            self.add(entry)

    def _fold(self, entry: Entry) -> None:
        kind = kind_named(entry.kind)
        self.moments.append(Moment(entry, kind, kind.fold(self.play, entry, self._folding)))

    def _strike(self, numbers: Set[int]) -> None:
        self.struck |= numbers
        places = [place for place, m in enumerate(self.moments) if m.number in numbers]
        if not places:
            return
        kept = [m.entry for m in self.moments[places[0] :] if m.number not in numbers]
        del self.moments[places[0] :]
        for entry in kept:
            self._fold(entry)
