"""Setting the line that says how what is seen may be passed on, without leaving the desk."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QPushButton, QWidget

from idlib_wargame.session.kinds.handling_set import LONGEST
from idlib_wargame.windows.look import theme
from idlib_wargame.windows.parts.keys_back import KeysBack
from idlib_wargame.windows.parts.one_press import steady
from idlib_wargame.windows.parts.sending import sends
from idlib_wargame.words.language import _


class HandlingBar(QFrame):
    """Hidden until asked for. ``written`` carries the line, empty for none; Escape leaves it."""

    written = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        KeysBack(self)
        self.setProperty("role", "bar")
        self.text = QLineEdit()
        self.text.setMaxLength(LONGEST)
        said = _("None. For example: “Exercise. Chatham House rule”, on every window and page")
        self.text.setPlaceholderText(said)
        self.text.setAccessibleName(_("Handling line"))
        self.keep = QPushButton(_("Set the line"))
        self.leave = QPushButton(_("Cancel"))
        self.leave.setProperty("role", "quiet")
        row = QHBoxLayout(self)
        row.setContentsMargins(2 * theme.SPACE, theme.SPACE, 2 * theme.SPACE, theme.SPACE)
        row.setSpacing(theme.SPACE)
        row.addWidget(self.text, 1)
        row.addWidget(self.keep)
        row.addWidget(self.leave)
        self.text.returnPressed.connect(self._send)
        self.keep.clicked.connect(self._send)
        self.leave.clicked.connect(self.hide)
        steady(self.keep, waits=False)
        steady(self.leave, waits=False)
        sends(self._send, self.text)
        self.hide()

    def begin(self, line: str) -> None:
        """Show the field with the line as it stands."""
        if self.isHidden():
            self.text.setText(line)
        self.show()
        self.text.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape leaves the line as it is."""
        if event.key() == Qt.Key.Key_Escape:
            self.hide()
        else:
            super().keyPressEvent(event)

    def _send(self) -> None:
        self.written.emit(self.text.text())
