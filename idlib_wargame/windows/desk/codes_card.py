"""How the room joins, on the desk: the codes, what is typed instead, and which network it is."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QVBoxLayout, QWidget

from idlib_wargame.views.desk.devices_asked import address_words
from idlib_wargame.views.online.joining import Joining
from idlib_wargame.views.online.room_server import RoomState
from idlib_wargame.windows.look import theme
from idlib_wargame.windows.parts.code_picture import CodePicture
from idlib_wargame.windows.parts.flow_row import flowing
from idlib_wargame.windows.parts.labels import label
from idlib_wargame.windows.parts.pick_list import PickList
from idlib_wargame.words.language import _, fill

SIDE = 132  # pixels of a code at the usual size of text
MOST_CODES = 2


class CodesCard(QFrame):
    """``large_wanted`` when a code is pressed, ``address_picked`` with the address of a network."""

    large_wanted = Signal()
    address_picked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self.codes = tuple(CodePicture(SIDE) for _each in range(MOST_CODES))
        self._captions = tuple(label("", "muted") for _each in range(MOST_CODES))
        self.page, self.word, self.wifi = _to_copy(16), _to_copy(16), _to_copy(13)
        self.password = _to_copy(13)
        self._networks = label(_("Network"), "muted")
        self.networks = PickList(letters=16)
        self.networks.setAccessibleName(_("Network whose address is shown"))
        self.networks.activated.connect(
            lambda place: self.address_picked.emit(self.networks.itemData(place))
        )
        self._wifi_name = label(_("Wi-Fi"), "muted")
        self._password_name = label(_("Password of the Wi-Fi"), "muted")
        self._columns = tuple(map(_captioned, self.codes, self._captions))
        for code in self.codes:
            code.clicked.connect(self.large_wanted)
        column = QVBoxLayout(self)
        column.setContentsMargins(*([12] * 4))
        column.addWidget(flowing(2 * theme.SPACE, *self._columns, self._make_typed()))

    def _make_typed(self) -> QWidget:
        """What is typed instead, each under what it is: addresses are long, and must not be cut."""
        made = QWidget()
        grid = QGridLayout(made)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setVerticalSpacing(2)
        rows = (
            (label(_("Address"), "muted"), self.page),
            (label(_("Room word"), "muted"), self.word),
            (self._wifi_name, self.wifi),
            (self._password_name, self.password),
            (self._networks, self.networks),
        )
        for row, (name, value) in enumerate(rows):
            grid.addWidget(name, 3 * row, 0)
            grid.addWidget(value, 3 * row + 1, 0)
            grid.setRowMinimumHeight(3 * row + 2, 4)
        return made

    def show_joining(self, joining: Joining, state: RoomState) -> None:
        """Show how the room joins as it stands."""
        count = len(joining.codes)
        for place, column in enumerate(self._columns):
            column.setVisible(place < count)
        for place, code in enumerate(joining.codes):
            self.codes[place].show_code(code)
            said = fill(_("{number}. {code}"), number=place + 1, code=code.words)
            self._captions[place].setText(said if count > 1 else code.words)
        self.page.setText(joining.page)
        self.word.setText(joining.word)
        wifi = joining.wifi
        self.wifi.setText(wifi.name)
        self.password.setText(wifi.password if wifi.told else "")
        for part, value in ((self._wifi_name, self.wifi), (self._password_name, self.password)):
            for each in (part, value):
                each.setVisible(bool(value.text()))
        self._show_networks(state)

    def _show_networks(self, state: RoomState) -> None:
        offered = [(address_words(each), each.ip) for each in state.addresses]
        has_choice = len(offered) > 1
        for part in (self._networks, self.networks):
            part.setVisible(has_choice)
        count = self.networks.count()
        shown = [(self.networks.itemText(at), self.networks.itemData(at)) for at in range(count)]
        if shown != offered:
            self.networks.clear()
            for words, ip in offered:
                self.networks.addItem(words, ip)
        self.networks.setCurrentIndex(max(0, self.networks.findData(state.address)))


def _captioned(code: CodePicture, caption: QLabel) -> QWidget:
    made = QWidget()
    column = QVBoxLayout(made)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(4)
    column.addWidget(code)
    column.addWidget(caption, 0, Qt.AlignmentFlag.AlignHCenter)
    return made


def _to_copy(size: int) -> QLabel:
    made = label("", size=size, bold=True)
    flags = Qt.TextInteractionFlag
    made.setTextInteractionFlags(flags.TextSelectableByMouse)
    return made
