"""What is written in an exercise: by control to actors, and by seats and control to each other."""

from __future__ import annotations

from typing import NamedTuple

from idlib_wargame.rules.audience import FACILITATOR
from idlib_wargame.rules.result import EffectLine


class Message(NamedTuple):
    """Something that control told some seats: an inject of the pack, or words of the moment.

    ``to`` names actors; empty for all. ``inject`` is the pack's id, empty for words of the moment.
    ``taken_back`` says that its turn was re-opened: it was read, and what it did no longer counts.
    """

    at: str
    turn: int
    to: tuple[str, ...]
    sender: str
    means: str
    title: str
    text: str
    inject: str = ""
    effects: tuple[EffectLine, ...] = ()
    taken_back: bool = False


class Letter(NamedTuple):
    """A message that a seat or control wrote, or a copy of one that control leaked.

    ``sender`` and ``to`` are ids of seats, or FACILITATOR for control; a copy for everybody is to
    nobody named. ``key`` says which it is among all of them: it counts only what went from this
    sender to these, so that nobody learns from it how much others wrote. ``request`` asks control
    for information, ``answers`` is the key of the message that it answers, or the name of the
    inject (``inject.cold_spring``). Of a copy, ``leaks`` is the key of what was leaked, which was
    from ``leaked_from`` to ``leaked_to``. ``after`` is how many messages of ``Play.messages`` came
    before it.
    """

    key: str
    at: str
    turn: int
    phase: str
    sender: str
    to: tuple[str, ...]
    text: str
    request: bool = False
    answers: str = ""
    leaks: str = ""
    leaked_from: str = ""
    leaked_to: tuple[str, ...] = ()
    after: int = 0

    @property
    def people(self) -> frozenset[str]:
        """Who has it: its sender and those it is to."""
        return frozenset((self.sender, *self.to))

    @property
    def is_for_everybody(self) -> bool:
        """Whether the room may read it."""
        return not self.to

    def reached(self, who: str) -> bool:
        """Whether it was sent, or leaked, to that seat or control."""
        return who in self.to or (self.is_for_everybody and who != FACILITATOR)


class LetterDraft(NamedTuple):
    """A message that is half written: to whom, and the key of what it answers."""

    to: tuple[str, ...] = ()
    text: str = ""
    answers: str = ""


class ReadMark(NamedTuple):
    """That a seat has read the message of that key."""

    seat: str
    key: str
