"""Who is there: at which seat, who plays it, who watches, and whose PIN is set."""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum
from typing import NamedTuple


class Seating(NamedTuple):
    """Who sits at a seat, and who plays it: "person", "control" or "habit:ID"."""

    seat: str
    people: tuple[str, ...] = ()
    played_by: str = "person"

    @property
    def habit(self) -> str:
        """The id of the habit that plays the seat; empty where none does."""
        kind, _, habit = self.played_by.partition(":")
        return habit if kind == "habit" else ""


class Reseating(NamedTuple):
    """Somebody else sits at a seat, or plays it, from that turn on."""

    turn: int
    at: str
    was: Seating
    now: Seating


ROOM_VIEW, EVERYTHING = "room", "all"  # no pack's seat is called so
OBSERVER_PREFIX = "observer:"


class Watching(Enum):
    """What somebody who plays no seat is here for."""

    OBSERVER = "observer"
    ASSISTANT = "assistant"


class Observer(NamedTuple):
    """Somebody who watches, or who helps the facilitator.

    ``sees`` is ROOM_VIEW, EVERYTHING, or the id of the seat whose view they have. ``since`` is the
    number of the entry that let them in; a later person of the same name has another.
    """

    name: str
    role: Watching = Watching.OBSERVER
    sees: str = ROOM_VIEW
    since: int = 0

    @property
    def by(self) -> str:
        """Who did what they do, as entries have it. No seat is called so."""
        return f"{OBSERVER_PREFIX}{self.name}"


class Joined(NamedTuple):
    """Somebody who is at their seat, or watches (``seat`` is ""), from a device of their own.

    ``device`` is what the device is called, ``since`` when they joined from it: UTC, ISO 8601.
    """

    person: str
    seat: str
    device: str = ""
    since: str = ""


class Sitter(NamedTuple):
    """What goes along with somebody by name, to whatever seat (``session/same_person.py``).

    Numbers of entries, 0 for none: ``seated`` brought them to their seat, ``left`` took them from
    the one before, by ``came`` they last came in on a device, until that page was ended; ``pin``
    told of the PIN that they have, ``began`` of the one that they set where they had none.
    ``beside`` is the seat of the only other of that name as they were seated.
    """

    seated: int = 0
    left: int = 0
    came: int = 0
    pin: int = 0
    began: int = 0
    beside: str = ""


class PinState(Enum):
    """What became last of the PIN of a person at a seat. RESET is one that the facilitator took."""

    SET = "set"
    NONE = "none"
    RESET = "reset"


class Hand(NamedTuple):
    """What one of several at a seat did.

    ``kind`` is its entry's, ``what`` the pick or offer that it was about, ``at`` UTC, ISO 8601.
    """

    kind: str
    what: tuple[str, ...]
    person: str
    turn: int
    at: str


Hands = Mapping[str, tuple[Hand, ...]]  # by seat, the last of its kind and matter alone
