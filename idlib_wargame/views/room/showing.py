"""Which scene the room's screen shows, and which page of it: chosen by hand, or by the phase.

It is no act of the exercise. A window is handed it as a frozen value, and asks for another.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from idlib_wargame.views.room.scenes import Scene


@dataclass(frozen=True, slots=True)
class Showing:
    """``chosen`` is None while scenes go with the phase; ``place`` is then one in the programme.

    ``page`` counts from 0 within the scene, ``is_blank`` shows nothing at all.
    """

    chosen: Scene | None = None
    place: int = 0
    page: int = 0
    is_blank: bool = False

    def scene(self, programme: Sequence[Scene]) -> Scene:
        """The scene that is shown; of a programme that has become shorter, its last."""
        return self.chosen or programme[min(self.place, len(programme) - 1)]

    def next(self, programme: Sequence[Scene], pages: int) -> Showing:
        """A press on: the next page, then the next scene of the programme, then nothing.

        On a blank screen it shows again what was shown, and goes no further unseen.
        """
        if self.is_blank:
            return replace(self, is_blank=False)
        if self.page + 1 < pages:
            return replace(self, page=self.page + 1)
        if self.chosen is None and self.place + 1 < len(programme):
            return replace(self, place=self.place + 1, page=0)
        return self

    def back(self, programme: Sequence[Scene]) -> Showing:
        """A press back: the page before, or the scene before, from its first page."""
        if self.is_blank:
            return replace(self, is_blank=False)
        if self.page:
            return replace(self, page=self.page - 1)
        if self.chosen is None and self.place:
            return replace(self, place=min(self.place, len(programme) - 1) - 1)
        return self

    def choose(self, scene: Scene | None) -> Showing:
        """Show that scene whatever the phase; None goes with the phase again."""
        return Showing(scene, is_blank=self.is_blank)

    def begin_anew(self) -> Showing:
        """Another moment of the exercise: its programme from the start, a chosen scene's too."""
        return replace(self, place=0, page=0)

    def uncovered(self) -> Showing:
        """Not blank any more."""
        return replace(self, is_blank=False)

    def turn_blank(self) -> Showing:
        """Show nothing, or what was shown again."""
        return replace(self, is_blank=not self.is_blank)
