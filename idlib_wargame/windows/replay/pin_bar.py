"""Asks for the facilitator's PIN before a replay is shown for control."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QWidget

from idlib_wargame.session.pins import PinLock
from idlib_wargame.windows.look import theme
from idlib_wargame.windows.parts.one_press import steady
from idlib_wargame.windows.parts.pin_entry import PinEntry
from idlib_wargame.words.language import _


class PinBar(QFrame):
    """Hidden until asked for; what the window shows goes on standing below it.

    ``opened`` once the PIN was given. Escape or its button leaves the room's view as it is.
    """

    opened = Signal()

    def __init__(self, lock: PinLock, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "banner")
        self.setProperty("tone", "plain")
        self.pin = PinEntry(lock, _("Show for the facilitator"))
        self.pin.opened.connect(self._open)
        self.leave = QPushButton(_("Stay with the room"))
        self.leave.setProperty("role", "quiet")
        self.leave.clicked.connect(self.hide)
        steady(self.leave)
        row = QHBoxLayout(self)
        row.setContentsMargins(2 * theme.SPACE, theme.SPACE, theme.SPACE, theme.SPACE)
        row.setSpacing(theme.SPACE)
        row.addWidget(self.pin, 1)
        row.addWidget(self.leave, 0, Qt.AlignmentFlag.AlignTop)
        self.hide()

    def begin(self) -> None:
        """Ask."""
        self.show()
        self.pin.begin()
        self.pin.field.setFocus()

    def _open(self) -> None:
        self.hide()
        self.opened.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape leaves it."""
        if event.key() == Qt.Key.Key_Escape:
            self.hide()
        else:
            super().keyPressEvent(event)
