"""The room on the desk. Who looks: the facilitator, before and during play. The one question: can
everybody get in, and who is here?"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)
from shiboken6 import isValid

from idlib_wargame.views.desk.devices import Devices
from idlib_wargame.views.desk.devices_asked import awake_words, open_words, waits_words
from idlib_wargame.views.online.joining import Joining
from idlib_wargame.views.online.room_server import RoomState
from idlib_wargame.views.phase_clock import Seconds
from idlib_wargame.windows.desk.codes_card import CodesCard
from idlib_wargame.windows.desk.device_rows import DeviceRows
from idlib_wargame.windows.desk.links_card import LinksCard
from idlib_wargame.windows.desk.try_bar import TryBar
from idlib_wargame.windows.desk.wifi_fields import WifiFields
from idlib_wargame.windows.look import theme
from idlib_wargame.windows.parts.flow_row import flowing
from idlib_wargame.windows.parts.labels import label, rule
from idlib_wargame.windows.parts.one_press import steady
from idlib_wargame.windows.parts.sliding import sliding
from idlib_wargame.words.language import _


class DevicesPage(QScrollArea):
    """Closed, it says what opening does; open, how to join, and who has.

    ``open_wanted``, ``close_wanted``, ``try_wanted`` and ``codes_wanted`` by its buttons;
    ``scene_wanted`` to have the codes on the room's screen.
    """

    open_wanted = Signal()
    close_wanted = Signal()
    try_wanted = Signal()
    codes_wanted = Signal()
    scene_wanted = Signal()

    def __init__(self, seconds: Seconds, links: LinksCard, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("help", "devices")
        self.heading = label("", "heading", wrap=True)
        self.told = label("", "muted", wrap=True)
        self.fault = label("", "danger", wrap=True)
        self.awake = label("", "warning", wrap=True)
        self.no_network = label("", "warning", wrap=True)
        self.codes = CodesCard()
        self.codes.large_wanted.connect(self.codes_wanted)
        self.wifi = WifiFields()
        self.trying = TryBar(seconds)
        self.trying.again_wanted.connect(self.try_wanted)
        self.rows = DeviceRows()
        self.links = links
        self.open = self._button(_("Open to the room"), self.open_wanted, "primary")
        self.show_codes = self._button(_("Show the codes"), self.codes_wanted)
        self.on_screen = self._button(_("Codes on the room's screen"), self.scene_wanted)
        self.try_room = self._button(_("Try the room"), self.try_wanted)
        self.close_room = self._button(_("Close the room"), self.close_wanted)
        self._has_people = False
        self._while_open: tuple[QWidget, ...] = (
            self.show_codes,
            self.close_room,
            self.rows,
            self.links,
        )
        self._lay_out()

    def _button(self, words: str, signal: object, role: str = "") -> QPushButton:
        button = QPushButton(words)
        if role:
            button.setProperty("role", role)
        button.clicked.connect(signal)
        steady(button)
        return button

    def _lay_out(self) -> None:
        self._line = rule()
        self._buttons = flowing(
            theme.SPACE,
            *(self.open, self.show_codes, self.on_screen, self.try_room, self.close_room),
        )
        inside = QWidget()
        column = self._column = QVBoxLayout(inside)
        column.setContentsMargins(2 * theme.SPACE, 12, 2 * theme.SPACE, 2 * theme.SPACE)
        column.setSpacing(12)
        for part in self._in_order():
            column.addWidget(part)
            sliding(part)
        column.addStretch()
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setWidget(inside)

    def _in_order(self) -> tuple[QWidget, ...]:
        """Whoever is here stands before how to join; while nobody is, that comes first."""
        amiss = (self.fault, self.no_network, self.awake)
        join = (self.codes, self._buttons, self.wifi)
        if self._has_people:
            people = (self.rows.asking, self.rows, self._line)
            return (self.heading, *amiss, self.trying, *people, self.told, *join, self.links)
        asked = (self.heading, self.told, *amiss, self.rows.asking, self.codes, self._buttons)
        return (*asked, self.trying, self.wifi, self._line, self.rows, self.links)

    def _order(self, has_people: bool) -> None:
        if has_people == self._has_people:
            return
        self._has_people = has_people
        for place, part in enumerate(self._in_order()):
            self._column.insertWidget(place, part)

    @contextmanager
    def keeping_place(self) -> Iterator[None]:
        """What is shown anew meanwhile neither takes the keys from here nor scrolls."""
        on, bar = QApplication.focusWidget(), self.verticalScrollBar()
        if on is None or not self.isAncestorOf(on):
            yield
            return
        heirs, place = self.rows.heirs(on), bar.value()
        yield
        if isValid(on) and on.isVisible():
            on.setFocus()
        else:
            rest = (self.open, self.show_codes, self.try_room, self.close_room)
            heir = next((each for each in (*heirs, *rest) if _may_have_keys(each)), None)
            if heir is not None:
                heir.setFocus()
        bar.setValue(place)

    def show_room(
        self,
        state: RoomState,
        joining: Joining | None,
        no_network: str = "",
        is_awake: bool = True,
        has_screen: bool = False,
    ) -> None:
        """How the room stands; ``has_screen`` while the room's screen is shown anywhere."""
        on = state.is_open
        self._order(on and bool(state.present or state.asking))
        heading = _("The room is open") if on else _("The room is closed")
        self.heading.setText(heading)
        self.told.setText(open_words() if on else _closed_words())
        _say(self.fault, state.fault)
        _say(self.no_network, no_network if on else "")
        _say(self.awake, awake_words() if on and not is_awake else "")
        self.codes.setVisible(joining is not None)
        if joining is not None:
            self.codes.show_joining(joining, state)
        self.open.setVisible(not on)
        for part in (*self._while_open, self._line):
            part.setVisible(on)
        self.show_codes.setVisible(joining is not None)
        self.on_screen.setVisible(joining is not None and has_screen)
        self.trying.follow(state)
        self.try_room.setVisible(not self.trying.is_on)

    def show_devices(self, shown: Devices, observers: Sequence[str]) -> None:
        """Who is here."""
        self.rows.show_devices(shown)
        self.links.show_observers(observers)

    def show_practice(self) -> None:
        """In a practice turn devices wait; there is nothing to do here."""
        self.heading.setText(_("Devices wait"))
        self.told.setText(waits_words())
        for part in (
            *(self.fault, self.no_network, self.awake, self.codes, self._buttons),
            *(self.trying, self.wifi, self._line, self.rows.asking, self.rows, self.links),
        ):
            part.hide()


def _may_have_keys(part: QWidget) -> bool:
    return isValid(part) and part.isVisible() and part.isEnabled()


def _say(line: QLabel, words: str) -> None:
    line.setText(words)
    line.setVisible(bool(words))


def _closed_words() -> str:
    return _(
        "Open it, and every player's phone, tablet or laptop becomes their seat: they scan a code, "
        "and nothing is installed. It needs a network that everybody is on, and no internet. "
        "Seats can be opened at this laptop all the same."
    )
