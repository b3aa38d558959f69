"""The day of an exercise, as the facilitator plans it: minutes, breaks, and when it should end."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import Enum
from typing import Any, NamedTuple

MOST_MINUTES = 600  # of one phase, of a break, of a hot wash
HOT_WASH = 20  # minutes, where nobody has said how many
MOST_BREAKS = 20
MOST_TURN = 1000  # after which a break may be planned
NOT_PLANNED = -1  # instead of the turn, of a break that nobody planned
LONGEST_NAME = 80  # characters of a name that stands on a line: a break's, an observer's


# Each turns what follows it round, beyond the end of the text that it stands in.
_TURNING = re.compile("[\u202a-\u202e\u2066-\u2069]")


def on_one_line(text: str) -> str:
    """A text as it stands on a line of its own: one blank between words, nothing that turns it."""
    return " ".join(_TURNING.sub("", text).split())


def one_line(name: str) -> str:
    """A name as it stands on a line, and not too long."""
    return on_one_line(name)[:LONGEST_NAME].strip()


class PlannedBreak(NamedTuple):
    """A break after the report of that turn; ``name`` is what it is called ("Lunch").

    It stays in the plan until it is begun or taken out, whichever turn is in play by then.
    """

    after_turn: int
    minutes: int
    name: str = ""


@dataclass(frozen=True, slots=True)
class DayPlan:
    """How long each part of the day is to take, in minutes.

    ``minutes`` are by phase; of an exercise that is in play they name every phase that has a
    length, of a setup only those that are not the pack's. ``hot_wash`` is kept free at the end.
    ``ends_at`` is the hour at which everybody leaves, as the laptop's clock tells it ("16:30"),
    empty where nobody has said. ``practice`` is a turn that is played before the first and does
    not count; 0 for none.
    """

    minutes: Mapping[str, int] = field(default_factory=dict)
    hot_wash: int = HOT_WASH
    ends_at: str = ""
    breaks: tuple[PlannedBreak, ...] = ()
    practice: int = 0

    def to_body(self) -> dict[str, Any]:
        """As entries keep it."""
        return {
            "minutes": dict(self.minutes),
            "hot_wash": self.hot_wash,
            "ends_at": self.ends_at,
            "breaks": [each._asdict() for each in self.breaks],
            "practice": self.practice,
        }

    def whole(self, turns: int) -> int:
        """The minutes of a day with so many turns, begun at its beginning and played as planned.

        The plan names every phase that has a length; 0 where none has.
        """
        a_turn = sum(self.minutes.values())
        return turns * a_turn + self.beside if a_turn else 0

    @property
    def beside(self) -> int:
        """The minutes beside the turns: of the practice turn, the breaks and the hot wash."""
        return self.practice + sum(each.minutes for each in self.breaks) + self.hot_wash

    def without(self, planned: PlannedBreak) -> DayPlan:
        """The plan without that break, or as it is where it has no such break."""
        if planned not in self.breaks:
            return self
        place = self.breaks.index(planned)
        return replace(self, breaks=(*self.breaks[:place], *self.breaks[place + 1 :]))

    @classmethod
    def from_body(cls, body: Mapping[str, Any]) -> DayPlan:
        """The plan that ``to_body`` wrote."""
        breaks = tuple(
            PlannedBreak(each["after_turn"], each["minutes"], each["name"])
            for each in body["breaks"]
        )
        minutes = dict(body["minutes"])
        return cls(minutes, body["hot_wash"], body["ends_at"], breaks, body["practice"])


class Going(Enum):
    """How time went by: played, paused, in a break, or with nobody at the desk."""

    PLAYED = "played"
    PAUSED = "paused"
    BREAK = "break"
    LEFT = "left"


class Stretch(NamedTuple):
    """Time that went by in one way in one phase, from ``since`` (UTC) to the next that there is.

    ``planned`` are the minutes of the phase as the day was planned then. ``minutes`` and ``name``
    are a break's.
    """

    turn: int
    phase: str
    since: str
    going: Going = Going.PLAYED
    planned: int = 0
    minutes: int = 0
    name: str = ""


def is_hour(value: str) -> bool:
    """Whether it is an hour of the day as plans have it: "16:30"."""
    hours, colon, minutes = value.partition(":")
    digits = f"{hours}{minutes}"
    if not (
        colon and len(value) == 5 and len(hours) == 2 and digits.isascii() and digits.isdigit()
    ):
        return False
    return int(hours) < 24 and int(minutes) < 60
