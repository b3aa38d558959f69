"""All that the room's screen is drawn from as a page, taken at one moment."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from idlib_wargame.views.online.room_server import RoomState
from idlib_wargame.views.room.scenes import Scene
from idlib_wargame.views.room.showing import Showing
from idlib_wargame.views.room.shown import RoomView, SceneShown
from idlib_wargame.views.room_door import RoomDoor


class HowToJoin(NamedTuple):
    """The address of the page, the room word, and the two in one as a code has them; before
    that, in ``wifi``, what is said of the network that it is on.
    """

    page: str
    word: str
    link: str
    wifi: tuple[str, ...] = ()


def _how_to_join(room: RoomState | None) -> HowToJoin | None:
    if room is None or not room.page:
        return None
    return HowToJoin(room.page, room.word, room.link, room.wifi.lines)


@dataclass(frozen=True)
class ScreenSeen:
    """Made by ``screen_seen``. ``page`` counts from 0 of ``pages`` on the desk, 0 where
    nobody knows how many it has for the scene.

    ``joining`` is None while nobody can join by a page.
    """

    view: RoomView
    scene: Scene
    shown: SceneShown
    page: int = 0
    pages: int = 0
    is_blank: bool = False
    joining: HowToJoin | None = None


def screen_seen(
    door: RoomDoor, showing: Showing, pages: int = 0, room: RoomState | None = None
) -> ScreenSeen:
    """What the room's screen shows now; asked for on the session's own thread.

    ``pages`` is how many the desk has for the scene, ``room`` how the room stands, if it is known.
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
        joining=_how_to_join(room),
    )
