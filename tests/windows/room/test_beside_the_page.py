"""The room's screen in its window and as a page: whoever reads one has read the other."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtWidgets import QApplication

from idlib_wargame.packs.reader import PackReading
from idlib_wargame.session.kinds.break_begun import TakeBreak
from idlib_wargame.session.kinds.closed import CloseTurn
from idlib_wargame.session.kinds.finished import Finish
from idlib_wargame.session.kinds.handling_set import SetHandling
from idlib_wargame.session.kinds.told import Tell
from idlib_wargame.session.session import Session
from idlib_wargame.views.online.screen_seen import screen_seen
from idlib_wargame.views.room.scenes import Scene
from idlib_wargame.views.room.showing import Showing
from idlib_wargame.views.room_door import room_door
from idlib_wargame.web.screen_page import screen_parts
from idlib_wargame.windows.room.sheet import RoomSheet
from tests.session.exercises import begun, do, to_orders, to_results
from tests.web.areas.page import Reading


def _moments(session: Session) -> Iterator[str]:
    """An exercise from its beginning to its end, moment by moment."""
    yield "begun"
    do(session, SetHandling("For this room only"))
    do(session, Tell((), "Coastguard", "A hull was seen"), Tell((), "Radio", "Storm by night"))
    yield "told"
    to_orders(session)
    do(session, TakeBreak(15, 0, "Coffee"))
    yield "on a break"
    to_results(session)
    yield "adjudicated"
    do(session, CloseTurn())
    yield "closed"
    do(session, Finish())
    yield "finished"


def _in_one_line(text: str) -> str:
    return "".join(text.split())


def _differences(session: Session, scene: Scene) -> Iterator[str]:
    """The sentences of the window that its page lacks, page by page."""
    door = room_door(session)
    view, shown = door.view(), door.scene(scene)
    sheet = RoomSheet(view, shown, 1920, 1080)
    count = len(sheet.pages)
    for number, page in enumerate(sheet.pages):
        parts = screen_parts(screen_seen(door, Showing(scene, page=number), count))
        read = _in_one_line(Reading(" ".join(parts.values())).text)
        spoken = sheet.said(page if page.map is None else page._replace(described=""))
        for line in spoken.splitlines():
            yield from (
                f"{scene}: {each}" for each in line.split(" · ") if _in_one_line(each) not in read
            )


def test_whatever_the_window_says_its_page_says_in_the_same_words(
    qapp: QApplication, full: PackReading
) -> None:
    """Every scene, at every moment of an exercise."""
    session, looked = begun(full), 0
    for moment in _moments(session):
        for scene in Scene:
            found = list(_differences(session, scene))
            assert found == [], moment
            looked += 1
    assert looked == 6 * len(Scene)
    session.close()
