"""The door of the room's screen: what the room may see, and word when that may have changed.

It holds functions and no session: whoever has it can reach nothing else, and do nothing.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from idlib_wargame.session.session import Session
from idlib_wargame.views.online.joining import HowToJoin
from idlib_wargame.views.room.scenes import Scene
from idlib_wargame.views.room.shown import RoomView, RoomViews, SceneShown


@dataclass(frozen=True, slots=True)
class RoomDoor:
    """Made by ``room_door``.

    ``watch`` calls what it is given after every change of the exercise, and of how devices join;
    what comes back ends that.
    """

    view: Callable[[], RoomView]
    scene: Callable[[Scene], SceneShown]
    watch: Callable[[Callable[[], None]], Callable[[], None]]


def room_door(session: Session, joining: HowToJoin | None = None) -> RoomDoor:
    """The room's door into that session; ``joining`` where devices can join it."""
    how = joining or HowToJoin()
    views = RoomViews(session, how)

    def watch(look: Callable[[], None]) -> Callable[[], None]:
        ends = session.subscribe(lambda _change: look()), how.watch(look)

        def end() -> None:
            for each in ends:
                each()

        return end

    return RoomDoor(view=views.view, scene=views.scene, watch=watch)
