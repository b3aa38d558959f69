"""The room's screen as a page shows what the desk's presses say."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from idlib_wargame.packs.reader import PackReading
from idlib_wargame.session.day import DayPlan
from idlib_wargame.session.kinds.finished import Finish
from idlib_wargame.session.kinds.phase import MoveOn
from idlib_wargame.session.play import Setup
from idlib_wargame.session.session import Session
from idlib_wargame.views.room.scenes import Scene
from idlib_wargame.windows.desk.window import DeskWindow
from tests.session.exercises import do
from tests.web.people import Desk
from tests.web.phone import Phone


@pytest.fixture
def session(full: PackReading, tmp_path: Path) -> Iterator[Session]:
    """An exercise with a map."""
    made = Session.create(
        tmp_path / "a.wargame", full, Setup("Course", "B", 4, day=DayPlan(hot_wash=20))
    )
    yield made
    made.close()


def test_a_page_at_the_projector_obeys_scene_and_blank_and_counts_the_hot_wash(
    qtbot: QtBot, session: Session
) -> None:
    """With no window of the room's screen open."""
    window = DeskWindow(session)
    qtbot.addWidget(window)
    window.show()
    faults: list[BaseException] = []

    def wash_up() -> None:
        do(session, MoveOn(), Finish())

    with Desk(session) as desk:
        window.serve(desk.room)
        port, link = desk.room.state().port, desk.room.link_of_screen()

        def watch() -> None:
            phone = Phone(port)
            phone.base = "/screen"
            assert phone.get(link.partition(str(port))[2]).status == 200
            stream = phone.listen()
            stream.wait_for("muted")
            presses: list[tuple[Callable[[], None], str]] = [
                (lambda: window.room.show.choose(Scene.MAP), "<svg"),
                (window.room.show.turn_blank, "blank"),
            ]
            for press, shows in presses:
                seen = len(stream.events)
                desk.call(press)
                stream.wait_for_more("screen.scene", shows, seen)
            desk.call(wash_up)
            stream.wait_for_clock("20 min left")

        def run() -> None:
            try:
                watch()
            except BaseException as fault:
                faults.append(fault)

        watcher = threading.Thread(target=run, daemon=True)
        watcher.start()
        qtbot.waitUntil(lambda: not watcher.is_alive(), timeout=60_000)
    window.close()
    assert faults == []
