"""The welcome of the room's screen says how devices join, for as long as they can."""

from __future__ import annotations

from pathlib import Path

from idlib_wargame.packs.reader import PackReading
from idlib_wargame.views.online.joining import HowToJoin, joining
from idlib_wargame.views.online.room_server import RoomState
from idlib_wargame.views.online.wifi import Wifi
from idlib_wargame.views.room.scenes import Scene
from idlib_wargame.views.room.welcome import Welcome
from idlib_wargame.views.room_door import room_door
from tests.harbour_exercise import begin


def test_the_codes_come_as_the_room_opens_and_go_as_it_closes(
    harbour: PackReading, tmp_path: Path
) -> None:
    """Whoever watches the door hears of both; the exercise has not changed for that."""
    session, how = begin(harbour, tmp_path / "night.wargame"), HowToJoin()
    door, heard = room_door(session, how), []
    end = door.watch(lambda: heard.append(door.scene(Scene.JOIN)))
    now = joining(RoomState(True, 8080, "harbour", "192.0.2.7"), Wifi("Seminar", ""))
    how.become(now)
    how.become(None)
    end()
    how.become(now)
    assert [each.joining for each in heard if isinstance(each, Welcome)] == [now, None]
    session.close()
