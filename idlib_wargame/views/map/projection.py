"""From degrees to pixels and back: equirectangular, east squeezed by the cosine of the latitude.

Over an area of a few degrees this keeps shapes true to well under a percent. No Qt in here.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from math import cos, radians

from idlib_wargame.views.map.shapes import XY

LonLat = tuple[float, float]  # degrees east and north, WGS84
KILOMETRES_A_DEGREE = 111.32


@dataclass(frozen=True, slots=True)
class Box:
    """Part of the earth, in degrees: longitudes −180 to 180, latitudes −90 to 90."""

    west: float
    south: float
    east: float
    north: float

    @classmethod
    def around(cls, points: Iterable[LonLat]) -> Box:
        """The smallest box that holds every (longitude, latitude). Raises ValueError for none."""
        longitudes, latitudes = zip(*points, strict=True)
        return cls(min(longitudes), min(latitudes), max(longitudes), max(latitudes))

    @property
    def squeeze(self) -> float:
        """How long a degree of longitude is here, in degrees of latitude."""
        return cos(radians((self.south + self.north) / 2))

    def holds(self, point: LonLat) -> bool:
        """Whether a place lies in it."""
        return self.west <= point[0] <= self.east and self.south <= point[1] <= self.north

    def padded(self, share: float) -> Box:
        """The box, larger on each side by a share of its longer side (or by a little at least)."""
        more = max(share * max(self.east - self.west, self.north - self.south), 0.05)
        return Box(self.west - more, self.south - more, self.east + more, self.north + more)


@dataclass(frozen=True, slots=True)
class Frame:
    """What a rectangle of ``width`` by ``height`` pixels shows of the earth.

    ``longitude`` and ``latitude`` are in its middle; ``scale`` is in pixels a degree of latitude;
    ``squeeze`` is how long a degree of longitude is, in degrees of latitude.
    """

    longitude: float
    latitude: float
    scale: float
    width: float
    height: float
    squeeze: float

    @classmethod
    def fitting(cls, box: Box, width: float, height: float, squeeze: float) -> Frame:
        """The frame that shows the whole box as large as it can be."""
        across = max((box.east - box.west) * squeeze, 1e-6)
        scale = min(width / across, height / max(box.north - box.south, 1e-6))
        middle = ((box.west + box.east) / 2, (box.south + box.north) / 2)
        return cls(*middle, scale, width, height, squeeze)

    @property
    def box(self) -> Box:
        """What it shows."""
        west, north = self.to_earth(0, 0)
        east, south = self.to_earth(self.width, self.height)
        return Box(west, south, east, north)

    def to_screen(self, longitude: float, latitude: float) -> XY:
        """Pixels from the left and from the top."""
        return (
            self.width / 2 + (longitude - self.longitude) * self.squeeze * self.scale,
            self.height / 2 - (latitude - self.latitude) * self.scale,
        )

    def to_earth(self, x: float, y: float) -> LonLat:
        """Longitude and latitude of a pixel."""
        return (
            self.longitude + (x - self.width / 2) / (self.squeeze * self.scale),
            self.latitude - (y - self.height / 2) / self.scale,
        )

    def moved(self, right: float, down: float) -> Frame:
        """The frame after the map was pulled by so many pixels."""
        longitude, latitude = self.to_earth(self.width / 2 - right, self.height / 2 - down)
        return replace(self, longitude=longitude, latitude=latitude)

    def zoomed(self, factor: float, x: float, y: float) -> Frame:
        """The frame ``factor`` times as close; what is at the pixel stays there."""
        longitude, latitude = self.to_earth(x, y)
        closer = replace(self, scale=self.scale * factor)
        at_x, at_y = closer.to_screen(longitude, latitude)
        return closer.moved(x - at_x, y - at_y)

    def centred(self, longitude: float, latitude: float) -> Frame:
        """The frame with that place in its middle."""
        return replace(self, longitude=longitude, latitude=latitude)

    def resized(self, width: float, height: float) -> Frame:
        """The frame of another size, its middle and scale kept."""
        return replace(self, width=width, height=height)

    def within(self, whole: Box) -> Frame:
        """The frame, moved so that it shows as little as can be of what is off the map."""
        half_wide = self.width / 2 / (self.squeeze * self.scale)
        half_high = self.height / 2 / self.scale
        return self.centred(
            _held(self.longitude, whole.west + half_wide, whole.east - half_wide),
            _held(self.latitude, whole.south + half_high, whole.north - half_high),
        )

    def pixels(self, kilometres: float) -> float:
        """The length of so many kilometres."""
        return kilometres / KILOMETRES_A_DEGREE * self.scale


def _held(value: float, low: float, high: float) -> float:
    return (low + high) / 2 if low > high else min(max(value, low), high)
