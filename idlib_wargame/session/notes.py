"""Notes: the facilitator's and observers' with what they are about, and a seat's own."""

from __future__ import annotations

from enum import Enum
from typing import NamedTuple


class About(Enum):
    """What a note may be tied to."""

    ORDER = "order"
    INJECT = "inject"
    OFFER = "offer"
    MESSAGE = "message"
    SEAT = "seat"
    PERSON = "person"


class Tie(NamedTuple):
    """What a note is about: an order's address, an inject, the key of an offer or a
    message, a seat, or a person.

    A person is at a seat: ``id`` is the seat's, ``person`` the name.
    """

    about: About
    id: str
    person: str = ""


class Note(NamedTuple):
    """A note of the facilitator's, or of an observer's, whose name is ``author``.

    It is of the ``author`` who was let in by the entry ``since``, and of none who came later.
    ``number`` counts notes from 1; of several with one number the last is how it reads now, and
    one without a text was taken away. ``at``, ``turn`` and ``phase`` are those in which it was
    begun. ``for_report`` is for the review of the exercise; any other stays with its author and
    the facilitator.
    """

    number: int
    at: str
    turn: int
    phase: str
    text: str
    tags: tuple[str, ...] = ()
    ties: tuple[Tie, ...] = ()
    for_report: bool = False
    important: bool = False
    author: str = ""
    since: int = 0


class SeatNote(NamedTuple):
    """What a seat wrote for itself. ``number`` counts its notes from 1, in the order they began.

    ``at``, ``turn`` and ``phase`` are those in which it was begun. ``is_done`` is False while
    somebody is still writing it.
    """

    number: int
    at: str
    turn: int
    phase: str
    text: str
    is_done: bool
