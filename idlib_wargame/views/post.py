"""Which of a seat's messages its people have seen, and which came since they last looked."""

from __future__ import annotations

from idlib_wargame.session.play import Message
from idlib_wargame.session.seat_view import SeatView


class Post:
    """One look at a seat's messages: from the lifting of the curtain until it is closed.

    ``seen`` are those of earlier looks; None where nobody remembers, and then those of earlier
    turns count as seen.
    """

    def __init__(self, view: SeatView, seen: frozenset[Message] | None = None) -> None:
        if seen is None:
            seen = frozenset(each for each in view.messages if each.turn < view.turn)
        self._before = self.seen = seen
        self.messages = view.messages

    def take(self, view: SeatView) -> Message | None:
        """Take up the messages as they stand; the newest of those that have just come."""
        came = [each for each in view.messages if each not in self.messages]
        self.messages = view.messages
        return came[-1] if came else None

    @property
    def new(self) -> frozenset[Message]:
        """What came since the last look; it counts as new until this look is over."""
        return frozenset(self.messages) - self._before

    @property
    def unseen(self) -> int:
        """How many have not been on screen yet."""
        return len(frozenset(self.messages) - self.seen)

    def look(self) -> None:
        """They are on screen."""
        self.seen |= frozenset(self.messages)
