"""What stays the same from turn to turn on a pack's map: its extent, and its holders' looks."""

from __future__ import annotations

from dataclasses import dataclass

from idlib_wargame.rules.conditions.condition import ALWAYS
from idlib_wargame.rules.pack.map import Feature
from idlib_wargame.rules.pack.scenario import Scenario
from idlib_wargame.views.map.fronts import bounded_sides
from idlib_wargame.views.map.projection import Box, Frame
from idlib_wargame.views.map.shapes import Edge
from idlib_wargame.windows.look import theme
from idlib_wargame.windows.map.holder_look import Look, looks

PLACES = ("town", "post", "camp", "base", "crossing")
MARGINS = (60, 22)  # pixels about what is in play, so that there is room for its labels


@dataclass(frozen=True)
class BaseMap:
    """What every picture of a pack's map is drawn from: its extent, and how its holders look.

    ``play`` is what the map shows at first: what the pack says, or else every place, and whatever
    can change hands, come and go or shows a track. ``bounded`` are the sides of areas that a coast
    or border draws.
    """

    whole: Box
    play: Box
    looks: dict[str, Look]
    bounded: frozenset[Edge]

    @classmethod
    def of(cls, scenario: Scenario) -> BaseMap:
        """That of a pack that has a map."""
        whole = Box.around(point for feature in scenario.map for point in feature.points)
        named = [each for each in scenario.map if each.id in scenario.map_view]
        shown = named or [each for each in scenario.map if _matters(each)]
        points = [point for each in shown for point in each.points]
        play = Box.around(points).padded(0.02) if points else whole
        return cls(whole, play, looks(scenario), bounded_sides(scenario.map))

    def frame(self, width: float, height: float) -> Frame:
        """What a picture of that size shows at first."""
        across, down = (theme.scaled(pixels) for pixels in MARGINS)
        room = max(width - 2 * across, 0.74 * width), max(height - 2 * down, 0.9 * height)
        fitting = Frame.fitting(self.play, *room, self.whole.squeeze)
        return fitting.resized(width, height).within(self.whole)

    def whole_frame(self, width: float, height: float) -> Frame:
        """A picture of that size that shows all there is."""
        return Frame.fitting(self.whole, width, height, self.whole.squeeze)


def _matters(feature: Feature) -> bool:
    """Whether it is more than the ground on which the others lie."""
    conditions = (feature.shown, *(holding.when for holding in feature.holdings))
    return (
        feature.kind in PLACES
        or bool(feature.track)
        or any(condition != ALWAYS for condition in conditions)
    )
