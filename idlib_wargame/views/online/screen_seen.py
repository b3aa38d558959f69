"""All that the room's screen is drawn from as a page, taken at one moment."""

from __future__ import annotations

from dataclasses import dataclass

from idlib_wargame.views.online.joining import Joining, joining
from idlib_wargame.views.online.room_server import RoomState
from idlib_wargame.views.room.agreements import Agreements
from idlib_wargame.views.room.news import News
from idlib_wargame.views.room.paging import Holds, Stretch, stretch
from idlib_wargame.views.room.results import Results
from idlib_wargame.views.room.scenes import Scene
from idlib_wargame.views.room.showing import Showing
from idlib_wargame.views.room.shown import RoomView, SceneShown
from idlib_wargame.views.room_door import RoomDoor


@dataclass(frozen=True)
class ScreenSeen:
    """Made by ``screen_seen``. ``page`` counts from 0 of ``pages`` on the desk, 0 where
    nobody knows how many it has for the scene; ``holds`` says what stands on each of them.

    ``joining`` is None while nobody can join by a page.
    """

    view: RoomView
    scene: Scene
    shown: SceneShown
    page: int = 0
    pages: int = 0
    is_blank: bool = False
    joining: Joining | None = None
    holds: Holds = ()

    @property
    def stretch(self) -> Stretch | None:
        """Which of its things the page is about; None where the desk has not said it of these."""
        match self.shown:
            case News(headlines=things) | Agreements(agreements=things) | Results(results=things):
                return stretch(self.holds, min(self.page, len(self.holds) - 1), len(things))
        return None


def screen_seen(
    door: RoomDoor,
    showing: Showing,
    pages: int = 0,
    room: RoomState | None = None,
    holds: Holds = (),
) -> ScreenSeen:
    """What the room's screen shows now; asked for on the session's own thread.

    ``pages`` is how many the desk has for the scene and ``holds`` what stands on each, ``room``
    how the room stands, if it is known.
    """
    view = door.view()
    scene = showing.scene(view.programme)
    return ScreenSeen(
        view=view,
        scene=scene,
        shown=door.scene(scene),
        page=showing.page,
        pages=max(pages, showing.page + 1) if pages else 0,
        is_blank=showing.is_blank,
        joining=joining(room, room.wifi) if room is not None else None,
        holds=holds,
    )
