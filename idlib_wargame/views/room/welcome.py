"""Before it begins: what is played, and which seats there are. Who sits where is control's."""

from __future__ import annotations

from typing import NamedTuple

from idlib_wargame.rules.pack.scenario import Scenario
from idlib_wargame.rules.variants import as_long
from idlib_wargame.session.play import Setup
from idlib_wargame.views.online.joining import Joining
from idlib_wargame.words.lists import facts
from idlib_wargame.words.setting_up import days_words, played_turns_words


class SeatMark(NamedTuple):
    """A seat's name, in its colour."""

    name: str
    colour: str


class Welcome(NamedTuple):
    """``pack`` is empty where the exercise has the pack's name, ``length`` says how many turns
    there are, and which days they tell of. ``joining`` says how devices join, while they can."""

    exercise: str
    group: str
    pack: str
    length: str
    seats: tuple[SeatMark, ...]
    joining: Joining | None = None

    @property
    def is_empty(self) -> bool:
        """Never: there is an exercise."""
        return False


def welcome(scenario: Scenario, setup: Setup, joining: Joining | None = None) -> Welcome:
    """What is said to those who come in."""
    exercise = setup.name_in(scenario)
    played = as_long(scenario, setup.turns)
    return Welcome(
        exercise=exercise,
        group=setup.group,
        pack=scenario.title if scenario.title != exercise else "",
        length=facts([played_turns_words(played), days_words(played)]),
        seats=tuple(
            SeatMark(seat.name, seat.colour)
            for seat in scenario.seats
            if scenario.orders_of(seat.id)
        ),
        joining=joining,
    )
