"""Who holds what on the map, as far as the room may know it, with what the last turn changed."""

from __future__ import annotations

from typing import NamedTuple

from idlib_wargame.rules.pack.scenario import Scenario
from idlib_wargame.session.play import Play
from idlib_wargame.views.map.shown import Maps, MapShown


class MapScene(NamedTuple):
    """``map`` is None for a pack without one; ``waits`` says what is waited for, if anything."""

    map: MapShown | None
    waits: str = ""

    @property
    def is_empty(self) -> bool:
        """Whether there is no map; then ``waits`` is all there is."""
        return self.map is None


class MapScenes:
    """Makes the room's maps; ``pack`` is cut to what it may know."""

    def __init__(self, pack: Scenario) -> None:
        self._maps = Maps(pack, may_miss=True) if pack.map else None

    def of(self, play: Play, waits: str = "") -> MapScene:
        """The map as it stands in an exercise as the room may know it."""
        return MapScene(self._maps.of(play) if self._maps is not None else None, waits)
