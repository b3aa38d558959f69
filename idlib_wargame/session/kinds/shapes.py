"""What the body of an entry must hold: the shape of each kind is written with these.

A record can be forged with every digest right, or written by a program with a fault. So bodies are
looked at once, as they are read, and what is strange is named by its key before anything is made
of it. A key more than is known does no harm.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Mapping
from datetime import datetime
from typing import Any, NamedTuple

from idlib_wargame.record.entry import Entry
from idlib_wargame.rules.pack.scenario import Scenario
from idlib_wargame.rules.turn.referee import Referee
from idlib_wargame.words.language import _, fill

MOST = 1_000_000  # no figure of a game is greater; a window's numbers hold it with ease
_SHOWN = 40  # characters of what was found
_MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,6})?Z", re.ASCII)


class Strange(Exception):
    """A value that is not as its kind has it.

    ``found`` is the value, ``expected`` says in a few words what should stand there; ``key`` leads
    to it from the outside in (``orders.2.move``), empty for the body as a whole.
    """

    def __init__(self, found: object, expected: str, key: str = "") -> None:
        super().__init__(found, expected, key)
        self.found, self.expected, self.key = found, expected, key

    def within(self, key: object) -> Strange:
        """The same, seen from one level further out."""
        path = f"{key}.{self.key}" if self.key else str(key)
        return Strange(self.found, self.expected, path)


class Ground(NamedTuple):
    """What a value is held against: the pack, and once it is ready to play, its rules.

    The setup says how the pack is played, so it is looked at before there are any.
    """

    scenario: Scenario
    referee: Referee | None = None

    @property
    def rules(self) -> Referee:
        """The pack made ready to play."""
        if self.referee is None:
            raise AssertionError("only the setup is read before there is a referee")
        return self.referee


Shape = Callable[[Any, Ground], None]
MISSING = object()


def strange_words(number: int, kind: str, strange: Strange) -> str:
    """What is strange about an entry, in one sentence."""
    places = {"number": number, "kind": kind, "key": strange.key}
    if strange.found is MISSING:
        said = _("Entry {number} (“{kind}”) has no “{key}”; expected: {expected}.")
        return fill(said, expected=strange.expected, **places)
    if not strange.key:
        said = _("Entry {number} (“{kind}”) holds {found}; expected: {expected}.")
    else:
        said = _("Entry {number} (“{kind}”) holds {found} as “{key}”; expected: {expected}.")
    return fill(said, found=short(strange.found), expected=strange.expected, **places)


def short(found: object) -> str:
    """What was found, in plain letters and not too many."""
    said = ascii(found)
    return said if len(said) <= _SHOWN else f"{said[:_SHOWN]}…"


def anything(value: Any, ground: Ground) -> None:
    """Whatever it is."""


def text(value: Any, ground: Ground) -> None:
    """A text that every screen and file can take: no half characters."""
    if type(value) is not str or not (value.isascii() or _is_whole(value)):
        raise Strange(value, _("a text"))


def _is_whole(value: str) -> bool:
    try:
        value.encode()
    except UnicodeEncodeError:
        return False
    return True


def yes_or_no(value: Any, ground: Ground) -> None:
    """True or false."""
    if type(value) is not bool:
        raise Strange(value, _("true or false"))


def whole(least: int = -MOST, most: int = MOST) -> Shape:
    """A whole number between two, both included."""

    def check(value: Any, ground: Ground) -> None:
        if type(value) is not int or not least <= value <= most:
            said = _("a whole number from {least} to {most}")
            raise Strange(value, fill(said, least=least, most=most))

    return check


def turn(value: Any, ground: Ground) -> None:
    """The number of a turn of the exercise."""
    whole(1, ground.scenario.turns)(value, ground)


def is_moment(value: str) -> bool:
    """Whether it is a moment as entries tell it: UTC, ISO 8601, with a Z."""
    if not _MOMENT.fullmatch(value):
        return False
    try:
        datetime.fromisoformat(value)
    except ValueError:
        return False
    return True


def check(entry: Entry, shape: Shape, ground: Ground) -> None:
    """Raise Strange where an entry tells no time, or its body is not of that shape."""
    if not is_moment(entry.at):
        raise Strange(entry.at, _("a moment such as 2026-01-31T09:30:00.000Z"), "at")
    try:
        body = entry.body.content
    except (ValueError, RecursionError):
        raise Strange(entry.body.text, _("keys and values")) from None
    shape(body, ground)


def among(ids: Callable[[Ground], Collection[Any]], expected: Callable[[], str]) -> Shape:
    """One of the pack's."""

    def check(value: Any, ground: Ground) -> None:
        if not isinstance(value, (str, int)) or isinstance(value, bool) or value not in ids(ground):
            raise Strange(value, expected())

    return check


seat = among(lambda ground: ground.scenario.seat_by_id, lambda: _("a seat of the pack"))
actor = among(lambda ground: ground.scenario.actor_of.values(), lambda: _("an actor of the pack"))
outcome = among(
    lambda ground: {outcome.id for outcome in ground.scenario.outcomes},
    lambda: _("an outcome of the pack"),
)
inject = among(lambda ground: ground.scenario.inject_by_id, lambda: _("an inject of the pack"))
rung = among(lambda ground: ground.scenario.rung_by_number, lambda: _("a level of the ladder"))
table = among(lambda ground: ground.scenario.table_by_id, lambda: _("a rule table of the pack"))
step = among(lambda ground: ground.scenario.steps, lambda: _("a step of the pack"))
cell = among(lambda ground: ground.rules.layout.index, lambda: _("a track or count of the pack"))


def or_none(shape: Shape) -> Shape:
    """That, or null."""

    def check(value: Any, ground: Ground) -> None:
        if value is not None:
            shape(value, ground)

    return check


def or_empty(shape: Shape) -> Shape:
    """That, or an empty text."""

    def check(value: Any, ground: Ground) -> None:
        if value != "" or type(value) is not str:
            shape(value, ground)

    return check


def list_of(shape: Shape) -> Shape:
    """A list, each of that shape."""

    def check(value: Any, ground: Ground) -> None:
        if type(value) is not list:
            raise Strange(value, _("a list"))
        for place, each in enumerate(value, 1):
            try:
                shape(each, ground)
            except Strange as strange:
                raise strange.within(place) from None

    return check


def mapping(keys: Shape, values: Shape) -> Shape:
    """Any number of keys and values of those shapes."""

    def check(value: Any, ground: Ground) -> None:
        if type(value) is not dict:
            raise Strange(value, _("keys and values"))
        for key, each in value.items():
            keys(key, ground)
            try:
                values(each, ground)
            except Strange as strange:
                raise strange.within(key) from None

    return check


def row(**shapes: Shape) -> Shape:
    """Those keys, each with a value of its shape."""
    return _Row(shapes)


class _Row:
    def __init__(self, shapes: Mapping[str, Shape]) -> None:
        self._shapes = tuple(shapes.items())

    def __call__(self, value: Any, ground: Ground) -> None:
        if type(value) is not dict:
            raise Strange(value, _("keys and values"))
        for key, shape in self._shapes:
            try:
                shape(value.get(key, MISSING), ground)
            except Strange as strange:
                raise strange.within(key) from None


def may_have(**shapes: Shape) -> Shape:
    """Those keys, each with a value of its shape where it is there at all."""

    def check(value: Any, ground: Ground) -> None:
        row(**{key: shape for key, shape in shapes.items() if key in value})(value, ground)

    return check


def both(*shapes: Shape) -> Shape:
    """One shape after another, as the later ones may rely on the earlier."""

    def check(value: Any, ground: Ground) -> None:
        for shape in shapes:
            shape(value, ground)

    return check
