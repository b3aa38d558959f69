"""What stands out along a session's moments: turns, rulings, messages, steps on the ladder."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from idlib_wargame.session.kinds.closed import CLOSED
from idlib_wargame.session.kinds.injected import INJECTED
from idlib_wargame.session.kinds.kind import Moment
from idlib_wargame.session.kinds.ruling import RULING
from idlib_wargame.session.kinds.told import TOLD


@dataclass(frozen=True, slots=True)
class Landmarks:
    """Places of moments, counted from 0.

    ``turns`` is where each turn begins, the first turn first. ``closed`` is where each turn's
    results came to stand. ``steps`` holds a place and how many rungs the ladder moved there.
    ``messages`` are the injects that were sent, and control's words of the moment.
    """

    count: int
    turns: tuple[int, ...]
    closed: tuple[int, ...]
    rulings: tuple[int, ...]
    steps: tuple[tuple[int, int], ...]
    messages: tuple[int, ...] = ()

    def turn_at(self, place: int) -> int:
        """The number of the turn in play at a place."""
        return max(1, bisect_right(self.turns, place))

    def turn_place(self, place: int) -> float:
        """How far a place is along the turn axis, where turn n lies from n − ½ to n + ½."""
        turn = self.turn_at(place)
        if not self.turns:
            return 0.0
        start = self.turns[turn - 1]
        end = self.turns[turn] if turn < len(self.turns) else self.count - 1
        return turn - 0.5 + (place - start) / max(1, end - start)

    def turn_before(self, place: int) -> int:
        """Where the turn in play begins; at its beginning already, where the one before does."""
        earlier = [start for start in self.turns if start < place]
        return earlier[-1] if earlier else 0

    def turn_after(self, place: int) -> int:
        """Where the next turn begins; in the last one, the end."""
        later = (start for start in self.turns if start > place)
        return next(later, self.count - 1)

    def closing_of(self, turn: int) -> int:
        """Where a turn's results came to stand; for turn 0 the beginning, for none the end."""
        if turn <= 0:
            return 0
        return self.closed[turn - 1] if turn <= len(self.closed) else self.count - 1


def landmarks(moments: Sequence[Moment]) -> Landmarks:
    """The landmarks of a session."""
    turns: list[int] = []
    closed: list[int] = []
    rulings: list[int] = []
    steps: list[tuple[int, int]] = []
    for place, moment in enumerate(moments):
        play = moment.play
        if play.turn > len(turns):
            turns.append(place)
        if moment.kind is RULING:
            rulings.append(place)
        if moment.kind is CLOSED and play.last is not None:
            closed.append(place)
            moved = play.last.result.rung - play.last.opening["rung"]
            if moved:
                steps.append((place, moved))
    return Landmarks(
        len(moments), tuple(turns), tuple(closed), tuple(rulings), tuple(steps), _messages(moments)
    )


def _messages(moments: Sequence[Moment]) -> tuple[int, ...]:
    told = (INJECTED, TOLD)
    return tuple(place for place, moment in enumerate(moments) if moment.kind in told)
