"""What stands over and under a seat's papers."""

from __future__ import annotations

from dataclasses import replace
from typing import NamedTuple

from idlib_wargame.rules.pack.scenario import Scenario
from idlib_wargame.rules.variants import as_long
from idlib_wargame.session.day import DayPlan, on_one_line
from idlib_wargame.session.play import Setup
from idlib_wargame.views.file_names import folder_name, paper_name, read_alike
from idlib_wargame.words.setting_up import (
    at_a_glance,
    length_words,
    played_turns_words,
    read_by_words,
)


class PaperHead(NamedTuple):
    """Whose a paper is and of which exercise. Empty texts have no line.

    ``people`` names who sits there, ``glance`` says how long the exercise is, and ``handling`` how
    the paper is to be kept, at the top and foot of every side. ``file`` is what its file is called,
    without its ending.
    """

    exercise: str
    group: str
    seat: str
    colour: str
    people: str
    glance: str
    handling: str
    file: str
    folder: str = ""


def paper_head(scenario: Scenario, setup: Setup, seat: str, handling: str, *what: str) -> PaperHead:
    """The head of that seat's paper; ``what`` ends the name of its file."""
    row = scenario.seat_by_id[seat]
    exercise = setup.name_in(scenario)
    whose = seat if read_alike([each.name for each in scenario.seats]) else row.name
    return PaperHead(
        exercise=exercise,
        group=setup.group,
        seat=row.name,
        colour=row.colour,
        people=read_by_words(setup.of(seat).people),
        glance=glance_words(scenario, setup),
        handling=on_one_line(handling),
        file=paper_name(exercise, setup.group, whose, *what),
        folder=folder_name(whose),
    )


def glance_words(scenario: Scenario, setup: Setup) -> str:
    """How many turns an exercise has that is set up so, over which days, and how long it takes."""
    played = as_long(scenario, setup.turns)
    whole = day_of(scenario, setup).whole(setup.turns)
    return at_a_glance(played_turns_words(played), length_words(played, whole))


def day_of(scenario: Scenario, setup: Setup) -> DayPlan:
    """The day as it was set up, with the minutes of every phase."""
    return replace(setup.day, minutes={**scenario.minutes, **setup.day.minutes})
