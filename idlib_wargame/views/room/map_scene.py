"""Who holds what on the map, as far as the room may know it, with what the last turn changed."""

from __future__ import annotations

from dataclasses import replace
from typing import NamedTuple

from idlib_wargame.rules.pack.scenario import Scenario
from idlib_wargame.session.play import Play
from idlib_wargame.views.map.standing import Ground, Standing
from idlib_wargame.views.map.telling import changes, summary


class MapScene(NamedTuple):
    """``pack`` is cut to what the room may know; ``waits`` says what is waited for, if anything."""

    pack: Scenario
    standings: tuple[Standing, ...]
    changed: str
    spoken: str
    waits: str = ""

    @property
    def is_empty(self) -> bool:
        """Whether there is no map; then ``waits`` is all there is."""
        return not self.standings


MOST_CHANGES = 3


class Maps:
    """Makes the room's maps; ``pack`` is cut to what it may know."""

    def __init__(self, pack: Scenario) -> None:
        self._pack = replace(pack, moves=())  # which moves there are is no matter of a map's
        self._ground = Ground(pack)

    def of(self, play: Play, waits: str = "") -> MapScene:
        """The map as it stands in an exercise as the room may know it."""
        if not self._pack.map:
            return MapScene(self._pack, (), "", "", waits)
        before = play.last.opening if play.last else None
        standings = self._ground.standings(play.state, before)
        return MapScene(
            self._pack,
            standings,
            changes(self._pack, standings, MOST_CHANGES),
            summary(self._pack, standings, play.state, play.setup.numbers),
            waits,
        )
