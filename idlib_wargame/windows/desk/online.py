"""The room's devices at the desk: opens and closes the room, and does what its page asks for."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from idlib_wargame.session.acts import Act
from idlib_wargame.session.faults import Refused
from idlib_wargame.session.kinds.at_laptop import PutAtLaptop
from idlib_wargame.session.kinds.muted import Mute
from idlib_wargame.session.kinds.reseated import Reseat
from idlib_wargame.session.session import Session
from idlib_wargame.views.desk.devices import (
    Person,
    Player,
    SeatDevices,
    devices,
    devices_tab,
    here_by_seat,
    room_words,
)
from idlib_wargame.views.desk.devices_asked import (
    close_question,
    end_question,
    give_question,
    laptop_question,
    let_in_words,
    newcomers_words,
    no_network_words,
    waiting_words,
)
from idlib_wargame.views.online.joining import HowToJoin, joining
from idlib_wargame.views.online.networks import Networks, networks_now
from idlib_wargame.views.online.room_server import RoomFault, RoomServer, RoomState
from idlib_wargame.views.online.wifi import keep_wifi, read_wifi
from idlib_wargame.views.phase_clock import Seconds
from idlib_wargame.windows.desk.awake import Awake, KeptAwake
from idlib_wargame.windows.desk.codes_window import CodesWindow
from idlib_wargame.windows.desk.desk_page import DeskPage
from idlib_wargame.windows.desk.devices_page import DevicesPage
from idlib_wargame.windows.desk.links_card import LinksCard
from idlib_wargame.windows.desk.room_address import RoomAddress
from idlib_wargame.windows.parts.one_press import hand
from idlib_wargame.words.language import _


class Online(QObject):
    """``changed`` when the room may stand otherwise. ``do`` does an act as the facilitator;
    ``inform`` and ``warn`` tell what came of something else.

    ``joining`` says how devices join, for the room's screen. ``has_screen`` says whether that is
    shown, and ``show_scene`` has the codes on it. ``wifi_file`` keeps the Wi-Fi on this computer.
    """

    changed = Signal()

    def __init__(
        self,
        session: Session,
        page: DeskPage,
        seconds: Seconds,
        do: Callable[[Act], bool],
        inform: Callable[[str], None],
        warn: Callable[[str], None],
    ) -> None:
        super().__init__(page)
        self._session, self._page = session, page
        self._do, self._inform, self._warn = do, inform, warn
        self._server: RoomServer | None = None
        self._watching: list[Callable[[], None]] = []
        self._wifi_file: Path | None = None
        self._shown = RoomState()
        self._address = RoomAddress(page.banner)
        self._told = ""  # of those at the door
        self._is_awake = True
        self.awake: Awake = KeptAwake()
        self.networks: Callable[[], Networks] = networks_now
        self.joining = HowToJoin()
        self.has_screen: Callable[[], bool] = lambda: False
        self.show_scene: Callable[[], None] = lambda: None
        self.window: CodesWindow | None = None
        links = LinksCard(self._link_of_screen, self._link_of_observer)
        self.devices = DevicesPage(seconds, links, page)
        self.devices.hide()
        self._connect()

    def _connect(self) -> None:
        shown, wishes = self.devices, self.devices.rows.wishes
        shown.open_wanted.connect(lambda: self.open_room())
        shown.close_wanted.connect(self.ask_close)
        shown.try_wanted.connect(self.try_room)
        shown.codes_wanted.connect(self.show_codes)
        shown.scene_wanted.connect(lambda: self.show_scene())
        shown.codes.address_picked.connect(self._pick_address)
        shown.wifi.changed.connect(self._keep_wifi)
        shown.trying.left.connect(self._left_trying)
        wishes.let_in.connect(self._let_in)
        wishes.turned_away.connect(self._turn_away)
        wishes.ended.connect(self._ask_end)
        wishes.muted.connect(self._mute)
        wishes.moved.connect(self._move)
        wishes.lifted.connect(self._lift)
        wishes.not_them.connect(self._end_newcomer)
        wishes.pin_reset.connect(self._reset_pin)
        wishes.taken_to_laptop.connect(self._take_to_laptop)
        wishes.given_to.connect(self._ask_give)

    @property
    def words(self) -> str:
        """What the button says that leads to the page."""
        if self._session.play.setup.practice:
            return _("Devices wait")
        return room_words(self.state)

    @property
    def is_offered(self) -> bool:
        """Whether this desk has anything to do with devices at all."""
        return self._server is not None or self._session.play.setup.practice

    @property
    def state(self) -> RoomState:
        """How the room stands now."""
        return self._server.state() if self._server is not None else RoomState()

    def take(self, server: RoomServer, wifi_file: Path | None = None) -> None:
        """Have the room of that server from now on."""
        self._server, self._wifi_file = server, wifi_file
        self._address.known = server.last_page
        wifi = read_wifi(wifi_file)
        self.devices.wifi.fill_in(wifi)
        server.tell_wifi(wifi)
        watching = self._watching
        watching.append(server.watch(self.refresh))
        # A desk may go without being closed, with whatever it lies in.
        self.destroyed.connect(lambda: _end(watching))
        self.refresh()

    def show_page(self) -> None:
        """Turn to the page, which stands among the others from then on."""
        if not self.is_offered:
            return
        self._place_page()
        self.refresh()
        self._page.tabs.setCurrentWidget(self.devices)
        if self._told and self._page.banner.words.text() == self._told:
            self._page.banner.clear()  # they are in sight now
        if self.devices.open.isVisible():
            self.devices.open.setFocus()

    def _place_page(self) -> None:
        if self._page.tabs.indexOf(self.devices) < 0:
            self._page.tabs.addTab(self.devices, _("Devices"))

    def open_room(self, port: int = 0) -> str:
        """Let devices in from now on, and say why that cannot be; "" where it can."""
        server = self._server
        if server is None:
            return ""
        self.devices.wifi.settle()
        try:
            server.open(port)
        except RoomFault as fault:
            self._warn(str(fault))
            return str(fault)
        self._is_awake = self.awake.begin()
        hand().has_acted()
        self._place_page()
        self.refresh()
        return ""

    def ask_close(self) -> None:
        """Close the room; asked first where people are here."""
        question = close_question(self.state)
        if question is None:
            self.close_room()
        else:
            button = self.devices.close_room
            is_in_sight = not button.visibleRegion().isEmpty()
            near = button if is_in_sight else None
            self._page.question.ask(question, self.close_room, near=near)

    def close_room(self) -> None:
        """Let nobody in any more, and whoever is here go."""
        if self._server is not None:
            self._server.close()
        self.awake.end()
        hand().has_acted()
        self.refresh()

    def leave(self) -> None:
        """The desk goes, and with it the room. Safe to be done twice."""
        _end(self._watching)
        self.devices.wifi.settle()
        self.devices.trying.leave()
        if self.window is not None:
            self.window.close()
        server, self._server = self._server, None
        if server is not None:
            server.close()
        self.awake.end()

    def try_room(self) -> None:
        """Wait for a phone to come to the page, with the room open."""
        if not self.state.is_open and self.open_room():
            return
        self.devices.trying.begin(self.state)
        self.refresh()
        self.devices.ensureWidgetVisible(self.devices.trying)

    def _left_trying(self, had_keys: bool) -> None:
        self.refresh()
        if had_keys and self.devices.try_room.isVisible():
            self.devices.try_room.setFocus()

    def show_codes(self) -> None:
        """Have the codes across the screen."""
        now = self.joining()
        if now is None or self.window is not None:
            return
        self.window = CodesWindow(now)
        self.window.closed.connect(self._codes_gone)
        self.window.setScreen(self._page.window().screen())
        self.window.setGeometry(self._page.window().screen().geometry())
        self.window.showFullScreen()
        self.window.activateWindow()

    def _codes_gone(self) -> None:
        if self.window is not None:
            self.window.deleteLater()
            self.window = None

    def refresh(self) -> None:
        """Show how the room and those in it stand."""
        with self.devices.keeping_place():
            self._show_all()
        self.changed.emit()

    def _show_all(self) -> None:
        if self._session.play.setup.practice:
            self.devices.show_practice()
        elif self._server is not None:
            self._show_room(self._server.state())

    def _show_room(self, state: RoomState) -> None:
        before, self._shown = self._shown, state
        self._tell_of_waiting(before, state)
        if state.fault and state.fault != before.fault:
            self.awake.end()
            self._warn(state.fault)
        now = joining(state, self.devices.wifi.wifi)
        self.joining.become(now)
        if self.window is not None:
            if now is None:
                self.window.close()
            else:
                self.window.show_joining(now)
        amiss = "" if state.address or not state.is_open else no_network_words(self.networks())
        self.devices.show_room(state, now, amiss, self._is_awake, self.has_screen())
        self._show_people(state)
        self._address.follow(state)

    def _tell_of_waiting(self, before: RoomState, state: RoomState) -> None:
        """Whoever looks elsewhere is told that somebody has come to the door."""
        known = {each.key for each in before.asking}
        new = [each for each in state.asking if each.key not in known]
        there = {each.key for each in before.present}
        first = [each for each in state.present if each.is_first and each.key not in there]
        is_elsewhere = self._page.tabs.currentWidget() is not self.devices
        if not (is_elsewhere and self._page.isVisible() and before.is_open):
            return
        if new:
            self._told = waiting_words(new)
        elif first:
            self._told = newcomers_words(self._session.scenario, first)
        if new or first:
            self._inform(self._told)

    def _show_people(self, state: RoomState) -> None:
        scenario, play = self._session.scenario, self._session.play
        here = here_by_seat(state)
        for seat, row in self._page.seats.rows.items():
            row.show_here(here.get(seat, 0))
        place = self._page.tabs.indexOf(self.devices)
        if place >= 0:
            self.devices.show_devices(devices(scenario, play, state), tuple(play.observers))
            self._page.tabs.setTabText(place, devices_tab(state))

    def _keep_wifi(self) -> None:
        wifi = self.devices.wifi.wifi
        if not wifi.amiss:
            keep_wifi(self._wifi_file, wifi)
        if self._server is not None:
            self._server.tell_wifi(wifi)
        self.refresh()

    def _pick_address(self, ip: str) -> None:
        if self._server is not None and ip != self.state.address:
            self._address.known = ""  # whoever picks one is not told that it has changed
            self._server.show_address(ip)
            self.refresh()

    def _let_in(self, key: str, name: str, seat: str) -> None:
        if self._is_done(lambda server: server.let_in(key, seat)):
            self._inform(let_in_words(self._session.scenario, name, seat))

    def _turn_away(self, key: str) -> None:
        self._is_done(lambda server: server.turn_away(key))

    def _ask_end(self, person: Person, near: QWidget) -> None:
        self._page.question.ask(
            end_question(person),
            lambda: self._is_done(lambda server: server.end(person.key)),
            near=near,
        )

    def _lift(self, person: Person) -> None:
        self._is_done(lambda server: server.lift_wait(person.name, person.seat))

    def _end_newcomer(self, person: Person) -> None:
        self._is_done(lambda server: server.end_newcomer(person.key))

    def _is_done(self, act: Callable[[RoomServer], None]) -> bool:
        """Whether the room did it; what is refused is told."""
        if self._server is None:
            return False
        try:
            act(self._server)
        except Refused as refused:
            self._warn(str(refused))
            return False
        hand().has_acted()
        self.refresh()
        return True

    def _mute(self, person: Person, is_muted: bool) -> None:
        if self._do(Mute(person.name, person.seat, is_muted)):
            self.refresh()

    def _move(self, person: Person) -> None:
        row = self._page.seats.rows[person.seat]
        self._page.seats.go_to(person.seat)
        if row.form is None:
            row.open_form()

    def _reset_pin(self, person: Person) -> None:
        self._page.seats.pin_reset.emit(person.seat, person.name)

    def _take_to_laptop(self, seat: SeatDevices, is_at: bool, near: QWidget) -> None:
        act = PutAtLaptop(seat.seat, is_at)
        if is_at:
            self._page.question.ask(laptop_question(seat), lambda: self._do(act), near=near)
        else:
            self._do(act)

    def _ask_give(self, seat: SeatDevices, player: Player, near: QWidget) -> None:
        people = self._session.play.setup.of(seat.seat).people
        act = Reseat(seat.seat, people, player.played_by)
        self._page.question.ask(give_question(seat, player), lambda: self._do(act), near=near)

    def _link_of_screen(self) -> str:
        return self._server.link_of_screen() if self._server is not None else ""

    def _link_of_observer(self, name: str) -> str:
        return self._server.link_of_observer(name) if self._server is not None else ""


def _end(watching: list[Callable[[], None]]) -> None:
    while watching:
        watching.pop()()
