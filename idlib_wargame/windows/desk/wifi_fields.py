"""The room's Wi-Fi, typed for its code; kept on this computer, never with the exercise."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from idlib_wargame.views.online.wifi import Wifi
from idlib_wargame.windows.look import icons, theme
from idlib_wargame.windows.parts.as_typed import in_tooltip
from idlib_wargame.windows.parts.labels import label
from idlib_wargame.windows.parts.one_press import steady
from idlib_wargame.words.language import _

PAUSE = 600  # milliseconds in which somebody types on


class WifiFields(QWidget):
    """``changed`` a moment after another name or password was typed."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.name = QLineEdit()
        self.name.setPlaceholderText(_("Name of the Wi-Fi"))
        self.name.setAccessibleName(_("Name of the room's Wi-Fi"))
        self.password = QLineEdit()
        self.password.setEchoMode(QLineEdit.EchoMode.Password)
        self.password.setPlaceholderText(_("Its password"))
        self.password.setAccessibleName(_("Password of the room's Wi-Fi"))
        self.shows = QPushButton()
        self.shows.setProperty("role", "quiet")
        self.shows.setCheckable(True)
        self.shows.setAccessibleName(_("Show the password"))
        self.shows.setToolTip(in_tooltip(_("Show the password")))
        self.shows.toggled.connect(self._show_or_hide)
        self.told = QCheckBox(_("Show the password in words too"))
        self.told.setChecked(True)
        self.told.clicked.connect(self._tell)
        for button in (self.shows, self.told):
            steady(button)
        self.amiss = label("", "warning", wrap=True)
        self.amiss.hide()
        self._later = QTimer(self, singleShot=True, interval=PAUSE)
        self._later.timeout.connect(self._tell)
        row = QHBoxLayout()
        row.setSpacing(theme.SPACE)
        row.addWidget(self.name, 1)
        row.addWidget(self.password, 1)
        row.addWidget(self.shows)
        hint = _("Optional: with the Wi-Fi typed, phones join it by a code. Kept on this computer.")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(row)
        column.addWidget(self.amiss)
        column.addWidget(self.told, 0, Qt.AlignmentFlag.AlignLeft)  # as wide as it can be pressed
        column.addWidget(label(hint, "muted", wrap=True))
        for field in (self.name, self.password):
            field.textEdited.connect(lambda _text: self._later.start())
            field.editingFinished.connect(self.settle)
        self._show_or_hide(False)

    @property
    def wifi(self) -> Wifi:
        """As it is typed; blanks around a name are nobody's, those in a password may be meant."""
        return Wifi(self.name.text().strip(), self.password.text(), self.told.isChecked())

    def fill_in(self, wifi: Wifi) -> None:
        """Begin with what was typed before."""
        self.name.setText(wifi.name)
        self.password.setText(wifi.password)
        self.told.setChecked(wifi.told)

    def settle(self) -> None:
        """Tell now of what was typed and not told yet."""
        if self._later.isActive():
            self._later.stop()
            self._tell()

    def _tell(self) -> None:
        amiss = self.wifi.amiss
        self.amiss.setText(amiss)
        self.amiss.setVisible(bool(amiss))
        self.changed.emit()

    def _show_or_hide(self, on: bool) -> None:
        modes = QLineEdit.EchoMode
        self.password.setEchoMode(modes.Normal if on else modes.Password)
        self.shows.setIcon(icons.icon("eye_off" if on else "eye", "muted"))
