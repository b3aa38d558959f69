"""The scenes of the room's screen, and which of them go with which phase."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from enum import Enum

from idlib_wargame.rules.pack.phases import (
    ADJUDICATION,
    FINISHED,
    INJECTS,
    ORDERS,
    REPORT,
    TALKS,
)
from idlib_wargame.rules.pack.scenario import Scenario
from idlib_wargame.session.play import Play
from idlib_wargame.session.timer import TimerState
from idlib_wargame.words.language import _


class Scene(Enum):
    """One thing that the room's screen shows at a time."""

    JOIN = "join"
    MAP = "map"
    LADDER = "ladder"
    NEWS = "news"
    RESULTS = "results"
    AGREEMENTS = "agreements"
    REPORT = "report"
    ENDING = "ending"
    BREAK = "break"
    WAITING = "waiting"


# Of several, those that have something to show come one after another, by a press.
BY_PHASE: Mapping[str, tuple[Scene, ...]] = {
    INJECTS: (Scene.NEWS,),
    TALKS: (Scene.AGREEMENTS, Scene.MAP, Scene.LADDER),
    ORDERS: (Scene.LADDER,),
    ADJUDICATION: (Scene.WAITING,),
    REPORT: (Scene.RESULTS, Scene.REPORT),
    FINISHED: (Scene.ENDING, Scene.LADDER, Scene.MAP, Scene.AGREEMENTS),
}
BEFORE_THE_START = (Scene.JOIN,)
ON_A_BREAK = (Scene.BREAK,)


def programme(play: Play, has_something: Callable[[Scene], bool]) -> tuple[Scene, ...]:
    """The scenes that go with where an exercise stands; where all are empty, the last of them."""
    if play.on_break is not None:
        return ON_A_BREAK
    if play.timer.state is TimerState.WAITING:
        return BEFORE_THE_START
    scenes = BY_PHASE.get(play.phase, (Scene.LADDER,))
    if play.pending is not None and play.pending.shown:
        scenes = (Scene.RESULTS,)
    return tuple(filter(has_something, scenes)) or scenes[-1:]


def choices(scenario: Scenario) -> tuple[Scene, ...]:
    """The scenes that may be chosen for an exercise on that pack, whatever the phase."""
    absent = {Scene.BREAK, Scene.WAITING}
    if not scenario.map:
        absent.add(Scene.MAP)
    if scenario.bargain is None:
        absent.add(Scene.AGREEMENTS)
    return tuple(each for each in Scene if each not in absent)


def scene_name(scene: Scene) -> str:
    """What a scene is called on the desk."""
    return {
        Scene.JOIN: lambda: _("Welcome"),
        Scene.MAP: lambda: _("Map"),
        Scene.LADDER: lambda: _("Ladder"),
        Scene.NEWS: lambda: _("News"),
        Scene.RESULTS: lambda: _("Results"),
        Scene.AGREEMENTS: lambda: _("Agreements"),
        Scene.REPORT: lambda: _("Report"),
        Scene.ENDING: lambda: _("Ending"),
        Scene.BREAK: lambda: _("Break"),
        Scene.WAITING: lambda: _("Adjudication"),
    }[scene]()
