"""A saved session as one reader may follow it: the moments, the log and what stands out in them."""

from __future__ import annotations

from dataclasses import dataclass, replace

from idlib_wargame.rules.audience import Reader
from idlib_wargame.rules.sight import Sight
from idlib_wargame.session.kinds.kind import Moment
from idlib_wargame.session.log import LogLine
from idlib_wargame.session.play import Play, Turn
from idlib_wargame.session.reading import SavedSession
from idlib_wargame.views.known_play import KnownPlay
from idlib_wargame.views.landmarks import Landmarks, landmarks


@dataclass(frozen=True, eq=False)
class Retelling:
    """What a replay shows to one reader. ``moments`` are those that the reader may know of.

    A moment's own ``play`` is whole; ``play_at`` gives it cut to what the reader may know, and
    ``known.scenario`` is the pack, cut likewise.
    """

    saved: SavedSession
    reader: Reader
    sight: Sight | None
    known: KnownPlay
    log: tuple[LogLine, ...]
    moments: tuple[Moment, ...]
    marks: Landmarks

    @classmethod
    def of(cls, saved: SavedSession, reader: Reader) -> Retelling:
        """The session as that reader (control, or the room) may follow it."""
        sight = None
        if not reader.is_control:
            sight = saved.referee.sight()
        log = saved.log_for(reader)
        told = {line.number for line in log}
        moments = tuple(m for m in saved.moments if sight is None or m.number in told)
        return cls(
            saved=saved,
            reader=reader,
            sight=sight,
            known=KnownPlay(saved.scenario, sight),
            log=log,
            moments=moments,
            marks=landmarks(moments),
        )

    def play_at(self, place: int) -> Play:
        """Where the exercise stood at a moment, as far as the reader may know."""
        play = self.moments[place].play
        if self.sight is not None and play.closed:
            # A ruling that is told in the hot wash shows in the turn that it was made in.
            play = replace(play, closed=tuple(self._closed(t.number) or t for t in play.closed))
        if self.sight is not None and play.pending is not None:
            # The table's result of what was ruled on later may be a secret: only what the turn
            # was closed with is for the room, and of a turn that never was, nothing.
            play = replace(play, pending=self._closed(play.pending.number))
        return self.known.of(play)

    @property
    def last(self) -> Play:
        """Where it stood at the end of the file, as far as the reader may know."""
        return self.play_at(len(self.moments) - 1)

    def _closed(self, number: int) -> Turn | None:
        return next((t for t in self.saved.last.closed if t.number == number), None)
