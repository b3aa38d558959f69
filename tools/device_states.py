"""The page of the room's devices in every state that is worth a look, each by its name."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtWidgets import QWidget
from shown_room import OPEN, WIFI, ShownRoom, with_people
from studio import ORDERS, TALKS, States, Studio, on_screen

from idlib_wargame.session.acts import FACILITATOR
from idlib_wargame.session.kinds.observer_seated import SeatObserver
from idlib_wargame.session.seating import Observer
from idlib_wargame.session.session import Session
from idlib_wargame.views.online.networks import Networks
from idlib_wargame.views.online.room_server import RoomState
from idlib_wargame.windows.desk.codes_window import CodesWindow
from idlib_wargame.windows.desk.window import DeskWindow


class _Awake:
    def begin(self) -> bool:
        return True

    def end(self) -> None:
        return None


def closed(studio: Studio) -> QWidget:
    """Before it is opened for the first time."""
    return _desk(studio.desk(studio.at(1, TALKS)), RoomState())


def nobody(studio: Studio) -> QWidget:
    """Just opened, with the Wi-Fi typed."""
    return _desk(studio.desk(studio.at(1, TALKS)), OPEN)


def people(studio: Studio) -> QWidget:
    """Most are here, and one waits to be let in."""
    session = studio.at(2, ORDERS)
    return _desk(studio.desk(session), _full(studio, session))


def opened_rows(studio: Studio) -> QWidget:
    """What can be done about somebody and their seat, and the links."""
    session = studio.at(2, ORDERS)
    session.submit(SeatObserver(Observer("Olga")), FACILITATOR)
    desk = _desk(studio.shown_desk(session), _full(studio, session))
    page = desk.online.devices
    block = next(iter(page.rows.seats.values()))
    block.more.setChecked(True)
    next(iter(block.people.values())).more.setChecked(True)
    page.links.fold.setChecked(True)
    bar = page.verticalScrollBar()
    bar.setValue(bar.maximum() // 2)
    return desk


def no_network(studio: Studio) -> QWidget:
    """The room is open, and this computer is on no network."""
    desk = studio.desk(studio.at(1, TALKS))
    desk.online.networks = lambda: Networks((), ("Wi-Fi",))
    return _desk(desk, replace(OPEN, address="", addresses=()))


def tried(studio: Studio) -> QWidget:
    """A minute after a try began, nobody has come."""
    now = [0.0]
    desk = DeskWindow(studio.at(1, TALKS), seconds=lambda: now[0])
    on_screen(desk)
    _desk(desk, OPEN).online.try_room()
    now[0] = 60.0
    desk.online.devices.trying.look()
    return desk


def practice(studio: Studio) -> QWidget:
    """Devices wait."""
    desk = studio.shown_desk(studio.stage(practice=True).begin())
    desk.online.show_page()
    return desk


def codes(studio: Studio) -> QWidget:
    """The codes across the screen."""
    desk = _desk(studio.desk(studio.at(1, TALKS)), OPEN)
    joining = desk.online.joining()
    assert joining is not None
    window = CodesWindow(joining)
    window.destroyed.connect(desk.deleteLater)
    on_screen(window)
    return window


def _full(studio: Studio, session: Session) -> RoomState:
    return with_people(session.play, studio.players)


def _desk(desk: DeskWindow, state: RoomState) -> DeskWindow:
    """The desk turned to its devices, with the room like that."""
    desk.online.awake = _Awake()
    desk.serve(ShownRoom(state))
    if state.is_open:
        desk.online.devices.wifi.fill_in(WIFI)
    desk.online.show_page()
    return desk


DEVICES: States = {
    f"devices-{each.__name__.replace('_', '-')}": each
    for each in (closed, nobody, people, opened_rows, no_network, tried, practice, codes)
}
