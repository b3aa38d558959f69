"""The page of devices and the codes hold in longer words, and each control has a name."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from idlib_wargame.packs.reader import PackReading
from idlib_wargame.session.acts import FACILITATOR
from idlib_wargame.session.kinds.observer_seated import SeatObserver
from idlib_wargame.session.kinds.reseated import Reseat
from idlib_wargame.session.seating import Observer
from idlib_wargame.session.session import Session
from idlib_wargame.views.online.room_server import HeldUp
from idlib_wargame.windows.desk.window import DeskWindow
from idlib_wargame.windows.look import theme
from idlib_wargame.words.languages import ACCENTED, MIRRORED
from tests.harbour_exercise import begin
from tests.windows.desk.fake_server import CABLE, WIFI, FakeAwake, FakeServer, no_networks
from tests.windows.test_names_for_readers import Listener
from tests.windows.walking import Walk, settle, shown, windows_let_go

TYPED = {
    *("Ana", "Aldo", "Bo", "Olga", "Cyd", "lantern", "Seminar", "192.168.1.23"),
    *("iPhone, Safari", "Pixel, Chrome", "Wi-Fi", "Ethernet", "10.0.0.5"),
    *("http://192.168.1.23:8080", "http://192.168.1.23:8080/screen?k=s1"),
    "http://192.168.1.23:8080/watch?k=Olga",
}


@pytest.fixture
def session(full: PackReading, tmp_path: Path) -> Iterator[Session]:
    """People at two seats, and an observer."""
    session = begin(full, tmp_path / "course.wargame")
    session.submit(Reseat("astra", ("Ana", "Aldo"), "person"), FACILITATOR)
    session.submit(SeatObserver(Observer("Olga")), FACILITATOR)
    yield session
    session.close()


def _desk(session: Session, seconds: Callable[[], float]) -> tuple[DeskWindow, FakeServer]:
    desk, server = DeskWindow(session, seconds=seconds), FakeServer(WIFI, CABLE)
    desk.online.awake, desk.online.networks = FakeAwake(can=False), no_networks
    desk.serve(server)
    shown(desk)
    desk.online.show_page()
    return desk, server


def _fill(desk: DeskWindow, server: FakeServer) -> None:
    """People are here, away, held up, and wait; every row is open."""
    server.come("Ana", "astra")
    server.come("Bo", "borea", is_here=False)
    server.come("Olga", "")
    server.ask("Cyd")
    server.become(held_up=(HeldUp("Aldo", "astra"),))
    settle()
    page = desk.online.devices
    for block in page.rows.seats.values():
        block.more.setChecked(True)
        for row in block.people.values():
            row.more.setChecked(True)
    page.links.fold.setChecked(True)
    settle()


@pytest.mark.parametrize("language", [ACCENTED, MIRRORED])
def test_the_page_of_devices(
    qtbot: QtBot, qapp: QApplication, speak: Callable[[str], None], session: Session, language: str
) -> None:
    """Closed, open, tried in vain, full of people, without a network; and the codes alone."""
    theme.apply(qapp)
    speak(language)
    walk, now = Walk(language, TYPED), [0.0]
    walk.others |= {"projector"}  # as the system calls a screen
    walk.knows(session.scenario, session.path)
    with windows_let_go():
        desk, server = _desk(session, lambda: now[0])
        online = desk.online
        walk.look("closed", desk)
        online.devices.wifi.name.setText("Seminar")
        online.open_room()
        walk.look("open", desk)
        online.try_room()
        walk.look("tried", desk)
        now[0] = 61.0
        online.devices.trying.look()
        walk.look("tried in vain", desk)
        server.become(pages_asked=1)
        walk.look("tried well", desk)
        online.devices.trying.leave()
        _fill(desk, server)
        walk.look("people", desk)
        online.ask_close()
        walk.look("asked", desk)
        desk.page.question.hide()
        online.show_codes()
        assert online.window is not None
        online.window.showNormal()
        shown(online.window)
        walk.look("codes", online.window)
        server.become(address="", addresses=())
        walk.look("no network", desk)
        desk.close()
    assert walk.report() == ""
    assert walk.places == 9


def test_every_control_of_the_page_is_named(qtbot: QtBot, session: Session) -> None:
    """And no two beside each other by the same name."""
    listener = Listener()
    with windows_let_go():
        desk, server = _desk(session, lambda: 0.0)
        listener.listen("closed", desk)
        desk.online.open_room()
        _fill(desk, server)
        listener.listen("people", desk)
        desk.close()
    assert listener.faults == {}
    assert listener.heard > 60
