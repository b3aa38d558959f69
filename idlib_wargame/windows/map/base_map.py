"""What every picture of a map is drawn on: its region, how its holders look, and what fits."""

from __future__ import annotations

from dataclasses import dataclass

from idlib_wargame.views.map.projection import Box, Frame
from idlib_wargame.views.map.region import Region
from idlib_wargame.views.map.shapes import Edge
from idlib_wargame.windows.look import theme
from idlib_wargame.windows.map.holder_look import Look, looks

MARGINS = (60, 22)  # pixels about what is in play, so that there is room for its labels


@dataclass(frozen=True)
class BaseMap:
    """A region and the looks of its holders, by their ids."""

    region: Region
    looks: dict[str, Look]

    @classmethod
    def of(cls, region: Region) -> BaseMap:
        """That of a region."""
        return cls(region, looks(region.holders))

    @property
    def whole(self) -> Box:
        """All there is."""
        return self.region.whole

    @property
    def bounded(self) -> frozenset[Edge]:
        """The sides of areas that a coast or border draws."""
        return self.region.bounded

    def frame(self, width: float, height: float) -> Frame:
        """What a picture of that size shows at first."""
        width, height = max(width, 1.0), max(height, 1.0)  # before it is laid out, a map has none
        across, down = (theme.scaled(pixels) for pixels in MARGINS)
        room = max(width - 2 * across, 0.74 * width), max(height - 2 * down, 0.9 * height)
        fitting = Frame.fitting(self.region.play, *room, self.whole.squeeze)
        return fitting.resized(width, height).within(self.whole)

    def whole_frame(self, width: float, height: float) -> Frame:
        """A picture of that size that shows all there is."""
        return Frame.fitting(self.whole, max(width, 1.0), max(height, 1.0), self.whole.squeeze)
