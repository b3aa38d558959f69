"""The door of the room's screen: what the room may see, and word when that may have changed.

It holds functions and no session: whoever has it can reach nothing else, and do nothing.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from idlib_wargame.session.session import Session
from idlib_wargame.views.room.scenes import Scene
from idlib_wargame.views.room.shown import RoomView, RoomViews, SceneShown


@dataclass(frozen=True, slots=True)
class RoomDoor:
    """Made by ``room_door``.

    ``watch`` calls what it is given after every change of the exercise; what comes back ends that.
    """

    view: Callable[[], RoomView]
    scene: Callable[[Scene], SceneShown]
    watch: Callable[[Callable[[], None]], Callable[[], None]]


def room_door(session: Session) -> RoomDoor:
    """The room's door into that session."""
    views = RoomViews(session)
    return RoomDoor(
        view=views.view,
        scene=views.scene,
        watch=lambda look: session.subscribe(lambda _change: look()),
    )
