"""How far up the situation ladder each turn stood, for a drawing across the whole screen."""

from __future__ import annotations

from typing import NamedTuple

from idlib_wargame.rules.pack.scenario import Scenario
from idlib_wargame.rules.sight import Sight
from idlib_wargame.session.play import Play
from idlib_wargame.views.escalation import escalation
from idlib_wargame.words.language import _, fill
from idlib_wargame.words.turn_text import ladder_line


class Ladder(NamedTuple):
    """``rungs`` are names from the lowest up; ``line`` are places among them.

    The line has the start first and then a point for each closed turn; ``turns`` is how many there
    will be. ``said`` tells where it stands now.
    """

    rungs: tuple[str, ...]
    line: tuple[int, ...]
    turns: int
    said: str

    @property
    def is_empty(self) -> bool:
        """Never: an exercise opens on a rung."""
        return False


def ladder(scenario: Scenario, play: Play, sight: Sight) -> Ladder:
    """The ladder of an exercise as the room may know it."""
    rows = sorted(scenario.ladder, key=lambda rung: rung.number)
    places = {rung.number: place for place, rung in enumerate(rows)}
    opening = play.closed[0].opening if play.closed else play.state
    points = escalation(scenario, opening, [each.result for each in play.closed], sight).points
    numbers = play.setup.numbers
    return Ladder(
        rungs=tuple(_named(rung.number, rung.name, numbers) for rung in rows),
        line=tuple(places[point.rung.number] for point in points),
        turns=play.setup.turns,
        said=_said(scenario, play),
    )


def _named(number: int, name: str, numbers: bool) -> str:
    return fill(_("{number}. {name}"), number=number, name=name) if numbers else name


def _said(scenario: Scenario, play: Play) -> str:
    last = play.last
    if last is None:
        rung = scenario.rung_by_number[play.state["rung"]]
        return fill(_("The exercise opens at “{rung}”."), rung=rung.name)
    said = ladder_line(scenario, last.result, last.began["rung"], play.setup.numbers)
    return fill(_("Turn {turn}: {line}."), turn=last.number, line=said)
